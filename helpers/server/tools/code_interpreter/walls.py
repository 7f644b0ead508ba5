"""How a worker is started: the one place for whatever keeps it in."""

import asyncio
import os
import signal
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Any

from helpers.settings import ROOT

# Longest line of the protocol, in bytes; the worker sends its output in pieces well below.
LONGEST_LINE = 4 * 1024 * 1024

_ENTRY = "import sys; sys.path.insert(0, sys.argv.pop()); from {package}.worker.main import main; main()"

# What Python and its libraries need to load at all; nothing that could hold a key.
_KEPT = {
    "win32": ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATH", "NUMBER_OF_PROCESSORS", "TZ"),
    "darwin": ("DYLD_LIBRARY_PATH", "TZ"),
}.get(sys.platform, ("LD_LIBRARY_PATH", "TZ"))


def environment(cache: Path) -> dict[str, str]:
    """The worker's whole environment. `cache` is a folder that all workers share, for matplotlib's list of fonts."""
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


async def start(folder: Path, cache: Path) -> Process:
    """Start a worker in `folder`, speaking on its stdin and stdout. OSError where no process can be started."""
    arguments = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _ENTRY.format(package=__package__), str(ROOT)]
    # Its own group: Ctrl-C in the server's terminal is not meant for it, and children of the code end with it.
    group: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return await asyncio.create_subprocess_exec(
        *arguments,
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
        cwd=folder,
        env=environment(cache),
        limit=LONGEST_LINE,
        **group,
    )


def kill(process: Process) -> None:
    """End a worker, and what it has started, at once. Nothing happens where it is gone already."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
        elif process.returncode is None:
            process.kill()
