"""What the tests of models need: a server that plays the Hugging Face hub and a package index, a home, a tiny model."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import subprocess
import sys
import termios
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

REVISION = "0123456789abcdef0123456789abcdef01234567"
LARGE = (".safetensors", ".bin", ".gguf")  # what the hub keeps outside git, and sends from another host


@dataclass
class Hub:
    """The server; what it does wrong is switched on by its attributes.

    Attributes:
        repositories: "OWNER/NAME" -> revision -> path -> bytes, or a path to them.
        branches: "OWNER/NAME" -> branch -> revision.
        wheels: file name -> bytes, as the package index has them.
        hashes: whether the index says what a wheel's sha256 is.
        cut: file name -> the bytes after which its connection breaks, the next time.
        dead: file names that answer 503 once they were cut.
        corrupted: file names whose bytes are other than what is listed.
        listed: what the API says the commit is, instead of the one that was asked for.
        served: the same of what comes with the files.
        rate: bytes a second for each connection.
        requests: method, path and "Range" of each request so far.
        tokens: what came as Authorization.
    """

    url: str = ""
    repositories: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    branches: dict[str, dict[str, str]] = field(default_factory=dict)
    wheels: dict[str, bytes] = field(default_factory=dict)
    hashes: bool = False
    cut: dict[str, int] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)
    corrupted: set[str] = field(default_factory=set)
    listed: str = ""
    served: str = ""
    rate: float = 0.0
    requests: list[tuple[str, str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def add(self, repository: str, files: dict[str, Any], revision: str = REVISION, branch: str = "main") -> None:
        """Put a commit into a repository, at the head of a branch."""
        self.repositories.setdefault(repository, {})[revision] = files
        self.branches.setdefault(repository, {})[branch] = revision

    def add_wheel(self, name: str, files: dict[str, bytes]) -> str:
        """Put a wheel on the index; returns its sha256."""
        project, version = name.split("-")[:2]
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in files.items():
                archive.writestr(path, data)
            info = f"{project}-{version}.dist-info"
            archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {project}\nVersion: {version}\n")
            archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            archive.writestr(f"{info}/RECORD", "")
        self.wheels[name] = packed.getvalue()
        return sha256(packed.getvalue())

    def fetched(self, since: int = 0) -> list[str]:
        """The names of the files whose bytes were asked for, in order."""
        gets = [path for method, path, _ in self.requests[since:] if method == "GET"]
        return [path.rsplit("/", 1)[-1] for path in gets if "/resolve/" in path or "/cdn/" in path or "/files/" in path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Hub

    def log_message(self, *args: Any) -> None: ...

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        asked = urlsplit(self.path).path.strip("/").split("/")
        parts = [unquote(part) for part in asked]  # a branch may have a slash
        path = "/".join(["", *parts])
        self.hub.requests.append((self.command, path, self.headers.get("Range", "")))
        if "Authorization" in self.headers:
            self.hub.tokens.add(self.headers["Authorization"])
        try:
            if parts[:2] == ["api", "models"]:
                self._api("/".join(parts[2:4]), parts[5] if len(parts) > 5 else "main")
            elif parts[0] == "simple":
                self._index(parts[1])
            elif parts[0] == "files":
                self._send(parts[1], self.hub.wheels[parts[1]], {})
            elif parts[0] == "cdn":
                self._send(
                    parts[-1], self.hub.repositories[f"{parts[1]}/{parts[2]}"][parts[3]]["/".join(parts[4:])], {}
                )
            elif parts[:1] == ["api"]:  # what huggingface_hub asks for itself
                self._refuse(404)
            else:
                self._resolve("/".join(parts[:2]), parts[3], "/".join(parts[4:]))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _api(self, repository: str, revision: str) -> None:
        commits = self.hub.repositories.get(repository)
        commit = self.hub.branches.get(repository, {}).get(revision, revision)
        if commits is None:
            return self._refuse(404, "RepoNotFound")
        if commit not in commits:
            return self._refuse(404, "RevisionNotFound")
        listed = []
        for name, content in commits[commit].items():
            data = content if isinstance(content, bytes) else None
            size = len(data) if data is not None else content.stat().st_size
            entry: dict[str, Any] = {"rfilename": name, "size": size}
            if name.endswith(LARGE):
                entry["lfs"] = {"sha256": sha256(content), "size": size, "pointerSize": 134}
                entry["blobId"] = "0" * 40
            else:
                entry["blobId"] = _blob(content)
            listed.append(entry)
        record = {"id": repository, "sha": self.hub.listed or commit, "tags": ["license:mit"], "siblings": listed}
        self._send("", json.dumps(record).encode(), {"Content-Type": "application/json"})

    def _resolve(self, repository: str, revision: str, name: str) -> None:
        files = self.hub.repositories.get(repository, {}).get(revision)
        if files is None:
            return self._refuse(404, "RevisionNotFound")
        if name not in files:
            return self._refuse(404, "EntryNotFound")
        headers = {"X-Repo-Commit": self.hub.served or revision, "Accept-Ranges": "bytes"}
        if not name.endswith(LARGE):
            return self._send(name, files[name], {**headers, "ETag": f'"{_blob(files[name])}"'})
        size = len(files[name]) if isinstance(files[name], bytes) else files[name].stat().st_size
        self.send_response(302)
        port = self.server.server_port  # type: ignore[attr-defined]
        for key, value in {
            **headers,
            "Location": f"http://localhost:{port}/cdn/{repository}/{revision}/{name}",
            "X-Linked-ETag": f'"{sha256(files[name])}"',
            "X-Linked-Size": str(size),
            "Content-Length": "0",
        }.items():
            self.send_header(key, value)
        self.end_headers()

    def _index(self, project: str) -> None:
        links = []
        for name, data in self.hub.wheels.items():
            if name.split("-")[0].replace("_", "-") == project:
                links.append(
                    f'<a href="/files/{name}{"#sha256=" + sha256(data) if self.hub.hashes else ""}">{name}</a>'
                )
        self._send(
            "", f"<!DOCTYPE html><html><body>{''.join(links)}</body></html>".encode(), {"Content-Type": "text/html"}
        )

    def _send(self, name: str, content: Any, headers: dict[str, str]) -> None:
        hub = self.hub
        if name in hub.dead and name not in hub.cut:
            return self._refuse(503)
        data = content if isinstance(content, bytes) else content.read_bytes()
        if name in hub.corrupted:
            data = data[:-1] + bytes([data[-1] ^ 1])
        start = 0
        if self.command == "GET" and self.headers.get("Range"):
            start = int(self.headers["Range"].removeprefix("bytes=").split("-")[0])
            headers = {**headers, "Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"}
        self.send_response(206 if start else 200)
        for key, value in {**headers, "Content-Length": str(len(data) - start)}.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        stop = hub.cut.pop(name, None)
        step = int(hub.rate / 50) if hub.rate and name else len(data)
        for place in range(start, stop or len(data), max(step, 1)):
            self.wfile.write(data[place : min(place + step, stop or len(data))])
            if hub.rate and name:
                time.sleep(0.02)
        if stop:
            self.close_connection = True

    def _refuse(self, code: int, why: str = "") -> None:
        self.send_response(code)
        self.send_header("X-Error-Code", why)
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture(autouse=True)
def _no_models_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def hub() -> Iterator[Hub]:
    """A hub and an index on 127.0.0.1, empty."""
    hub = Hub()
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield hub
    server.shutdown()
    server.server_close()


@dataclass
class Home:
    """A user's folders, and `abrege` run in them in a process of its own.

    Attributes:
        root: has the folders data, cache and hf.
        environment: what such a process sees.
    """

    root: Path
    environment: dict[str, str]

    @property
    def data(self) -> Path:
        return self.root / "data" / "abrege"

    def write_list(self, *lines: str) -> None:
        """Write the user's models.txt."""
        self.data.mkdir(parents=True, exist_ok=True)
        (self.data / "models.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def start(self, *args: object, **options: Any) -> subprocess.Popen[str]:
        """Start `abrege ARGS`, or another command."""
        command = options.pop("command", [sys.executable, "-m", "abrege", *map(str, args)])
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        environment = {**self.environment, **options.pop("environment", {})}
        return subprocess.Popen(command, env=environment, text=True, **{**pipes, **options})

    def run(self, *args: object, **options: Any) -> subprocess.CompletedProcess[str]:
        process = self.start(*args, **options)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def on_terminal(self, *args: object) -> str:
        """What `abrege ARGS`, which must not fail, shows on a terminal of 80 columns."""
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        run = self.start(*args, stderr=theirs)
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
        assert run.wait(timeout=30) == 0
        os.close(ours)
        return shown.decode()

    def python(self, code: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run other code in the home."""
        environment = {**self.environment, **options.pop("environment", {})}
        command = [sys.executable, "-c", code, *map(str, options.pop("arguments", []))]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, **options)

    def files(self) -> Sequence[str]:
        """Every file of the home that has content, but for locks."""
        return sorted(
            str(p.relative_to(self.root))
            for p in self.root.rglob("*")
            if p.is_file() and p.stat().st_size and not {"locks", ".locks"} & set(p.parts)
        )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hub: Hub) -> Home:
    """An empty home, which this process uses too; its hub and its index are `hub`."""
    own = {
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "HF_HOME": str(tmp_path / "hf"),
        "HF_ENDPOINT": hub.url,
        "HF_HUB_DISABLE_XET": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "PIP_INDEX_URL": f"{hub.url}/simple",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_RETRIES": "0",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "OMP_NUM_THREADS": "1",
        "PYTHONWARNINGS": "ignore",
    }
    kept = {k: v for k, v in os.environ.items() if not k.upper().endswith("_PROXY")}
    for name in list(kept):
        if name.startswith(("HF_", "HUGGING", "PIP_", "ABREGE_")):
            del kept[name]
    for name, value in own.items():
        if name.startswith("XDG_"):
            monkeypatch.setenv(name, value)
    return Home(tmp_path, {**kept, **own})


def sha256(content: Any) -> str:
    """Of bytes, or of what a path leads to."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _blob(content: Any) -> str:
    data = content if isinstance(content, bytes) else content.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


@pytest.fixture
def line() -> Callable[..., str]:
    """Makes a line of models.txt for files that lie on the hub."""

    def made(name: str, files: dict[str, Any], repository: str = "them/tiny", **known: str) -> str:
        pairs = [f"{f}={known.get(f.partition('.')[0], sha256(content))}" for f, content in files.items()]
        return f"{name} translate hf:{repository} {REVISION} MIT ? {' '.join(pairs)}"

    return made


FRENCH = [
    "le maire de la ville a voté",
    "la piscine est fermée lundi",
    "le chat dort sur la table",
    "un prix de 12 euros",
]
ENGLISH = [
    "the mayor of the town voted",
    "the pool is closed on Monday",
    "the cat sleeps on the table",
    "a price of 12",
]


@pytest.fixture(scope="session")
def french() -> list[str]:
    """The sentences that the tiny model's pieces are made of."""
    return FRENCH


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT model of random weights: a sentencepiece model for each side, tags of languages, no placeholders."""
    import sentencepiece
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder = tmp_path_factory.mktemp("models") / "opus-tiny"
    folder.mkdir()
    pieces = ["</s>", "<unk>", ">>eng<<", ">>fra<<"]
    for side, texts in (("source", FRENCH), ("target", ENGLISH)):
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts * 20),
            model_prefix=str(folder / side),
            vocab_size=60,
            hard_vocab_limit=False,
            minloglevel=2,
        )
        (folder / f"{side}.model").rename(folder / f"{side}.spm")
        processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{side}.spm"))
        pieces += [processor.id_to_piece(k) for k in range(processor.vocab_size()) if not processor.is_control(k)]
    vocabulary = {piece: k for k, piece in enumerate(dict.fromkeys([*pieces, "<pad>"]))}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    pad = vocabulary["<pad>"]
    torch.manual_seed(5)
    config = MarianConfig(
        vocab_size=pad + 1,
        d_model=32,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=512,
        init_std=0.3,
        scale_embedding=True,
        activation_function="swish",
        pad_token_id=pad,
        eos_token_id=0,
        decoder_start_token_id=pad,
        forced_eos_token_id=0,
    )
    model = MarianMTModel(config)
    with torch.no_grad():
        model.model.shared.weight[pad] = 0
    model.save_pretrained(folder)
    return folder
