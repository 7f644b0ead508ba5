"""Runs pieces of code one after the other in one namespace, as a notebook does."""

import ast
import linecache
import mmap
import re
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

from .output import Output
from .pictures import Pictures
from .tracebacks import describe, was_refused

_RESERVE = 16 * 1024 * 1024  # bytes, let go when memory is used up, so that there is room to say so
_CLOSED_IN = (
    "[This Python is closed in: it has no network, starts no processes, and reads and writes files in /mnt/data.]\n"
)
_NOTEBOOK_COMMAND = re.compile(r"^([ \t]*)([%!].*)$", re.MULTILINE)


class Cells:
    """The code's namespace, and how code is run in it."""

    def __init__(
        self, output: Output, pictures: Pictures, is_own: Callable[[str], bool], memory: int, closed_in: bool
    ) -> None:
        """`is_own` tells whether a file's frames belong into a traceback; `memory` is the limit in bytes.

        `closed_in` is True where walls stand, and what they refuse is to be explained.
        """
        self._output, self._pictures, self._is_own, self._memory = output, pictures, is_own, memory
        self._closed_in = closed_in
        self._count = 0
        self._sources: set[str] = set()
        self._module = types.ModuleType("__main__")
        self._module.__dict__.update(__builtins__=__builtins__, display=self._display)
        # Where pickle and dataclasses look for what the code has defined.
        sys.modules["__main__"] = self._module
        warnings.showwarning = self._show_warning

    def run(self, code: str) -> bool:
        """Run code, show the value of a last expression and the figures left open. False after an exception."""
        self._count += 1
        name = f"<cell {self._count}>"
        self._sources.add(name)
        self._module.__dict__.pop("__warningregistry__", None)
        self._pictures.begin()
        # Mere address space, as the limit counts it; nothing of it is ever touched.
        reserve = mmap.mmap(-1, _RESERVE)
        try:
            try:
                self._execute(code, name)
            except SystemExit as error:
                if error.code not in (None, 0):
                    print(error.code if isinstance(error.code, str) else f"[exit code {error.code}]", file=sys.stderr)
                    self._pictures.drop_open_figures()
                    return False
            self._pictures.show_open_figures()
        except MemoryError as error:
            reserve.close()
            self._output.write(describe(error, self._is_user_frame))
            self._output.write(f"[The code needed more than the {self._memory // 2**20:,} MiB of memory it may use.]\n")
            self._pictures.drop_open_figures()
            return False
        except BaseException as error:
            self._output.write(describe(error, self._is_user_frame))
            if self._closed_in and was_refused(error):
                self._output.write(_CLOSED_IN)
            self._pictures.drop_open_figures()
            return False
        return True

    def _execute(self, code: str, name: str) -> None:
        tree = self._parse(code, name)
        # Tracebacks find the lines here; without a time stamp the entry is never taken for outdated.
        linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, name, "exec", dont_inherit=True), self._module.__dict__)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), name, "eval", dont_inherit=True), self._module.__dict__)
            if not code.rstrip().endswith(";"):
                self._display(value)

    def _parse(self, code: str, name: str) -> ast.Module:
        try:
            return ast.parse(code, name)
        except SyntaxError as first:
            # Code written for a notebook may hold `%matplotlib inline` or `!pip install`.
            try:
                tree = ast.parse(_NOTEBOOK_COMMAND.sub(r"\1pass", code), name)
            except SyntaxError as second:
                # The real mistake is the one that the parser met later.
                raise max(first, second, key=lambda error: error.lineno or 0) from None
            for _, command in _NOTEBOOK_COMMAND.findall(code):
                if not command.startswith("%matplotlib"):
                    print(f"[Notebook commands are not available here: {command}]", file=sys.stderr)
            return tree

    def _display(self, *values: Any) -> None:
        """Show values as the last line of a cell shows one."""
        for value in values:
            if self._pictures.is_picture(value):
                self._pictures.show(value)
            elif value is not None:
                self._output.write(f"{value!r}\n")

    def _is_user_frame(self, filename: str) -> bool:
        return filename in self._sources or self._is_own(filename)

    def _show_warning(
        self, message: Any, category: type[Warning], filename: str, lineno: int, file: Any = None, line: Any = None
    ) -> None:
        place = f"{filename}:{lineno}: " if self._is_user_frame(filename) else ""
        print(f"{place}{category.__name__}: {message}", file=file or sys.stderr)
