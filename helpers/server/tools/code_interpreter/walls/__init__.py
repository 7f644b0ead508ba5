"""What keeps the code in. The worker puts the walls around itself before any of the user's code runs.

`landlock` guards files, `seccomp` system calls (network, processes, signals), `rlimits` quantities, `bubblewrap` hides
the rest of the machine where that program is installed, and `job` bounds memory and processes on Windows.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from ..limits import MIB, Limits
from . import bubblewrap, job, kernel, landlock, places, rlimits, seccomp


@dataclass(frozen=True)
class Wall:
    """`name` says what is kept from the code; `note` how, or what is open instead."""

    name: str
    stands: bool
    note: str


def put_up(changeable: list[Path], cache: Path, limits: Limits) -> None:
    """Put around this process what the system has, for good. Only in a process with one thread.

    Nothing but what lies in `changeable` can be written from then on. OSError where a wall that the system has would
    not stand: no code may run then.
    """
    rlimits.bound_process(limits)
    if sys.platform == "win32":
        job.bound_process(limits)
    if sys.platform != "linux":
        return
    # Walls hold for the thread that puts them up, and those that it starts.
    if len(list(Path("/proc/self/task").iterdir())) > 1:
        raise OSError("a library has started a thread before the walls stood")
    if landlock.version() or seccomp.available():
        kernel.drop_capabilities()
        kernel.never_gain_privileges()
    if landlock.version():
        landlock.restrict(places.readable(cache), [*changeable, *places.DEVICES])
    if seccomp.available():
        seccomp.restrict(landlock.guards_truncation())


def standing(limits: Limits = Limits()) -> list[Wall]:  # noqa: B008
    """Which walls stand on this machine."""
    files, calls = landlock.version(), seccomp.available()
    memory = f"{limits.memory // MIB:,} MiB of memory, "
    quantities = {
        "linux": f"rlimits: {memory}{limits.cpu_seconds} s of processor time, {limits.file_size // MIB} MiB a file",
        "win32": f"job object: {memory}no child processes (not tested by us)",
    }.get(sys.platform, f"rlimits: {limits.cpu_seconds} s of processor time; memory is not bounded")
    return [
        Wall("files", bool(files), f"Landlock {files}" if files else "code can read and write the user's files"),
        Wall("network", calls, "seccomp" if calls else "code can use the network"),
        Wall("processes", calls, "seccomp" if calls else "code can start programs and signal others"),
        Wall("quantities", True, quantities),
        _hiding(),
    ]


def _hiding() -> Wall:
    if bubblewrap.works():
        return Wall("hiding", True, "bubblewrap: files outside are not even seen to exist")
    return Wall("hiding", False, "no bubblewrap here: code can ask whether a file exists, and how large it is")


def closed_in() -> bool:
    """True where code has neither the user's files, nor the network, nor other processes."""
    return landlock.version() > 0 and seccomp.available()
