"""What a run has said, put together from the worker's messages. Believes none of them blindly."""

import os
import re
import stat
from functools import partial
from pathlib import Path

from .folder import SessionFolder
from .limits import Limits
from .results import Image, Logs


class Transcript:
    """Logs and images in order, neighbouring logs joined, with `/mnt/data` wherever the real folder was named."""

    def __init__(self, folder: SessionFolder, limits: Limits) -> None:
        self._images = folder.images
        # Inner folders before the one around them.
        shown = {folder.data: "/mnt/data", folder.temporary: "/tmp", folder.path.parent: "/sandbox"}
        self._spellings = [(_spellings(real), name) for real, name in shown.items()]
        # The worker keeps to the limit itself; this is for one that the code has taken over.
        self._room = 2 * limits.characters
        self._pictures = limits.images
        self._parts: list[list[str] | Image] = []

    def note(self, remark: str) -> None:
        """Add a remark of our own, on a line of its own."""
        text = self._open_text()
        if text and not text[-1].endswith("\n"):
            text.append("\n")
        text.append(remark)

    def logs(self, text: str) -> None:
        """Add what the code printed."""
        # Half a surrogate pair is fine in a Python string, and nowhere else.
        kept = text[: self._room].encode("utf-8", "backslashreplace").decode()
        self._room -= len(kept)
        if kept:
            self._open_text().append(kept)

    def image(self, name: str) -> None:
        """Add a picture by its name in the images folder; anything but a plain file there is passed over."""
        path = self._images / name
        if self._pictures and path.parent == self._images and _is_plain_file(path):
            self._pictures -= 1
            self._parts.append(Image(path))

    def outputs(self) -> tuple[Logs | Image, ...]:
        """All of it."""
        joined = (part if isinstance(part, Image) else Logs(self._shown("".join(part))) for part in self._parts)
        return tuple(part for part in joined if isinstance(part, Image) or part.text)

    def _open_text(self) -> list[str]:
        if self._parts and isinstance(self._parts[-1], list):
            return self._parts[-1]
        text: list[str] = []
        self._parts.append(text)
        return text

    def _shown(self, text: str) -> str:
        for real, name in self._spellings:
            text = real.sub(partial(_renamed, name), text)
        return text


def _renamed(name: str, found: re.Match[str]) -> str:
    return name + re.sub(r"\\+", "/", found["rest"])


def _spellings(folder: Path) -> re.Pattern[str]:
    """The folder as it may stand in a text, with what follows it in the path where separators need turning."""
    if os.sep == "/":
        return re.compile(re.escape(str(folder)) + "(?P<rest>)")
    # `C:\a`, `C:\\a` as repr has it, and `C:/a`, in any case.
    parts = (re.escape(part) for part in re.split(r"[\\/]+", str(folder)) if part)
    return re.compile(r"(?:[\\/]+)".join(parts) + r"(?P<rest>(?:[\\/]+[^\\/\s'\"<>|:*?]+)*)", re.IGNORECASE)


def _is_plain_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False
