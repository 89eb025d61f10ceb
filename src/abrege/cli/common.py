"""What the commands share: their arguments, where they read from and where they write to."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial, wraps
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from abrege.engines.base import DEVICES, ENGINES, Runtime
from abrege.errors import InputError, UsageError
from abrege.files import replacing

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


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
length_options: Callable[[F], F] = options(
    click.option("--sentences", metavar="N", type=click.IntRange(1), help="At most N sentences; 3 by default."),
    click.option("--words", metavar="N", type=click.IntRange(1), help="At most N words, but always one sentence."),
    click.option("--ratio", metavar="R", type=float, help="At most this share of the sentences, between 0 and 1."),
)
_MODELS = "auto, small, large, a name of `abrege models`, or a folder"
model_option: Callable[[F], F] = click.option(
    "--model",
    callback=lambda _context, _option, name: name or _of_environment("translate", "ABREGE_MODEL"),
    metavar="MODEL",
    help=f"What translates: {_MODELS}.  [env var: ABREGE_MODEL; default: auto]",
)


def models_options(function: F) -> F:
    """--model, once for each task, which the command gets as `model` and `summary_model`.

    For a task that none of them serves there are ABREGE_MODEL and ABREGE_SUMMARY_MODEL, and then "auto".
    """

    @wraps(function)
    def command(models: tuple[str, ...], **others: Any) -> Any:
        from abrege.models.choice import for_each_task

        chosen = for_each_task(models)
        model, summary_model = (
            chosen.get(task) or _of_environment(task, variable)
            for task, variable in (("translate", "ABREGE_MODEL"), ("summarize", "ABREGE_SUMMARY_MODEL"))
        )
        return function(model=model, summary_model=summary_model, **others)

    return click.option(
        "--model",
        "models",
        multiple=True,
        metavar="MODEL",
        help=f"What translates, what summarises, or both: {_MODELS}; once for each task.  "
        "[env var: ABREGE_MODEL, ABREGE_SUMMARY_MODEL; default: auto]",
    )(command)  # type: ignore[return-value]


def _of_environment(task: str, variable: str) -> str:
    name = os.environ.get(variable)
    if name:
        from abrege.models import choose_model

        try:
            choose_model(name, task)
        except UsageError as error:
            raise UsageError(f"{variable}: {error}") from error
    return name or "auto"


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
        help="Threads; by default OMP_NUM_THREADS, or as many as there are cores, at most 4.",
        type=click.IntRange(0, 256),
    ),
)


def runtime_options(function: F) -> F:
    """--engine, --device, --compute-type and --threads, which the command gets as one argument `runtime`."""

    @wraps(function)
    def command(engine: str, device: str, compute_type: str, threads: int, **others: Any) -> Any:
        return function(runtime=Runtime(engine, device, compute_type, threads), **others)

    return options(*_runtime_options)(command)  # type: ignore[return-value]


verbose_option: Callable[[F], F] = click.option("-v", "--verbose", is_flag=True, help="Say how the text was made.")


@contextmanager
def source_stream(file: str | None) -> Iterator[BinaryIO]:
    """A file, or standard input where there is no file or it is `-`, to be read from.

    Raises:
        InputError: the file cannot be read.
    """
    if file is None or file == "-":
        stdin = sys.stdin
        if stdin is None:
            raise InputError("there is no standard input; name a file")
        if stdin.isatty():
            click.echo("abrege: reading from the keyboard; end with Ctrl-D on an empty line", err=True)
        with suppress(OSError, ValueError):  # a parent may have left its pipe so that it does not wait
            os.set_blocking(stdin.fileno(), True)
        yield stdin.buffer
        return
    from abrege.reading import open_file

    with open_file(file) as stream:
        yield stream


def source_bytes(file: str | None) -> bytes:
    """The bytes of a file, or of standard input where there is no file or it is `-`.

    Raises:
        InputError: the file cannot be read.
    """
    with source_stream(file) as stream:
        return stream.read()


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
    if path.suffix.lower() in (".html", ".htm", ".md", ".pdf", ".docx"):
        raise UsageError(f"{output}: abrege writes plain text and JSON; let the name end in .txt or .json")
    if path.is_dir():
        raise UsageError(f"{output} is a folder; name a file to write to")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist; make it first, or write elsewhere")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"the folder {path.parent} cannot be written to; write elsewhere")
    if path.exists() and not os.access(path, os.W_OK):
        raise UsageError(f"{output} cannot be written to; change its permissions, or write elsewhere")
    if path.is_file() and _is_input(path, file):
        raise UsageError(f"{output} is the input file; name another one to write to")


def _is_input(path: Path, file: str | None) -> bool:
    if file not in (None, "-"):
        return Path(str(file)).exists() and path.samefile(str(file))
    try:
        return sys.stdin is not None and os.path.samestat(os.fstat(sys.stdin.fileno()), path.stat())
    except (OSError, ValueError):  # standard input is no file of the system's
        return False


def wants_json(as_json: bool, output: str | None) -> bool:
    """Whether JSON was asked for, or the output's name ends as JSON does."""
    return as_json or (output or "").lower().endswith(".json")


def write(text: str, output: str | None) -> None:
    """Print a text, or write it whole to a file; see `writing`."""
    with writing(output) as put:
        put(text)


@contextmanager
def writing(output: str | None) -> Iterator[Callable[[str], None]]:
    """A function that prints a text, or writes it to a file that is there when the block is left without an error.

    A reader of the file sees the old one or the new one, never half of it. What a symbolic link points to is written,
    not the link; a pipe or a device is written into.

    Raises:
        InputError: there is no standard output.
    """
    if output in (None, "-"):
        if sys.stdout is None:
            raise InputError("there is no standard output; name a file with -o")
        yield partial(_put, sys.stdout.buffer)
        return
    path = Path(os.path.realpath(str(output)))
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as out:
                yield partial(_put, out)
        else:
            with replacing(path) as out:
                yield partial(_put, out)
    except OSError as error:
        if error.filename is None or Path(error.filename).parent == path.parent:
            raise OSError(error.errno, error.strerror, output) from error
        raise


def counted(items: Iterable[T], unit: str, output: str | None) -> Iterable[T]:
    """The items, counted on a terminal while they are written to a file; nothing shows for a second's work."""
    if output in (None, "-") or sys.stderr is None or not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    bar: Iterable[T] = tqdm(items, unit=f" {unit}", leave=False, delay=1, file=sys.stderr)
    return bar


def _put(out: BinaryIO, text: str) -> None:
    out.write(text.encode("utf-8"))
    out.flush()


def tell(notes: Iterable[str]) -> None:
    """Notes for a person, on standard error."""
    for note in notes:
        click.echo(f"abrege: {note}", err=True)


def better_model(model: str) -> list[str]:
    """How to get a better translator, for a person who has only the bundled one: on a terminal, once in 24 hours."""
    if model != "auto" or sys.stderr is None or not sys.stderr.isatty():
        return []
    import platformdirs

    from abrege.models import choose_model, find_card
    from abrege.models.choice import BUNDLED
    from abrege.models.registry import PRESETS
    from abrege.rendering.models import size

    stamp = platformdirs.user_cache_path("abrege") / "told-of-a-better-model"
    try:
        told = stamp.stat().st_mtime if stamp.exists() else 0
        if choose_model(model, "translate").name != BUNDLED or time.time() - told < 24 * 60 * 60:
            return []
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.touch()
    except OSError:
        return []
    better = find_card(PRESETS["large"]["translate"])
    return [f"a larger model translates better: abrege models pull {better.name} fetches it once ({size(better.size)})"]
