"""Titles that say the main insight in a few words."""

import re
from collections.abc import Sequence

from ..data.asks import asked_number, makes_title
from ..data.fact_code import texts
from ..data.headlines import best_title
from ..data.phrases import fill
from ..data.reading import is_table
from ..data.steps import Prepared, computed, prepare
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
        number = asked_number(re.sub(r"bullet points?|insights?|인사이트\s?\S+", " ", situation.question), usual=1)
        found = best_title(prepared, number)
        if not found:
            return [Say(prepared.ground.label)]
        facts = computed(situation, prepared, [fact for _, needed in found for fact in needed])
        if not isinstance(facts, dict):
            return facts
        lines = [fill(text, texts(facts)) for text, _ in found]
        return [Say(lines[0] if number == 1 else "\n".join(f"- {line}" for line in lines))]


SKILL = Titles()
