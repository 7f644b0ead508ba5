"""Insights: true sentences about the table that the thread was talking about, filled from computed facts."""

import re
from collections.abc import Sequence

from ..data.asks import INSIGHTS, MAKES_DECK, asked_number, asked_words
from ..data.fact_code import texts
from ..data.findings import candidates
from ..data.phrases import fill, sentence
from ..data.reading import is_table
from ..data.steps import Prepared, computed, prepare
from ..skill import Action, Say, Situation


class Insights:
    """Finds what is worth saying, has the code interpreter compute each number, and says it."""

    name = "insights"

    def fit(self, situation: Situation) -> float:
        text = situation.question
        if MAKES_DECK.search(text) or not INSIGHTS.search(text):
            return 0.0
        only_named = re.search(r"제목|title|headline|标题", text, re.I) and not re.search(
            r"(인사이트|시사점|insights?|takeaways?|bullets?)[^.]{0,30}(써|작성|뽑|알려|말해|정리|찾)|"
            r"\b(write|give|list|find|what are|tell)\b[^.]{0,60}(insight|takeaway|finding|message)",
            text,
            re.I,
        )
        if only_named:
            return 0.2
        return 0.95 if any(is_table(file) for file in situation.files) else 0.6

    def step(self, situation: Situation) -> Sequence[Action]:
        prepared = prepare(situation)
        if not isinstance(prepared, Prepared):
            return prepared
        text = situation.question
        number, words = asked_number(text), asked_words(text)
        if re.search(r"그래서|so what|의미|시사점|implication|意味着", text, re.I):
            words = None
        chosen = candidates(prepared.ground)[:number]
        if not chosen:
            return [Say(_too_little(situation.language))]
        facts = computed(situation, prepared, [fact for insight in chosen for fact in insight.facts])
        if not isinstance(facts, dict):
            return facts
        said = [fill(sentence(insight, prepared.ground, words), texts(facts)) for insight in chosen]
        lines = said if number == 1 else [f"- {line}" for line in said]
        if len(said) < number:
            lines += ["", _fewer(len(said), situation.language)]
        return [Say("\n".join(lines))]


def _too_little(language: str) -> str:
    return {
        "ko": (
            "비교할 값이 너무 적어(한 행) 인사이트를 말할 수 없습니다. 기간이나 항목이 둘 이상인 데이터를 올려 주세요."
        ),
        "en": (
            "There is too little to compare (a single row) for an insight. Please upload data "
            "with two or more periods or categories."
        ),
        "zh": "可比较的数据太少（只有一行），无法得出洞察。请上传包含两个以上时间或类别的数据。",
    }[language]


def _fewer(found: int, language: str) -> str:
    return {
        "ko": f"이 데이터에서 말할 수 있는 것은 {found}가지입니다.",
        "en": f"This is all that can be said about these data ({found}).",
        "zh": f"从这些数据中只能得出 {found} 条。",
    }[language]


SKILL = Insights()
