"""A model that was pulled translates without a connection, and what is converted from it belongs to it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from abrege.errors import ModelError
from abrege.models import convert, find_card, folder_card, model_folder, on_disk, receipts
from abrege.models.pull import remove, verify
from abrege.models.store import folder_digest
from abrege.models.weights import load_weights


@pytest.fixture
def pulled(home: Any, hub: Any, tiny: Path, line: Callable[..., str]) -> Path:
    """The tiny MarianMT model, pulled; the folder where it lies."""
    files = {p.name: p for p in tiny.iterdir() if p.suffix != ".vocab"}
    hub.add("them/opus", files)
    home.write_list(line("opus", files, "them/opus"))
    assert home.run("models", "pull", "opus").returncode == 0
    return model_folder(find_card("opus"))


def test_no_connection_is_made_when_the_model_is_on_disk(home: Any, hub: Any, pulled: Path, french: list[str]) -> None:
    code = (
        "import sys\n"
        "def guard(event, args):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.sendto'):\n"
        "        print('asked', event, args, file=sys.stderr)\n"
        "        raise ConnectionError(event)\n"
        "sys.addaudithook(guard)\n"
        "from abrege.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "finally:\n    print('huggingface_hub' in sys.modules, file=sys.stderr)\n"
    )
    text = home.root / "text.txt"
    text.write_text("\n".join(french))
    asked = len(hub.requests)
    for loaded in ("True", "False"):  # to convert it, once, transformers is loaded, and huggingface_hub with it
        done = home.python(code, arguments=["translate", "--lines", "--model", "opus", text])
        assert done.returncode == 0 and "asked" not in done.stderr
        assert done.stderr.endswith(f"{loaded}\n")
        assert done.stdout.count("\n") == len(french)
    assert len(hub.requests) == asked
    assert "asked" in home.python(code, arguments=["models", "pull", "t5-small"]).stderr  # the guard does see


def test_auto_takes_the_pulled_model_only_where_it_stands_before_the_small_one(home: Any, pulled: Path) -> None:
    done = home.run("models", "--json")
    there = [model["name"] for model in json.loads(done.stdout) if model["on_disk"]]
    assert there == ["small", "opus"]


def test_a_start_hashes_nothing_of_a_pulled_model(pulled: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = folder_digest(tiny)

    def hashed(path: Path) -> str:
        raise AssertionError(path)

    monkeypatch.setattr("abrege.models.store.sha256_of", hashed)
    assert folder_digest(pulled) == expected


def test_a_conversion_is_verified_and_removed_with_its_model(pulled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(pulled.parents[2]))
    card = find_card("opus")
    kept, broken = (convert.converted(pulled, q) for q in ("float32", "int8_float32"))
    assert set(verify(card).converted.values()) == {"ok"}
    data = bytearray((broken / "model.bin").read_bytes())
    data[len(data) // 2] ^= 1
    times = (broken / "model.bin").stat()
    (broken / "model.bin").write_bytes(data)
    os.utime(broken / "model.bin", ns=(times.st_atime_ns, times.st_mtime_ns))
    found = verify(card)
    assert found.converted == {kept: "ok", broken: "wrong"}
    assert found.wrong == (str(broken),)
    assert not broken.exists()
    assert on_disk(card)  # the model itself is as it was
    assert convert.intact(convert.converted(pulled, "int8_float32"))
    assert remove(card)
    assert list(convert.cache_folder().iterdir()) == []
    assert not pulled.exists()
    assert receipts.read("opus") is None
    assert not remove(card)


def test_weights_are_read_from_a_pickle_only_where_its_bytes_are_pinned(
    home: Any, hub: Any, line: Callable[..., str], tmp_path: Path
) -> None:
    import torch

    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (os.mkdir, (str(tmp_path / "was run"),))

    torch.save({"weight": torch.ones(2)}, tmp_path / "good.bin")
    torch.save({"weight": Evil()}, tmp_path / "evil.bin")
    config = {"config.json": b'{"model_type": "bart"}'}
    for name in ("good", "evil"):
        hub.add(f"them/{name}", {**config, "pytorch_model.bin": (tmp_path / f"{name}.bin").read_bytes()})
    lines = [
        line(name, hub.repositories[f"them/{name}"]["0123456789abcdef" * 2 + "01234567"], f"them/{name}")
        for name in ("good", "evil")
    ]
    home.write_list(*lines)
    assert home.run("models", "pull", "good", "evil").returncode == 0
    assert load_weights(find_card("good"))["weight"].tolist() == [1, 1]
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_weights(find_card("evil"))
    assert not (tmp_path / "was run").exists()
    home.write_list(lines[0].replace(lines[0].rpartition("=")[2], "unverified"))
    with pytest.raises(ModelError, match="may run code"):
        load_weights(find_card("good"))


def test_weights_come_from_safetensors(pulled: Path) -> None:
    weights = load_weights(find_card("opus"))
    assert weights["final_logits_bias"].shape[0] == 1
    with pytest.raises(ModelError, match="not on disk"):
        load_weights(find_card("t5-small"))
    assert folder_card(pulled).revision == folder_digest(pulled)[:12]
