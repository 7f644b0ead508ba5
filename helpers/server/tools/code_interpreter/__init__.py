"""The code interpreter: Python that really runs, in a worker process and a folder for each session.

The worker puts walls around itself before it runs any of the user's code (`walls`). `walls.standing()` says which.

On Linux it then has no network, starts no processes, signals nobody, reads nothing but its own folder, the Python
installation, the fonts and this project's helpers, and writes nothing but its own folder; memory, processor time, file
size, open files and output are bounded, what it writes in all is watched, and between runs it is held. What that does
not protect from: a fault in the kernel; the sum of several sessions' memory; without bubblewrap, that code asks whether
a file exists and how large it is; for root, a great many threads while a run lasts. Changes of permissions and times of
files are reported as done, and not made. Kernels before 5.13, and processors other than x86_64 and aarch64, lack part
of this.

On macOS nothing but processor time, file size and open files is bounded; on Windows memory and the number of processes
(which we have not tested). There the worker is an ordinary process of the same user, with an environment that holds no
key: the code in it can read the user's files, use the network, and on macOS start processes. Code that this project
wrote itself may run so; for code from a language model the engine asks whether `walls.closed_in()`, and else for the
user's consent.
"""

from typing import TYPE_CHECKING, Any

from .limits import Limits
from .names import safe_name
from .results import CodeResult, Image, InputFile, Logs

if TYPE_CHECKING:
    from .interpreter import CodeInterpreter

__all__ = ["CodeInterpreter", "CodeResult", "Image", "InputFile", "Limits", "Logs", "safe_name"]


def __getattr__(name: str) -> Any:
    # The worker imports this package too, and starts twice as fast without the server's half of it.
    if name == "CodeInterpreter":
        from .interpreter import CodeInterpreter

        return CodeInterpreter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
