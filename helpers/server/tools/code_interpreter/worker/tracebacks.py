"""Tracebacks of the user's own lines: neither the worker's frames nor a library's insides."""

import importlib.util
import os
import traceback
from collections.abc import Callable
from contextlib import suppress

_CLOSED_IN = (
    "[This Python is closed in: it has no network, starts no processes, and reads and writes files in /mnt/data.]\n"
)
_INSTALLED = "There are numpy, pandas, matplotlib, Pillow, python-pptx, openpyxl and Python's own modules."


def describe(error: BaseException, is_own: Callable[[str], bool]) -> str:
    """The exception as Python prints one, with only those frames whose file name `is_own`."""
    report = traceback.TracebackException.from_exception(error)
    _keep_own(report, is_own)
    return "".join(report.format() if report.stack else report.format_exception_only())


def advice(error: BaseException, closed_in: bool) -> str:
    """What somebody who wrote the code cannot know from the exception alone; empty where there is nothing to say.

    `closed_in` is True where walls stand, and may have been the reason.
    """
    if missing := _missing_library(error):
        return f"[{missing} is not installed here, and nothing can be installed. {_INSTALLED}]\n"
    if isinstance(error, EOFError) and error.args == ("EOF when reading a line",):
        return "[Nobody can type anything here: write the values into the code.]\n"
    return _CLOSED_IN if closed_in and _was_refused(error) else ""


def _missing_library(error: BaseException | None) -> str | None:
    """The library for want of which an import failed, be it in a library's own words."""
    for _ in range(10):
        if not isinstance(error, ImportError):
            break
        if isinstance(error, ModuleNotFoundError) and isinstance(error.name, str):
            library = error.name.partition(".")[0]
            with suppress(Exception):  # of a name or a finder that the code has made up
                return library if importlib.util.find_spec(library) is None else None
        error = error.__cause__ or error.__context__
    return None


def _was_refused(error: BaseException | None) -> bool:
    """True where the walls were the reason, at once or for an exception that this one came out of."""
    for _ in range(10):  # the code may have tied a knot
        if isinstance(error, PermissionError) or type(error).__name__ == "gaierror":
            return True
        if isinstance(error, FileNotFoundError) and _is_outside(error.filename):
            return True
        if error is None:
            break
        error = error.__cause__ or error.__context__
    return False


def _is_outside(path: object) -> bool:
    own = ("/mnt/data", os.environ.get("TMPDIR", "/tmp"))
    return isinstance(path, str) and path.startswith("/") and not path.startswith(own)


def _keep_own(report: traceback.TracebackException, is_own: Callable[[str], bool]) -> None:
    report.stack = traceback.StackSummary.from_list([frame for frame in report.stack if is_own(frame.filename)])
    for inner in getattr(report, "exceptions", None) or ():
        _keep_own(inner, is_own)
    # An exception that a library raised on the way to another one is none of the reader's business.
    for link in ("__cause__", "__context__"):
        if earlier := getattr(report, link):
            _keep_own(earlier, is_own)
            if not earlier.stack:
                setattr(report, link, None)
