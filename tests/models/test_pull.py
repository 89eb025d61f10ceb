"""Models of the Hugging Face hub: what is fetched is what is pinned, whatever network, disk or signals do."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from abrege.models import find_card, model_folder, on_disk

FILES: dict[str, Any] = {
    "config.json": b'{"model_type": "marian"}',
    "vocab.json": b'{"<pad>": 0}',
    "model.safetensors": random.Random(1).randbytes(300_000),
}
REVISION = "0123456789abcdef0123456789abcdef01234567"
WEIGHTS = "model.safetensors"
SPARE = {"README.md": b"not listed", "pytorch_model.bin": b"a pickle", "tf_model.h5": b"not listed"}
Line = Callable[..., str]


@pytest.fixture(autouse=True)
def pinned(home: Any, hub: Any, line: Line) -> None:
    hub.add("them/tiny", {**FILES, **SPARE})
    home.write_list(line("tiny", FILES))


def is_there() -> bool:
    """Whether the model counts as on disk, and if so see that every file is the right one."""
    card = find_card("tiny")
    if not on_disk(card):
        return False
    assert {name: (model_folder(card) / name).read_bytes() for name in FILES} == FILES
    return True


def test_only_the_listed_files_are_fetched_and_each_once(home: Any, hub: Any) -> None:
    assert not is_there()
    done = home.run("models", "pull", "tiny", "tiny")
    assert (done.returncode, done.stderr) == (0, "")
    assert "tiny: 3 files verified, in " in done.stdout
    assert is_there()
    assert sorted(hub.fetched()) == sorted(FILES)
    asked = len(hub.requests)
    assert home.run("models", "pull", "tiny").returncode == 0
    assert len(hub.requests) == asked  # what is there is not asked for again


def test_files_that_another_program_left_in_the_cache_are_used(home: Any, hub: Any) -> None:
    home.run("models", "pull", "tiny")
    shutil.rmtree(home.data / "receipts")
    asked = len(hub.requests)
    assert not is_there()
    assert home.run("models", "pull", "tiny", environment={"HF_HUB_OFFLINE": "1"}).returncode == 0
    assert is_there()
    assert len(hub.requests) == asked


def test_a_token_goes_to_the_hub(home: Any, hub: Any) -> None:
    home.run("models", "pull", "tiny", environment={"HF_TOKEN": "hf_secret"})
    assert hub.tokens == {"Bearer hf_secret"}


@pytest.mark.parametrize("name", ["vocab.json", WEIGHTS])
def test_a_corrupted_file_is_put_away_and_never_becomes_a_model(home: Any, hub: Any, name: str) -> None:
    hub.corrupted.add(name)
    failed = home.run("models", "pull", "tiny")
    assert (failed.returncode, failed.stdout) == (1, "")
    quarantine = home.data / "quarantine" / "tiny"
    assert f"{name} is not the file that models.txt pins" in failed.stderr and str(quarantine) in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert not is_there()
    assert [p.name.partition("-")[2] for p in quarantine.iterdir()] and "hf" in os.listdir(home.root)
    assert not any(name in path for path in home.files() if path.startswith("hf"))
    hub.corrupted.clear()
    asked = len(hub.requests)
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()
    assert name in hub.fetched(asked)


def test_what_nobody_had_measured_is_recorded_said_and_then_expected(home: Any, hub: Any, line: Line) -> None:
    home.write_list("# mine", line("tiny", FILES, vocab="unverified", config="unverified"))
    first = home.run("models", "pull", "tiny")
    assert first.returncode == 0
    assert "nobody had measured config.json, vocab.json of 'tiny'" in first.stderr
    assert first.stderr.count("\n") == 1
    assert (home.data / "models.txt").read_text().startswith("# mine\n")
    assert find_card("tiny").unverified == ()
    assert is_there()
    list_that_knows = (home.data / "models.txt").read_text()
    home.write_list(line("tiny", FILES, vocab="unverified"))  # what was seen is noted elsewhere too
    (model_folder(find_card("tiny")) / "vocab.json").resolve().write_bytes(b"other")
    assert "vocab.json is wrong" in home.run("models", "verify", "tiny").stdout
    home.write_list(list_that_knows)
    home.run("models", "remove", "tiny")
    hub.add("them/tiny", {**FILES, "vocab.json": b'{"<pad>": 1}'})
    second = home.run("models", "pull", "tiny")
    assert second.returncode == 1
    assert "vocab.json is not the file that models.txt pins" in second.stderr


@pytest.mark.parametrize("name", ["vocab.json", WEIGHTS])
def test_what_nobody_had_measured_must_be_what_the_hub_lists(home: Any, hub: Any, line: Line, name: str) -> None:
    home.write_list(line("tiny", FILES, vocab="unverified", model="unverified"))
    hub.corrupted.add(name)
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert f"{name} is not the file that the hub lists" in failed.stderr
    assert find_card("tiny").unverified == ("vocab.json", WEIGHTS)
    assert not is_there()


@pytest.mark.parametrize("where", ["listed", "served"])
def test_another_revision_than_the_pinned_one_is_refused(home: Any, hub: Any, where: str) -> None:
    setattr(hub, where, "f" * 40)
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert "f" * 40 in failed.stderr and "refused" in failed.stderr
    assert not is_there()


def test_a_repository_a_revision_and_a_file_that_are_not_there_are_named(home: Any, hub: Any, line: Line) -> None:
    for change, named in (
        ("them/none", "no such repository"),
        ("0123456789", "no such revision"),
        ("vocab", "no file vocabulary.json"),
    ):
        text = line("tiny", FILES)
        text = {
            "them/none": text.replace("them/tiny", "them/none"),
            "0123456789": text.replace("0123456789", "9876543210"),
            "vocab": text.replace("vocab.json", "vocabulary.json"),
        }[change]
        home.write_list(text)
        failed = home.run("models", "pull", "tiny")
        assert failed.returncode == 1
        assert named in failed.stderr
        assert failed.stderr.count("\n") == 1


def test_a_download_that_breaks_is_tried_again_in_the_same_pull(home: Any, hub: Any) -> None:
    hub.cut[WEIGHTS] = 100_000
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()
    assert hub.fetched().count(WEIGHTS) == 2


def test_a_download_that_stays_broken_begins_that_file_again_and_keeps_the_others(home: Any, hub: Any) -> None:
    hub.cut[WEIGHTS], hub.dead = 100_000, {WEIGHTS}
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert "finished files are kept" in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert not is_there()
    assert not [path for path in home.files() if "incomplete" in path]
    hub.dead.clear()
    asked = len(hub.requests)
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()
    assert hub.fetched(asked) == [WEIGHTS]
    assert not [r for _, _, r in hub.requests[asked:] if r]


def test_a_disk_that_fills_up_says_so_and_keeps_nothing_half(home: Any) -> None:
    def little_room() -> None:  # as a full disk does, the system refuses to write on in the middle of the file
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    failed = home.run("models", "pull", "tiny", preexec_fn=little_room)
    assert failed.returncode == 1
    assert "'tiny' cannot be kept" in failed.stderr and "File too large" in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert not is_there()
    assert not [path for path in home.files() if (home.root / path).stat().st_size >= 50_000]
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()


def test_a_disk_without_room_is_seen_before_anything_is_fetched(home: Any, hub: Any) -> None:
    code = (
        "import shutil, sys\nfrom abrege.cli import main\n"
        "shutil.disk_usage = lambda path: type('Usage', (), {'free': 250_000})\n"
        "main(['models', 'pull', 'tiny'])"
    )
    failed = home.python(code)
    assert failed.returncode == 1
    assert "needs 0.3 MB more" in failed.stderr and "HF_HOME" in failed.stderr
    assert hub.fetched() == []


@pytest.mark.parametrize("variable", ["HF_HOME", "XDG_DATA_HOME"])
def test_a_place_that_is_closed_is_named(home: Any, variable: str) -> None:
    closed = home.root / "closed"
    if os.geteuid():
        closed.mkdir(mode=0o500)
    else:
        closed.write_text("")  # no folder is closed to root, but a file is none
    code = (  # the user's list stays where it is, whatever the data folder
        "import abrege.models.registry as registry\nfrom pathlib import Path\nfrom abrege.cli import main\n"
        f"registry.user_models_txt = lambda: Path({str(home.data / 'models.txt')!r})\nmain(['models', 'pull', 'tiny'])"
    )
    failed = home.python(code, environment={variable: str(closed / "place")})
    assert failed.returncode == 1
    assert "'tiny' cannot be kept in" in failed.stderr and str(closed) in failed.stderr
    assert failed.stderr.count("\n") == 1


def test_two_pulls_at_once_end_with_one_good_copy(home: Any, hub: Any) -> None:
    hub.rate = 600_000
    runs = [home.start("models", "pull", "tiny") for _ in range(2)]
    answers = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], answers
    assert is_there()
    assert sorted(hub.fetched()) == sorted(FILES)


def test_a_pull_that_is_killed_leaves_what_the_next_completes(home: Any, hub: Any) -> None:
    clock = random.Random(4)
    code = (  # pulls once for each line it reads, in a child, so that the imports are paid for once
        "import os, sys\nimport huggingface_hub.file_download, huggingface_hub.hf_api, tqdm\n"
        "from abrege.cli import main\n"
        "for line in sys.stdin:\n"
        "    child = os.fork()\n"
        "    if not child:\n"
        "        os.dup2(2, 1)\n"
        "        main(['models', 'pull', 'tiny'])\n"
        "    print(child, flush=True)\n"
        "    print(os.waitpid(child, 0)[1], flush=True)\n"
    )
    pulls = home.start(stdin=subprocess.PIPE, bufsize=1, command=[sys.executable, "-c", code])
    killed = 0

    def pull(seconds: float | None = None) -> int:
        asked = len(hub.requests)
        pulls.stdin.write("\n")
        child = int(pulls.stdout.readline())
        if seconds is not None:
            while len(hub.requests) == asked:
                time.sleep(0.002)
            time.sleep(seconds)
            with suppress(ProcessLookupError):  # it was done before
                os.kill(child, signal.SIGKILL)
        return int(pulls.stdout.readline())

    for _ in range(10):
        shutil.rmtree(home.root / "hf", ignore_errors=True)
        shutil.rmtree(home.data / "receipts", ignore_errors=True)
        hub.rate = 700_000
        status = pull(clock.uniform(0, 0.5))
        hub.rate = 0
        killed += status == signal.SIGKILL
        assert is_there() or status == signal.SIGKILL
        assert pull() == 0
        assert is_there()
    pulls.communicate()
    assert killed >= 5


def test_a_terminal_has_one_bar_with_size_and_rate(home: Any, hub: Any) -> None:
    hub.rate = 400_000
    text = home.on_terminal("models", "pull", "tiny")
    assert "tiny:" in text and "/300k" in text and "kB/s" in text
    assert "\n" not in text  # one line, drawn over


def test_offline_without_the_model_one_sentence_says_how_to_get_it(home: Any, hub: Any) -> None:
    french = home.root / "a.txt"
    french.write_text("Le chat dort.\n")
    failed = home.run("translate", "--model", "tiny", french)
    assert failed.returncode == 1
    assert failed.stderr == "abrege: the model 'tiny' is not on disk; to fetch it, type: abrege models pull tiny\n"
    assert hub.requests == []
    for environment, named in (
        ({"HF_HUB_OFFLINE": "1"}, "HF_HUB_OFFLINE"),
        ({"HF_ENDPOINT": "http://127.0.0.1:9"}, "http://127.0.0.1:9/them/tiny cannot be had"),
    ):
        failed = home.run("models", "pull", "tiny", environment=environment)
        assert failed.returncode == 1
        assert named in failed.stderr
        assert failed.stderr.count("\n") == 1


def test_a_file_that_changes_later_is_no_longer_used(home: Any) -> None:
    home.run("models", "pull", "tiny")
    folder = model_folder(find_card("tiny"))
    weights = (folder / WEIGHTS).resolve()
    os.utime(weights)
    assert not on_disk(find_card("tiny"))
    touched = home.run("models", "verify", "tiny")
    assert (touched.returncode, touched.stdout) == (0, "tiny: 3 files ok\n")
    assert is_there()
    times = weights.stat()
    weights.write_bytes(weights.read_bytes()[:-1] + b"?")
    os.utime(weights, ns=(times.st_atime_ns, times.st_mtime_ns))  # unseen by all but `verify`
    found = home.run("models", "verify")
    assert found.returncode == 1
    assert f"{WEIGHTS} is wrong; it was moved to {home.data / 'quarantine' / 'tiny'}" in found.stdout
    assert "abrege models pull tiny" in found.stderr
    assert not on_disk(find_card("tiny"))
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()


def test_a_file_that_is_deleted_from_the_cache_is_fetched_again_alone(home: Any, hub: Any) -> None:
    home.run("models", "pull", "tiny")
    (model_folder(find_card("tiny")) / "vocab.json").resolve().unlink()
    assert not on_disk(find_card("tiny"))
    missing = home.run("models", "verify", "tiny")
    assert missing.returncode == 1 and "vocab.json is missing" in missing.stdout
    asked = len(hub.requests)
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()
    assert hub.fetched(asked) == ["vocab.json"]


def test_a_damaged_model_is_reported_until_it_is_fetched_again(home: Any) -> None:
    home.run("models", "pull", "tiny")
    (model_folder(find_card("tiny")) / WEIGHTS).resolve().write_bytes(b"other")
    for state in ("wrong", "missing", "missing"):
        found = home.run("models", "verify")
        assert found.returncode == 1
        assert f"{WEIGHTS} is {state}" in found.stdout and "abrege models pull tiny" in found.stderr
    shutil.rmtree(home.root / "hf")
    assert "tiny: 3 of 3 wrong" in home.run("models", "verify").stdout


def test_a_file_that_somebody_linked_into_the_cache_stays_where_it_is(home: Any, hub: Any) -> None:
    home.run("models", "pull", "tiny")
    mine = home.root / "config.json"
    mine.write_text("mine")
    linked = model_folder(find_card("tiny")) / "config.json"
    linked.unlink()
    linked.symlink_to(mine)
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1 and str(mine) in failed.stderr
    assert mine.read_text() == "mine" and not linked.is_symlink()
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()


def test_of_two_names_for_one_commit_each_is_removed_alone(home: Any, hub: Any, line: Line) -> None:
    home.write_list(line("one", FILES), line("tiny", FILES))
    home.run("models", "pull", "one", "tiny")
    first = home.run("models", "remove", "one")
    assert first.stdout == "one: removed\n"
    assert first.stderr == "abrege: the files of 'one' stay, since tiny has the same\n"
    assert is_there() and not on_disk(find_card("one"))
    assert home.run("models", "remove", "one").stdout == "one: was not on disk\n"
    assert is_there()
    assert home.run("models", "remove", "tiny").stderr == ""
    assert [path for path in home.files() if "CACHEDIR" not in path] == ["data/abrege/models.txt"]


def test_removing_takes_the_commit_that_was_fetched_before_too(home: Any, hub: Any, line: Line) -> None:
    home.run("models", "pull", "tiny")
    newer = {**FILES, "config.json": b'{"model_type": "marian", "newer": true}'}
    hub.add("them/tiny", newer, "f" * 40)
    home.write_list(line("tiny", newer).replace(REVISION, "f" * 40))
    home.run("models", "pull", "tiny")
    assert on_disk(find_card("tiny"))
    assert home.run("models", "remove", "tiny").stdout == "tiny: removed\n"
    assert [path for path in home.files() if "CACHEDIR" not in path] == ["data/abrege/models.txt"]
    assert home.run("models", "remove", "tiny").stdout == "tiny: was not on disk\n"


def test_a_repository_is_the_pin_of_it_that_is_on_disk(home: Any, hub: Any, line: Line) -> None:
    hub.add("them/tiny", FILES, "f" * 40)
    hub.add("fork/tiny", FILES)  # with the same commit
    home.write_list(
        line("old", FILES).replace(REVISION, "f" * 40), line("tiny", FILES), line("fork", FILES, "fork/tiny")
    )
    home.run("models", "pull", "fork", "tiny")
    assert home.run("models", "path", "them/tiny").stdout == f"{model_folder(find_card('tiny'))}\n"
    assert home.run("models", "verify", "them/tiny").stdout == "tiny: 3 files ok\n"
    assert home.run("models", "remove", "them/tiny").stdout == "tiny: removed\n"
    assert on_disk(find_card("fork")) and not on_disk(find_card("tiny"))


def test_what_fails_does_not_keep_the_others_from_being_fetched(home: Any, line: Line) -> None:
    home.write_list(line("none", FILES, "them/none"), line("nothing", FILES, "them/nothing"), line("tiny", FILES))
    done = home.run("models", "--json", "pull", "none", "nothing", "tiny")
    assert done.returncode == 1
    assert [model["name"] for model in json.loads(done.stdout)] == ["tiny"]
    assert "them/none" in done.stderr.splitlines()[0] and "them/nothing" in done.stderr.splitlines()[1]
    assert is_there()


def test_removing_leaves_nothing_but_the_line(home: Any, hub: Any) -> None:
    hub.corrupted.add(WEIGHTS)
    home.run("models", "pull", "tiny")
    hub.corrupted.clear()
    home.run("models", "pull", "tiny")
    elsewhere = {"HF_HOME": str(home.root / "elsewhere")}  # where it was when it was pulled is known
    gone = home.run("models", "remove", "tiny", environment=elsewhere)
    assert (gone.returncode, gone.stdout, gone.stderr) == (0, "tiny: removed\n", "")
    assert [path for path in home.files() if "CACHEDIR" not in path] == ["data/abrege/models.txt"]
    again = home.run("models", "remove", "tiny")
    assert (again.returncode, again.stdout, again.stderr) == (0, "tiny: was not on disk\n", "")
    assert home.run("models", "verify", "tiny").returncode == 1
