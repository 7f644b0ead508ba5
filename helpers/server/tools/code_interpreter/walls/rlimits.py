"""The wall around quantities: what the system counts for a process, on Linux and macOS."""

import sys
from pathlib import Path

from ..limits import Limits

_DESCRIPTORS = 256
_THREADS = 512  # of all of the user's processes, beyond those that are there now


def bound_process(limits: Limits) -> None:
    """Bound memory, file size, open files, threads and core dumps of this process for good, silently."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, limits.file_size)
    _lower(resource.RLIMIT_NOFILE, _DESCRIPTORS)
    if sys.platform == "linux":
        _lower(resource.RLIMIT_AS, limits.memory)
        # The system counts per user, so the limit has to lie above what the user runs besides.
        present = int(Path("/proc/loadavg").read_text("ascii").split()[3].partition("/")[2])
        _lower(resource.RLIMIT_NPROC, present + _THREADS)


def bound_next_run(limits: Limits) -> None:
    """Give this process `cpu_seconds` from now on; the system kills it when they are used up."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _lower(kind: int, value: int) -> None:
    import resource

    hard = resource.getrlimit(kind)[1]
    if hard == resource.RLIM_INFINITY or value < hard:
        resource.setrlimit(kind, (value, value))
    else:
        resource.setrlimit(kind, (hard, hard))
