"""How a Python process for code is started: its command line, its whole environment, and by what kind of launcher."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Protocol

from helpers.settings import ROOT

from .process import Worker

# Longest line of the protocol, in bytes; the worker sends its output in pieces well below.
LONGEST_LINE = 4 * 1024 * 1024

_ENTRY = "import sys; sys.path.insert(0, sys.argv.pop()); from {package}.worker.{module} import main; main()"

# What Python and its libraries need to load at all; nothing that could hold a key.
_KEPT = {
    "win32": ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATH", "NUMBER_OF_PROCESSORS", "TZ"),
    "darwin": ("DYLD_LIBRARY_PATH", "TZ"),
}.get(sys.platform, ("LD_LIBRARY_PATH", "TZ"))


class Launcher(Protocol):
    """Starts workers. WorkerGoneError or OSError where that cannot be done."""

    async def start(self) -> Worker:
        """A worker without a session as yet, with the large libraries imported where `warm` was called in time."""

    async def warm(self) -> None:
        """See to it that a session finds the large libraries imported, now and later. Returns when it is so."""

    async def close(self) -> None:
        """End what is kept ready."""


def launcher(root: Path) -> Launcher:
    """The kind that suits the system. `root` is the folder of all session folders.

    Linux forks workers off a warm parent. Elsewhere they are processes of their own, with a warm one in reserve: on
    macOS a forked child may not touch many of the system's libraries, and Windows has no fork.
    """
    if sys.platform == "linux":
        from .forking import ForkingLauncher

        return ForkingLauncher(root)
    from .spawning import SpawningLauncher

    return SpawningLauncher(root)


def shared_cache(root: Path) -> Path:
    """The folder for matplotlib's list of fonts, which all workers share and none can write once it has a session."""
    cache = root / "matplotlib"
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def command(module: str) -> list[str]:
    """Python, running `main` of one of the worker's modules."""
    return [
        sys.executable, "-I", "-B", "-X", "utf8", "-c", _ENTRY.format(package=__package__, module=module), str(ROOT)
    ]  # fmt: skip


def options(root: Path) -> dict[str, Any]:
    """For `asyncio.create_subprocess_exec`: folder, environment, and a group of its own.

    Ctrl-C in the server's terminal is not meant for a worker, and children of the code end with it.
    """
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"cwd": root, "env": environment(shared_cache(root)), "stderr": subprocess.PIPE, **apart}


def environment(cache: Path) -> dict[str, str]:
    """The worker's whole environment. `cache` is for matplotlib's list of fonts."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        "PATH": os.defpath,
        **kept,
        "USERPROFILE" if sys.platform == "win32" else "HOME": str(cache),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": str(cache),
        # One core a session: a pool of threads for each would eat the address space that the memory limit allows.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
