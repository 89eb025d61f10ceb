"""A model that writes summaries in (a Llama in a GGUF file or a folder, BART, T5); the same for CTranslate2 out.

Beside the converted weights lie the tokenizer, in the one form that the library tokenizers reads, and what the model's
configuration says of how it is used, so that neither transformers nor torch is needed again.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from contextlib import redirect_stderr
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import Any

from abrege.errors import ModelError
from abrege.models import receipts
from abrege.models.convert import GGUF, first_line, quiet
from abrege.models.hashing import sha256_of
from abrege.models.registry import ModelCard
from abrege.models.store import WEIGHTS, model_folder
from abrege.models.weights import PICKLE, load_weights

SETTINGS = "abrege.json"
_NEEDED = ("gguf", "accelerate")  # by transformers, to read a GGUF file
_PIECES = "spiece.model"
_READ = (".json", ".safetensors", ".model", ".txt")  # endings of the files of a folder that matter
_CLASSES = {
    "llama": "LlamaForCausalLM",
    "bart": "BartForConditionalGeneration",
    "t5": "T5ForConditionalGeneration",
}


def writer_hashes(card: ModelCard) -> dict[str, str]:
    """The sha256 of each file that a conversion depends on; of a model that was pulled, as it was noted then."""
    receipt = receipts.of(card)
    if receipt:
        return {name: seen.sha256 for name, seen in receipt.files.items()}
    folder = model_folder(card)
    return {path.name: sha256_of(path) for path in sorted(folder.iterdir()) if path.suffix in _READ}


def convert_writer(card: ModelCard, out: Path, quantization: str) -> None:
    """Convert a model into a folder that is not there yet.

    Raises:
        ModelError: packages or weights are missing, or the model is broken, or of no kind that CTranslate2 runs.
    """
    from ctranslate2.converters import TransformersConverter

    class Loaded(TransformersConverter):  # type: ignore[misc]
        """Converts a model that is loaded already."""

        def load_model(self, *_: Any, **__: Any) -> Any:
            return model

        def load_tokenizer(self, *_: Any, **__: Any) -> Any:
            return tokenizer

    folder = model_folder(card)
    packed = next((name for name in card.files if name.endswith(GGUF)), None)
    missing = [name for name in _NEEDED if packed and find_spec(name) is None]
    if missing:
        raise ModelError(
            f"to convert the model {card.name!r}, once, {' and '.join(missing)} "
            f"{'is' if len(missing) == 1 else 'are'} needed; type: pip install {' '.join(missing)}"
        )
    try:
        with quiet(), tempfile.TemporaryDirectory(dir=out.parent) as saved:
            model, tokenizer = _unpacked(folder / packed) if packed else _loaded(card, folder)
            model.config.save_pretrained(saved)
            Loaded(saved).convert(str(out), quantization=quantization)
            tokenizer.backend_tokenizer.save(str(out / "tokenizer.json"))
            settings = _settings(model, tokenizer, folder)
            (out / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    except ModelError:
        raise
    except Exception as error:  # what can be wrong with a file is up to four libraries
        raise ModelError(f"the model {card.name!r} cannot be converted: {first_line(error)}") from error


def _unpacked(path: Path) -> tuple[Any, Any]:
    """The model and the tokenizer of a GGUF file, its numbers made floats again."""
    from transformers import AutoModelForCausalLM, AutoTokenizer

    with redirect_stderr(StringIO()):  # its bar heeds no setting
        tokenizer = AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name, local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, local_files_only=True)
    del model.config.quantization_config  # which says that it still is quantized
    return model, tokenizer


def _loaded(card: ModelCard, folder: Path) -> tuple[Any, Any]:
    """The model and the tokenizer of a folder; weights in a pickle are read only as `load_weights` does it."""
    import transformers

    config = transformers.AutoConfig.from_pretrained(folder, local_files_only=True)
    model_class = getattr(transformers, _CLASSES[config.model_type])
    if (folder / WEIGHTS).is_file():
        model = model_class.from_pretrained(folder, use_safetensors=True, local_files_only=True)
    elif PICKLE in card.files:
        model = model_class.from_pretrained(None, config=config, state_dict=load_weights(card))
    else:
        raise ModelError(f"the model {card.name!r} has no {WEIGHTS}, the only weights that are read from a folder")
    for name, usual in (("normalize_before", False), ("normalize_embedding", True)):
        if config.model_type == "bart" and not hasattr(model.config, name):  # CTranslate2 asks for them
            setattr(model.config, name, usual)
    return model, _tokenizer(folder)


def _tokenizer(folder: Path) -> Any:
    """A folder's tokenizer; of T5's, without the package protobuf, which transformers would read its pieces with."""
    from transformers import AutoTokenizer, T5Tokenizer

    if (folder / "tokenizer.json").is_file() or not (folder / _PIECES).is_file():
        return AutoTokenizer.from_pretrained(folder, local_files_only=True)
    from sentencepiece import SentencePieceProcessor

    pieces = SentencePieceProcessor(model_file=str(folder / _PIECES))
    return T5Tokenizer(vocab=[(pieces.id_to_piece(k), pieces.get_score(k)) for k in range(pieces.vocab_size())])


def _settings(model: Any, tokenizer: Any, folder: Path) -> dict[str, Any]:
    """What `engines.seq2seq.Settings` is made of; nothing for a model that only decodes."""
    config = model.config.to_dict()
    if config["model_type"] == "llama":
        return {}
    own = _generation(folder, config)
    begin = own.get("forced_bos_token_id")
    return {
        "positions": config.get("max_position_embeddings") or config.get("n_positions") or 512,
        "prefix": own.get("prefix") or "",
        "begin": [] if begin is None else [tokenizer.convert_ids_to_tokens(begin)],
        "shortest": own.get("min_length") or 0,
        "longest": own.get("max_length") or 142,
        "length_penalty": own.get("length_penalty") or 1.0,
        "no_repeat": own.get("no_repeat_ngram_size") or 0,
    }


def _generation(folder: Path, config: Mapping[str, Any]) -> dict[str, Any]:
    """How a model generates, the more special last: its configuration, its generation file, its summaries' settings.

    transformers 5 drops what a configuration says of generation, so the file is read as it is.
    """
    found: dict[str, Any] = {}
    for name in ("config.json", "generation_config.json"):
        if (folder / name).is_file():
            found |= json.loads((folder / name).read_text(encoding="utf-8"))
    return found | ((found.get("task_specific_params") or {}).get("summarization") or {})
