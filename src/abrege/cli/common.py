"""What the commands share: their arguments, where they read from and where they write to."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from abrege.engines.base import DEVICES, ENGINES, Runtime
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
    "--model",
    default="auto",
    show_default=True,
    metavar="NAME",
    help="A model of `abrege models`, or a folder with a MarianMT model.",
)
_runtime_options: tuple[Callable[[F], F], ...] = (
    click.option(
        "--engine",
        default="ctranslate2",
        show_default=True,
        type=click.Choice(list(ENGINES)),
        help="What runs the model; transformers is the slow reference.",
    ),
    click.option(
        "--device", default="auto", show_default=True, type=click.Choice(DEVICES), help="What the engine runs on."
    ),
    click.option(
        "--compute-type",
        default="",
        metavar="NAME",
        help="What the engine computes with, such as int8_float32 or float32; by default what suits the device.",
    ),
    click.option(
        "--threads",
        default=0,
        metavar="N",
        help="Threads; by default as many as there are cores, at most 4.",
        type=click.IntRange(0),
    ),
)


def runtime_options(function: F) -> F:
    """--engine, --device, --compute-type and --threads, which the command gets as one argument `runtime`."""

    @wraps(function)
    def command(engine: str, device: str, compute_type: str, threads: int, **others: Any) -> Any:
        return function(runtime=Runtime(engine, device, compute_type, threads), **others)

    return options(*_runtime_options)(command)  # type: ignore[return-value]


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
        UsageError: it is a folder, its folder does not exist or is closed, it is the input file, or a format that
            abrege does not write.
    """
    if output in (None, "-"):
        return
    path = Path(str(output))
    if not output:
        raise UsageError("the name of the output file is empty; name a file to write to")
    if path.suffix in (".html", ".htm", ".md", ".pdf", ".docx"):
        raise UsageError(f"{output}: abrege writes plain text and JSON; let the name end in .txt or .json")
    if path.is_dir():
        raise UsageError(f"{output} is a folder; name a file to write to")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist; make it first, or write elsewhere")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"the folder {path.parent} cannot be written to; write elsewhere")
    if path.exists() and not os.access(path, os.W_OK):
        raise UsageError(f"{output} cannot be written to; change its permissions, or write elsewhere")
    if file not in (None, "-") and path.exists() and Path(str(file)).exists() and path.samefile(str(file)):
        raise UsageError(f"{output} is the input file; name another one to write to")


def wants_json(as_json: bool, output: str | None) -> bool:
    """Whether JSON was asked for, or the output's name ends as JSON does."""
    return as_json or (output or "").endswith(".json")


def write(text: str, output: str | None) -> None:
    """Print a text, or write it whole to a file: a reader sees the old file or the new one, never half of it.

    What a symbolic link points to is written, not the link; a pipe or a device is written into.

    Raises:
        InputError: there is no standard output.
    """
    data = text.encode("utf-8")
    if output in (None, "-"):
        if sys.stdout is None:
            raise InputError("there is no standard output; name a file with -o")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(os.path.realpath(str(output)))
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    try:
        _replace(path, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, output) from error


def _replace(path: Path, data: bytes) -> None:
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
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
