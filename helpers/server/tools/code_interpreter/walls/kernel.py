"""System calls that Python has no function for, made through the C library."""

import ctypes
import functools
import os
import platform
import sys
from typing import Any

from .syscalls import NUMBERS, Architecture

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CAPABILITY_VERSION = 0x20080522


@functools.cache
def architecture() -> Architecture | None:
    """Which column of the table of system calls holds here; None where the walls do not know the processor."""
    known: dict[str, Architecture] = {"x86_64": "x86_64", "aarch64": "aarch64", "arm64": "aarch64"}
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return None
    return known.get(platform.machine())


@functools.cache
def _library() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def call(name: str, *arguments: Any) -> int:
    """Make a system call by its name. OSError where the kernel refuses."""
    column = architecture()
    if column is None:
        raise OSError("not a kernel that the walls know")
    number = NUMBERS[name][0 if column == "x86_64" else 1]
    widened = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    return _checked(_library().syscall(ctypes.c_long(number or -1), *widened), name)


def _prctl(option: int, value: int) -> None:
    zero = ctypes.c_ulong(0)
    _checked(_library().prctl(ctypes.c_int(option), ctypes.c_ulong(value), zero, zero, zero), "prctl")


def _checked(result: int, name: str) -> int:
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
    return result


def never_gain_privileges() -> None:
    """From now on no program that this process starts has more rights than it. The kernel asks for it first."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def die_with_parent(signal: int) -> None:
    """Have the kernel send this signal when the parent ends."""
    _prctl(_PR_SET_PDEATHSIG, signal)


def drop_capabilities() -> None:
    """Give up what root may do beyond the owner of a file or process. Nothing changes for anybody else."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    nothing = (ctypes.c_uint32 * 6)()
    call("capset", ctypes.byref(header), ctypes.byref(nothing))
