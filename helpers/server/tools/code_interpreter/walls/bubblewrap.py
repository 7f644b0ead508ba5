"""A second wall on Linux, where the program `bwrap` is installed: the machine's other files are not there at all."""

import functools
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from . import places

_TRYING = 10  # seconds


def command(root: Path, cache: Path) -> list[str]:
    """What to put before a Python command line. Everything in `root`, the folder of all sessions, can be written."""
    python = Path(sys.executable)
    seen = {path: None for path in (python, python.resolve(), *places.readable(cache)) if path.exists()}
    # Outer folders first, so that none hides what was bound within it before.
    bound = [
        part
        for path in sorted(seen, key=lambda path: len(path.parts))
        for part in ("--ro-bind-try", str(path), str(path))
    ]
    return [
        "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        *("--proc", "/proc", "--dev", "/dev"), *bound, "--bind", str(root), str(root), "--chdir", str(root), "--",
    ]  # fmt: skip


@functools.cache
def works() -> bool:
    """True where it is installed and the system lets it make its namespaces, which some do not."""
    if sys.platform != "linux" or shutil.which("bwrap") is None:
        return False
    try:
        trial = [*command(Path("/dev/shm"), Path("/nowhere")), *_python("pass")]
        return subprocess.run(trial, capture_output=True, timeout=_TRYING, check=False).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def _python(code: str) -> Sequence[str]:
    return sys.executable, "-I", "-S", "-c", code
