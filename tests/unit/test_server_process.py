"""The server as a reader meets it: a process that says where it is, and ends when it should."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).parents[2]


def start(state: Path, *options: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "helpers.server", "--state", str(state), *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def address(process: subprocess.Popen) -> tuple[str, str]:
    line = process.stdout.readline()
    found = re.fullmatch(r"OPENAI_BASE_URL=(http://127\.0\.0\.1:\d+/v1) OPENAI_API_KEY=(\S+)\n", line)
    assert found, line + process.stderr.read()
    return found[1], found[2]


def models(url: str, key: str) -> list[str]:
    with urlopen(Request(f"{url}/models", headers={"Authorization": f"Bearer {key}"})) as answer:
        return [model["id"] for model in json.load(answer)["data"]]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals for a child of this kind")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_one_line_and_ends_cleanly_on_a_signal(tmp_path, number):
    process = start(tmp_path / "한글 폴더", "--port", "0")
    url, key = address(process)
    assert "offline-tutor" in models(url, key)
    process.send_signal(number)
    out, err = process.communicate(timeout=15)
    assert (process.returncode, out, err) == (0, "", "")


def test_any_key_is_taken_where_the_token_is_any(tmp_path):
    process = start(tmp_path, "--port", "0", "--token", "any")
    url, key = address(process)
    assert key == "any" and models(url, "whatever")
    process.terminate()
    process.communicate(timeout=15)


def test_the_key_of_a_folder_stays_and_is_its_owners_alone(tmp_path):
    keys = set()
    for _ in range(2):
        process = start(tmp_path, "--port", "0")
        keys.add(address(process))
        process.terminate()
        process.communicate(timeout=15)
    assert len({key for _, key in keys}) == 1
    if os.name != "nt":
        assert all((tmp_path / name).stat().st_mode & 0o077 == 0 for name in ("token", "server.json"))


def test_a_port_in_use_is_said_in_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(tmp_path, "--port", str(port))
        out, err = process.communicate(timeout=15)
    assert (process.returncode, out) == (1, "")
    assert str(port) in err and "--port 0" in err and "Traceback" not in err


def test_two_servers_cannot_share_a_folder(tmp_path):
    first = start(tmp_path, "--port", "0")
    address(first)
    out, err = start(tmp_path, "--port", "0").communicate(timeout=15)
    assert out == "" and str(tmp_path) in err and "Traceback" not in err
    first.kill()
    first.communicate()
    second = start(tmp_path, "--port", "0")
    address(second)
    second.terminate()
    second.communicate(timeout=15)


def test_a_file_in_the_place_of_the_folder_is_said_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    _, err = start(tmp_path / "file" / "state").communicate(timeout=15)
    assert "--state" in err and "Traceback" not in err


def test_what_was_answered_survives_kill_9(tmp_path):
    process = start(tmp_path, "--port", "0")
    url, key = address(process)
    headers = {
        "Authorization": f"Bearer {key}",
        "OpenAI-Beta": "assistants=v2",
        "Content-Type": "application/json",
    }
    with urlopen(Request(f"{url}/threads", b"{}", headers, method="POST")) as answer:
        thread = json.load(answer)
    process.kill()
    process.communicate()
    process = start(tmp_path, "--port", "0")
    url, _ = address(process)
    with urlopen(Request(f"{url}/threads/{thread['id']}", headers=headers)) as answer:
        assert json.load(answer) == thread
    process.terminate()
    process.communicate(timeout=15)
