"""The deck: what the thread has found, as PowerPoint slides that the assistant builds in its code interpreter."""

import re
from collections.abc import Sequence

from ...base import CodeCall
from ..data.asks import INSIGHTS, MAKES_DECK, TITLES
from ..data.deck_parts import Deck
from ..data.fact_code import facts_in, texts
from ..data.facts import Fact
from ..data.findings import candidates
from ..data.headlines import best_title
from ..data.phrases import fill, sentence
from ..data.reading import error_in, is_table
from ..data.steps import Prepared, prepare, said_after
from ..data.storyline import deck_code
from ..data.wishes import title_in
from ..form import form_of
from ..form_json import Content
from ..skill import Action, RunCode, Say, Situation, language_of

_PICTURE = re.compile(r"\.(png|jpe?g|webp)$", re.I)


class Decks:
    """Writes facts and sentences as data, has `helpers.deck` fill its layouts with them, and links the file."""

    name = "decks"

    def fit(self, situation: Situation) -> float:
        if not MAKES_DECK.search(situation.question):
            return 0.0
        return 0.97 if any(is_table(file) for file in situation.files) else 0.6

    def step(self, situation: Situation) -> Sequence[Action]:
        language = situation.language
        prepared = prepare(situation)
        if not isinstance(prepared, Prepared):
            return prepared
        if not candidates(prepared.ground):
            return [Say(_too_little(language))]
        error = ""
        for number in (3, 1):
            deck = _deck(situation, prepared, number)
            code = deck_code(deck, prepared.ground, language)
            call = next((c for c in situation.done if isinstance(c, CodeCall) and c.code == code), None)
            if call is None:
                return [RunCode(code)]
            if (made := re.search(r"^DECK: (.+) (\d+)$", call.logs, re.M)) and not error_in(call.logs):
                words = _answer(made[1], int(made[2]), prepared, language)
                return [Say(form_of(situation).data(Content(words, files=(f"/mnt/data/{made[1]}",))))]
            problems = re.findall(r"^- (.+)$", call.logs, re.M)
            error = "; ".join(problems) or error_in(call.logs) or ""
        return [Say(_failed(error, language))]


def _deck(situation: Situation, prepared: Prepared, number: int) -> Deck:
    """What was said in the thread, with placeholders for the numbers; computed now where nothing was said."""
    ground = prepared.ground
    found = candidates(ground)
    known: dict[str, str] = {}
    for item in situation.request.items:
        if isinstance(item, CodeCall):
            known |= texts(facts_in(item.logs) or {})
    facts: list[Fact] = []
    insights: list[tuple[str | None, str]] = []
    lines = [
        line for line in said_after(situation, INSIGHTS) if len(line) > 12 and language_of(line) == ground.language
    ]
    for line in lines[:number]:
        match = next((i for i in found for w in (None, 1) if fill(sentence(i, ground, w), known) == line), None)
        if match:
            facts.extend(match.facts)
            whole = fill(sentence(match, ground), known) == line and len(lines) < 3
            insights.append((match.series, sentence(match, ground, None if whole else 1)))
        else:
            named = next((s for s in ground.series if s.casefold() in line.casefold()), None)
            insights.append((named, _literal(line)))
    if not insights:
        for insight in found[: min(number, 2)]:
            facts.extend(insight.facts)
            insights.append((insight.series, sentence(insight, ground)))
    title = _title(situation, prepared, known, facts)
    return Deck(title, tuple(insights), tuple(facts), _picture(situation), _filename(situation.question))


def _title(situation: Situation, prepared: Prepared, known: dict[str, str], facts: list[Fact]) -> str:
    """The title in quotes in the request, else the one said in the thread, else the strongest insight's."""
    if quoted := title_in(situation.question):
        return _literal(quoted)
    options = best_title(prepared, 12)
    said = [
        line
        for line in said_after(situation, TITLES)
        if len(line) < 90 and language_of(line) == prepared.ground.language
    ]
    for text, needed in options if said else options[:1]:
        if not said or fill(text, known) == said[0]:
            facts.extend(needed)
            return text
    return _literal(said[0])


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _picture(situation: Situation) -> str | None:
    """The picture named in the request, else one called cover, else the newest that is not a chart."""
    pictures = [file for file in situation.files if _PICTURE.search(file.filename)]
    question = situation.question.casefold()
    for test in (
        lambda name: name in question,
        lambda name: "cover" in name or "표지" in name,
        lambda name: not re.search(r"chart|plot|graph|그래프|image_file|img_", name),
    ):
        if fitting := [file for file in pictures if test(file.filename.casefold())]:
            return fitting[-1].path
    return None


def _filename(question: str) -> str:
    found = re.search(r"([\w가-힣-]+\.pptx)(?![a-z0-9])", question, re.I)
    return found[1] if found else "deck.pptx"


def _answer(name: str, slides: int, prepared: Prepared, language: str) -> str:
    link = f"[{name}](sandbox:/mnt/data/{name})"
    file = prepared.table.reading.filename
    return {
        "ko": (
            f"`{file}`의 숫자로 슬라이드 {slides}장짜리 발표 자료를 만들었습니다. 차트는 "
            f"PowerPoint에서 고칠 수 있고, 제안은 AI 초안입니다.\n\n{link}"
        ),
        "en": (
            f"I made a deck of {slides} slides from the figures in `{file}`. Its charts can be "
            f"edited in PowerPoint; the proposals are an AI draft.\n\n{link}"
        ),
        "zh": (
            f"已根据 `{file}` 的数据制作了 {slides} 页演示文稿。图表可在 PowerPoint 中编辑，建议为 AI 草稿。\n\n{link}"
        ),
    }[language]


def _failed(error: str, language: str) -> str:
    return {
        "ko": f"발표 자료를 만들지 못했습니다. 알려진 문제: `{error}`",
        "en": f"The deck could not be built. The problem reported was: `{error}`",
        "zh": f"未能生成演示文稿。报告的问题：`{error}`",
    }[language]


def _too_little(language: str) -> str:
    return {
        "ko": (
            "비교할 값이 너무 적어(한 행) 발표 자료를 만들 수 없습니다. 기간이나 항목이 둘 이상인 데이터를 올려 주세요."
        ),
        "en": (
            "There is too little to compare (a single row) for a deck. Please upload data with "
            "two or more periods or categories."
        ),
        "zh": "可比较的数据太少（只有一行），无法制作演示文稿。请上传包含两个以上时间或类别的数据。",
    }[language]


SKILL = Decks()
