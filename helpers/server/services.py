"""What every operation of the API works with, made once for a server."""

from dataclasses import dataclass

from .engine.engine import Engine
from .engine.pace import PACES, Pace
from .library import Library
from .store import Store
from .tools.code_interpreter import CodeInterpreter


@dataclass(frozen=True)
class Services:
    """`pace` is used for runs whose request names none."""

    store: Store
    engine: Engine
    interpreter: CodeInterpreter
    library: Library
    pace: Pace = PACES["instant"]
