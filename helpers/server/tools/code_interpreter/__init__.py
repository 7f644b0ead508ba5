"""The code interpreter: Python that really runs, in a worker process and a folder for each session.

What this does not protect from today: the worker is an ordinary process of the same user. Its environment holds no key,
and memory, time, file size and output are bounded, but the code in it can read the user's files, use the network, start
processes, and look at other processes of the user. On macOS and Windows memory is not bounded either, on Windows
neither is file size. Code that this project wrote itself may run so; code from a language model needs the user's
consent. Further walls go into `walls.py`, the only place that starts a worker.
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
