"""What the commands share: their arguments, where they read from and where they write to."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from abrege.errors import InputError, UsageError

F = TypeVar("F", bound=Callable[..., Any])


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, in the order in which --help shows them."""

    def add(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return add


file_argument: Callable[[F], F] = click.argument("file", required=False, metavar="[FILE]")
output_option: Callable[[F], F] = click.option(
    "-o", "--output", metavar="FILE", help="Write to FILE, not to standard output."
)
json_option: Callable[[F], F] = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
lang_option: Callable[[F], F] = click.option(
    "--lang", type=click.Choice(["fr", "en"]), help="The language of the text, where abrege would judge wrongly."
)
model_option: Callable[[F], F] = click.option(
    "--model", default="auto", show_default=True, metavar="NAME", help="A model of `abrege models`."
)
threads_option: Callable[[F], F] = click.option(
    "--threads",
    default=0,
    metavar="N",
    help="Threads; by default as many as there are cores, at most 4.",
    type=click.IntRange(0),
)
verbose_option: Callable[[F], F] = click.option("-v", "--verbose", is_flag=True, help="Say how the text was made.")


def source_bytes(file: str | None) -> bytes:
    """The bytes of a file, or of standard input where there is no file or it is `-`.

    Raises:
        InputError: the file cannot be read.
    """
    if file is None or file == "-":
        stdin = sys.stdin
        if stdin is None:
            raise InputError("there is no standard input; name a file")
        if stdin.isatty():
            click.echo("abrege: reading from the keyboard; end with Ctrl-D on an empty line", err=True)
        return stdin.buffer.read()
    from abrege.reading import read_bytes

    return read_bytes(file)


def check_output(output: str | None, file: str | None) -> None:
    """Refuse a place that cannot be written to, before any work is done.

    Raises:
        UsageError: it is a folder, its folder does not exist or is closed, or it is the input file.
    """
    if output is None:
        return
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"{output} is a folder; name a file to write to")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist; make it first, or write elsewhere")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"the folder {path.parent} cannot be written to; write elsewhere")
    if file not in (None, "-") and path.exists() and Path(str(file)).exists() and path.samefile(str(file)):
        raise UsageError(f"{output} is the input file; name another one to write to")


def write(text: str, output: str | None) -> None:
    """Print a text, or write it whole to a file: a reader sees the old file or the new one, never half of it."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text.encode("utf-8"))
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(part, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        os.replace(part, path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def tell(notes: Iterable[str]) -> None:
    """Notes for a person, on standard error."""
    for note in notes:
        click.echo(f"abrege: {note}", err=True)
