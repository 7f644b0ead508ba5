"""Bombs, and code that turns on the worker it runs in: the run ends with words, and everything else goes on."""
# ruff: noqa: E501 - each attempt is one line of a table

import asyncio
import os
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.server.tools.code_interpreter import CodeResult, InputFile, Limits, interpreter, walls
from helpers.server.tools.code_interpreter.folder import SessionFolder

from .test_code_interpreter import Bench, logs

pytestmark = pytest.mark.skipif(
    not walls.closed_in() and "CI" not in os.environ, reason="this kernel has no Landlock or no seccomp filters"
)

MIB = 1024 * 1024
SMALL = Limits(seconds=2, memory=700 * MIB, file_size=4 * MIB, characters=10_000, files=100, folder_size=16 * MIB)
STOPPED = "[Stopped after 2 seconds"
GONE = "[The Python process is gone: "
MEMORY = "[The code needed more than the 700 MiB"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    assert walls.closed_in(), "the walls do not stand, and these bombs would go off"
    bench = Bench(tmp_path_factory.mktemp("bombs"), SMALL)
    bench.wait(bench.interpreter.warm)
    bench("kept = 'kept'", session="neighbour")
    yield bench
    bench.close()


@pytest.fixture
def try_out(python: Bench) -> Callable[[str], CodeResult]:
    """Runs code in a session of its own, then sees whether that session and its neighbour can go on."""
    sessions = iter(range(1000))

    def attempt(code: str) -> CodeResult:
        session = f"bomb-{next(sessions)}-{abs(hash(code))}"
        result = python(textwrap.dedent(code), session=session)
        assert logs(python("kept", session="neighbour")) == "'kept'\n"
        after = python("print('and on')", session=session)
        assert after.ok and logs(after).endswith("and on\n"), logs(after)
        python.wait(lambda: python.interpreter.forget(session))
        return result

    return attempt


Attempt = Callable[[str], CodeResult]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        pytest.param("x = bytearray(10**10)", MEMORY, id="one large block of memory"),
        pytest.param("x = []\nwhile True: x.append(bytes(10**6))", MEMORY, id="memory bit by bit"),
        pytest.param("x = 'a'\nwhile True: x += x", MEMORY, id="a string that doubles"),
        pytest.param("import mmap\nm = [mmap.mmap(-1, 2**28) for _ in range(9)]", "OSError|memory", id="memory by mmap"),
        pytest.param("import numpy\nnumpy.ones((10**5, 10**5))", MEMORY, id="a huge array"),
        pytest.param("import pandas\npandas.concat([pandas.DataFrame({'a': range(10**6)})] * 999)", MEMORY + "|Stopped", id="a huge table"),
        pytest.param("while True: pass", STOPPED, id="an endless loop"),
        pytest.param("import time\ntime.sleep(10**6)", STOPPED, id="an endless sleep"),
        pytest.param("import re\nre.match('(a+)+$', 'a' * 99 + 'b')", STOPPED, id="an endless search that ignores signals"),
        pytest.param("while True:\n    try:\n        while True: pass\n    except BaseException: pass", STOPPED, id="a loop that catches all"),
        pytest.param("import signal\nfor n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n    except OSError: pass\nwhile True: pass", STOPPED, id="a loop deaf to signals"),
        pytest.param("import threading\nthreading.Lock().acquire() and threading.Event().wait()", STOPPED, id="a deadlock"),
        pytest.param("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", "Stopped|gone", id="a process that holds itself"),
        pytest.param("while True: print('말' * 99)", STOPPED, id="endless output"),
        pytest.param("import os\nwhile True: os.write(2, b'x' * 9999)", "The output was cut here", id="endless output past Python"),
        pytest.param("print('x' * 10**8)", "The output was cut here", id="one very long line"),
        pytest.param("def f(): f()\nf()", "RecursionError", id="recursion"),
        pytest.param("import sys\nsys.setrecursionlimit(10**9)\nclass A:\n    def __getattr__(self, n): return getattr(self, n + 'a')\nf = lambda: [f()]\nf()", "gone|RecursionError|Memory|Stopped", id="recursion without a limit"),
        pytest.param("open('big', 'wb').write(bytes(10**7))", "File too large", id="a huge file"),
        pytest.param("with open('big', 'wb') as f:\n    f.truncate(10**12)", "File too large", id="a huge file with a hole"),
        pytest.param("i = 0\nwhile True:\n    i += 1\n    open(f'/mnt/data/{i}', 'w').close()", "more than 400 files", id="endless files"),
        pytest.param("i = 0\nwhile True:\n    i += 1\n    open(f'/mnt/data/{i}', 'wb').write(bytes(3 * 10**6))", "more than 64 MiB of files", id="endless large files"),
        pytest.param("import tempfile\nwhile True: tempfile.mkdtemp()", "more than 400 files", id="endless temporary folders"),
        pytest.param("import os\nos.mkdir('.h')\ni = 0\nwhile True:\n    i += 1\n    open(f'.h/{i}', 'w').close()", "more than 400 files", id="endless hidden files"),
        pytest.param("import os\nwhile True:\n    os.mkdir('가' * 80)\n    os.chdir('가' * 80)", "more than 100 folders inside", id="folders without a bottom"),
        pytest.param("import os\nos.mkdir('shut', 0o300)\nfor i in range(500): open(f'shut/{i}', 'w').close()", "more than 400 files|cannot be looked into", id="files in a folder that nobody may list"),
        pytest.param("import os, time\nos.symlink('.', 'round')\nos.symlink('/', 'root')\ntime.sleep(1)", "^$", id="links in a circle"),
        pytest.param("files = []\nwhile True: files.append(open('/dev/null'))", "Too many open files", id="endless open files"),
        pytest.param("import os\npipes = []\nwhile True: pipes.append(os.pipe())", "Too many open files", id="endless pipes"),
        pytest.param("import threading\nfor _ in range(2000): threading.Thread(target=threading.Event().wait, daemon=True).start()", "can't start new thread|Memory", id="a bomb of threads"),
        pytest.param("import matplotlib.pyplot as plt\nplt.figure(figsize=(10**5, 10**5))\nplt.show()", "Error", id="a huge picture"),
        pytest.param("import matplotlib.pyplot as plt\nfor _ in range(60): plt.figure(figsize=(1, 1))", "Only 40 pictures|Stopped", id="many pictures"),
        pytest.param("import PIL.Image as I\nI.new('1', (20000, 20000)).save('b.png')\nI.open('b.png').load()", "DecompressionBomb|needed more", id="a picture that unpacks without end"),
        pytest.param("10 ** (10 ** 10)", "Stopped|Memory|Error", id="a huge number"),
        pytest.param("class A:\n    def __repr__(self): return 'x' * 10**9\nA()", "Memory|cut", id="a huge last expression"),
        pytest.param("raise Exception('x' * 10**7)", "cut here", id="a huge message of an exception"),
    ],
)  # fmt: skip
def test_bombs(try_out: Attempt, code: str, says: str) -> None:
    result = try_out(code)
    text = logs(result)
    assert any(part in text or (part == "^$" and not text) for part in says.split("|")), text[-2000:]
    assert len(text) < 2 * SMALL.characters + 1000


def test_a_fork_bomb(try_out: Attempt) -> None:
    # One fork first: only where that is refused may the loop be tried.
    assert "PermissionError" in logs(try_out("import os\nos.fork()"))
    result = try_out(
        "import os\nfailed = 0\nfor _ in range(1000):\n    try: os.fork()\n    except OSError: failed += 1\nfailed"
    )
    assert logs(result) == "1000\n"


def test_what_a_flood_has_written_is_removed_and_what_was_there_is_kept(python: Bench) -> None:
    python("import os\nos.makedirs('a/b')\nopen('a/b/old.txt', 'w').write('old')", session="flooded")
    result = python("for i in range(500): open(f'a/b/{i}', 'w').close()", session="flooded")
    assert not result.ok and result.files == ()
    assert "[Stopped: more than 400 files and folders. What this run wrote is removed" in logs(result)
    kept = python("import os\nprint([f for _, _, files in os.walk('.') for f in files])", session="flooded")
    assert logs(kept).endswith("['old.txt']\n")


def test_a_disk_filled_with_files_that_are_deleted_but_open(python: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter, "_UNSEEN", 64 * MIB)
    result = python(
        "import os\nfiles = []\nwhile len(files) < 200:\n    files.append(open('x', 'wb'))\n"
        "    files[-1].write(os.urandom(4 * 10**6))\n    os.remove('x')\nwhile True: pass",
        session="hoarder",
    )
    assert not result.ok
    assert "[Stopped: more than 64 MiB of the disk were used up" in logs(result)


def test_very_deep_folders_are_removed_with_the_session(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "s")
    folder.open()
    here = os.open(folder.data, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d" * 100, dir_fd=here)
        inner = os.open("d" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    assert folder.changes({}, SMALL) == ()
    assert folder.flood(SMALL) == "more than 100 folders inside one another"
    folder.remove()
    assert not folder.path.exists()


# Code that turns on the worker


FIND_CHANNEL = """
import gc, sys, os
frame = sys._getframe()
while 'channel' not in frame.f_locals: frame = frame.f_back
channel = frame.f_locals['channel']
"""


@pytest.mark.parametrize(
    ("code", "says"),
    [
        pytest.param("import os\nos._exit(3)", GONE + "it ended with exit code 3", id="os._exit"),
        pytest.param("import ctypes\nctypes.string_at(0)", GONE + "it crashed (SIGSEGV)", id="a segmentation fault"),
        pytest.param("import faulthandler\nfaulthandler._sigabrt()", GONE + "it crashed (SIGABRT)", id="an abort"),
        pytest.param("import faulthandler\nfaulthandler._fatal_error_c_thread()", GONE, id="a fatal error in a thread"),
        pytest.param("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", GONE + "the system killed it", id="a kill of itself"),
        pytest.param("import os\nos.closerange(0, 200)", GONE + "|Stopped", id="all descriptors closed"),
        pytest.param("import os\nfor n in range(3, 50):\n    try: os.dup2(0, n)\n    except OSError: pass", GONE + "|Stopped", id="all descriptors turned to nothing"),
        pytest.param(FIND_CHANNEL + "channel.send(type='done', ok=True)", "^$", id="a forged end"),
        pytest.param(FIND_CHANNEL + "channel.send(type='done', ok=True)\nwhile True: pass", "^$", id="a forged end, then an endless loop"),
        pytest.param(FIND_CHANNEL + "for m in (dict(type='?'), dict(type='logs', text=5), dict(type='done', ok='no')): channel.send(**m)\nprint('end')", "end", id="messages of a wrong form"),
        pytest.param(FIND_CHANNEL + "channel.send(type=['done'])", "no longer answered properly", id="a message without a type"),
        pytest.param(FIND_CHANNEL + "os.write(channel._outgoing.fileno(), b'not JSON\\n')", "no longer answered properly", id="nonsense on the protocol"),
        pytest.param(FIND_CHANNEL + "os.write(channel._outgoing.fileno(), b'\\xff\\xfe\\n')", "no longer answered properly", id="broken letters on the protocol"),
        pytest.param(FIND_CHANNEL + "os.write(channel._outgoing.fileno(), b'[' * 200_000 + b'\\n')", "no longer answered properly", id="endless brackets on the protocol"),
        pytest.param(FIND_CHANNEL + "os.write(channel._outgoing.fileno(), b'1' * 100_000 + b'\\n')", "no longer answered properly", id="a huge number on the protocol"),
        pytest.param(FIND_CHANNEL + "while True: os.write(channel._outgoing.fileno(), b'x' * 9999)", "no longer answered properly", id="a line without an end"),
        pytest.param(FIND_CHANNEL + "while True: channel.send(type='logs', text='x' * 999)", STOPPED, id="endless forged logs"),
        pytest.param(FIND_CHANNEL + "for _ in range(99): channel.send(type='image', name='../../secret.png')", "^$", id="forged pictures"),
        pytest.param(FIND_CHANNEL + "os.symlink('/etc/passwd', '../images/x.png')\nchannel.send(type='image', name='x.png')", "^$", id="a picture that is a link"),
        pytest.param(FIND_CHANNEL + "type(channel).send = None", "^$|gone|Stopped", id="a channel that is broken off"),
        pytest.param(FIND_CHANNEL + "channel._lock.acquire()", "Stopped", id="a lock that is never given back"),
        pytest.param("import sys\nfor name in [n for n in sys.modules if 'code_interpreter' in n or n in ('json', 'os', 'threading')]: del sys.modules[name]", "^$", id="modules taken away"),
        pytest.param("import json, builtins\njson.dumps = json.loads = lambda *a, **k: 1/0\n", "", id="json broken"),
        pytest.param("import builtins\nfor n in ('print', 'open', 'isinstance', 'len', 'exec', 'compile'): setattr(builtins, n, None)", "", id="builtins broken"),
        pytest.param("import atexit, sys\natexit.register(lambda: 1 / 0)\nsys.exit('the end')", "the end", id="an exit with a trap"),
        pytest.param("import sys\nsys.settrace(lambda *a: 1 / 0)\nsys.setprofile(lambda *a: 1 / 0)\nf = 1", "", id="a tracer that fails"),
        pytest.param("import gc\n[o.clear() for o in gc.get_objects() if isinstance(o, (dict, list)) and o is not globals()]", "", id="everything cleared"),
        pytest.param("raise KeyboardInterrupt", "KeyboardInterrupt", id="KeyboardInterrupt"),
        pytest.param("raise GeneratorExit", "GeneratorExit", id="GeneratorExit"),
        pytest.param("class E(BaseException):\n    def __str__(self): 1 / 0\nraise E", "E", id="an exception that cannot be shown"),
        pytest.param("class E(Exception): pass\na, b = E(), E()\na.__context__, b.__context__ = b, a\nraise a", "E", id="exceptions tied into a knot"),
        pytest.param("import sys\nsys.stdout = sys.stderr = None\nprint('x')\n1 / 0", "ZeroDivisionError", id="no streams"),
        pytest.param("import warnings, sys\nsys.excepthook = warnings.showwarning = None\nwarnings.warn('x')", "", id="hooks taken away"),
    ],
)  # fmt: skip
def test_attacks_on_the_worker(python: Bench, code: str, says: str) -> None:
    session = f"attack-{abs(hash(code))}"
    result = python(code, session=session)
    text = logs(result)
    assert any(part in text or (part == "^$" and not text) for part in says.split("|")), text[-2000:]
    assert not [part for part in result.outputs if hasattr(part, "path")]
    assert logs(python("kept", session="neighbour")) == "'kept'\n"
    # A worker that is broken but alive is found out in the next run, and replaced for the one after.
    python("1", session=session)
    assert logs(python("print('and on')", session=session)).endswith("and on\n")
    python.wait(lambda: python.interpreter.forget(session))


def test_a_thread_that_the_code_left_behind_rests_between_runs(python: Bench) -> None:
    python(
        "import threading, time\ncount = 0\ndef work():\n    global count\n    while True: count += 1\n"
        "threading.Thread(target=work, daemon=True).start()\ntime.sleep(0.05)",
        session="restless",
    )
    process = python.interpreter._session("restless").worker._process  # type: ignore[union-attr]
    assert process._number in process._parent.stopped  # type: ignore[attr-defined]
    first = int(logs(python("count", session="restless")))
    assert first > 0


def test_a_link_laid_in_place_of_a_written_file_is_not_followed(python: Bench, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inner.txt").write_text("secret")
    result = python(
        "import os\nopen('plain.txt', 'w').write('plain')\nos.mkdir('deep')\nopen('deep/inner.txt', 'w').write('x')",
        session="links",
    )
    read = python.interpreter.read
    inner, plain = result.files
    assert (read(plain), read(inner)) == (b"plain", b"x")
    plain.unlink()
    plain.symlink_to(tmp_path / "secret")
    inner.unlink()
    inner.parent.rmdir()
    inner.parent.symlink_to(tmp_path / "folder")
    os.mkfifo(plain.parent / "pipe")
    for path in (
        plain,
        inner,
        plain.parent / "pipe",
        tmp_path / "secret",
        plain / ".." / ".." / "secret",
        plain.parent,
    ):
        with pytest.raises(OSError):
            read(path)
    assert python.interpreter.files("links") == {}


def test_an_input_is_not_compared_with_what_a_link_points_to(python: Bench, tmp_path: Path) -> None:
    (tmp_path / "upload").write_text("same")
    (tmp_path / "secret").write_text("same")
    python("1", session="compare")
    (python.data("compare") / "a.txt").symlink_to(tmp_path / "secret")
    result = python(
        "open('/mnt/data/file-c').read()", InputFile("file-c", "a.txt", tmp_path / "upload"), session="compare"
    )
    assert logs(result) == "'same'\n"
    assert (python.data("compare") / "a (2).txt").read_text() == "same"


def test_the_parent_of_all_workers_may_die(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "sandbox", SMALL)
    bench("open('f', 'w').write('x')\nx = 1")
    parent = bench.interpreter._launcher._parent  # type: ignore[attr-defined]
    parent._process.kill()
    # Until then the worker may still answer, as if nothing had happened.
    bench.wait(lambda: asyncio.wait_for(parent.until(lambda: parent.gone), 10))
    result = bench("import os\nos.listdir()")
    assert result.ok and logs(result).endswith("['f']\n")
    assert "restarted" in logs(result)
    bench.close()


def test_the_table_names_every_bomb_and_attack() -> None:
    table = (Path(__file__).parents[1] / "ESCAPES.md").read_text("utf-8")
    names = [case.id for test in (test_bombs, test_attacks_on_the_worker) for case in test.pytestmark[0].args[1]]
    assert not [name for name in names if f"| {name} |" not in table]
