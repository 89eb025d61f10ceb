"""A model in, the same as CTranslate2 reads it out, from the user's cache; converted on first use."""

from __future__ import annotations

import json
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from abrege.errors import ModelError
from abrege.models.hashing import sha256_of
from abrege.models.registry import ModelCard
from abrege.models.store import DIGESTED, check_folder, digest_of, folder_digest, model_folder, model_kind

GGUF = ".gguf"
_MADE = "made.json"  # in each conversion: the size and the sha256 of every other file there


def cache_folder() -> Path:
    """Where converted models lie: in the user's cache, as the system places it (XDG_CACHE_HOME on Linux)."""
    import platformdirs

    return platformdirs.user_cache_path("abrege") / "ct2"


def kind_of(card: ModelCard) -> str:
    """The kind of a model, as `store.TASKS_OF_KIND` has them; what lies in a GGUF file is a Llama.

    Raises:
        ModelError: the model is not on disk, or has no configuration.
    """
    folder = model_folder(card)
    return "llama" if any(name.endswith(GGUF) for name in card.files) else model_kind(folder)


def converted(folder: Path, quantization: str) -> Path:
    """The CTranslate2 folder of a MarianMT folder.

    What is in the cache is found by the model's digest and the quantization, so a moved folder is not converted again
    and a retrained one is. A conversion is made beside its place and renamed into it: of two processes that convert at
    once the later one finds the place taken and uses what is there. One that is not whole any more is made again.

    Args:
        quantization: one of CTranslate2's names, such as "int8_float32" or "float32".

    Raises:
        ModelError: the folder is not a MarianMT model, CTranslate2 cannot run it, or the cache cannot be written to.
    """
    check_folder(folder)
    place = cache_folder() / f"{folder_digest(folder)}-{quantization}"
    if not whole(place):
        _check_vocabulary(folder)
        _keep(place, lambda out: _convert(folder, out, quantization))
    return place


def converted_writer(card: ModelCard, quantization: str) -> Path:
    """The same of a model of another kind that writes summaries, with its tokenizer and its settings beside it.

    Raises:
        ModelError: the model is not on disk or of no kind that is known, packages are missing, CTranslate2 cannot run
            it, or the cache cannot be written to.
    """
    from abrege.models.writers import convert_writer, writer_hashes

    place = cache_folder() / f"{_digest(writer_hashes(card))}-{quantization}"
    if not whole(place):
        with _announced(card.name, quantization):
            _keep(place, lambda out: convert_writer(card, out, quantization))
    return place


def _keep(place: Path, make: Callable[[Path], None]) -> None:
    """Let a conversion be made beside its place, hash it, and move it there."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".converting-") as made:
            out = Path(made) / "ct2"
            make(out)
            found = {path.name: [path.stat().st_size, sha256_of(path)] for path in out.iterdir()}
            (out / _MADE).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
            if place.is_dir() and not whole(place):
                place.rename(Path(made) / "broken")
            try:
                out.rename(place)
            except OSError:
                if not whole(place):
                    raise
    except OSError as error:
        raise ModelError(f"the converted model cannot be kept in {place.parent}: {error.strerror or error}") from error


def _digest(hashes: Mapping[str, str]) -> str:
    """What a model is known by in the cache: its digest, and where it is none of MarianMT's form, that of all files."""
    if all(name in hashes for name in DIGESTED):
        return digest_of(hashes)
    return sha256("".join(f"{name}={hashes[name]}\n" for name in sorted(hashes)).encode()).hexdigest()


def conversions(hashes: Mapping[str, str]) -> list[Path]:
    """What was converted from a model, whatever the quantization.

    Args:
        hashes: the sha256 of each of the model's files.
    """
    return sorted(cache_folder().glob(f"{_digest(hashes)}-*"))


def whole(conversion: Path) -> bool:
    """Whether every file of a conversion is there and has its size; its content is not read."""
    try:
        return all((conversion / name).stat().st_size == size for name, (size, _) in _made(conversion).items())
    except (OSError, ValueError):
        return False


def intact(conversion: Path) -> bool:
    """Whether every file of a conversion is what it was when it was made."""
    try:
        made = {name: sha256 for name, (_, sha256) in _made(conversion).items()}
        there = {path.name: sha256_of(path) for path in conversion.iterdir() if path.name != _MADE}
    except (OSError, ValueError):
        return False
    return there == made


def _made(conversion: Path) -> dict[str, tuple[int, str]]:
    made: dict[str, tuple[int, str]] = json.loads((conversion / _MADE).read_text(encoding="utf-8"))
    return made


def _check_vocabulary(folder: Path) -> None:
    """CTranslate2 knows one vocabulary for both sides, and takes the last row of the embeddings for that of `<pad>`."""
    try:
        vocabulary = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        last = max(vocabulary, key=lambda piece: vocabulary[piece])
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{folder / 'vocab.json'} is no vocabulary; name another folder with --model") from error
    if last != "<pad>" or (folder / "target_vocab.json").is_file():
        why = "has a vocabulary for each side" if last == "<pad>" else "does not have <pad> last in its vocabulary"
        raise ModelError(f"the model in {folder} {why}, which ctranslate2 cannot run; use --engine transformers")


def _convert(folder: Path, out: Path, quantization: str) -> None:
    from ctranslate2.converters import TransformersConverter

    try:
        with _announced(str(folder), quantization), quiet():
            TransformersConverter(str(folder)).convert(str(out), quantization=quantization)
    except Exception as error:  # what can be wrong with a file is up to three libraries
        raise ModelError(f"the model in {folder} cannot be converted: {first_line(error)}") from error


@contextmanager
def _announced(what: str, quantization: str) -> Iterator[None]:
    """A line on a terminal for as long as a conversion takes."""
    shown = sys.stderr is not None and sys.stderr.isatty()
    if shown:
        print(f"abrege: converting {what} to {quantization}, once …", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        if shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def first_line(error: Exception) -> str:
    """What a library says is wrong, without its paragraphs of advice."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)


@contextmanager
def quiet() -> Iterator[None]:
    """transformers without its progress bars, advice and warnings, which would come between a command's own notes."""
    from transformers.utils import logging

    bars, verbosity = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()
