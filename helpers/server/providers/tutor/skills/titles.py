"""Titles that say the main insight in a few words."""

from collections.abc import Sequence

from ..data.asks import asked_titles, makes_title
from ..data.fact_code import texts
from ..data.headlines import best_title
from ..data.phrases import fill
from ..data.reading import is_table
from ..data.steps import Prepared, computed, prepare
from ..form import form_of
from ..form_json import Content
from ..skill import Action, Say, Situation


class Titles:
    """Gives the strongest insight a headline; several where several are asked for."""

    name = "titles"

    def fit(self, situation: Situation) -> float:
        text = situation.question
        if not makes_title(text):
            return 0.0
        return 0.93 if any(is_table(file) for file in situation.files) else 0.5

    def step(self, situation: Situation) -> Sequence[Action]:
        prepared = prepare(situation)
        if not isinstance(prepared, Prepared):
            return prepared
        number = asked_titles(situation.question)
        found = best_title(prepared, number)
        if not found:
            return [Say(form_of(situation).data(Content(prepared.ground.label)))]
        facts = computed(situation, prepared, [fact for _, needed in found for fact in needed])
        if not isinstance(facts, dict):
            return facts
        lines = [fill(text, texts(facts)) for text, _ in found]
        text = lines[0] if number == 1 else "\n".join(f"- {line}" for line in lines)
        return [Say(form_of(situation).data(Content(text, tuple(lines))))]


SKILL = Titles()
