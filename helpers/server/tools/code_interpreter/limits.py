"""How much a run of code may use."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """`seconds` is wall time for each run, `cpu_seconds` processor time of all its threads together.

    `memory` and `file_size` are bytes (of the process, and of any one file). `characters` and `images` bound the output
    of one run. `files` and `folder_size` (bytes) bound what lies in `/mnt/data` for files to be handed over; at
    `flood` times as much a run is stopped, and what it wrote removed. `workers` is the number of sessions that keep
    their variables at one time, and `idle_seconds` how long one does that without being used.
    """

    seconds: float = 60
    cpu_seconds: int = 60
    memory: int = 2048 * MIB
    file_size: int = 64 * MIB
    characters: int = 200_000
    images: int = 40
    files: int = 1000
    folder_size: int = 512 * MIB
    flood: int = 4
    workers: int = 32
    idle_seconds: float = 15 * 60
