"""A conversation with the offline tutor alone: no server, no files, its code run in this process."""

import contextlib
import io
from typing import Any

from helpers.server.providers.base import CodeCall, Item, Message, ModelRequest
from helpers.server.providers.tutor import choose
from helpers.server.providers.tutor.skill import RunCode, Say, Situation

CODE = ({"type": "code_interpreter"},)


def run_code(code: str) -> str:
    """What the tutor's own program prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<tutor>", "exec"), {})
    return printed.getvalue()


def answer(items: list[Item], *, code: bool = False, instructions: str = "", **request: Any) -> tuple[str, str]:
    """The last words of one turn on `items`, which grow, and the name of the skill that said them."""
    for _ in range(4):
        tools = CODE if code else ()
        situation = Situation(ModelRequest("model", instructions, tuple(items), tools=tools, **request))
        skill = choose(situation)
        said, ran = "", False
        for action in skill.step(situation):
            match action:
                case Say(text):
                    said = text
                    items.append(Message("assistant", text))
                case RunCode(source):
                    items.append(CodeCall("call", source, run_code(source)))
                    ran = True
        if not ran:
            return said, skill.name
    raise AssertionError("the turn does not end")


def talk(*questions: str, code: bool = False, instructions: str = "", **request: Any) -> str:
    """The answer to the last of several questions in one thread."""
    items: list[Item] = []
    said = ""
    for question in questions:
        items.append(Message("user", question))
        said, _ = answer(items, code=code, instructions=instructions, **request)
    return said


def skill_of(question: str, *, code: bool = False, instructions: str = "", **request: Any) -> str:
    """The name of the skill that answers a question that stands alone."""
    return answer([Message("user", question)], code=code, instructions=instructions, **request)[1]
