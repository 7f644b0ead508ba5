"""What goes into a run of code and what comes out of it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class InputFile:
    """A file that the code may read. `path` is where the server keeps its bytes."""

    id: str
    filename: str
    path: Path


@dataclass(frozen=True)
class Logs:
    """What the code printed: stdout, stderr, the value of the last expression, a traceback, and remarks in brackets."""

    text: str


@dataclass(frozen=True)
class Image:
    """A PNG that the code showed. The file stays until the session's next run."""

    path: Path


@dataclass(frozen=True)
class CodeResult:
    """One run.

    `outputs` are in the order in which they appeared, neighbouring logs joined. `files` are those under `/mnt/data`
    that this run made or changed, sorted; an input counts once the code has changed it. `ok` is False after an uncaught
    exception, after a limit was met, and when the worker died.
    """

    outputs: tuple[Logs | Image, ...]
    files: tuple[Path, ...]
    ok: bool
