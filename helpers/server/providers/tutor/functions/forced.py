"""A run's tool_choice that demands a tool: the skill that uses it first."""

from collections.abc import Sequence
from dataclasses import replace

from ...base import Message
from ..skill import CallFunction, DrawPicture, RunCode, SearchFiles, Situation, Skill

_USES = {
    "function": CallFunction,
    "code_interpreter": RunCode,
    "file_search": SearchFiles,
    "image_generation": DrawPicture,
}


def forced_skill(situation: Situation, skills: Sequence[Skill]) -> Skill | None:
    """The skill that fits best among those whose first step uses the demanded tool; None where nothing is demanded or
    no skill can use it. The choice holds for the whole turn: what follows the first step is up to the skill.
    """
    request = situation.request
    choice = request.tool_choice
    if choice == "required":
        kinds = {tool["type"] for tool in request.tools}
    elif isinstance(choice, dict):
        kinds = {choice.get("type", "")}
    else:
        return None
    uses = tuple(_USES[kind] for kind in kinds if kind in _USES)
    places = [at for at, item in enumerate(request.items) if isinstance(item, Message) and item.role == "user"]
    if not uses or not places:
        return None
    first = Situation(replace(request, items=request.items[: places[-1] + 1]))
    ranked = sorted(((skill.fit(first), skill) for skill in skills), key=lambda pair: -pair[0])
    fitting = [skill for fit, skill in ranked if fit > 0]
    return next((skill for skill in fitting if any(isinstance(action, uses) for action in skill.step(first))), None)
