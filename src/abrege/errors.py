"""The ways in which abrege fails: one sentence for a person, and an exit code for a shell."""

from __future__ import annotations


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
