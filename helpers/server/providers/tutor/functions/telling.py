"""The answer from the outputs of functions: nothing stands in it that they did not return."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ..form_json import Content
from ..skill import Language
from ..wording import number, particle
from .context import arguments_of
from .outputs import Outcome, field_name, is_number, shown
from .words import ACTIONS, has_key, keys_of, spaced

_MOST_ROWS = 10
_MOST_FIELDS = 8
_DONE: dict[Language, str] = {"ko": "요청을 처리했습니다.", "en": "Done.", "zh": "已完成。"}
_HIGHER = re.compile(
    r"더 (?:따뜻|덥|더운|높|비싼|비싸|많|크|큰|길|긴|먼|멀|무거|늦)|가장 (?:따뜻|더운|높|비싼|많|큰|긴|먼)|"
    r"제일 (?:따뜻|더운|높|비싼|많|큰)|어디가 (?:따뜻|더워|더운)|\b(?:warmer|hotter|higher|larger|bigger|more "
    r"(?:expensive|populous)|(?:has|have) (?:the )?more|most|longer|farther|warmest|hottest|highest|largest|"
    r"biggest|greater|heavier|better)\b|更(?:热|暖|高|贵|大|多|远)|最(?:热|暖|高|贵|大|多|远)",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"더 (?:추|춥|낮|싼|싸|저렴|적|작|짧|가까|가벼|시원)|가장 (?:추|낮|싼|적|작|짧|가까|저렴)|제일 (?:추|낮|싼|"
    r"적|작|저렴)|어디가 (?:추워|추운|시원|싼)|\b(?:colder|cooler|lower|smaller|cheaper|shorter|closer|nearer|"
    r"coldest|coolest|lowest|cheapest|smallest|less|fewer|lighter)\b|更(?:冷|低|便宜|小|少|近)|最(?:冷|低|便宜|"
    r"小|少|近)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"차이|비교|얼마나 (?:더|다)|\bdifference\b|\bcompare\b|\bcomparison\b|\bhow much (?:more|less|warmer|"
    r"colder|higher|cheaper)\b|相差|差多少|比较|对比",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"합계|총합|모두 (?:합|더)|합치면|합하면|총액|다 합|\btotal\b|\bsum\b|\baltogether\b|\bin all\b|"
    r"\bcombined\b|一共|总共|合计",
    re.IGNORECASE,
)
_MEAN = re.compile(r"평균|\baverage\b|\bmean\b|平均", re.IGNORECASE)


def asks_about_outputs(question: str) -> bool:
    """True for a comparison, a difference, a total or a mean."""
    return any(pattern.search(question) for pattern in (_HIGHER, _LOWER, _DIFFERENCE, _TOTAL, _MEAN))


def told(outcomes: Sequence[Outcome], question: str, language: Language) -> Content:
    """The whole answer to the question."""
    lines = [_line(outcome, question, language, alone=len(outcomes) == 1) for outcome in outcomes]
    compared = _compared(outcomes, question, language)
    sentences = [*compared[0], *lines]
    rows = tuple(_row(outcome) for outcome in outcomes if outcome.fields and not outcome.error)
    listed = len(lines) > 1
    body = "\n".join(f"- {line}" if listed and not line.startswith("- ") else line for line in lines)
    answer = "\n".join([*compared[0], body]) if compared[0] else body
    return Content(answer, tuple(sentences), compared[1] if compared[0] else _single(outcomes, question), rows=rows)


def in_one_sentence(sentences: Sequence[str], language: Language) -> str:
    """Several sentences as one, since none may be left out: “부산은 40이고, 수국은 3,500입니다.”"""
    first = [re.sub(r"입니다\.$", "이고", sentence) for sentence in sentences[:-1]]
    last = sentences[-1]
    between = {"ko": ", ", "en": "; ", "zh": "；"}[language]
    return between.join([*(sentence.rstrip(".。") for sentence in first), last])


def _row(outcome: Outcome) -> dict[str, Any]:
    label = outcome.subject or outcome.call.name
    return {
        "name": label,
        **{spaced(key): value for key, value in outcome.fields.items() if not isinstance(value, dict | list)},
    }


def _single(outcomes: Sequence[Outcome], question: str) -> int | float | None:
    """The one number that was asked for, where there is just one."""
    if len(outcomes) != 1:
        return None
    numbers = outcomes[0].numbers
    keys = [key for key in numbers if is_asked(key, question)] or list(numbers)
    fresh = [key for key in keys if outcomes[0].fields.get(key) not in arguments_of(outcomes[0].call).values()] or keys
    return _plain(numbers[fresh[0]]) if len(fresh) == 1 else None


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 6)


def _line(outcome: Outcome, question: str, language: Language, *, alone: bool) -> str:
    if outcome.error:
        return _failed(outcome, language)
    value = outcome.value
    if outcome.only_confirms:
        return (
            _with_subject(outcome.subject, _DONE[language], language)
            if outcome.subject and not alone
            else _DONE[language]
        )
    if isinstance(value, list):
        return _records(outcome, language)
    if isinstance(value, dict):
        lists = [
            (key, inner)
            for key, inner in value.items()
            if isinstance(inner, list) and inner and isinstance(inner[0], dict)
        ]
        if lists:
            listed = "\n".join(
                _records(Outcome(outcome.call, inner, "", field_name(key, language)), language) for key, inner in lists
            )
            rest = {key: inner for key, inner in value.items() if key not in dict(lists)}
            return f"{_fields_line(rest, outcome, question, language)}\n{listed}" if rest else listed
        return _fields_line(value, outcome, question, language)
    if value in ("", None):
        text = {
            "ko": "함수가 빈 결과를 돌려주었습니다.",
            "en": "the function returned nothing.",
            "zh": "函数没有返回内容。",
        }[language]
        return _with_subject(outcome.subject or outcome.call.name, text, language)
    text = shown(value, language, outcome.call.name)
    if not is_number(value) and (len(text) > 60 or re.search(r"[.!?。]\s", text)):
        text = {
            "ko": f"함수가 돌려준 내용은 이렇습니다: “{text}”",
            "en": f"the function returned: “{text}”",
            "zh": f"函数返回的内容：“{text}”",
        }[language]
    return _with_subject(outcome.subject, text, language) if outcome.subject else text[0].upper() + text[1:]


def _with_subject(subject: str, text: str, language: Language) -> str:
    return f"{subject}{'：' if language == 'zh' else ':'}{'' if language == 'zh' else ' '}{text}"


def _failed(outcome: Outcome, language: Language) -> str:
    about = f" ({outcome.subject})" if outcome.subject else ""
    return {
        "ko": f"`{outcome.call.name}` 함수{about.strip()}가 오류를 알려 왔습니다: “{outcome.error}”",
        "en": f"The function `{outcome.call.name}`{about} reported an error: “{outcome.error}”",
        "zh": f"函数 `{outcome.call.name}`{about} 报告了错误：“{outcome.error}”",
    }[language]


def _fields_line(value: dict[str, Any], outcome: Outcome, question: str, language: Language) -> str:
    fields = Outcome(outcome.call, value).fields
    given = {str(argument).casefold() for argument in arguments_of(outcome.call).values()}
    unit = next(
        (str(inner) for key, inner in fields.items() if spaced(key).casefold() in {"unit", "units", "단위"}), ""
    )
    kept = {
        key: inner
        for key, inner in fields.items()
        if str(inner).casefold() not in given
        and not (unit and str(inner) == unit and unit.casefold() in {"celsius", "fahrenheit", "c", "f", "metric"})
    } or fields
    asked = [key for key in kept if is_asked(key, question)]
    order = [*asked, *(key for key in kept if key not in asked)][:_MOST_FIELDS]
    parts = [f"{field_name(key, language)} {shown(kept[key], language, key, unit)}" for key in order]
    joined = ("，" if language == "zh" else ", ").join(parts)
    subject = outcome.subject
    if language == "ko":
        closing = "입니다." if re.search(r"[\w%℃°)C]$", joined) else ""
        return (
            f"{particle(subject, '은/는')} {joined}{closing}"
            if subject and _is_word(subject)
            else f"{subject + ': ' if subject else ''}{joined}{closing}"
        )
    if language == "zh":
        return f"{subject + '：' if subject else ''}{joined}。"
    return f"{subject + ': ' if subject else ''}{joined}."


def _is_word(subject: str) -> bool:
    return bool(re.search(r"[가-힣]$", subject))


def _records(outcome: Outcome, language: Language) -> str:
    rows = outcome.value
    if not rows:
        text = {"ko": "해당하는 항목이 없습니다.", "en": "there are no entries.", "zh": "没有符合的条目。"}[language]
        return _with_subject(outcome.subject, text, language) if outcome.subject else text[0].upper() + text[1:]
    lines = []
    for row in rows[:_MOST_ROWS]:
        lines.append(
            f"- {', '.join(f'{field_name(key, language)} {shown(inner, language, key)}' for key, inner in row.items())}"
            if isinstance(row, dict)
            else f"- {shown(row, language)}"
        )
    more = len(rows) - len(lines)
    head = {
        "ko": f"{len(rows)}건입니다",
        "en": f"{len(rows)} entr{'y' if len(rows) == 1 else 'ies'}",
        "zh": f"共 {len(rows)} 条",
    }[language]
    head = _with_subject(outcome.subject, head, language) if outcome.subject else head
    if more:
        lines.append({"ko": f"- 그 밖에 {more}건", "en": f"- and {more} more", "zh": f"- 另有 {more} 条"}[language])
    return "\n".join([f"{head}{'：' if language == 'zh' else ':'}", *lines])


def is_asked(key: str, question: str) -> bool:
    asked = keys_of(question) - ACTIONS
    return any(has_key(one, asked) for one in keys_of(spaced(key)))


def _compared(outcomes: Sequence[Outcome], question: str, language: Language) -> tuple[list[str], int | float | None]:
    """Sentences that compare or add up one number of all outcomes."""
    good = [outcome for outcome in outcomes if not outcome.error]
    if not asks_about_outputs(question):
        return [], None
    if len(good) == 1 and isinstance(good[0].value, list) and all(isinstance(row, dict) for row in good[0].value):
        good = [Outcome(good[0].call, row, "", _label(row)) for row in good[0].value]
    if len(good) < 2:
        return [], None
    shared = [key for key in good[0].numbers if all(key in other.numbers for other in good[1:])]
    varied = [key for key in shared if not re.search(r"\bid\b|\byear\b|번호", spaced(key).casefold())]
    if not varied:
        return [], None
    key = next((key for key in varied if is_asked(key, question)), varied[0])
    values = [(outcome.subject or outcome.call.name, outcome.numbers[key]) for outcome in good]
    unit = str(good[0].fields.get("unit", ""))
    return _sentences(values, key, question, unit, language)


def _label(row: dict[str, Any]) -> str:
    return str(next((value for value in row.values() if isinstance(value, str)), next(iter(row.values()), "")))


def _sentences(
    values: list[tuple[str, Fraction]], key: str, question: str, unit: str, language: Language
) -> tuple[list[str], int | float | None]:
    name = field_name(key, language)

    def figure(value: Fraction) -> str:
        return shown(_plain(value), language, key, unit)

    ranked = sorted(values, key=lambda pair: pair[1])
    (low, least), (high, most) = ranked[0], ranked[-1]
    if _TOTAL.search(question):
        total = sum((value for _, value in values), Fraction(0))
        text = {
            "ko": f"{'' if name == '합계' else f'{name} '}합계는 {figure(total)}입니다.",
            "en": f"The total {'' if name == 'total' else f'{name} '}is {figure(total)}.",
            "zh": f"{name}合计 {figure(total)}。",
        }[language]
        return [text], _plain(total)
    if _MEAN.search(question):
        mean = sum((value for _, value in values), Fraction(0)) / len(values)
        text = {
            "ko": f"{name} 평균은 {figure(mean)}입니다.",
            "en": f"The average {name} is {figure(mean)}.",
            "zh": f"{name}平均 {figure(mean)}。",
        }[language]
        return [text], _plain(mean)
    if most == least:
        text = {
            "ko": f"{name} 값은 모두 {particle(figure(most), '으로/로')} 같습니다.",
            "en": f"The {name} is the same everywhere: {figure(most)}.",
            "zh": f"{name}相同，都是 {figure(most)}。",
        }[language]
        return [text], _plain(most)
    gap = number(most - least)
    degree = "더" if len(values) == 2 else "가장"
    if _LOWER.search(question) and not _HIGHER.search(question):
        text = {
            "ko": (
                f"{name} 값은 {particle(low, '이/가')} {particle(figure(least), '으로/로')} {degree} 낮고, "
                f"{high}({figure(most)})보다 "
                f"{gap} 낮습니다."
            ),
            "en": (
                f"{low} has the {'lower' if len(values) == 2 else 'lowest'} {name}, {figure(least)}: {gap} less "
                f"than {high} ({figure(most)})."
            ),
            "zh": f"{low}的{name}最低，为 {figure(least)}，比{high}（{figure(most)}）低 {gap}。",
        }[language]
        return [text], _plain(least)
    text = {
        "ko": (
            f"{name} 값은 {particle(high, '이/가')} {particle(figure(most), '으로/로')} {degree} 높고, "
            f"{low}({figure(least)})보다 "
            f"{gap} 높습니다."
        ),
        "en": (
            f"{high} has the {'higher' if len(values) == 2 else 'highest'} {name}, {figure(most)}: {gap} more than "
            f"{low} ({figure(least)})."
        ),
        "zh": f"{high}的{name}最高，为 {figure(most)}，比{low}（{figure(least)}）高 {gap}。",
    }[language]
    return [text], _plain(most - least) if _DIFFERENCE.search(question) and not _HIGHER.search(question) else _plain(
        most
    )
