"""The way that insights, titles and decks share: find the file, look at it, compute the table that the thread is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..base import CodeCall, File, Message
from .computing import compute_code, failed, grid
from .facts import Fact, Ground, base_plan, candidates, facts_code, facts_in
from .phrases import pair_title, title
from .plans import Plan
from .reading import error_in
from .skill import Action, RunCode, Say, Situation
from .tables import Table
from .thread import Trouble, data_file, look_at, plan_before, result_of
from .troubles import bad_file, code_failed, first_words, no_file, no_interpreter, not_understood

INSIGHTS = re.compile(
    r"인사이트|시사점|통찰|insight|takeaway|key (message|finding|point)|핵심 (내용|메시지|요점)|洞察|要点", re.I
)
_NUMBERS = {
    "한": 1,
    "하나": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다섯": 5,
    "여섯": 6,
    "one": 1,
    "a single": 1,
}
_NUMBERS |= {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True)
class Prepared:
    """Everything known about the table that the thread is about."""

    file: File
    table: Table
    plan: Plan
    ground: Ground


def prepare(situation: Situation, intro: str | None = None) -> Prepared | Sequence[Action]:
    """The table of the thread with its numbers, or the next actions on the way there (or why it cannot be had)."""
    language = situation.language
    file = data_file(situation)
    if file is None:
        return [Say(no_file(language))]
    if not situation.can_run_code:
        return [Say(no_interpreter(language))]
    looked = look_at(situation, file)
    if isinstance(looked, Trouble):
        return [Say(bad_file(looked, file, language))]
    if not isinstance(looked, Table):
        return looked if situation.done else [Say((intro or first_words(situation, file)) + "\n\n"), *looked]
    before = plan_before(situation, looked)
    plan = base_plan(before[0] if before else None, looked, language)
    columns = ", ".join(column.name for column in looked.columns)
    if plan is None:
        return [Say(not_understood(columns, language))]
    if not looked.measures and not looked.series:
        return [Say(bad_file(Trouble("no_numbers", columns), file, language))]
    for spoken in dict.fromkeys([before[1] if before else language, language]):
        call = result_of(situation, file, plan, looked, spoken)
        found = grid(call.logs) if call else None
        if found:
            return Prepared(file, looked, plan, Ground(plan, found, language, looked))
    code = compute_code(plan, looked, language)
    tried = [call for call in situation.done if isinstance(call, CodeCall) and call.code == code]
    if tried:
        return [Say(code_failed(failed(tried[-1].logs) or error_in(tried[-1].logs) or "", language))]
    return [RunCode(code)]


def computed(
    situation: Situation, prepared: Prepared, facts: Sequence[Fact]
) -> dict[str, dict[str, Any]] | Sequence[Action]:
    """The facts with their values, where this turn or the thread has computed them; else the code that does."""
    code = facts_code(prepared.plan, prepared.table, prepared.ground, facts, situation.language)
    for item in reversed(situation.request.items):
        if isinstance(item, CodeCall) and item.code == code:
            found = facts_in(item.logs)
            return found if found is not None else [Say(code_failed(error_in(item.logs) or "", situation.language))]
    return [RunCode(code)]


def asked_number(text: str, usual: int = 3) -> int:
    """How many sentences or points a sentence asks for ("두 문장", "3 bullet points"); at most 8."""
    text = re.sub(r"(문장|문장당|per sentence|각각?)\s*당.{0,12}?(단어|words|자)", " ", text)
    units = r"(?:가지|개|문장|줄|점|항목|sentences?|insights?|bullets?|bullet points?|points?|takeaways?|things|个|条|句|点)"
    middle = r"(?:\s?(?:most|key|important|main|short|medium|long|length|brief|bullet|핵심|중요한|짧은)[\s-]*){0,4}\s?"
    found = re.search(rf"(\d+|{'|'.join(_NUMBERS)})\s?{middle}{units}", text, re.I)
    if not found:
        return usual
    word = found[1].lower()
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return min(max(number, 1), 8)


def asked_words(text: str) -> int | None:
    """About how many words a sentence is asked to have; None where nothing is said."""
    found = re.search(r"(\d+)(?:\s?(?:-|–|~|에서|to)\s?(\d+))?\s?[- ]?(?:단어|words?|어절|个词)", text, re.I)
    if found:
        return (int(found[1]) + int(found[2] or found[1])) // 2
    return 8 if re.search(r"짧게|짧은|간결|간단|\bshort\b|\bbrief|concise|简短", text, re.I) else None


def said_after(situation: Situation, pattern: re.Pattern[str]) -> list[str]:
    """The lines that the assistant last answered to a question that matches, without bullets; empty where there is none."""
    lines: list[str] = []
    listening = False
    for item in situation.before:
        if isinstance(item, Message) and item.role == "user":
            listening = bool(pattern.search(item.text)) and not MAKES_DECK.search(item.text)
            lines = [] if listening else lines
        elif listening and isinstance(item, Message):
            lines += [
                clean
                for line in item.text.splitlines()
                if (clean := re.sub(r"^\s*([-*•]|\d+[.)])\s*", "", line).strip())
            ]
    return lines


_DECK = r"발표\s?자료|발표\s?슬라이드|슬라이드|파워\s?포인트|프레젠테이션|프리젠테이션|\bpptx?\b|slide ?deck|\bdeck\b|\bslides\b|presentation|power ?point|演示文稿|幻灯片"
MAKES_DECK = re.compile(
    rf"({_DECK})(를|을|로|으로|도)?\s*(\d+\s?장|[가-힣]{{1,2}}\s?장)?(으로|을|를)?\s*(파일로)?\s*(만들|작성|생성|제작|구성|뽑|완성|정리|부탁|해\s?줘)|"
    rf"\b(make|create|build|prepare|generate|produce|assemble|put together|turn)\b(?!.{{0,40}}\b(title|headline|insights?|sentences?|bullets?)\b.{{0,30}}\bfor\b).{{0,120}}({_DECK})(?!\s+(title|headline))|"
    rf"(制作|生成|做|创建).{{0,12}}({_DECK}|PPT)",
    re.I,
)
TITLES = re.compile(
    r"제목|타이틀|헤드라인|\btitle|headline|标题",
    re.I,
)


def best_title(prepared: Prepared, limit: int) -> list[tuple[str, tuple[Fact, ...]]]:
    """Headlines with placeholders and their facts, the best first; `limit` is how many."""
    ground = prepared.ground
    found = candidates(ground)
    titles: list[tuple[str, tuple[Fact, ...]]] = []
    rises = [i for i in found if i.kind == "rise" and i.series]
    falls = [i for i in found if i.kind == "fall" and i.series]
    if rises and falls and found and found[0].kind in ("rise", "fall", "trough", "share_up"):
        rise = max(rises, key=lambda i: i.strength)
        fall = max(falls, key=lambda i: i.strength)
        titles.append((pair_title(rise, fall, ground), rise.facts + fall.facts))
    titles += [(title(i, ground), i.facts) for i in found]
    titles.sort(key=lambda made: _is_long(made[0], ground.language))
    return titles[:limit]


def _is_long(text: str, language: str) -> bool:
    shown = re.sub(r"\{\w+\}", "00.0%", text)
    return len(shown.split()) > 9 if language == "en" else len(shown) > 34
