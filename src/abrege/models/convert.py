"""A MarianMT folder in, the same model as CTranslate2 reads it out, from the user's cache; converted on first use."""

from __future__ import annotations

import json
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from abrege.errors import ModelError
from abrege.models.hashing import sha256_of
from abrege.models.store import DIGESTED, check_folder, digest_of, folder_digest

_HASHES = "sha256.json"  # in each conversion: the hash of every other file there


def cache_folder() -> Path:
    """Where converted models lie: in the user's cache, as the system places it (XDG_CACHE_HOME on Linux)."""
    import platformdirs

    return platformdirs.user_cache_path("abrege") / "ct2"


def converted(folder: Path, quantization: str) -> Path:
    """The CTranslate2 folder of a MarianMT folder.

    What is in the cache is found by the model's digest and the quantization, so a moved folder is not converted again
    and a retrained one is. A conversion is made beside its place and renamed into it: of two processes that convert at
    once the later one finds the place taken and uses what is there.

    Args:
        quantization: one of CTranslate2's names, such as "int8_float32" or "float32".

    Raises:
        ModelError: the folder is not a MarianMT model, CTranslate2 cannot run it, or the cache cannot be written to.
    """
    check_folder(folder)
    place = cache_folder() / f"{folder_digest(folder)}-{quantization}"
    if place.is_dir():
        return place
    _check_vocabulary(folder)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".converting-") as made:
            _convert(folder, Path(made) / "ct2", quantization)
            found = {path.name: sha256_of(path) for path in (Path(made) / "ct2").iterdir()}
            (Path(made) / "ct2" / _HASHES).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
            try:
                (Path(made) / "ct2").rename(place)
            except OSError:
                if not place.is_dir():
                    raise
    except OSError as error:
        raise ModelError(f"the converted model cannot be kept in {place.parent}: {error.strerror or error}") from error
    return place


def conversions(hashes: Mapping[str, str]) -> list[Path]:
    """What was converted from a model, whatever the quantization.

    Args:
        hashes: the sha256 of each of the model's files; those of a model that is no MarianMT model have no conversion.
    """
    if not all(name in hashes for name in DIGESTED):
        return []
    return sorted(cache_folder().glob(f"{digest_of(hashes)}-*"))


def intact(conversion: Path) -> bool:
    """Whether every file of a conversion is what it was when it was made."""
    try:
        made = json.loads((conversion / _HASHES).read_text(encoding="utf-8"))
        there = {path.name: sha256_of(path) for path in conversion.iterdir() if path.name != _HASHES}
    except (OSError, ValueError):
        return False
    return bool(there == made)


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

    shown = sys.stderr is not None and sys.stderr.isatty()
    if shown:
        print(f"abrege: converting {folder} to {quantization}, once …", end="", file=sys.stderr, flush=True)
    try:
        with quiet():
            TransformersConverter(str(folder)).convert(str(out), quantization=quantization)
    except Exception as error:  # what can be wrong with a file is up to three libraries
        raise ModelError(f"the model in {folder} cannot be converted: {first_line(error)}") from error
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
