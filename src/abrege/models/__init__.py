"""models.txt -> cards of models -> folders of verified files, as they were published or converted."""

from abrege.models.choice import choose_model
from abrege.models.registry import ModelCard, find_card, load_cards, parse_cards
from abrege.models.store import folder_card, is_folder, model_folder, on_disk

__all__ = [
    "ModelCard",
    "choose_model",
    "find_card",
    "folder_card",
    "is_folder",
    "load_cards",
    "model_folder",
    "on_disk",
    "parse_cards",
]
