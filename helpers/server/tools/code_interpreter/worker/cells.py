"""Runs pieces of code one after the other in one namespace, as a notebook does."""

import ast
import asyncio
import builtins
import inspect
import linecache
import mmap
import sys
import types
import warnings
from collections.abc import Callable
from types import CodeType
from typing import Any

from . import imports
from .notebook import parse
from .output import Output
from .pictures import Pictures
from .tracebacks import advice, describe

_RESERVE = 16 * 1024 * 1024  # bytes, let go when memory is used up, so that there is room to say so
_AWAITS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


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
        self._loop: asyncio.AbstractEventLoop | None = None
        self._sources: set[str] = set()
        self._module = types.ModuleType("__main__")
        self._module.__dict__.update(__builtins__=__builtins__, display=self._display)
        # Where pickle and dataclasses look for what the code has defined.
        sys.modules["__main__"] = self._module
        warnings.showwarning = self._show_warning
        imports.after("IPython.core.display_functions", lambda module: setattr(module, "display", self._display))

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
            self._output.write(describe(error, self._is_user_frame) + advice(error, self._closed_in))
            self._pictures.drop_open_figures()
            return False
        return True

    def _execute(self, code: str, name: str) -> None:
        tree, commands = parse(code, name)
        for command in commands:
            print(f"[Notebook commands are not available here: {command}]", file=sys.stderr)
        # Tracebacks find the lines here; without a time stamp the entry is never taken for outdated.
        linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        parts = [compile(tree, name, "exec", _AWAITS, dont_inherit=True)]
        if isinstance(last, ast.Expr):
            parts.append(compile(ast.Expression(last.value), name, "eval", _AWAITS, dont_inherit=True))
        if any(part.co_flags & inspect.CO_COROUTINE for part in parts):
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
            value = self._loop.run_until_complete(self._await(parts))
        else:
            # Without a loop that runs, so that the code may call `asyncio.run`.
            value = [eval(part, self._module.__dict__) for part in parts][-1]
        if value is not None:
            builtins._ = value  # type: ignore[attr-defined] # as Python's own prompt does
        if not code.rstrip().endswith(";"):
            self._display(value)

    async def _await(self, parts: list[CodeType]) -> Any:
        value = None
        for part in parts:
            value = eval(part, self._module.__dict__)
            if part.co_flags & inspect.CO_COROUTINE:
                value = await value
        return value

    def _display(self, *values: Any, **_: Any) -> None:
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
