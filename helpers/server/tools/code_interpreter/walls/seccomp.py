"""The wall around system calls: a seccomp filter that lets pass what computing needs, and refuses the rest.

Nothing of the network, no new processes or programs, no signals to others, nothing that looks into or changes another
process or the system. A refused call fails with EPERM, which Python raises as PermissionError. Calls in the form of
another processor architecture end the process: only an attack makes them.
"""

import ctypes
import errno
import os
import struct
from collections.abc import Iterable

from . import kernel
from .syscalls import NUMBERS, Architecture

_SET_FILTER, _ACTION_AVAILABLE = 1, 2
_ALLOW, _FAIL, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000

_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # where they lie in what the filter is shown
_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x40000000  # x86_64 takes the calls of another architecture with this bit in the number
# A C library that is newer than this list tries newer calls first, and does without where they do not exist.
_NEWER = 457

_WORD = 0xFFFFFFFF

# One test: an argument's word of 32 bits (twice the argument's place, plus one for the upper half), a mask, and what it
# has to be. A call passes where all tests of any one of its alternatives do.
_Test = tuple[int, int, int]
_Alternatives = Iterable[tuple[_Test, ...]]

_THREAD, _NAMESPACES = 0x10000, 0x7E020080
_TRUNCATING, _ACCESS_MODE = os.O_TRUNC, os.O_ACCMODE if hasattr(os, "O_ACCMODE") else 3
# Copies, flags and locks of descriptors; not F_SETOWN and the like, by which the kernel signals another process.
_FCNTL = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032)
# TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX.
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# Names of threads and of memory, and questions.
_PRCTL = (15, 16, 23, 39, 0x53564D41)
_LOCAL = 1  # AF_UNIX, for a pair of sockets that asyncio wakes itself by
_CPU_TIME = 0  # RLIMIT_CPU, which is set anew for each run

# Done by nobody, and reported as done: libraries set permissions and times of files as they copy them, and would fail.
_PRETENDED = ("chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimes", "futimesat", "utimensat")
_XATTR = tuple(f"{link}{verb}xattr" for verb in ("get", "set", "list", "remove") for link in ("", "l", "f"))
_ANSWERED = {
    **dict.fromkeys(_PRETENDED, 0),
    **dict.fromkeys(_XATTR, errno.ENOTSUP),
    # The C library then uses the older forms, whose arguments a filter can see.
    **dict.fromkeys(("clone3", "openat2"), errno.ENOSYS),
}
_BUILDING = ("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "seccomp", "capset")


def available() -> bool:
    """True where the kernel takes such a filter and this module knows the processor's calls."""
    try:
        kernel.call("seccomp", _ACTION_AVAILABLE, 0, ctypes.byref(ctypes.c_uint32(_KILL_PROCESS)))
    except OSError:
        return False
    return True


def restrict(truncation_guarded: bool) -> None:
    """Put the filter around this thread and those it starts, for good. OSError where the kernel refuses.

    Where `truncation_guarded` is False, emptying a file other than one opened for writing is refused here.
    """
    column = kernel.architecture()
    if column is None:
        raise OSError("not a kernel that the walls know")
    code = program(column, os.getpid(), truncation_guarded)
    instructions = ctypes.create_string_buffer(code, len(code))
    shown = struct.pack("@HP", len(code) // 8, ctypes.addressof(instructions))
    kernel.call("seccomp", _SET_FILTER, 0, shown)


def program(column: Architecture, process: int, truncation_guarded: bool) -> bytes:
    """The filter's instructions for one architecture and one process ID, eight bytes each."""
    place = 0 if column == "x86_64" else 1
    conditions = _conditions(process, truncation_guarded)
    parts = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_EQUAL, _AUDIT[column], 1, 0),
        _instruction(_RETURN, _KILL_PROCESS),
        _instruction(_LOAD, _NUMBER),
        _instruction(_AT_LEAST, _X32, 0, 1),
        _instruction(_RETURN, _KILL_PROCESS),
        _instruction(_AT_LEAST, _NEWER, 0, 1),
        _instruction(_RETURN, _FAIL | errno.ENOSYS),
    ]
    for name, numbers in NUMBERS.items():
        number = numbers[place]
        if number is None or name in _BUILDING:
            continue
        if name in conditions:
            block = _block(conditions[name])
        else:
            block = [_instruction(_RETURN, _FAIL | _ANSWERED[name] if name in _ANSWERED else _ALLOW)]
        parts += [_instruction(_EQUAL, number, 0, len(block)), *block]
    parts.append(_instruction(_RETURN, _FAIL | errno.EPERM))
    return b"".join(parts)


def _conditions(process: int, truncation_guarded: bool) -> dict[str, _Alternatives]:
    only_this_process: _Alternatives = [((0, _WORD, process),)]
    conditions: dict[str, _Alternatives] = {
        "clone": [((0, _THREAD | _NAMESPACES, _THREAD),)],
        "kill": only_this_process,
        "tgkill": only_this_process,
        "fcntl": [((2, _WORD, command),) for command in _FCNTL],
        "ioctl": [((2, _WORD, request),) for request in _IOCTL],
        "prctl": [((0, _WORD, option),) for option in _PRCTL],
        # Asking for limits (no new ones given), and setting that of processor time.
        "prlimit64": [
            (test, *more)
            for test in ((0, _WORD, 0), (0, _WORD, process))
            for more in (((4, _WORD, 0), (5, _WORD, 0)), ((2, _WORD, _CPU_TIME),))
        ],
        "socketpair": [((0, _WORD, _LOCAL),)],
        # Without an address: to the other end of the pair.
        "sendto": [((8, _WORD, 0), (9, _WORD, 0))],
    }
    if not truncation_guarded:
        reading_truncates = _TRUNCATING | _ACCESS_MODE
        passing = [value | mode for value in (0, _TRUNCATING) for mode in (0, 1, 2) if value | mode != _TRUNCATING]
        conditions["truncate"] = []
        conditions["open"] = [((2, reading_truncates, value),) for value in passing]
        conditions["openat"] = [((4, reading_truncates, value),) for value in passing]
    return conditions


def _block(alternatives: _Alternatives) -> list[bytes]:
    """Instructions that allow where one of the alternatives holds, and else refuse."""
    block = []
    for tests in alternatives:
        left = 3 * len(tests) + 1
        for word, mask, value in tests:
            left -= 3
            block += [
                _instruction(_LOAD, _ARGUMENTS + 4 * word),
                _instruction(_AND, mask),
                _instruction(_EQUAL, value, 0, left),
            ]
        block.append(_instruction(_RETURN, _ALLOW))
    return [*block, _instruction(_RETURN, _FAIL | errno.EPERM)]


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
