"""What a person says for a model in, its card out: a name, a preset, a repository of the hub, or a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from abrege.errors import UsageError
from abrege.models.registry import PRESETS, REPOSITORY, TASKS, ModelCard, find_card, load_cards
from abrege.models.store import folder_card, is_folder, on_disk

BUNDLED = "small"


def choose_model(name: str, task: str) -> ModelCard:
    """The card of a model for a task.

    Args:
        name: "auto", a preset such as "large", a name in models.txt, a repository of the Hugging Face hub that is
            pinned there, or the path of a folder. "auto" translates with the first model in models.txt that is on disk,
            and summarises with "small" (benchmarks/RESULTS.md knows of none that is better). A name of models.txt goes
            before a folder that is called the same; `./NAME` is that folder.

    Raises:
        UsageError: there is no such model, it is not pinned, or it does another task.
        ModelError: the folder holds no model that is run.
    """
    cards = load_cards()
    if name == "auto":
        ready = [card for card in cards if task in card.tasks and on_disk(card)] if task == "translate" else []
        name = ready[0].name if ready else BUNDLED
    name = PRESETS.get(name, {}).get(task, name)
    return find_card(name, task) if any(card.name == name for card in cards) else _unlisted(name, task)


def _unlisted(name: str, task: str) -> ModelCard:
    if REPOSITORY.fullmatch(name) and not Path(name).exists():
        return find_card(_pinned(name).name, task)
    if not is_folder(name):
        return find_card(name, task)
    card = folder_card(Path(name))
    if task not in card.tasks:
        raise UsageError(f"the model in {name} cannot {task}; name another for that")
    return card


def _pinned(repository: str) -> ModelCard:
    """The model that is pinned of a repository; of several the first that is on disk."""
    cards = [card for card in load_cards() if card.origin == f"hf:{repository}"]
    if not cards:
        raise UsageError(
            f"there is no folder {repository}, and no repository {repository} is pinned; "
            f"to fetch it from the Hugging Face hub, type: abrege models pin {repository} --add"
        )
    return next((card for card in cards if on_disk(card)), cards[0])


def cards_of(name: str) -> list[ModelCard]:
    """The cards that a name means where no task is named: of a preset one for each task, else one.

    Args:
        name: as for `choose_model`, but for "auto".

    Raises:
        UsageError, ModelError: as `choose_model`.
    """
    if name in PRESETS:
        return [find_card(one) for one in PRESETS[name].values()]
    if any(card.name == name for card in load_cards()):
        return [find_card(name)]
    if REPOSITORY.fullmatch(name) and not Path(name).exists():
        return [_pinned(name)]
    return [folder_card(Path(name)) if is_folder(name) else find_card(name)]


def tasks_of(name: str) -> tuple[str, ...]:
    """The tasks that a model serves where it is named: those on its line or in its folder, of a preset and "auto" all.

    Raises:
        UsageError, ModelError: as `choose_model`.
    """
    if name == "auto" or name in PRESETS:
        return TASKS
    for task in TASKS:
        try:
            return choose_model(name, task).tasks
        except UsageError:
            if task == TASKS[-1]:
                raise
    return ()


def for_each_task(names: Iterable[str]) -> dict[str, str]:
    """Task -> the one of these names that serves it; a task that none of them serves is left out.

    A model that serves one task goes before one that serves both, so that a preset can be named with one exception.

    Raises:
        UsageError: two of them would serve the same task.
        ModelError: as `choose_model`.
    """
    chosen: dict[str, str] = {}
    served = {name: tasks_of(name) for name in names}
    for several in (False, True):
        for task in TASKS:
            fit = [name for name, tasks in served.items() if task in tasks and (len(tasks) > 1) == several]
            if len(fit) > 1:
                raise UsageError(f"--model names two models to {task}: {fit[0]} and {fit[1]}; leave one out")
            if fit:
                chosen.setdefault(task, fit[0])
    return chosen
