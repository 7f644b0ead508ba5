"""Checks of what is said: every number traced, every direction right, nothing named that the data do not have."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .claims import Verdict
from .exam import Check, Exam, Trouble, quoted, trouble
from .pages import Page
from .sentences import Sentence
from .statements import Statement, alt_statements, note_statements, statements

_GENERIC = re.compile(
    r"[한두세네]|다섯|여섯|일곱|여덟|매출\w*|판매\w*|수익\w*|이익\w*|비용\w*|고객\w*|실적|성장\w*|증가\w*|감소\w*|비중|변화\w*"
    r"|분기\w*|연간|해마다|매년|여러|올해|작년|지난해|전년\w*|평균\w*"
    r"|합계\w*|전체\w*|회사|우리|시장|상품\w*|제품\w*|채널\w*|지역\w*|매장\w*|값|수량|양|점|것|차이\w*"
    r"|원인\w*|결과\w*|데이터\w*|자료\w*|숫자\w*|흐름\w*|추세\w*"
    r"|그래서|제안|결정|모두|모든|가장|이상|이하|곳|가운데|대비|이후|동안|년|월|해|분기|건수|횟수"
    r"|항목\w*|기간\w*|규모|폭|격차|순위|이것|여기|각각|둘|셋|하나"
    r"|so what|the|a|an|of|in|for|by|our|all|every|each|year|years|quarter|quarters|month|months|total"
    r"|overall|average|mean"
    r"|revenue|sales|income|profit|costs?|customers?|orders|growth|share|change|value|values|volume|it"
    r"|its|this|that|they|we"
    r"|annual|quarterly|monthly|yearly|strong|weak|new|net|gross|main|top|both|most|next|last|first"
    r"|only|these|those|there|here|what|how|as|at|on"
    r"|company|market|product|products|channel|channels|region|regions|category|categories|data"
    r"|figures?|numbers?|trend|gap",
    re.I,
)
_KOREAN_SUBJECT = re.compile(r"^(?:그래서:\s*|제안:\s*)?([^,.:]{2,30}?)(?:의\s+[^\s,]+)?(?:은|는|이|가)\s")
_ENGLISH_SUBJECT = re.compile(
    r"^(?:So what:\s*|[•·▪-]\s*)?((?:[A-Z][\w&'-]*\s+){1,4})(?:(?:revenue|sales|income|profits?"
    r"|\w+ly)\s+){0,2}?(?:show|shows|showed|lead|dominates?|"
    r"outperforms?|grew|rose|fell|dropped|declined|increased|decreased|climbed|overtook|leads?|led|"
    r"sold|is|was|makes?|made|shrank|gained|lost|reached|hit|earned)\b"
)


@lru_cache(maxsize=64)
def _judged(exam: Exam, page: Page) -> list[tuple[Statement, Verdict]]:
    """The sentences on a slide with what the data say to each."""
    return [(found, exam.judge.judge(found.sentence, found.around)) for found in statements(page, exam.judge)]


def _numbers(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for statement, verdict in _judged(exam, page):
            for number in verdict.untraced:
                yield _untraced(page, number.text, statement.sentence.text)


def _note_numbers(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for statement in (*note_statements(page, exam.judge), *alt_statements(page, exam.judge)):
            for number in exam.judge.judge(statement.sentence, statement.around).untraced:
                yield _untraced(page, number.text, statement.sentence.text)


def _untraced(page: Page, number: str, text: str) -> Trouble:
    return trouble(
        page.number,
        (
            f"{number}이(가) 데이터에서 나오지 않습니다: {quoted(text, 60)}",
            f"{number} does not come from the data: {quoted(text, 60)}",
        ),
        (
            "데이터에서 다시 계산하거나, 데이터에 없는 숫자라면 지우세요.",
            "Compute it again from the data, or delete it if the data do not have it.",
        ),
    )


def _directions(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for statement, verdict in _judged(exam, page):
            for word in verdict.wrong_way[:1]:
                yield trouble(
                    page.number,
                    (
                        f"{quoted(word, 20)}은(는) 데이터와 반대입니다: {quoted(statement.sentence.text, 60)}",
                        f"{quoted(word, 20)} says the opposite of the data: {quoted(statement.sentence.text, 60)}",
                    ),
                    (
                        "데이터를 다시 보고 방향(늘었다/줄었다, 가장 높다/낮다)을 고치세요.",
                        "Look at the data again, and correct the direction (rose/fell, highest/lowest).",
                    ),
                )


def _periods(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for statement, verdict in _judged(exam, page):
            for when in verdict.no_such_period[:1]:
                yield trouble(
                    page.number,
                    (
                        f"데이터에 {when}이(가) 없습니다: {quoted(statement.sentence.text, 60)}",
                        f"The data have no {when}: {quoted(statement.sentence.text, 60)}",
                    ),
                    ("데이터에 있는 기간으로 고치세요.", "Name a period that the data have."),
                )


def _names(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for statement, _ in _judged(exam, page):
            name = _stranger(statement.sentence)
            if name:
                yield trouble(
                    page.number,
                    (
                        f"“{name}”은(는) 데이터에 없습니다: {quoted(statement.sentence.text, 60)}",
                        f"“{name}” is not in the data: {quoted(statement.sentence.text, 60)}",
                    ),
                    (
                        "데이터에 있는 이름으로 바꾸거나 문장을 지우세요.",
                        "Use a name that the data have, or delete the sentence.",
                    ),
                )


def _stranger(sentence: Sentence) -> str:
    """The subject of a claim where the data do not know it; else an empty string."""
    text = sentence.text
    claims = sentence.numbers or any(clause.directions for clause in sentence.clauses) or sentence.overtakes
    for pattern in (_KOREAN_SUBJECT, _ENGLISH_SUBJECT):
        match = pattern.match(text)
        if match is None or (pattern is _KOREAN_SUBJECT and not claims):
            continue
        start, end = match.span(1)
        if any(start <= place < end for clause in sentence.clauses for place, _ in clause.names):
            return ""
        subject = match[1]
        spans = [(a, b) for clause in sentence.clauses for a, b, _ in clause.periods if start <= a and b <= end]
        for a, b in sorted(spans, reverse=True):
            subject = subject[: a - start] + " " + subject[b - start :]
        words = re.findall(r"[\w&'-]+", subject)
        rest = [word for word in words if not _is_common(word)]
        # One plain word may be any noun of the language; a name comes with others, or owns what is measured.
        owns = "의 " in text[: match.end()] if pattern is _KOREAN_SUBJECT else len(words) > 1
        return " ".join(rest).removesuffix("의") if len(rest) > 1 or (rest and owns) else ""
    return ""


def _is_common(word: str) -> bool:
    bare = re.sub(r"(?:의|에서|에|보다|까지|부터|별)$", "", word)
    return bool(_GENERIC.fullmatch(bare) or re.fullmatch(r"[\d.,%]+\w{0,2}", word))


CHECKS = (
    Check("numbers", "모든 숫자가 데이터에서 나옵니다", "Every number comes from the data", _numbers),
    Check(
        "note_numbers",
        "노트와 대체 텍스트의 숫자도 그렇습니다",
        "So do the numbers in notes and alternative texts",
        _note_numbers,
    ),
    Check("directions", "늘고 준 방향이 데이터와 같습니다", "Claims go the way that the data go", _directions),
    Check("periods", "말한 기간이 데이터에 있습니다", "Periods that are named are in the data", _periods),
    Check("names", "말한 대상이 데이터에 있습니다", "What is named is in the data", _names),
)
