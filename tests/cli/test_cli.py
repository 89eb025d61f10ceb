"""The command line: what a person types, what they get, and how mistakes are answered."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = "Le conseil municipal a voté lundi soir. Le maire est content.\n"


def test_digest_prints_title_translation_and_two_summaries(abrege: Run, samples: Path) -> None:
    result = abrege("digest", samples / "mairie-bref.fr.txt")
    assert result.code == 0, result.err
    for word in ("Saint-Aubin", "EXTRACTIVE SUMMARY", "ABSTRACTIVE SUMMARY", "7:12 a.m.", "14.6 million"):
        assert word.lower() in result.out.lower()


def test_a_pipe_translates_and_then_summarises_the_english(abrege: Run, samples: Path) -> None:
    english = abrege("translate", stdin=(samples / "rachat-openai.fr.txt").read_bytes())
    assert english.code == 0
    summary = abrege("summarize", "--sentences", 1, stdin=english.out)
    assert summary.code == 0
    assert summary.out.strip()
    assert summary.out.strip() in " ".join(english.out.split())


def test_a_dash_is_standard_input(abrege: Run) -> None:
    assert abrege("translate", "-", stdin=TEXT).out == abrege("translate", stdin=TEXT).out != ""


def test_lines_gives_one_line_for_each(abrege: Run) -> None:
    result = abrege("translate", "--lines", stdin="Bonjour. Comment ça va ?\n\nLe chat dort\n")
    assert result.code == 0
    assert result.out.count("\n") == 3
    assert result.out.split("\n")[1] == ""


def test_json_holds_both_languages(abrege: Run) -> None:
    record = json.loads(abrege("translate", "--json", stdin=TEXT).out)
    first, second = record["blocks"][0]["sentences"]
    assert (first["id"], first["source"], first["status"]) == (
        "1.1",
        "Le conseil municipal a voté lundi soir.",
        "translated",
    )
    assert "Monday" in first["target"]
    assert second["id"] == "1.2"
    assert "small@" in record["signature"]


def test_english_passes_through_translate_with_a_note(abrege: Run) -> None:
    text = "The council voted on Monday evening. The mayor is happy with what they have done.\n"
    result = abrege("translate", stdin=text)
    assert (result.code, result.out) == (0, text)
    assert "English already" in result.err


def test_output_goes_to_a_file_whole(abrege: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    result = abrege("translate", "-o", out, stdin=TEXT)
    assert (result.code, result.out) == (0, "")
    assert "council" in out.read_text(encoding="utf-8")
    assert os.listdir(tmp_path) == ["out.txt"]


def test_models_are_listed(abrege: Run) -> None:
    result = abrege("models")
    assert result.code == 0
    assert "opus-mt-fr-en" in result.out
    names = [m["name"] for m in json.loads(abrege("models", "--json").out) if m["on_disk"]]
    assert names == ["small"]


@pytest.mark.parametrize(
    ("args", "stdin", "code", "part"),
    [
        (["translate", "Bonjour tout le monde"], "", 1, "pipe it: echo … | abrege translate"),
        (["translate", "missing.txt"], "", 1, "no such file"),
        (["translate", "."], "", 1, "folder"),
        (["translate"], "", 1, "empty"),
        (["translate"], b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", 1, "PDF"),
        (["translate", "--model", "smal"], TEXT, 2, "'small'"),
        (["summarize", "--method", "lexrang"], TEXT, 2, "'lexrank'"),
        (["summarize", "--words", "0"], TEXT, 2, "0"),
        (["translate", "-o", "no/such/folder/x.txt"], TEXT, 2, "does not exist"),
        (["translate", "-o", "."], TEXT, 2, "folder"),
        (["translate", "--model", "no/such/model"], TEXT, 1, "no/such/model"),
        (["translate", "--engine", "marian"], TEXT, 2, "'ctranslate2'"),
        (["translate", "--device", "tpu"], TEXT, 2, "'cuda'"),
        (["translate", "--compute-type", "int3"], TEXT, 2, "int8_float32"),
        (["summarize", "--engine", "transformers", "--compute-type", "int8"], TEXT, 2, "float32"),
        (["transalte"], "", 2, "'translate'"),
        (["translate", "--nothing"], "", 2, "--nothing"),
        (["translate", "--lines", "--json"], TEXT, 2, "--lines"),
        (["translate", "-o", ""], TEXT, 2, "empty"),
        (["translate", "-o", "x.html"], TEXT, 2, ".txt or .json"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(
    abrege: Run, args: list[str], stdin: str | bytes, code: int, part: str
) -> None:
    result = abrege(*args, stdin=stdin)
    assert (result.code, result.out) == (code, "")
    assert part in result.err
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err


def test_another_language_is_refused_as_a_whole_and_can_be_overridden(abrege: Run) -> None:
    text = (
        "Der Bundestag hat am Donnerstag nach langer Debatte ein neues Gesetz beschlossen. Die Regierung will damit "
        "den Wohnungsbau fördern, doch die Opposition hält die Mittel für viel zu gering und spricht von einer "
        "Täuschung der Wähler.\n"
    )
    result = abrege("translate", stdin=text)
    assert (result.code, result.out) == (1, "")
    assert "German" in result.err and "--lang fr" in result.err
    assert abrege("translate", "--lang", "fr", stdin=text).code == 0


def test_the_input_file_is_never_the_output_file(abrege: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = abrege("translate", path, "-o", path)
    assert result.code == 2
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_failure_leaves_the_old_output(abrege: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = abrege("translate", "-o", out, stdin=TEXT)
    assert result.code == 1
    assert "No space left" in result.err and "out.txt" in result.err
    assert out.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["out.txt"]


def test_debug_shows_the_traceback(abrege: Run) -> None:
    assert "Traceback" in abrege("translate", "missing.txt", "--debug").err


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f"'{sys.executable}' -m abrege models --json | (exec <&-; sleep 2); echo ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (run.stdout, run.stderr) == (b"0\n", b"")


def test_a_call_without_a_command_shows_the_help(abrege: Run) -> None:
    result = abrege()
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Usage: abrege")


def test_what_a_link_points_to_is_written_and_not_the_link(abrege: Run, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert abrege("translate", "-o", tmp_path / "link.txt", stdin=TEXT).code == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert "council" in (tmp_path / "real.txt").read_text(encoding="utf-8")


def test_a_pipe_with_a_name_is_written_into(abrege: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=subprocess.PIPE)
    assert abrege("translate", "-o", tmp_path / "pipe", stdin=TEXT).code == 0
    assert b"council" in reader.communicate(timeout=30)[0]
    assert (tmp_path / "pipe").is_fifo()


def test_a_dash_is_standard_output(abrege: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "council" in abrege("translate", "-o", "-", stdin=TEXT).out
    assert os.listdir(tmp_path) == []


def test_the_default_path_imports_nothing_heavy(samples: Path) -> None:
    code = (
        "import sys\nfrom abrege.cli import main\n"
        f"try: main(['digest', {str(samples / 'rachat-openai.fr.txt')!r}])\nexcept SystemExit: pass\n"
        "print(sorted({'torch', 'transformers', 'py3langid', 'scipy'} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert run.stderr.strip().splitlines()[-1] == "[]"


def test_help_imports_no_engine() -> None:
    code = (
        "import sys\nfrom abrege.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'numpy', 'ctranslate2', 'sentencepiece', 'json'} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert run.stderr.strip() == "[]"
    assert "translate" in run.stdout


def test_french_sentences_of_an_english_text_are_translated(abrege: Run) -> None:
    text = (
        "The council voted on Monday evening. The mayor is happy with what they have done, and so are we all.\n\n"
        "Le conseil municipal a voté lundi soir la fermeture de la piscine.\n"
    )
    out = abrege("translate", stdin=text).out
    assert out.startswith("The council voted on Monday evening. The mayor is happy")
    assert "municipal a voté" not in out and "pool" in out


def test_a_text_without_a_sentence_has_a_digest_without_summaries(abrege: Run) -> None:
    result = abrege("digest", stdin="🎉\n")
    assert result.code == 0
    assert "🎉" in result.out
    assert "no sentence" in result.err


def test_a_table_keeps_its_columns(abrege: Run) -> None:
    out = abrege("translate", stdin="Ville\tHabitants\nLyon\t522 250\n").out
    assert [line.count("\t") for line in out.splitlines()] == [1, 1]


def test_the_signature_names_engine_and_precision(abrege: Run) -> None:
    for options, named in (
        (["--engine", "transformers", "--threads", "1", "--device", "cpu"], "transformers float32"),
        (["--device", "cpu"], "ctranslate2 int8_float32"),
    ):
        result = abrege("translate", "-v", *options, stdin=TEXT)
        assert result.code == 0 and "council" in result.out
        assert result.err.count("\n") == 1 and named in result.err


def test_an_interrupt_is_answered_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"Le conseil numéro {k} a voté la fermeture de la piscine.\n" for k in range(20_000)))
    command = [sys.executable, "-m", "abrege", "translate", "--lines", str(path)]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_hears_interrupts)
    time.sleep(5)
    run.send_signal(signal.SIGINT)
    assert run.communicate(timeout=30)[1] == b"abrege: interrupted\n"
    assert run.returncode == 130


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_an_interrupt_leaves_the_old_output_and_nothing_else(tmp_path: Path, name: str) -> None:
    source, out = tmp_path / "long.txt", tmp_path / "out.txt"
    source.write_text("".join(f"Le conseil numéro {k} a voté la fermeture de la piscine.\n\n" for k in range(20_000)))
    out.write_text("old")
    command = [sys.executable, "-m", "abrege", "translate", str(source), "-o", str(out)]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=_hears_interrupts)
    deadline = time.monotonic() + 60
    while not any(p.name.startswith(".out") and p.stat().st_size for p in tmp_path.iterdir()):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    run.send_signal(getattr(signal, name))
    assert run.communicate(timeout=30)[1] == b"abrege: interrupted\n"
    assert (run.returncode, out.read_text()) == (130, "old")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["long.txt", "out.txt"]


def test_a_reader_that_has_enough_ends_a_long_translation_in_silence(tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("".join(f"Le conseil numéro {k} a voté la fermeture de la piscine.\n\n" for k in range(20_000)))
    run = subprocess.Popen(
        [sys.executable, "-m", "abrege", "translate", str(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout and run.stderr and run.stdout.readline().startswith(b"The board number 0 ")
    run.stdout.close()
    assert run.wait(timeout=60) == 0 and run.stderr.read() == b""


def test_the_input_is_not_overwritten_through_a_redirect(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le maire a dit non.\n")
    with path.open("rb") as source:
        command = [sys.executable, "-m", "abrege", "translate", "-o", str(path)]
        run = subprocess.run(command, stdin=source, capture_output=True, text=True)
    assert run.returncode == 2 and "is the input file" in run.stderr
    assert path.read_text() == "Le maire a dit non.\n"


def test_a_pipe_that_does_not_wait_loses_nothing() -> None:
    read_end, write_end = os.pipe()
    os.set_blocking(read_end, False)
    run = subprocess.Popen(
        [sys.executable, "-m", "abrege", "translate"], stdin=read_end, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    os.close(read_end)
    for sentence in (b"Bonjour.\n\n", b"Merci.\n"):
        time.sleep(1)
        os.write(write_end, sentence)
    os.close(write_end)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out.count(b"\n"), err) == (0, 3, b"")


def _hears_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
