"""Tracebacks of the user's own lines: neither the worker's frames nor a library's insides."""

import os
import traceback
from collections.abc import Callable


def describe(error: BaseException, is_own: Callable[[str], bool]) -> str:
    """The exception as Python prints one, with only those frames whose file name `is_own`."""
    report = traceback.TracebackException.from_exception(error)
    _keep_own(report, is_own)
    return "".join(report.format() if report.stack else report.format_exception_only())


def was_refused(error: BaseException | None) -> bool:
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
