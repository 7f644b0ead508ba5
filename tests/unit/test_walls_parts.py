"""The walls' parts without a worker: the filter's program, read as the kernel reads it, and what is said of them."""

import errno
import platform
import re
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from helpers.server.tools.code_interpreter import walls
from helpers.server.tools.code_interpreter.walls import landlock, places, seccomp
from helpers.server.tools.code_interpreter.walls.syscalls import NUMBERS, Architecture

ALLOWED, KILLED = "allowed", "killed"
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
OWN = 4242
COLUMNS: list[Architecture] = ["x86_64", "aarch64"]


def verdict(column: Architecture, number: int, *arguments: int, audit: int | None = None, guarded: bool = True) -> str:
    """What the filter says to a call: `allowed`, `killed`, or the name of an error (`OK` for none)."""
    shown = struct.pack("=IIQ", number & 0xFFFFFFFF, AUDIT[column] if audit is None else audit, 0)
    shown += struct.pack("=6Q", *(value & (2**64 - 1) for value in (*arguments, *[0] * (6 - len(arguments)))))
    code = seccomp.program(column, OWN, guarded)
    position, accumulator = 0, 0
    while True:
        kind, if_true, if_false, value = struct.unpack_from("=HBBI", code, 8 * position)
        position += 1
        match kind:
            case 0x20:
                accumulator = struct.unpack_from("=I", shown, value)[0]
            case 0x54:
                accumulator &= value
            case 0x15:
                position += if_true if accumulator == value else if_false
            case 0x35:
                position += if_true if accumulator >= value else if_false
            case 0x06:
                if value >> 16 == 5:
                    return errno.errorcode.get(value & 0xFFFF, "OK")
                return {0x7FFF0000: ALLOWED, 0x80000000: KILLED}[value]
            case _:
                raise AssertionError(f"unknown instruction {kind:#x}")


def number(column: Architecture, name: str) -> int:
    found = NUMBERS[name][COLUMNS.index(column)]
    assert found is not None
    return found


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("read", (), ALLOWED),
        ("openat", (0, 0, 0o1000), ALLOWED),
        ("clone", (0x3D0F00,), ALLOWED),
        ("clone", (17,), "EPERM"),
        ("clone", (0x3D0F00 | 0x10000000,), "EPERM"),
        ("clone3", (), "ENOSYS"),
        ("kill", (OWN, 9), ALLOWED),
        ("kill", (OWN - 1, 9), "EPERM"),
        ("kill", (0, 9), "EPERM"),
        ("kill", (-1, 9), "EPERM"),
        ("tgkill", (OWN, 77, 6), ALLOWED),
        ("tgkill", (1, 1, 6), "EPERM"),
        ("fcntl", (3, 1), ALLOWED),
        ("fcntl", (3, 8, 1), "EPERM"),
        ("ioctl", (3, 0x5401), ALLOWED),
        ("ioctl", (3, 0x5412), "EPERM"),
        ("prctl", (15,), ALLOWED),
        ("prctl", (1, 0), "EPERM"),
        ("prlimit64", (0, 7, 0, 5), ALLOWED),
        ("prlimit64", (0, 0, 5, 0), ALLOWED),
        ("prlimit64", (0, 9, 5, 0), "EPERM"),
        ("prlimit64", (0, 9, 1 << 40, 0), "EPERM"),
        ("prlimit64", (1, 7, 0, 5), "EPERM"),
        ("socketpair", (1, 1), ALLOWED),
        ("socketpair", (2, 1), "EPERM"),
        ("sendto", (3, 1, 1, 0, 0, 0), ALLOWED),
        ("sendto", (3, 1, 1, 0, 1 << 33, 0), "EPERM"),
        ("fchmodat", (), "OK"),
        ("utimensat", (), "OK"),
        ("getxattr", (), "ENOTSUP"),
        ("seccomp", (), "EPERM"),
        ("landlock_restrict_self", (), "EPERM"),
    ],
)
def test_calls(column: Architecture, name: str, arguments: tuple[int, ...], expected: str) -> None:
    assert verdict(column, number(column, name), *arguments) == expected


@pytest.mark.parametrize("column", COLUMNS)
def test_calls_of_another_architecture_kill(column: Architecture) -> None:
    assert verdict(column, 0, audit=0x40000003) == KILLED
    assert verdict(column, 0x40000000) == KILLED
    assert verdict(column, -1) == KILLED
    assert verdict(column, 5000) == "ENOSYS"


@pytest.mark.parametrize("column", COLUMNS)
def test_where_landlock_is_old_nothing_is_emptied_that_was_not_opened_for_writing(column: Architecture) -> None:
    for flags, expected in ((0o1000, "EPERM"), (0, ALLOWED), (0o1001, ALLOWED), (0o1102, ALLOWED)):
        assert verdict(column, number(column, "openat"), 0, 0, flags, guarded=False) == expected
    assert verdict(column, number(column, "truncate"), guarded=False) == "EPERM"


HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}


@pytest.mark.parametrize("column", COLUMNS)
def test_numbers_are_those_of_the_kernels_headers(column: Architecture) -> None:
    if not HEADERS[column].exists():
        pytest.skip("the kernel's headers are not installed")
    defined = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", HEADERS[column].read_text()))
    defined["newfstatat"] = defined.get("newfstatat", defined.get("fstatat", ""))
    place = COLUMNS.index(column)
    known = {name: numbers[place] for name, numbers in NUMBERS.items() if name in defined}
    assert len(known) > 150
    assert known == {name: int(defined[name]) for name in known}


def test_no_call_of_the_network_or_of_other_processes_is_in_the_table() -> None:
    forbidden = {
        "socket", "connect", "bind", "listen", "accept", "accept4", "sendmsg", "sendmmsg", "recvmsg", "execve",
        "execveat", "fork", "vfork", "ptrace", "mount", "unshare", "setns", "bpf", "keyctl", "memfd_create",
        "io_uring_setup", "userfaultfd", "perf_event_open", "pidfd_open", "pidfd_send_signal", "process_vm_readv",
    }  # fmt: skip
    assert not forbidden & NUMBERS.keys()


def test_nothing_of_the_reader_is_among_what_may_be_read(tmp_path: Path) -> None:
    open_ones = places.readable(tmp_path)
    assert tmp_path in open_ones
    for closed in (Path("/"), Path("/etc"), Path("/proc"), Path("/usr"), Path.home(), Path("/tmp"), Path("/dev")):
        assert closed not in open_ones


def test_what_is_said_of_the_walls() -> None:
    found = walls.standing()
    assert [wall.name for wall in found] == ["files", "network", "processes", "quantities", "hiding"]
    assert all(wall.note for wall in found)
    assert walls.closed_in() == all(wall.stands for wall in found[:3])


@pytest.mark.skipif(sys.platform != "linux", reason="Linux")
def test_without_landlock_or_on_an_unknown_processor_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert not walls.closed_in()
    assert "can read and write the user's files" in walls.standing()[0].note
    walls.kernel.architecture.cache_clear()
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    try:
        assert [wall.stands for wall in walls.standing()[:3]] == [False, False, False]
    finally:
        walls.kernel.architecture.cache_clear()


ATTEMPTS = """
import os, sys
from pathlib import Path
from helpers.server.tools.code_interpreter import walls
from helpers.server.tools.code_interpreter.limits import Limits
version, base = int(sys.argv[1]), Path(sys.argv[2])
walls.landlock.version = lambda: version
walls.put_up([base / "own"], base / "cache", Limits())
(base / "own" / "a").write_text("a")
(base / "own" / "inner").mkdir()
os.rename(base / "own" / "a", base / "own" / "b")
(base / "own" / "b").unlink()
for attempt in (
    lambda: (base / "secret").read_text(),
    lambda: (base / "secret").write_text("x"),
    lambda: os.open(base / "cache" / "readable", os.O_RDONLY | os.O_TRUNC),
    lambda: os.truncate(base / "cache" / "readable", 0),
    lambda: os.rename(base / "secret", base / "own" / "secret"),
    lambda: os.link(base / "secret", base / "own" / "secret"),
    os.fork,
):
    try:
        attempt()
        print("got out at line", attempt.__code__.co_firstlineno if hasattr(attempt, "__code__") else "fork")
    except OSError:
        pass
print("done")
"""


@pytest.mark.skipif(not walls.closed_in(), reason="this kernel has no Landlock or no seccomp filters")
@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6, 99])
def test_walls_of_older_and_newer_kernels_hold(tmp_path: Path, version: int) -> None:
    """As far as this kernel can play the older ones: each version of the interface is asked for what it knows."""
    if 6 < landlock.version() < version:
        version = landlock.version()
    (tmp_path / "base" / "own").mkdir(parents=True)
    (tmp_path / "base" / "secret").write_text("secret")
    (tmp_path / "base" / "cache").mkdir()
    (tmp_path / "base" / "cache" / "readable").write_text("may be read")
    run = subprocess.run(
        [sys.executable, "-c", ATTEMPTS, str(version), str(tmp_path / "base")],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert run.stdout == "done\n", run.stdout + run.stderr
    assert (tmp_path / "base" / "cache" / "readable").read_text() == "may be read"


ORPHANS = """
import asyncio, sys
from pathlib import Path
from helpers.server.tools.code_interpreter import CodeInterpreter
async def main():
    interpreter = CodeInterpreter(Path(sys.argv[1]))
    await interpreter.run("held", "1", ())
    running = asyncio.create_task(interpreter.run("running", "open('on', 'w').close()\\nwhile True: pass", ()))
    while not Path(sys.argv[1], "running", "data", "on").exists():
        await asyncio.sleep(0.01)
    print("on", flush=True)
    await running
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux lists processes in /proc")
def test_no_process_outlives_a_server_that_is_killed(tmp_path: Path) -> None:
    root = tmp_path / "sandbox of a killed server"
    server = subprocess.Popen(
        [sys.executable, "-c", ORPHANS, str(root)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert server.stdout and server.stdout.readline() == b"on\n"
    children = descendants(server.pid)
    assert len(children) >= 3
    server.kill()
    server.wait()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{child}").exists() for child in children):
        assert time.monotonic() < deadline, "still there"
    server.stdout.close()


def descendants(ancestor: int) -> list[int]:
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found = [ancestor]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found[1:]
