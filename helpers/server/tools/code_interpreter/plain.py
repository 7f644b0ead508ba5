"""Looking into folders that hostile code has written to: no link is followed, no pipe waited for, no depth trusted."""

import errno
import os
import stat
import uuid
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .limits import MIB

# Folders within one another: for what is handed over, whose paths have to stay usable, and for what is counted.
_DEEPEST, _ABYSS = 12, 100
_BY_DESCRIPTOR = os.scandir in os.supports_fd and os.open in os.supports_dir_fd
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0) | _NO_LINK | os.O_RDONLY
# Without waiting, should it be a pipe.
_FILE = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_plain(top: Path, path: Path) -> bytes:
    """The bytes of a regular file beneath `top`, reached through real folders alone. OSError for anything else."""
    parts = path.relative_to(top).parts if path.is_relative_to(top) else ()
    if not parts or ".." in parts:
        raise FileNotFoundError(f"{path.name} is not in its folder")
    if not _BY_DESCRIPTOR:
        return _read(os.open(path, _FILE))
    folder = os.open(top, _FOLDER)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        return _read(os.open(parts[-1], _FILE, dir_fd=folder))
    finally:
        os.close(folder)


def _read(descriptor: int) -> bytes:
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise FileNotFoundError("not a plain file")
        return file.read()


def walk(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The regular files beneath a folder, but for those in hidden folders and `__pycache__`, and very deep ones.

    Libraries leave caches in folders of this kind; nobody means them as a result.
    """
    for entry in _entries(folder, _DEEPEST, caches=False):
        if stat.S_ISREG(entry.status.st_mode):
            yield entry.path, entry.status


def weigh(folder: Path, most_files: int, most_bytes: int) -> str | None:
    """What is wrong with the size of a folder, in words; None where all is well. Counts everything, hidden or not."""
    number, size = 0, 0.0
    try:
        for entry in _entries(folder, _ABYSS, caches=True):
            number += 1
            # Holes in a file take no room, where the system says so.
            size += getattr(entry.status, "st_blocks", entry.status.st_size / 512) * 512
            if number > most_files:
                return f"more than {most_files:,} files and folders"
            if size > most_bytes:
                return f"more than {most_bytes / MIB:,.0f} MiB of files"
            if entry.depth == _ABYSS:
                return f"more than {_ABYSS} folders inside one another"
    except PermissionError:
        return "a folder that cannot be looked into"
    return None


class _Entry(NamedTuple):
    path: Path
    status: os.stat_result
    depth: int


def _entries(folder: Path, deepest: int, caches: bool, around: int | None = None, depth: int = 0) -> Iterator[_Entry]:
    try:
        descriptor = _open_folder(folder, around)
    except (FileNotFoundError, NotADirectoryError):  # gone, or replaced, since it was seen
        return
    try:
        with os.scandir(folder if descriptor is None else descriptor) as found:
            for item in found:
                try:
                    entry = _Entry(folder / item.name, item.stat(follow_symlinks=False), depth)
                except FileNotFoundError:
                    continue
                yield entry
                is_cache = item.name.startswith(".") or item.name == "__pycache__"
                if stat.S_ISDIR(entry.status.st_mode) and depth < deepest and (caches or not is_cache):
                    yield from _entries(entry.path, deepest, caches, descriptor, depth + 1)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _open_folder(folder: Path, around: int | None) -> int | None:
    """By its name alone inside the one around it, so that no part of the path can have become a link."""
    if not _BY_DESCRIPTOR:
        return None
    try:
        return os.open(folder if around is None else folder.name, _FOLDER, dir_fd=around)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NotADirectoryError from None
        raise


def empty(folder: Path, keep: Container[Path] = (), depth: int = 0) -> bool:
    """Remove what is in a folder but for the files to keep, however deep it lies and whatever permissions it has.

    True where nothing is left. Only while nobody else changes it.
    """
    with suppress(OSError):
        folder.chmod(0o700)
    left = False
    for item in list(os.scandir(folder)):
        path = Path(item.path)
        if path in keep:
            left = True
            continue
        with suppress(OSError):
            if not item.is_dir(follow_symlinks=False):
                path.unlink()
            elif depth >= _DEEPEST:
                _raze(path)
            elif empty(path, keep, depth + 1):
                path.rmdir()
            else:
                left = True
    return not left


def _raze(top: Path) -> None:
    """Remove a folder in which others lie so deep that no path would reach them: each is lifted up beside it first."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        folder.chmod(0o700)
        for item in list(os.scandir(folder)):
            if item.is_dir(follow_symlinks=False):
                lifted = top.with_name(uuid.uuid4().hex)
                waiting.append(Path(item.path).rename(lifted))
            else:
                Path(item.path).unlink()
        folder.rmdir()
