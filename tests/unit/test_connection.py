"""`connect()`: one server for all, which comes and goes by itself."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from helpers.connection import NotConnected, connect, find_server, stop_server
from helpers.settings import MODEL

ROOT = Path(__file__).parents[2]
ASK = "from helpers import connect; print(connect().beta.threads.create().id)"


@pytest.fixture
def state(tmp_path, monkeypatch):
    folder = tmp_path / "상태 폴더"
    monkeypatch.setenv("WORKSHOP_STATE", str(folder))
    yield folder
    stop_server(folder)


def pid_of(state: Path) -> int:
    return json.loads((state / "server.json").read_text())["pid"]


def wait_until(condition, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_it_is_the_ordinary_sdk(state, capsys):
    client = connect()
    assert type(client).__module__.startswith("openai")
    assert client.beta.assistants.create(model=MODEL).id.startswith("asst_")
    assert "No key and no internet" in capsys.readouterr().out


def test_two_calls_share_one_server(state):
    thread = connect().beta.threads.create()
    first = pid_of(state)
    assert connect().beta.threads.retrieve(thread.id) == thread
    assert pid_of(state) == first


def test_kernels_that_start_at_the_same_instant_share_one_server(state):
    kernels = [
        subprocess.Popen([sys.executable, "-W", "ignore", "-c", ASK], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = [kernel.communicate(timeout=60)[0].splitlines()[-1] for kernel in kernels]
    assert [kernel.returncode for kernel in kernels] == [0] * 4
    client = connect()
    assert all(client.beta.threads.retrieve(id).id == id for id in said)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_a_killed_server_comes_back_with_all_that_it_knew(state):
    thread = connect().beta.threads.create()
    os.kill(pid_of(state), signal.SIGKILL)
    assert wait_until(lambda: find_server(state) is None)
    assert connect().beta.threads.retrieve(thread.id) == thread


def test_a_client_made_before_finds_the_server_that_came_back(state):
    client = connect()
    thread = client.beta.threads.create()
    stop_server(state)
    connect()
    assert client.beta.threads.retrieve(thread.id) == thread


@pytest.mark.parametrize("card", ["", "{", "[]", '{"url": "http://127.0.0.1:1", "token": "x", "pid": 1, "port": 1}'])
def test_a_stale_card_does_not_matter(state, card):
    state.mkdir()
    (state / "server.json").write_text(card)
    assert connect().beta.threads.create().id


def test_a_port_that_another_program_has_taken_does_not_matter(state):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        state.mkdir()
        port = other.getsockname()[1]
        card = {"url": f"http://127.0.0.1:{port}", "token": "x", "pid": 1, "port": port}
        (state / "server.json").write_text(json.dumps(card))
        assert connect().beta.threads.create().id
        assert json.loads((state / "server.json").read_text())["port"] != port


def test_the_server_ends_after_its_last_user(state):
    code = "import sys, helpers.server.__main__ as m; m.GRACE_SECONDS = 1; sys.exit(m.main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "--while-used", "--state", str(state)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout.readline().startswith(b"OPENAI_BASE_URL=")
    address = find_server(state)
    user = http.client.HTTPConnection(urlsplit(address.url).netloc)
    user.request("GET", "/workshop/lease", headers={"Authorization": f"Bearer {address.token}"})
    assert user.getresponse().read(5) == b"held\n"
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=2)
    user.close()
    assert process.wait(timeout=15) == 0


def test_a_folder_that_cannot_be_written_is_said_in_plain_words(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path / "file" / "state"))
    with pytest.raises(NotConnected, match="The state folder cannot be written"):
        connect()
