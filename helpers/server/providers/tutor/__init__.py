"""The offline tutor: an expert system, not a language model. It says so.

Each module in `skills` carries one `SKILL`; the one that fits the newest question best answers it. Where none fits, the
tutor says what it can do instead. Same request, same answer, always.
"""

import asyncio
import importlib
import math
import pkgutil
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import cache
from json import dumps

from ...tokens import count_tokens
from ..base import Message, ModelEvent, ModelRequest, Stopped, TextDelta, ToolCallDelta, ToolCallStart, Usage
from . import skills
from .functions.forced import forced_skill
from .limits import LIMITS, is_beyond
from .nearest import NEAREST
from .seen import words_seen
from .skill import Action, CallFunction, DrawPicture, RunCode, Say, SearchFiles, Situation, Skill

# Below this no skill claims to understand the question.
UNDERSTOOD = 0.3
# This skill compares the question with the notebooks, which is not worth its time where another is certain.
_READS, _CERTAIN = "about", 0.85


@cache
def all_skills() -> tuple[Skill, ...]:
    """Every skill in the `skills` folder, in the order of the module names."""
    names = sorted(module.name for module in pkgutil.iter_modules(skills.__path__) if not module.name.startswith("_"))
    return tuple(importlib.import_module(f"{skills.__name__}.{name}").SKILL for name in names)


def choose(situation: Situation) -> Skill:
    """The skill that fits best; a demanded tool goes before the fit.

    Where none fits, what the notebooks have nearest is offered as a guess, or the tutor's limits are explained.
    """
    if is_beyond(situation):
        return LIMITS
    forced = forced_skill(situation, all_skills())
    if forced is not None:
        return forced
    best = max((skill for skill in all_skills() if skill.name != _READS), key=lambda skill: skill.fit(situation))
    fit = best.fit(situation)
    if fit <= _CERTAIN:
        reads = next(skill for skill in all_skills() if skill.name == _READS)
        best, fit = (reads, about) if (about := reads.fit(situation)) >= fit else (best, fit)
    if fit >= UNDERSTOOD:
        return best
    return NEAREST if NEAREST.fit(situation) else LIMITS


class OfflineTutor:
    """A provider (see `base.Provider`) made of rules."""

    name = "offline"
    code_is_ours = True

    @staticmethod
    def get_ready() -> None:
        """Do once what the first answer would otherwise wait for: load the skills, read the notebooks."""
        choose(Situation(ModelRequest("", "", (Message("user", "?"),))))

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """One step of the skill that fits, as events; cut off where the run's max_completion_tokens are used up."""
        actions = await asyncio.to_thread(_think, Situation(request))
        left = request.settings.get("max_completion_tokens", math.inf)
        used = 0
        for event in _events(actions, len(request.items)):
            used += count_tokens(event.text) if isinstance(event, TextDelta | ToolCallDelta) else 0
            if used > left:
                yield Usage(count_tokens(words_seen(request)), int(left))
                yield Stopped("max_completion_tokens")
                return
            yield event
        yield Usage(count_tokens(words_seen(request)), used)


def _think(situation: Situation) -> Sequence[Action]:
    """The next actions. Comparing meanings takes a while, so this is no work for the thread that serves everybody."""
    return choose(situation).step(situation)


def _events(actions: Sequence[Action], place: int) -> Iterator[ModelEvent]:
    for number, action in enumerate(actions):
        call_id = f"call_{place}_{number}"
        match action:
            case Say(text):
                yield from (TextDelta(piece) for piece in in_pieces(text))
            case RunCode(code):
                yield ToolCallStart(call_id, "code_interpreter")
                yield from (ToolCallDelta(call_id, line) for line in code.splitlines(keepends=True))
            case CallFunction(name, arguments):
                yield ToolCallStart(call_id, "function", name)
                yield ToolCallDelta(call_id, dumps(arguments, ensure_ascii=False))
            case SearchFiles(query):
                yield ToolCallStart(call_id, "file_search")
                yield ToolCallDelta(call_id, query)
            case DrawPicture(prompt):
                yield ToolCallStart(call_id, "image_generation")
                yield ToolCallDelta(call_id, prompt)


def in_pieces(text: str) -> Sequence[str]:
    """The text in the pieces in which it is streamed: a word with the white space before it."""
    return re.findall(r"\s*\S+|\s+$", text)
