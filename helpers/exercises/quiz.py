"""A short quiz at the end of a notebook: each answer is explained, the wrong ones too."""

from typing import Any

import ipywidgets as widgets

from ..settings import say
from .catalog import number_of, questions
from .exercise import Question
from .record import note


def quiz(number: str) -> "Quiz":
    """The questions of a notebook (`06`), as buttons to choose from."""
    return Quiz([question for id, question in questions().items() if number_of(id) == number])


class Quiz(widgets.VBox):
    """Questions one below the other. Its text shows them too, so that a notebook can be read without widgets."""

    def __init__(self, asked: list[Question]) -> None:
        self._asked = asked
        super().__init__([_Asked(question) for question in asked])

    def __repr__(self) -> str:
        lines = []
        for number, question in enumerate(self._asked, 1):
            lines.append(f"{number}. {question.text}")
            lines += [f"   {letter}) {choice.text}" for letter, choice in zip("abcdef", question.choices, strict=False)]
        return "\n".join(lines) or say("이 노트북에는 퀴즈가 없습니다.", "This notebook has no quiz.")

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": repr(self)} if isinstance(bundle, dict) else bundle


class _Asked(widgets.VBox):
    """One question. A choice is explained as soon as it is made."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._buttons = widgets.RadioButtons(
            options=[(str(choice.text), place) for place, choice in enumerate(question.choices)],
            value=None,
            layout=widgets.Layout(width="auto"),
        )
        self._verdict = widgets.HTML()
        self._buttons.observe(self._explain, names="value")
        super().__init__([widgets.HTML(f"<b>{question.text}</b>"), self._buttons, self._verdict])

    def _explain(self, change: Any) -> None:
        choice = self._question.choices[change["new"]]
        if choice.right:
            note(self._question.id)
        verdict = say("맞았습니다.", "Right.") if choice.right else say("아닙니다.", "No.")
        self._verdict.value = f"<p role='status'>{'✓' if choice.right else '✗'} {verdict} {choice.because}</p>"
