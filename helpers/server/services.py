"""What every operation of the API works with, made once for a server."""

from dataclasses import dataclass

from .containers import Containers
from .engine.engine import Engine
from .engine.pace import PACES, Pace
from .engine.responder import Responder
from .library import Library
from .model_choice import ModelChoice
from .store import Store
from .tools.code_interpreter import CodeInterpreter


@dataclass(frozen=True)
class Services:
    """`pace` is used for runs whose request names none."""

    store: Store
    engine: Engine
    responder: Responder
    containers: Containers
    interpreter: CodeInterpreter
    library: Library
    model: ModelChoice
    pace: Pace = PACES["instant"]
