"""The ways in which abrege fails: one sentence for a person, and an exit code for a shell."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], likeness: float = 0.4) -> str:
    """What to say after a name that is none: the known name that resembles it, or all of them.

    Args:
        likeness: how alike two names must be, from 0 to 1, as difflib measures it.
    """
    import difflib

    names = list(known)
    near = difflib.get_close_matches(name, names, 1, likeness)
    return f"did you mean {near[0]!r}?" if near else f"there is {', '.join(names)}"


class AbregeError(Exception):
    """Something went wrong that a person can mend; the message names the value at fault and says what to do next."""

    exit_code = 1


class UsageError(AbregeError):
    """The call itself is wrong (exit code 2)."""

    exit_code = 2


class InputError(AbregeError):
    """The text cannot be read, is empty, or is in a language that abrege does not read."""


class ModelError(AbregeError):
    """A model is unknown, not on disk, or not what models.txt says."""
