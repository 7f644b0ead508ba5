"""Titles that say the main insight in a few words."""

import re
from collections.abc import Sequence

from ..facts import texts
from ..grounds import MAKES_DECK, TITLES, Prepared, asked_number, best_title, computed, prepare
from ..phrases import fill
from ..reading import is_table
from ..skill import Action, Say, Situation
from .analysis import drawn_with_title

_MAKES = re.compile(
    r"(제목|타이틀|헤드라인).{0,20}(지어|붙여|정해|추천|만들|써|작성|달아|뽑|제안|알려|부탁)|(지어|추천|제안).{0,10}(제목|타이틀)|"
    r"(come up with|suggest|give|write|create|propose|think of|need|find|make|generate|provide).{0,60}\b(title|headline)|"
    r"(title|headline) (for|please)|标题",
    re.I,
)


class Titles:
    """Gives the strongest insight a headline; several where several are asked for."""

    name = "titles"

    def fit(self, situation: Situation) -> float:
        text = situation.question
        if MAKES_DECK.search(text) or not TITLES.search(text) or drawn_with_title(text):
            return 0.0
        if not _MAKES.search(text):
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
