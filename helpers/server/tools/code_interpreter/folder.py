"""A session's folder: the inputs that were copied into it, and what a run has made or changed in it.

<session>/data      /mnt/data
<session>/images    pictures of the newest run
<session>/temporary the worker's own temporary files
<session>/state.json
"""

import hashlib
import json
import os
import shutil
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .limits import MIB, Limits
from .names import numbered, safe_name
from .plain import empty, read_plain, walk, weigh
from .results import InputFile

# Two writes within one tick of the file system's clock leave the same time stamp.
_TICK = 100_000_000  # nanoseconds


@dataclass(frozen=True)
class _Signature:
    size: int
    changed: int
    digest: str | None = None


Snapshot = Mapping[Path, _Signature]


class FolderFullError(Exception):
    """More files, or more bytes, than may be handed over. The message is for the reader."""


class SessionFolder:
    """The folder of one session. Made when first needed; all methods but `inputs` touch the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path / "data"
        self.images = path / "images"
        self.temporary = path / "temporary"
        self._state = path / "state.json"
        self._lock = threading.Lock()
        self._inputs: dict[str, str] = {}
        self._used = False

    @property
    def inputs(self) -> Mapping[str, str]:
        """The name in `/mnt/data` of each input that was brought in, by its file ID."""
        return self._inputs

    def open(self) -> bool:
        """Make the folder where it is missing. True where code has run in it before."""
        for folder in (self.data, self.images, self.temporary):
            folder.mkdir(parents=True, exist_ok=True)
        if not self._used and self._state.exists():
            try:
                known = json.loads(self._state.read_text("utf-8"))
                self._inputs, self._used = known["inputs"], known["used"]
            except (ValueError, KeyError, TypeError):  # cut short by a full disk; inputs come in again
                self._used = True
        return self._used

    def mark_used(self) -> None:
        """Remember that code has run here, so that a later worker says that its variables are gone."""
        if not self._used:
            self._used = True
            self._save()

    def bring_in(self, files: Sequence[InputFile]) -> list[str]:
        """Copy the inputs that are not known yet, each once in the life of the session.

        What code has since changed or deleted is left so. Returns one remark for each file that could not be read.
        """
        remarks = []
        with self._lock:
            for file in (file for file in files if file.id not in self._inputs):
                try:
                    self._inputs[file.id] = self._copy(file)
                    self._save()
                except OSError as error:
                    remarks.append(f"[{safe_name(file.filename)} could not be brought in: {error.strerror}]\n")
        return remarks

    def _copy(self, file: InputFile) -> str:
        name = safe_name(file.filename)
        present = self.data / name
        # A file that the code itself wrote comes back as an attachment under a new ID.
        if _holds(present, file.path):
            return name
        name = numbered(name, {known.name.casefold() for known in self.data.iterdir()})
        # Not in a folder that the code can write to: it might have laid a link there.
        arriving = self.path / "arriving"
        shutil.copyfile(file.path, arriving)
        arriving.replace(self.data / name)
        return name

    def paths(self) -> dict[str, Path]:
        """The files that are there now, each under its `/mnt/data` path."""
        if not self.data.is_dir():
            return {}
        return {f"/mnt/data/{path.relative_to(self.data).as_posix()}": path for path, _ in walk(self.data)}

    def clear_images(self) -> None:
        """Remove the pictures of the run before. The folder itself stays: the worker's walls have a gate for it."""
        empty(self.images)

    def snapshot(self, limits: Limits) -> Snapshot:
        """How the files under `/mnt/data` look now; of more than any run may leave behind, only the first."""
        now = time.time_ns()
        return {path: _sign(path, status, now) for path, status in islice(walk(self.data), limits.flood * limits.files)}

    def changes(self, before: Snapshot, limits: Limits) -> tuple[Path, ...]:
        """The files that are new or different since `before`, sorted. FolderFullError beyond the limits."""
        changed: list[Path] = []
        total = 0
        for number, (path, status) in enumerate(walk(self.data)):
            total += status.st_size
            if number >= limits.files:
                raise FolderFullError(f"/mnt/data holds more than {limits.files:,} files")
            if total > limits.folder_size:
                raise FolderFullError(f"/mnt/data holds more than {limits.folder_size / MIB:,.0f} MiB")
            if not _same(path, before.get(path), status):
                changed.append(path)
        return tuple(sorted(changed))

    def flood(self, limits: Limits) -> str | None:
        """Why a run has to be stopped: it has written far more than could ever be handed over. Else None."""
        for folder in (self.data, self.temporary, self.images):
            if reason := weigh(folder, limits.flood * limits.files, limits.flood * limits.folder_size):
                return reason
        return None

    def room(self) -> int:
        """Bytes that are free on the disk that the folder is on."""
        return shutil.disk_usage(self.path).free

    def take_back(self, before: Snapshot) -> None:
        """Remove what is not in a snapshot, as hidden folders never are. Only while no worker lives."""
        empty(self.temporary)
        empty(self.images)
        empty(self.data, keep=before)

    def remove(self) -> None:
        """Delete everything. Only while no worker lives."""
        if self.path.is_dir():
            empty(self.path)
            self.path.rmdir()

    def _save(self) -> None:
        fresh = self._state.with_suffix(".new")
        fresh.write_text(json.dumps({"inputs": self._inputs, "used": self._used}, ensure_ascii=False), "utf-8")
        fresh.replace(self._state)


def _sign(path: Path, status: os.stat_result, now: int) -> _Signature:
    fresh = now - status.st_mtime_ns < _TICK and status.st_size <= MIB
    return _Signature(status.st_size, status.st_mtime_ns, _digest(path) if fresh else None)


def _same(path: Path, before: _Signature | None, status: os.stat_result) -> bool:
    if before is None or (before.size, before.changed) != (status.st_size, status.st_mtime_ns):
        return False
    return before.digest is None or before.digest == _digest(path)


def _holds(present: Path, wanted: Path) -> bool:
    try:
        content = read_plain(present.parent, present)
    except OSError:
        return False
    return len(content) == wanted.stat().st_size and content == wanted.read_bytes()


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(read_plain(path.parent, path)).hexdigest()
    except OSError:
        return "unreadable"
