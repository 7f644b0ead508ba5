"""The door: what is typed, what is run, and the environment that it runs in."""

import ast
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import workshop
from helpers import environment
from helpers.environment import Environment, Stop, acquire, pip_problem
from workshop import Command, WrongUse, free_port, python_problem, read_command

ROOT = Path(workshop.__file__).parent


class TestPython:
    """Which Python will do."""

    @pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (3, 13, 9)])
    def test_it_takes_3_11_to_3_13(self, version):
        assert python_problem(version, find=lambda: None) == []

    @pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13), (3, 14, 0), (4, 0, 0)])
    def test_it_says_what_is_needed_and_what_is_there(self, version):
        english, korean = python_problem(version, find=lambda: None)
        have = ".".join(map(str, version))
        assert f"Python 3.11 to 3.13 is needed, you have {have}." in english
        assert have in korean and "필요합니다" in korean
        assert "python.org" in english and "python.org" in korean

    def test_it_names_a_better_python_where_there_is_one(self):
        for line in python_problem((3, 10, 1), find=lambda: "python3.12"):
            assert "python3.12 workshop.py" in line

    def test_it_can_be_read_by_python_3_8(self):
        ast.parse((ROOT / "workshop.py").read_text("utf-8"), feature_version=(3, 8))

    def test_it_imports_nothing_of_helpers_before_the_version_is_known(self):
        code = "import sys, workshop; print([name for name in sys.modules if name.startswith('helpers')])"
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        assert done.stdout.strip() == "[]"


class TestCommands:
    """What the words after `workshop.py` mean."""

    @pytest.mark.parametrize("words", [[], ["lab"], ["--lang", "ko"], ["--no-browser"]])
    def test_it_opens_the_korean_track_by_default(self, words):
        command = read_command(words)
        assert command.module == "jupyterlab"
        assert any(word.endswith("/lab/tree/notebooks/ko/00_start_here.ipynb") for word in command.arguments)
        assert f"--ServerApp.root_dir={ROOT}" in command.arguments
        assert ("--no-browser" in command.arguments) == ("--no-browser" in words)
        assert command.folder == ROOT

    def test_it_opens_the_english_track_without_the_word_lab(self):
        assert any("notebooks/en/" in word for word in read_command(["--lang", "en"]).arguments)

    def test_it_gives_lab_the_port_that_was_asked_for_and_no_other(self):
        port = free_port(0)
        arguments = read_command(["lab", "--port", str(port)]).arguments
        assert f"--ServerApp.port={port}" in arguments
        assert "--ServerApp.port_retries=0" in arguments

    def test_it_says_that_a_port_is_taken(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            with pytest.raises(WrongUse, match=f"Port {port} is taken"):
                read_command(["lab", "--port", str(port)])

    @pytest.mark.parametrize("words", [[], ["-x", "-k", "a and b"], ["--help"], ["tests/unit", "--lf"]])
    def test_it_passes_everything_after_test_to_pytest(self, words):
        assert read_command(["test", *words]) == Command("pytest", words, ROOT, {"IPYKERNEL_CELL_NAME": "<cell>"})

    def test_it_passes_on_what_was_given_and_nothing_else(self, tmp_path):
        data = tmp_path / "판매 자료.csv"
        data.write_text("a,b\n1,2\n", "utf-8")
        command = read_command(["deck", "--data", str(data), "--out", "o.pptx", "--title", "-5% 감소"])
        assert command.module == "helpers.deck.cli"
        assert command.arguments == [f"--data={data}", "--out=o.pptx", "--title=-5% 감소"]
        # Paths that the reader types are meant from where the reader is.
        assert command.folder is None

    @pytest.mark.parametrize(
        ("words", "module", "arguments"),
        [
            (["serve"], "helpers.server", []),
            (["serve", "--port", "0", "--token", "any"], "helpers.server", ["--port=0", "--token=any"]),
            (["serve", "--pace", "teaching", "--state", "a b"], "helpers.server", ["--state=a b", "--pace=teaching"]),
            (["refresh"], "helpers.refresh", []),
            (["refresh", "a.ipynb", "b.ipynb"], "helpers.refresh", ["a.ipynb", "b.ipynb"]),
            (["reset", "--yes"], "helpers.reset", ["--yes"]),
            (["reset"], "helpers.reset", []),
            (["doctor", "--lang", "en"], "helpers.doctor", ["--lang=en"]),
        ],
    )
    def test_it_runs_a_module_of_helpers(self, words, module, arguments):
        assert read_command(words) == Command(module, arguments, None, {})

    def test_it_says_that_a_data_file_is_not_there(self, capsys):
        assert workshop.main(["deck", "--data", "없는 파일.csv", "--out", "o.pptx"]) == 2
        said = capsys.readouterr()
        assert "There is no file 없는 파일.csv" in said.err and "파일이 없습니다" in said.err
        assert said.out == ""

    @pytest.mark.parametrize(
        "words",
        [
            ["dek"],
            ["lab", "--port", "x"],
            ["lab", "--port", "70000"],
            ["lab", "--lang", "fr"],
            ["deck"],
            ["reset", "a"],
        ],
    )
    def test_it_shows_the_usage_where_the_words_make_no_sense(self, words, capsys):
        with pytest.raises(SystemExit) as exit:
            read_command(words)
        assert exit.value.code == 2
        assert "usage: workshop.py" in capsys.readouterr().err


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A small workshop, its path with a space and Korean letters, which needs no packages."""
    folder = tmp_path / "한글 폴더" / "it's mine"
    (folder / "helpers").mkdir(parents=True)
    shutil.copy(ROOT / "workshop.py", folder)
    shutil.copy(ROOT / "helpers" / "environment.py", folder / "helpers")
    (folder / "helpers" / "__init__.py").touch()
    (folder / "requirements.txt").touch()
    return folder


@pytest.fixture
def made(checkout, monkeypatch) -> Environment:
    """Its environment, said to be made: the right stamp, and this Python inside."""
    made = Environment(checkout)
    made.folder.mkdir()
    made.python = Path(sys.executable)
    made.stamp.write_text(json.dumps(made.expected()), "utf-8")
    assert made.is_ready()
    return made


class TestStamp:
    """When the environment is made again."""

    def test_it_is_not_ready_without_a_stamp(self, made):
        made.stamp.unlink()
        assert not made.is_ready()

    def test_it_is_not_ready_with_half_a_stamp(self, made):
        made.stamp.write_text(made.stamp.read_text("utf-8")[:20], "utf-8")
        assert not made.is_ready()

    def test_it_is_not_ready_when_the_lock_has_changed(self, made):
        made.requirements.write_text("# changed\n", "utf-8")
        assert not made.is_ready()

    def test_it_is_not_ready_for_another_python(self, made, monkeypatch):
        monkeypatch.setattr(environment.sys, "version_info", (3, 99, 0, "final", 0))
        assert not made.is_ready()

    def test_it_is_not_ready_after_a_move(self, made):
        there = made.root.parent / "moved"
        made.root.rename(there)
        moved = Environment(there)
        moved.python = made.python
        assert not moved.is_ready()

    def test_it_is_not_ready_when_its_python_is_gone(self, made):
        made.python = made.folder / "nowhere"
        assert not made.is_ready()

    def test_it_is_not_made_again_when_ready(self, made, monkeypatch):
        monkeypatch.setattr(made, "_make", lambda lock: pytest.fail("made again"))
        made.prepare()

    def test_it_has_no_stamp_from_the_first_moment_of_being_made(self, made, monkeypatch):
        made.requirements.write_text("# changed\n", "utf-8")
        seen = []

        def interrupted(lock):
            seen.append(made.stamp.exists())
            raise KeyboardInterrupt

        monkeypatch.setattr(made, "_make_venv", interrupted)
        with pytest.raises(KeyboardInterrupt):
            made.prepare()
        assert seen == [False]
        made.requirements.write_text("", "utf-8")
        assert not made.is_ready()


class TestEnvironment:
    """What is said and done while it is made."""

    def test_it_runs_a_command_with_helpers_importable(self, checkout, tmp_path):
        (checkout / "helpers" / "reset.py").write_text(
            "import os, sys, helpers\nprint(helpers.__file__)\nprint(os.getcwd())\nsys.exit(7)\n", "utf-8"
        )
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        # It must not come before the workshop's own.
        (elsewhere / "helpers.py").write_text("raise SystemExit('the wrong helpers')", "utf-8")
        hostile = {**os.environ, "PYTHONPATH": str(elsewhere), "PIP_USER": "1", "PYTHONUTF8": "1"}

        def run():
            words = [sys.executable, str(checkout / "workshop.py"), "reset"]
            return subprocess.run(words, cwd=elsewhere, env=hostile, capture_output=True, encoding="utf-8")

        first = run()
        assert first.stdout.splitlines() == [str(checkout / "helpers" / "__init__.py"), str(elsewhere)], first.stderr
        assert first.returncode == 7
        assert "Preparing" in first.stderr and "준비" in first.stderr
        again = run()
        assert again.stdout == first.stdout
        assert again.stderr == ""
        [pth] = (checkout / ".venv").rglob("workshop.pth")
        assert pth.read_bytes().isascii()

    def test_it_says_that_the_lock_is_missing(self, checkout):
        (checkout / "requirements.txt").unlink()
        with pytest.raises(Stop, match=r"requirements\.txt is missing"):
            Environment(checkout).prepare()

    def test_it_says_how_to_get_venv(self, checkout, monkeypatch):
        monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
        with pytest.raises(Stop, match="apt install python3-venv") as stop:
            Environment(checkout).prepare()
        assert len(stop.value.lines) == 2

    def test_it_says_that_it_cannot_write(self, checkout):
        # In place of a missing permission, which does not hold back the administrator.
        (checkout / ".venv").write_text("a file", "utf-8")
        with pytest.raises(Stop, match="Cannot write"):
            Environment(checkout).prepare()

    @pytest.mark.parametrize(
        ("tail", "advice"),
        [
            ("ERROR: NewConnectionError: Failed to establish a new connection: [Errno 101]", "internet"),
            ("ERROR: [Errno -3] Temporary failure in name resolution", "internet"),
            ("ERROR: No matching distribution found for openai==3.54.0", "see above"),
            ("OSError: [Errno 28] No space left on device", "disk is full"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not what requirements"),
            ("ERROR: something unheard of", "see above"),
        ],
    )
    def test_it_says_what_to_do_when_pip_fails(self, tail, advice):
        stop = pip_problem(tail)
        assert stop.lines[0] == tail
        assert advice in stop.lines[1]

    def test_it_shows_of_a_failed_download_only_what_helps(self):
        tail = "\n".join(
            [
                "Ignoring pywinpty: markers 'os_name == \"nt\"' don't match your environment",
                "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(...)': /openai/",
                "ERROR: No matching distribution found for openai==3.54.0",
            ]
        )
        details, english, korean = pip_problem(tail).lines
        assert details == "ERROR: No matching distribution found for openai==3.54.0"
        assert "internet" in english and "인터넷" in korean

    def test_it_keeps_the_path_and_the_kernels_of_the_reader_behind_its_own(self, made, monkeypatch):
        monkeypatch.setenv("JUPYTER_PATH", "/theirs")
        monkeypatch.setenv("PYTHONHOME", "/theirs")
        variables = made.variables()
        assert variables["JUPYTER_PATH"] == os.pathsep.join([str(made.folder / "share" / "jupyter"), "/theirs"])
        assert variables["PATH"].startswith(str(made.scripts) + os.pathsep)
        assert "PYTHONHOME" not in variables


_HOLD_THE_LOCK = """
import sys
from pathlib import Path
from helpers.environment import acquire
with Path(sys.argv[1]).open("ab") as file:
    acquire(file)
    print("held", flush=True)
    sys.stdin.read()
"""


class TestLock:
    """Two at once."""

    @pytest.fixture
    def holder(self, tmp_path):
        words = [sys.executable, "-c", _HOLD_THE_LOCK, str(tmp_path / "lock")]
        with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout and process.stdout.readline() == "held\n"
            yield process
            process.kill()

    def test_it_says_so_and_waits_until_the_other_has_ended(self, holder, tmp_path, monkeypatch):
        said = []

        def end_the_other(*lines):
            said.extend(lines)
            assert holder.poll() is None
            holder.stdin.close()

        monkeypatch.setattr(environment, "say", end_the_other)
        with (tmp_path / "lock").open("ab") as file:
            acquire(file)
        assert any("waiting" in line for line in said)
        assert holder.wait() == 0

    def test_it_does_not_outlive_its_owner(self, holder, tmp_path, monkeypatch):
        holder.kill()
        holder.wait()
        monkeypatch.setattr(environment, "say", lambda *lines: pytest.fail("waited for the dead"))
        with (tmp_path / "lock").open("ab") as file:
            acquire(file)

    def test_it_does_not_make_what_another_has_made_meanwhile(self, made, monkeypatch):
        answers = iter([False, True])
        monkeypatch.setattr(made, "is_ready", lambda: next(answers))
        monkeypatch.setattr(made, "_make", lambda lock: pytest.fail("made twice"))
        made.prepare()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a process could answer")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_reaches_the_command(checkout, number):
    (checkout / "helpers" / "server.py").write_text(
        "import signal, sys\n"
        "for number in (signal.SIGINT, signal.SIGTERM):\n"
        "    signal.signal(number, lambda number, frame: sys.exit(40 + number))\n"
        "print('up', flush=True)\n"
        "signal.pause()\n",
        "utf-8",
    )
    # The environment is said to be made already: what matters here is who gets the signal.
    made = Environment(checkout)
    made.python.parent.mkdir(parents=True)
    # Without the -P, so that `helpers` is found from the current folder.
    made.python.write_text(f'#!/bin/sh\n[ "$1" = -P ] && shift\nexec "{sys.executable}" "$@"\n', "utf-8")
    made.python.chmod(0o755)
    made.stamp.write_text(json.dumps(made.expected()), "utf-8")
    words = [sys.executable, str(checkout / "workshop.py"), "serve"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=checkout) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == "up\n", process.stderr.read()
        process.send_signal(number)
        assert process.wait() == 40 + number
        assert process.stderr.read() == ""
