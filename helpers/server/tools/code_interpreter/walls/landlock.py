"""The wall around files: Landlock, which a process puts around itself without root (Linux 5.13 and later).

It governs opening, making, moving and removing. It does not hide that a file exists: `stat` still answers.
"""

import ctypes
import functools
import os
import stat
import struct
from collections.abc import Iterable
from pathlib import Path

from . import kernel

_ASK_FOR_VERSION = 1
_RULE_PATH_BENEATH = 1

# Rights, as bits.
_WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 1, 1 << 2, 1 << 3
_REMOVE_FOLDER, _REMOVE_FILE = 1 << 4, 1 << 5
_MAKE_FOLDER, _MAKE_FILE, _MAKE_LINK = 1 << 7, 1 << 8, 1 << 12
_MOVE_BETWEEN_FOLDERS, _TRUNCATE = 1 << 13, 1 << 14

_READ = _READ_FILE | _READ_FOLDER
_CHANGE = (
    _READ | _WRITE_FILE | _TRUNCATE | _REMOVE_FOLDER | _REMOVE_FILE
    | _MAKE_FOLDER | _MAKE_FILE | _MAKE_LINK | _MOVE_BETWEEN_FOLDERS
)  # fmt: skip
_FOR_ONE_FILE = _READ_FILE | _WRITE_FILE | _TRUNCATE

# How many rights (from bit 0 on) each version of the interface knows; later ones know those of 5.
_RIGHTS_KNOWN = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_ALL_TCP = 0b11  # bind and connect
_ALL_SCOPES = 0b11  # abstract UNIX sockets of others, and signals to others


@functools.cache
def version() -> int:
    """The kernel's version of the interface; 0 where there is none, or where it is switched off."""
    try:
        return kernel.call("landlock_create_ruleset", None, 0, _ASK_FOR_VERSION)
    except OSError:
        return 0


def guards_truncation() -> bool:
    """True from version 3 on. Before that a file that may be read could be emptied, if nothing else forbids it."""
    return version() >= 3


def restrict(readable: Iterable[Path], changeable: Iterable[Path]) -> None:
    """Close every file to this thread and those it starts, for good, but for those given and what lies beneath them.

    Those that do not exist are passed over. OSError where the kernel refuses.
    """
    known = version()
    rights = (1 << _RIGHTS_KNOWN.get(known, 16)) - 1
    # Versions 4 and 6 each made the structure longer.
    fields = [rights] + [_ALL_TCP] * (known >= 4) + [_ALL_SCOPES] * (known >= 6)
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    ruleset = kernel.call("landlock_create_ruleset", attributes, len(attributes), 0)
    try:
        for paths, granted in ((readable, _READ), (changeable, _CHANGE)):
            for path in paths:
                _allow(ruleset, path, granted & rights)
        kernel.call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, granted: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            granted &= _FOR_ONE_FILE
        rule = ctypes.create_string_buffer(struct.pack("=Qi", granted, place))
        kernel.call("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(place)
