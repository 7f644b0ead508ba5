"""How much a run of code may use, and what the system itself can enforce of it."""

import sys
from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """`seconds` is wall time for each run, `cpu_seconds` processor time of all its threads together.

    `memory` and `file_size` are bytes (of the process, and of any one file). `characters` and `images` bound the output
    of one run. `files` and `folder_size` (bytes) bound what lies in `/mnt/data` for files to be handed over.
    `workers` is the number of sessions that keep their variables at one time.
    """

    seconds: float = 60
    cpu_seconds: int = 60
    memory: int = 2048 * MIB
    file_size: int = 64 * MIB
    characters: int = 200_000
    images: int = 40
    files: int = 1000
    folder_size: int = 512 * MIB
    workers: int = 8


def bound_process(limits: Limits) -> None:
    """Bound memory, file size and core dumps of this process for good. Does what the system can do, silently."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_size, limits.file_size))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def bound_next_run(limits: Limits) -> None:
    """Give this process `cpu_seconds` from now on; the system kills it when they are used up."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
