"""The offline tutor: an expert system, not a language model. It says so.

Each module in `skills` carries one `SKILL`; the one that fits the newest question best answers it. Where none fits, the
tutor says what it can do instead. Same request, same answer, always.
"""

import importlib
import pkgutil
import re
from collections.abc import AsyncIterator, Sequence
from functools import cache
from json import dumps

from ...tokens import count_tokens
from ..base import ModelEvent, ModelRequest, TextDelta, ToolCallDelta, ToolCallStart, Usage
from . import skills
from .limits import LIMITS, is_beyond
from .skill import CallFunction, RunCode, Say, Situation, Skill

# Below this no skill claims to understand the question.
UNDERSTOOD = 0.3


@cache
def all_skills() -> tuple[Skill, ...]:
    """Every skill in the `skills` folder, in the order of the module names."""
    names = sorted(module.name for module in pkgutil.iter_modules(skills.__path__) if not module.name.startswith("_"))
    return tuple(importlib.import_module(f"{skills.__name__}.{name}").SKILL for name in names)


def choose(situation: Situation) -> Skill:
    """The skill that fits best, or the one that explains the tutor's limits."""
    if is_beyond(situation.question):
        return LIMITS
    best = max(all_skills(), key=lambda skill: skill.fit(situation))
    return best if best.fit(situation) >= UNDERSTOOD else LIMITS


class OfflineTutor:
    """A provider (see `base.Provider`) made of rules."""

    name = "offline"

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """One step of the skill that fits, as events."""
        situation = Situation(request)
        actions = choose(situation).step(situation)
        for number, action in enumerate(actions):
            call_id = f"call_{len(request.items)}_{number}"
            match action:
                case Say(text):
                    for piece in in_pieces(text):
                        yield TextDelta(piece)
                case RunCode(code):
                    yield ToolCallStart(call_id, "code_interpreter")
                    for line in code.splitlines(keepends=True):
                        yield ToolCallDelta(call_id, line)
                case CallFunction(name, arguments):
                    yield ToolCallStart(call_id, "function", name)
                    yield ToolCallDelta(call_id, dumps(arguments, ensure_ascii=False))
        yield Usage(count_tokens(_seen(request)), count_tokens(_said(actions)))


def in_pieces(text: str) -> Sequence[str]:
    """The text in the pieces in which it is streamed: a word with the white space before it."""
    return re.findall(r"\s*\S+|\s+$", text)


def _seen(request: ModelRequest) -> str:
    return request.instructions + "".join(map(str, request.items))


def _said(actions: Sequence[Say | RunCode | CallFunction]) -> str:
    return "".join(map(str, actions))
