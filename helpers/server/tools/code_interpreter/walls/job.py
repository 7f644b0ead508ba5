"""The wall around quantities on Windows: a job object with one process and bounded memory. Not tested by us."""

import ctypes
import sys
from typing import Any

from ..limits import Limits

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_ONE_PROCESS, _PROCESS_MEMORY, _END_WITH_JOB = 0x8, 0x100, 0x2000


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("smallest_set", ctypes.c_size_t),
        ("largest_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("most_process_memory", ctypes.c_size_t),
        ("most_job_memory", ctypes.c_size_t),
    )


def bound_process(limits: Limits) -> None:
    """Put this process into a job of its own, for good. Where Windows refuses, it goes on without."""
    if sys.platform != "win32":
        return
    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    # The handle is never closed: the job ends with the process.
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    bounds = _Extended()
    bounds.basic.flags = _ONE_PROCESS | _PROCESS_MEMORY | _END_WITH_JOB
    bounds.basic.processes = 1
    bounds.process_memory = limits.memory
    kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(bounds), ctypes.sizeof(bounds))
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
