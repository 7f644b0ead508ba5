"""Ways out of the code interpreter, tried in real workers. None may get anywhere; `tests/ESCAPES.md` is the table.

Each is tried behind the walls that a worker puts around itself, and again with bubblewrap around it where that works.
After each the server side and a neighbouring session go on, and nothing outside has changed.
"""
# ruff: noqa: E501 - each attempt is one line of a table

import ast
import os
import re
import signal
import socket
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.server.tools.code_interpreter import InputFile, walls
from helpers.server.tools.code_interpreter.walls import bubblewrap

from .test_code_interpreter import Bench, logs

SECRET = "the-secret-outside"
REFUSED = "PermissionError"
CLOSED = "PermissionError|FileNotFoundError"

# Without walls some of these would do what they try. In continuous integration their absence is a failure.
pytestmark = pytest.mark.skipif(
    not walls.closed_in() and "CI" not in os.environ, reason="this kernel has no Landlock or no seccomp filters"
)

# Known to every attempt: system calls by number, past Python and past the C library.
PRELUDE = """
import ctypes, errno, os, platform, sys
os.chdir('/mnt/data')
libc = ctypes.CDLL(None, use_errno=True)
column = {'x86_64': 0, 'aarch64': 1}[platform.machine()]
def checked(result):
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result
def call(x86_64, aarch64, *arguments):
    widened = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return checked(libc.syscall(ctypes.c_long((x86_64, aarch64)[column]), *widened))
"""


@dataclass(frozen=True)
class Escape:
    """`code` may name {secret}, {outside}, {home}, {server}, {neighbour}, {library} and {cache}.

    `says` is what the logs have to match, as a regular expression.
    """

    name: str
    code: str
    says: str = REFUSED


FILES = [
    Escape("read a file outside", "open('{secret}').read()", CLOSED),
    Escape("read it as bytes with os.open", "os.read(os.open('{secret}', os.O_RDONLY), 99)", CLOSED),
    Escape("read it with pathlib", "import pathlib\npathlib.Path('{secret}').read_text()", CLOSED),
    Escape("read it with numpy", "import numpy\nnumpy.fromfile('{secret}', dtype='u1').tobytes()", CLOSED),
    Escape("read it with pandas", "import pandas\npandas.read_csv('{secret}')", CLOSED),
    Escape("read it through sqlite", "import sqlite3\nsqlite3.connect('{secret}').execute('pragma user_version')", "Error"),
    Escape("import it as a module", "import runpy\nrunpy.run_path('{secret}')", CLOSED),
    Escape("read the list of users", "open('/etc/passwd').read()", CLOSED),
    Escape("list the folder outside", "os.listdir('{outside}')", CLOSED),
    Escape("list the root folder", "os.listdir('/')"),
    Escape("list the home folder", "os.listdir('{home}')", CLOSED),
    Escape("walk up from the working folder", "os.chdir('..')\nos.chdir('..')\nos.listdir('.')"),
    Escape("climb with ../", "open('/mnt/data/../../../../../../../../../../../..{secret}').read()", CLOSED),
    Escape("climb from the real folder", "open('../../../../outside/secret.txt').read()", CLOSED),
    Escape("write a file outside", "open('{outside}/new', 'w').write('x')", CLOSED),
    Escape("append to a file outside", "open('{secret}', 'a').write('x')", CLOSED),
    Escape("empty a file outside", "os.truncate('{secret}', 0)", CLOSED),
    Escape("empty one that may be read", "os.open('{cache}/readable', os.O_RDONLY | os.O_TRUNC)", "Error"),
    Escape("delete a file outside", "os.remove('{secret}')", CLOSED),
    Escape("make a folder outside", "os.mkdir('{outside}/new')", CLOSED),
    Escape("move a file in from outside", "os.rename('{secret}', '/mnt/data/secret')", f"{CLOSED}|cross-device"),
    Escape("move a file out", "open('mine', 'w').close()\nos.rename('mine', '{outside}/mine')", f"{CLOSED}|cross-device"),
    Escape("read through a symbolic link", "os.symlink('{secret}', 'link')\nopen('link').read()", CLOSED),
    Escape("write through a linked folder", "os.symlink('{outside}', 'way')\nopen('way/new', 'w')", CLOSED),
    Escape("make a hard link", "os.link('{secret}', 'hard')\nopen('hard').read()", f"{CLOSED}|cross-device"),
    Escape("open it as a mere path and again", "f = os.open('{secret}', os.O_PATH)\nopen(f'/proc/self/fd/{{f}}').read()", CLOSED),
    Escape("read with the C library", "libc.open.restype = ctypes.c_int\nchecked(libc.open(b'{secret}', 0))", CLOSED),
    Escape("read by system call number", "call(257, 56, -100, ctypes.c_char_p(b'{secret}'), 0)", CLOSED),
    Escape("read with openat2", "call(437, 437, -100, ctypes.c_char_p(b'{secret}'), (ctypes.c_long * 3)(), 24)", "Function not implemented"),
    Escape("the plain open beneath the wrapper", "open.__wrapped__('{secret}').read()", CLOSED),
    Escape("the plain open found by the collector", "import gc\nheld = gc.get_referents(*open.__closure__)\n[f for f in held if getattr(f, '__name__', '') == 'open'][0]('{secret}').read()", CLOSED),
    Escape("io.FileIO and io.open_code", "import io\ntry:\n    io.open_code('{secret}').read()\nexcept OSError as e:\n    print(e)\nio.FileIO('{secret}').read()", CLOSED),
    Escape("the raw os functions", "import posix\nposix.scandir.__wrapped__('{outside}') if hasattr(posix.scandir, '__wrapped__') else posix.scandir('{outside}')", CLOSED),
    Escape("read a neighbour's file", "open('{neighbour}/own.txt').read()"),
    Escape("write into a neighbour's folder", "open('{neighbour}/planted.txt', 'w')"),
    Escape("list all sessions", "os.listdir('{neighbour}/../..')"),
    Escape("write beside its own folder", "open(os.getcwd.__wrapped__() + '/../state.json', 'w')"),
    Escape("write into the Python installation", "open('{library}/planted.py', 'w')", "PermissionError|Read-only"),
    Escape("change a module of the installation", "open(os.__file__, 'r+')", "PermissionError|Read-only"),
    Escape("tamper with matplotlib's cache", "open('{cache}/planted.json', 'w')"),
    Escape("delete matplotlib's cache", "import glob\n[os.remove(f) for f in glob.glob('{cache}/*')] or os.rmdir('{cache}')"),
    Escape("shared memory", "open('/dev/shm/planted', 'w')"),
    Escape("the machine's memory and terminal", "for d in ('/dev/mem', '/dev/kmsg', '/dev/tty', '/dev/sda', '/dev/vda'):\n    try:\n        open(d, 'rb')\n        print('opened', d)\n    except OSError:\n        pass\nopen('/dev/tty')", f"{CLOSED}|OSError"),
    Escape("make a device", "os.mknod('device', 0o20666, os.makedev(1, 1))"),
    Escape("make a pipe with a name", "os.mkfifo('pipe')"),
    Escape("change the owner", "os.chown('{secret}', 1, 1)", CLOSED),
    Escape("change the owner of its own file", "open('own', 'w').close()\nos.chown('own', 1, 1)"),
    Escape("NUL in a path", "open('/mnt/data/a\\0/../../{secret}')", "ValueError: embedded null"),
    Escape("a name of 10,000 letters", "open('/mnt/data/' + '가' * 10_000, 'w')", "File name too long"),
    Escape("mount over its folder", "checked(libc.mount(b'/', b'/mnt', b'none', 4096, None))"),
    Escape("another root", "os.chroot('/')"),
    Escape("open by handle", "call(304, 265, -100, None, 0)"),
    Escape("watch a folder outside", "checked(libc.inotify_init())"),
]  # fmt: skip

PROC = [
    Escape("its own environment", "open('/proc/self/environ').read()"),
    Escape("the server's environment", "open('/proc/{server}/environ').read()", CLOSED),
    Escape("the parent's environment", "open(f'/proc/{{os.getppid()}}/environ').read()", CLOSED),
    Escape("the server's memory", "open('/proc/{server}/mem', 'r+b')", CLOSED),
    Escape("the parent's memory", "open(f'/proc/{{os.getppid()}}/mem', 'r+b')", CLOSED),
    Escape("its own memory", "open('/proc/self/mem', 'r+b')"),
    Escape("its own walls", "open('/proc/self/attr/current', 'w')", CLOSED),
    Escape("descriptors of the parent", "os.listdir(f'/proc/{{os.getppid()}}/fd')", CLOSED),
    Escape("list all processes", "os.listdir('/proc')"),
    Escape("the parent's files through its root", "os.listdir(f'/proc/{{os.getppid()}}/root/')", CLOSED),
    Escape("settings of the kernel", "open('/proc/sys/kernel/core_pattern', 'w')", "PermissionError|Read-only"),
    Escape("control groups", "os.listdir('/sys/fs/cgroup')", CLOSED),
]

# Families by number, so that the table is the same on every build of Python.
_FAMILIES = {
    "unix": 1, "inet": 2, "appletalk": 5, "inet6": 10, "key": 15, "netlink": 16, "packet": 17, "rds": 21, "can": 29,
    "tipc": 30, "bluetooth": 31, "algorithms": 38, "vsock": 40, "xdp": 44,
}  # fmt: skip

NETWORK = [
    *(
        Escape(f"a socket of the family {name}", f"import socket\nfor kind in (1, 2, 3, 5):\n    try:\n        socket.socket({number}, kind)\n        print('made one')\n    except PermissionError:\n        pass\nsocket.socket({number}, 1)")
        for name, number in _FAMILIES.items()
    ),
    Escape("a socket by system call number", "call(41, 198, 2, 1, 0)"),
    Escape("a pair of internet sockets", "import socket\nsocket.socketpair(socket.AF_INET)"),
    Escape("a pair, then connect", "import socket\na, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\na.connect('{listening}')"),
    Escape("a pair, then send elsewhere", "import socket\na, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\na.sendto(b'x', '{listening}')"),
    Escape("a pair, then send a message elsewhere", "import socket\na, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\na.sendmsg([b'x'], [], 0, '{listening}')"),
    Escape("hand a descriptor over the protocol", "import socket\na, b = socket.socketpair()\nsocket.send_fds(a, [b'x'], [0])"),
    Escape("connect the protocol's own socket", "call(42, 203, 3, ctypes.c_char_p(bytes(16)), 16)"),
    Escape("listen", "import socket\nsocket.create_server(('127.0.0.1', 0))"),
    Escape("ask for an address (DNS)", "import socket\nsocket.getaddrinfo('example.com', 80)", "gaierror"),
    Escape("fetch a page", "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:1/')", "Operation not permitted"),
    Escape("asyncio over the network", "import asyncio\nasyncio.run(asyncio.open_connection('127.0.0.1', 1))"),
    Escape("a web server", "import http.server\nhttp.server.HTTPServer(('', 0), http.server.BaseHTTPRequestHandler)"),
    Escape("io_uring", "call(425, 425, 1, ctypes.byref((ctypes.c_long * 16)()))"),
]  # fmt: skip

PROCESSES = [
    Escape("subprocess", "import subprocess\nsubprocess.run([sys.executable, '-c', '1'])", "PermissionError|FileNotFoundError"),
    Escape("subprocess with a shell", "import subprocess\nsubprocess.check_output('id', shell=True)"),
    Escape("os.system", "print('code', os.system('touch /mnt/data/ran'), os.path.exists('/mnt/data/ran'))", "code -1 False|code 32512 False"),
    Escape("os.popen", "os.popen('id').read()"),
    Escape("os.posix_spawn", "os.posix_spawn('/bin/sh', ['sh', '-c', 'id'], {{}})"),
    Escape("os.fork", "os.fork()"),
    Escape("os.forkpty", "os.forkpty()", "Error"),
    Escape("vfork of the C library", "checked(libc.vfork())"),
    Escape("fork by system call number", "call(57, 220, 17, 0, 0, 0, 0)"),
    Escape("clone without a thread", "call(56, 220, 17, 0, 0, 0, 0)"),
    Escape("clone3", "call(435, 435, (ctypes.c_long * 11)(0, 0, 0, 0, 17), 88)", "Function not implemented"),
    Escape("exec", "os.execv('/bin/sh', ['sh'])"),
    Escape("exec by system call number", "call(59, 221, ctypes.c_char_p(b'/bin/sh'), None, None)"),
    Escape("exec of a descriptor", "call(322, 281, 0, ctypes.c_char_p(b''), None, None, 4096)"),
    Escape("a program in memory alone", "os.memfd_create('program')"),
    Escape("a program of its own", "open('x', 'wb').write(b'#!/bin/sh\\nid')\nos.chmod('x', 0o777)\nos.execv('x', ['x'])"),
    Escape("LD_PRELOAD", "os.environ['LD_PRELOAD'] = '/mnt/data/evil.so'\nimport subprocess\nsubprocess.run(['/bin/true'])", CLOSED),
    Escape("multiprocessing", "import multiprocessing\nmultiprocessing.get_context('fork').Process(target=print).start()"),
    Escape("a pool of processes", "import concurrent.futures as f\nf.ProcessPoolExecutor(1).submit(print).result()", "Error"),
    Escape("a pickle that calls os.system", "import pickle\nclass Evil:\n    def __reduce__(self): return os.system, ('id > /mnt/data/ran',)\nprint('code', pickle.loads(pickle.dumps(Evil())), os.path.exists('/mnt/data/ran'))", "code -1 False|code 32512 False"),
    Escape("a pickle that reads, through pandas", "import pickle, pandas\nclass Evil:\n    def __reduce__(self): return open, ('{secret}',)\npickle.dump(Evil(), open('evil.pkl', 'wb'))\npandas.read_pickle('/mnt/data/evil.pkl')", CLOSED),
    Escape("an array of objects, through numpy", "import numpy\nclass Evil:\n    def __reduce__(self): return os.fork, ()\nnumpy.save('e.npy', numpy.array([Evil()], dtype=object))\nnumpy.load('e.npy', allow_pickle=True)"),
    Escape("a matplotlib back end that draws elsewhere", "import matplotlib.pyplot as plt\nplt.switch_backend('webagg')\nplt.plot([1])\nplt.get_current_fig_manager()\nimport socket\nsocket.create_server(('127.0.0.1', 8988))", "Error"),
    Escape("a back end written by the code", "open('evil.py', 'w').write('import os\\nos.fork()')\nimport matplotlib.pyplot as plt\nplt.switch_backend('module://evil')"),
    Escape("matplotlib with LaTeX", "import matplotlib.pyplot as plt\nplt.rcParams['text.usetex'] = True\nplt.title('x')\ntry:\n    plt.savefig('x.png')\nfinally:\n    plt.rcdefaults()\n    plt.close('all')", "Error"),
    Escape("matplotlib films through ffmpeg", "import matplotlib.animation as a\nprint(a.FFMpegWriter.isAvailable())\nos.fork()"),
    Escape("signal the parent", "import signal\nos.kill(os.getppid(), signal.SIGKILL)"),
    Escape("signal the server", "import signal\nos.kill({server}, signal.SIGCONT)"),
    Escape("ask whether the server lives", "os.kill({server}, 0)"),
    Escape("signal everybody", "os.kill(-1, 0)"),
    Escape("signal its group", "import signal\nos.killpg(0, signal.SIGTERM)"),
    Escape("signal a thread of the parent", "call(234, 131, os.getppid(), os.getppid(), 9)"),
    Escape("signal by tkill", "call(200, 130, os.getppid(), 9)"),
    Escape("signal with a value", "call(129, 138, os.getppid(), 9, None)"),
    Escape("signal through a descriptor", "import fcntl\na, b = os.pipe()\nfcntl.fcntl(a, fcntl.F_SETOWN, os.getppid())"),
    Escape("own a descriptor by ioctl", "import fcntl\na, b = os.pipe()\nfcntl.ioctl(a, 0x8901, b'0000')"),
    Escape("a handle of the parent", "os.pidfd_open(os.getppid())"),
    Escape("trace the parent", "checked(libc.ptrace(16, os.getppid(), 0, 0))"),
    Escape("read the parent's memory", "call(310, 270, os.getppid(), 0, 0, 0, 0, 0)"),
    Escape("write the parent's memory", "call(311, 271, os.getppid(), 0, 0, 0, 0, 0)"),
    Escape("limits of the parent", "import resource\nresource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))"),
    Escape("priority of the parent", "os.setpriority(os.PRIO_PROCESS, os.getppid(), 10)"),
    Escape("scheduling of the parent", "os.sched_setaffinity(os.getppid(), [0])"),
]  # fmt: skip

KERNEL = [
    Escape("another user", "os.setuid(1)"),
    Escape("another group", "os.setgroups([0])"),
    Escape("a new user namespace", "call(272, 97, 0x10000000)"),
    Escape("enter a namespace", "checked(libc.setns(0, 0))"),
    Escape("more memory", "import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))", "Error"),
    Escape("larger files", "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (2**40, 2**40))", "Error"),
    Escape("outlive the parent", "checked(libc.prctl(1, 0, 0, 0, 0))"),
    Escape("filters of its own", "call(317, 277, 1, 0, None)"),
    Escape("rights of its own", "call(126, 91, None, None)"),
    Escape("the kernel's keys", "call(250, 219, 0, -3, 0)"),
    Escape("programs in the kernel (bpf)", "call(321, 280, 0, None, 0)"),
    Escape("counters of the kernel", "call(298, 241, None, 0, -1, -1, 0)"),
    Escape("faults handled by the code", "call(323, 282, 0)"),
    Escape("another personality", "call(135, 92, 0x0040000)"),
    Escape("shared memory of System V", "call(29, 194, 0, 4096, 0o1000)"),
    Escape("message queues", "call(240, 180, ctypes.c_char_p(b'q'), 0o100, 0o600, None)"),
    Escape("the kernel's log", "call(103, 116, 3, None, 0)"),
    Escape("the clock", "import time\ntime.clock_settime(time.CLOCK_REALTIME, time.time())"),
    Escape("the machine's name", "import socket\nsocket.sethostname(socket.gethostname())"),
    Escape("restart the machine", "call(169, 142, 0, 0, 0)"),
    Escape("an unknown system call", "call(5000, 5000)", "Function not implemented"),
]

ALL = [*FILES, *PROC, *NETWORK, *PROCESSES, *KERNEL]


@dataclass(frozen=True)
class Place:
    """A prison and what lies around it."""

    python: Bench
    outside: Path
    names: dict[str, str]

    def state(self) -> object:
        """What must not change: the folder outside, and what lies beside the session's own folder."""
        secret = self.outside / "secret.txt"
        status = secret.stat()
        cache, neighbour = self.python.root / "matplotlib", self.python.data("neighbour")
        return (
            secret.read_text(),
            (cache / "readable").read_text(),
            (status.st_mode, status.st_uid, status.st_mtime_ns, status.st_nlink),
            *(sorted(path.name for path in folder.iterdir()) for folder in (self.outside, cache, neighbour)),
        )


@pytest.fixture(scope="module", params=["own walls", "bubblewrap as well"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    assert walls.closed_in(), "the walls do not stand, and these attempts would get out"
    base = tmp_path_factory.mktemp("place")
    hidden = request.param == "bubblewrap as well"
    if hidden and not bubblewrap.works():
        pytest.skip("bubblewrap is not installed, or may not make namespaces")
    outside = base / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(outside / "listening"))
    listening.setblocking(False)
    with pytest.MonkeyPatch.context() as patch, listening:
        patch.setenv("OPENAI_API_KEY", SECRET)
        patch.setattr(bubblewrap, "works", lambda: hidden)
        python = Bench(base / "state" / "sandbox")
        python.wait(python.interpreter.warm)
        python("kept = 'kept'\nopen('own.txt', 'w').write('the neighbour')", session="neighbour")
        (python.root / "matplotlib" / "readable").write_text("may be read")
        names = {
            "secret": str(outside / "secret.txt"),
            "outside": str(outside),
            "listening": str(outside / "listening"),
            "home": str(Path.home()),
            "server": str(os.getpid()),
            "neighbour": str(python.data("neighbour")),
            "library": str(Path(pytest.__file__).parents[1]),
            "cache": str(python.root / "matplotlib"),
        }
        yield Place(python, outside, names)
        with pytest.raises(BlockingIOError):
            listening.recv(1)  # nothing has ever arrived
        python.close()


@pytest.mark.parametrize("escape", ALL, ids=lambda escape: escape.name)
def test_no_way_out(place: Place, escape: Escape) -> None:
    before = place.state()
    result = place.python(PRELUDE + escape.code.format(**place.names), session="prisoner")
    text = logs(result)
    assert re.search(escape.says, text), text
    assert SECRET not in text and "the neighbour" not in text.replace("neighbour/", "")
    assert "opened" not in text and "made one" not in text
    assert place.state() == before
    assert not [path for path in result.files if SECRET in path.read_text("utf-8", "replace")]
    assert logs(place.python("kept", session="neighbour")) == "'kept'\n"


def test_permissions_and_times_outside_stay_as_they_are(place: Place) -> None:
    """The walls report these as done, since libraries that copy files need them, and do nothing."""
    before = place.state()
    place.python(
        PRELUDE
        + textwrap.dedent(f"""
            for attempt in (
                lambda: os.chmod({place.names["secret"]!r}, 0o777),
                lambda: os.utime({place.names["secret"]!r}, (1, 1)),
                lambda: checked(libc.chmod({place.names["secret"].encode()!r}, 0o777)),
                lambda: os.fchmod(os.open({(place.names["cache"] + "/readable")!r}, os.O_RDONLY), 0),
            ):
                try:
                    attempt()
                except OSError:
                    pass
        """),
        session="prisoner",
    )
    assert place.state() == before
    assert Path(place.names["cache"], "readable").stat().st_mode & 0o400


def test_a_file_outside_is_not_even_seen_behind_bubblewrap(place: Place) -> None:
    shown = logs(place.python(f"import os\nos.path.exists({place.names['secret']!r})", session="prisoner"))
    assert shown == ("False\n" if bubblewrap.works() else "True\n")


def test_what_may_be_read_holds_nothing_of_the_reader(place: Place) -> None:
    """All that opens from the root folder down: the installation and this project's helpers, and nothing else."""
    found = place.python(
        textwrap.dedent("""
            import os
            def open_ones(folder, depth=0):
                try:
                    entries = list(os.scandir(folder))
                except OSError:
                    if depth < 3:
                        for name in guesses.get(folder, ()):
                            yield from open_ones(os.path.join(folder, name), depth + 1)
                    return
                yield folder
            guesses = {'/': ('bin', 'boot', 'dev', 'etc', 'home', 'lib', 'mnt', 'opt', 'proc', 'root', 'run', 'srv',
                             'sys', 'tmp', 'usr', 'var'),
                       '/usr': ('bin', 'lib', 'local', 'share', 'src'), '/var': ('log', 'lib', 'tmp')}
            print(sorted(open_ones('/')))
        """),
        session="prisoner",
    )
    assert set(ast.literal_eval(logs(found))) <= {"/lib", "/usr/lib"}, logs(found)


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.uname().machine != "x86_64", reason="x86_64 alone")
@pytest.mark.parametrize(
    "machine_code",
    [
        pytest.param("b8 14 00 00 00 cd 80 c3", id="a call of 32-bit processors"),
        pytest.param("b8 27 00 00 40 0f 05 c3", id="a call of the x32 kind"),
    ],
)
def test_calls_of_another_architecture_end_the_worker(place: Place, machine_code: str) -> None:
    code = (
        f"import ctypes, mmap\ncode = bytes.fromhex('{machine_code}')\n"
        "page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)\npage.write(code)\n"
        "start = ctypes.addressof(ctypes.c_char.from_buffer(page))\nctypes.CFUNCTYPE(ctypes.c_int)(start)()"
    )
    assert f"it crashed ({signal.SIGSYS.name})" in logs(place.python(code, session="prisoner"))
    assert logs(place.python("kept", session="neighbour")) == "'kept'\n"


def test_a_session_finds_nothing_that_another_changed(place: Place) -> None:
    place.python(
        "import sys, json, builtins, numpy, matplotlib, os\nnumpy.pi = 3\nbuiltins.print = None\njson.dumps = None\n"
        "os.environ['PLANTED'] = '1'\nmatplotlib.rcParams['font.size'] = 99\nsys.modules['pandas'] = None",
        session="vandal",
    )
    result = place.python(
        "import json, numpy, os, pandas, matplotlib\n"
        "print(numpy.pi > 3.1, json.dumps(1), os.environ.get('PLANTED'), matplotlib.rcParams['font.size'])",
        session="visitor",
    )
    assert logs(result) == "True 1 None 10.0\n"


def test_sessions_draw_different_random_numbers(place: Place) -> None:
    code = "import random, numpy, uuid\n(random.random(), numpy.random.random(), numpy.random.default_rng().random(), uuid.uuid4())"
    assert logs(place.python(code, session="one")) != logs(place.python(code, session="other"))


@pytest.mark.parametrize(
    "name",
    ["../../x.csv", "/etc/x.csv", "a\0b.csv", "가" * 300 + ".csv", "매출 📊.csv", "..", "-rf", "a\nb.csv", "CON"],
)
def test_names_of_inputs_stay_in_the_folder(place: Place, tmp_path: Path, name: str) -> None:
    (tmp_path / "upload").write_text("1,2")
    before = place.state()
    file = InputFile(f"file-{abs(hash(name))}", name, tmp_path / "upload")
    result = place.python(f"open('/mnt/data/{file.id}').read()", file, session=f"names{abs(hash(name))}")
    assert logs(result) == "'1,2'\n"
    assert place.state() == before


def test_ordinary_work_is_not_hindered(place: Place) -> None:
    result = place.python(
        textwrap.dedent("""
            import asyncio, tempfile, threading, concurrent.futures, shutil, zipfile, sqlite3, mimetypes, zoneinfo
            import numpy as np, pandas as pd, matplotlib.pyplot as plt, pptx, openpyxl
            from PIL import Image
            from pathlib import Path
            frame = pd.DataFrame({'월': pd.date_range('2025-01-31', periods=3, freq='ME', tz='Asia/Seoul'), '값': [1, 2, 3]})
            frame.assign(월=frame.월.dt.tz_localize(None)).to_excel('표.xlsx', index=False)
            pd.read_excel('/mnt/data/표.xlsx').to_csv('표.csv')
            frame.plot(x='월', y='값', title='월별 값'); plt.savefig('차트.png'); plt.show()
            with tempfile.TemporaryDirectory() as folder:
                shutil.copy2('표.csv', folder)
                shutil.copytree(folder, '사본')
            with zipfile.ZipFile('모음.zip', 'w') as z: z.write('표.csv')
            zipfile.ZipFile('모음.zip').extractall('풀린 것')
            with concurrent.futures.ThreadPoolExecutor(4) as pool: print(sum(pool.map(abs, range(9))))
            print(asyncio.run(asyncio.sleep(0, 'slept')), mimetypes.guess_type('a.pptx')[0][:11])
            with sqlite3.connect('d.db') as db:
                db.execute('pragma journal_mode=wal'); db.execute('create table t(a)'); db.execute('insert into t values (1)')
                print(pd.read_sql('select * from t', db).shape)
            print(np.linalg.norm(np.ones((200, 200)) @ np.ones((200, 200))) > 0)
            deck = pptx.Presentation(); deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = '제목'
            deck.slides[0].shapes.add_picture('차트.png', 0, 0); deck.save('덱.pptx')
            Image.open('차트.png').convert('RGB').resize((40, 30)).save('작은.jpg')
            Path('빈 파일').touch()
        """),
        session="worker",
    )
    assert result.ok, logs(result)
    assert logs(result) == "36\nslept application\n(1, 1)\nTrue\n"
    assert {path.name for path in result.files} >= {
        "표.xlsx",
        "표.csv",
        "차트.png",
        "모음.zip",
        "덱.pptx",
        "작은.jpg",
        "빈 파일",
    }


def test_the_deck_builder_and_its_theme_can_be_used(place: Place) -> None:
    assert logs(place.python("from helpers.deck import build_deck\ncallable(build_deck)", session="worker")) == "True\n"


def test_what_the_walls_refuse_is_explained(place: Place) -> None:
    said = "[This Python is closed in: "
    for code in (
        "open('{secret}')",
        "import os\nos.fork()",
        "import urllib.request as u\nu.urlopen('http://a.example/')",
    ):
        assert said in logs(place.python(code.format(**place.names), session="prisoner"))
    for code in ("open('/mnt/data/missing.csv')", "open('missing.csv')", "1 / 0"):
        assert said not in logs(place.python(code, session="prisoner"))


def test_a_worker_begins_with_nothing_open_but_its_own(place: Place) -> None:
    """Sockets: the protocol's, held twice. Files: what it caught itself, and fonts. No pipe, no other socket."""
    code = (
        "import os, stat\nkinds = []\nfor n in range(256):\n    try: mode = os.fstat(n).st_mode\n    except OSError: continue\n"
        "    kinds.append('socket' if stat.S_ISSOCK(mode) else 'pipe' if stat.S_ISFIFO(mode) else 'other')\n"
        "print(kinds.count('socket'), kinds.count('pipe'))"
    )
    assert logs(place.python(code, session="fresh")) == "2 0\n"


def test_the_table_names_every_attempt() -> None:
    table = (Path(__file__).parents[1] / "ESCAPES.md").read_text("utf-8")
    missing = [escape.name for escape in ALL if f"| {escape.name} |" not in table]
    assert not missing
