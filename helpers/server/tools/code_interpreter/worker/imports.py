"""Something to do right after a module is first imported, whoever imports it."""

import sys
import warnings
from collections.abc import Callable
from typing import Any

Action = Callable[[Any], None]


def after(name: str, action: Action) -> None:
    """Call `action(module)` when the module has been imported, or now where it has been. Failure is only warned of."""
    if name in sys.modules:
        action(sys.modules[name])
        return
    if _FINDER not in sys.meta_path:
        sys.meta_path.insert(0, _FINDER)
    _FINDER.actions[name] = action


class _Finder:
    """Lets the ordinary finders find the module, and adds the action to its loader."""

    def __init__(self) -> None:
        self.actions: dict[str, Action] = {}

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        action = self.actions.pop(name, None)
        if action is None:
            return None
        found = (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not self)
        spec: Any = next(filter(None, found), None)
        if spec is not None and hasattr(spec.loader, "exec_module"):
            spec.loader = _Loader(spec.loader, action)
        return spec


class _Loader:
    """A loader, and then an action."""

    def __init__(self, loader: Any, action: Action) -> None:
        self._loader = loader
        self._action = action

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loader, name)

    def create_module(self, spec: Any) -> Any:
        return self._loader.create_module(spec)

    def exec_module(self, module: Any) -> None:
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        try:
            self._action(module)
        except Exception as error:
            warnings.warn(f"{module.__name__}: {error}", stacklevel=2)


_FINDER = _Finder()
