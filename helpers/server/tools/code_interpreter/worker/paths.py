"""`/mnt/data` means the session's folder, wherever Python opens, lists, moves or asks for a file.

The functions that take a path are wrapped, rather than the code's strings rewritten: a path keeps its text when it is
printed, compared, measured or written into a file. Only a library that opens a file in C by its name would miss it;
those of that kind which code is likely to use have their functions wrapped as well.
"""

import _io
import builtins
import functools
import io
import ntpath
import os
import posixpath
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import FileFinder, SourceFileLoader
from types import BuiltinFunctionType
from typing import Any

from . import imports

SHOWN = "/mnt/data"

# fmt: off
_ONE_PATH = (
    "access", "chdir", "chflags", "chmod", "chown", "getxattr", "lchflags", "lchmod", "lchown", "listdir", "listxattr",
    "lstat", "mkdir", "mkfifo", "mknod", "open", "pathconf", "readlink", "remove", "removexattr", "rmdir", "setxattr",
    "startfile", "stat", "statvfs", "truncate", "unlink", "utime",
)
# fmt: on
_TWO_PATHS = ("link", "rename", "replace", "symlink")
_KEYWORDS = ("path", "file", "src", "dst", "database")
# Elsewhere these ask `os.stat`; in newer Pythons on Windows they ask the system themselves.
_QUESTIONS = ("exists", "lexists", "isfile", "isdir", "islink", "isjunction", "samefile")
_MODULES = FileFinder.path_hook((SourceFileLoader, [".py"]))
# Behind walls these are reported as done whether or not there is such a file, which `Path.touch` for one relies on.
_PRETENDED = (os.utime, os.chmod)
_SUPPORTS = (os.supports_dir_fd, os.supports_effective_ids, os.supports_fd, os.supports_follow_symlinks)


class Paths:
    """The translation between `/mnt/data` and the real folder, once that is known.

    `inputs` maps file IDs to names of files in the folder.
    """

    def __init__(self) -> None:
        self.folder: str | None = None
        self.inputs: dict[str, str] = {}
        self._wrapped: dict[int, tuple[Any, Any]] = {}  # id of the plain function -> itself, and what stands for it

    def real(self, path: Any) -> Any:
        """The real path of one under `/mnt/data`, and anything else (other paths, descriptors, None) as it is."""
        if isinstance(path, bytes):
            text = os.fsdecode(path)
            found = self._find(text)
            return path if found is None else os.fsencode(found)
        try:
            text = os.fspath(path)
        except TypeError:
            return path
        found = self._find(text) if isinstance(text, str) else None
        return path if found is None else found

    def shown(self, path: str) -> str:
        """The reverse, for a text that is one path."""
        if self.folder and (path == self.folder or path.startswith(self.folder + os.sep)):
            return SHOWN + path[len(self.folder) :].replace(os.sep, "/")
        return path

    def _find(self, text: str) -> str | None:
        if self.folder is None:
            return None
        if text in self.inputs:  # a bare ID, relative to the folder in which code starts
            return os.path.join(self.folder, self.inputs[text])  # noqa: PTH118
        if sys.platform == "win32":
            text = ntpath.splitdrive(text)[1].replace("\\", "/")
        if not text.startswith("/"):
            return None
        if "//" in text or "/." in text:
            text = posixpath.normpath(text)
        if text != SHOWN and not text.startswith(SHOWN + "/"):
            return None
        head, _, tail = text[len(SHOWN) + 1 :].partition("/")
        return os.path.join(self.folder, *filter(None, (self.inputs.get(head, head), tail)))  # noqa: PTH118

    def wrap(self, function: Callable[..., Any], paths: int = 1) -> Callable[..., Any]:
        """The same function, whose first arguments, as many as `paths`, may lie under `/mnt/data`."""

        @functools.wraps(function)
        def translated(*args: Any, **kwargs: Any) -> Any:
            args = (*map(self.real, args[:paths]), *args[paths:])
            for name in _KEYWORDS:
                if name in kwargs:
                    kwargs[name] = self.real(kwargs[name])
            try:
                if function in _PRETENDED:
                    asked = {name: kwargs[name] for name in ("dir_fd", "follow_symlinks") if name in kwargs}
                    os.stat(args[0], **asked)  # noqa: PTH116
                return function(*args, **kwargs)
            except OSError as error:
                for name in ("filename", "filename2"):
                    if isinstance(file := getattr(error, name), str):
                        setattr(error, name, self.shown(file))
                raise

        for supported in _SUPPORTS:
            if function in supported:
                supported.add(translated)
        return translated

    def install(self) -> None:
        """Wrap Python's own functions for good. Libraries that are imported later see nothing else."""
        plain = open
        builtins.open = io.open = _io.open = self.wrap(plain)
        self._wrapped[id(plain)] = plain, builtins.open
        for name in _ONE_PATH:
            self._replace(os, name)
        for name in _TWO_PATHS:
            self._replace(os, name, 2)
        for name in _QUESTIONS:
            if isinstance(getattr(os.path, name, None), BuiltinFunctionType):
                self._replace(os.path, name, 2 if name == "samefile" else 1)
        for module, name, around in (
            (os, "scandir", self._scandir),
            (os, "getcwd", self._current),
            (os.path, "realpath", self._resolve),
        ):
            function = getattr(module, name)
            setattr(module, name, around(function))
            self._wrapped[id(function)] = function, getattr(module, name)
        self._replace_copies()
        sys.path_hooks.insert(0, self._finder)
        imports.after("_winapi", lambda module: self._replace(module, "CopyFile2", 2))
        imports.after("_sqlite3", lambda module: self._replace(module, "connect"))
        imports.after("PIL._imagingft", lambda module: self._replace(module, "getfont"))
        imports.after("lxml.etree", lambda module: self._replace(module, "parse"))

    def _replace(self, module: Any, name: str, paths: int = 1) -> None:
        if function := getattr(module, name, None):
            setattr(module, name, self.wrap(function, paths))
            self._wrapped[id(function)] = function, getattr(module, name)

    def _replace_copies(self) -> None:
        """Wrap also where a module that is loaded already has kept one of the functions under a name of its own."""
        for module in [module for module in sys.modules.values() if module.__name__ not in sys.builtin_module_names]:
            for holder in (module, *(value for value in vars(module).values() if isinstance(value, type))):
                for name, value in list(vars(holder).items()):
                    function = value.__func__ if isinstance(value, staticmethod) else value
                    plain, wrapper = self._wrapped.get(id(function), (None, None))
                    if plain is not None and plain is function:
                        setattr(holder, name, staticmethod(wrapper) if isinstance(value, staticmethod) else wrapper)

    def _finder(self, entry: str) -> Any:
        """For an entry of `sys.path`: Python's own importer asks the system without the functions above."""
        real = self.real(entry)
        if real is entry:
            raise ImportError(f"{entry} is not under {SHOWN}")
        return _MODULES(real)

    def forget_modules(self) -> None:
        """Look anew for modules in the folder: one that was written a moment ago would else not be seen."""
        for entry in list(sys.path_importer_cache):
            if self.shown(entry).startswith(SHOWN):
                del sys.path_importer_cache[entry]

    def _current(self, function: Callable[[], str]) -> Callable[[], str]:
        @functools.wraps(function)
        def current() -> str:
            return self.shown(function())

        return current

    def _resolve(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`os.path.realpath`, which asks about each folder above a path, and `/mnt` need not exist."""

        @functools.wraps(function)
        def resolve(filename: Any, **kwargs: Any) -> Any:
            asked = os.path.join(os.getcwd(), os.fsdecode(filename))  # noqa: PTH109, PTH118
            real = self.real(asked)
            if real is asked:
                return function(filename, **kwargs)
            try:
                found = self.shown(function(real, **kwargs))
            except OSError as error:
                error.filename = self.shown(str(error.filename))
                raise
            return os.fsencode(found) if isinstance(filename, bytes) else found

        return resolve

    def _scandir(self, function: Callable[..., Any]) -> Callable[..., Any]:
        translated = self.wrap(function)

        @functools.wraps(function)
        def scan(path: Any = ".") -> Any:
            entries = translated(path)
            return _Scan(entries, path) if self.real(path) is not path else entries

        for supported in _SUPPORTS:
            if function in supported:
                supported.add(scan)
        return scan


class _Scan:
    """What `os.scandir` gives, for a folder under `/mnt/data`."""

    def __init__(self, entries: Any, folder: Any) -> None:
        self._entries = entries
        self._folder = os.fspath(folder)

    def __iter__(self) -> Iterator["_Entry"]:
        return self

    def __next__(self) -> "_Entry":
        return _Entry(next(self._entries), self._folder)

    def __enter__(self) -> "_Scan":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries.close()


class _Entry:
    """An `os.DirEntry` with the path that the code knows."""

    def __init__(self, entry: Any, folder: Any) -> None:
        self._entry = entry
        self.name = entry.name
        self.path = os.path.join(folder, entry.name)  # noqa: PTH118

    def __getattr__(self, name: str) -> Any:
        return getattr(self._entry, name)

    def __fspath__(self) -> str:
        return self.path

    def __repr__(self) -> str:
        return f"<DirEntry {self.name!r}>"
