"""Which results meet a condition: "1,500권을 넘은", "above 500,000", "적자가 난", and since when one leads another."""

import re

from .grids import grid
from .labels import value_label
from .names import core_name
from .periods import quoted
from .plan import Plan
from .reading import marked
from .rows import listed
from .tables import Table
from .words import number, period_text, with_particle

_N = r"([-−]?\d[\d,]*(?:\.\d+)?)\s?(만|억|천|k(?![a-z])|million|thousand|%)?(?:㎡|m²|m2|°C|℃|[a-z]{1,3}(?![a-z]))?"
_SIZES = {"만": 10**4, "억": 10**8, "천": 1000, "k": 1000, "thousand": 1000, "million": 10**6}
_KOREAN = [
    (">", r"초과|넘|웃돈|웃도"),
    (">=", r"이상"),
    ("<=", r"이하"),
    ("<", r"미만|못 미|안 되|밑도|밑돈"),
]
_ENGLISH = [
    (">=", r"at least|no less than"),
    ("<=", r"at most|no more than"),
    (
        ">",
        r"above|over|more than|greater than|higher than|exceed(?:s|ed|ing)?|larger than|longer than|"
        r"older than|heavier than|taller than|超过|大于|高于",
    ),
    (
        "<",
        r"below|under|less than|lower than|fewer than|smaller than|shorter than|younger than|lighter than|"
        r"低于|少于|小于",
    ),
]
_LOSS = r"적자|손실이|손해|마이너스|\bloss(?:es)?\b|\bnegative\b|亏损"
_GAIN = r"흑자|\bpositive\b|盈利"
_MOST_LISTED = 12


def threshold_in(text: str) -> tuple[str, float] | None:
    """(sign, value) of a condition on a result; None where there is none. Counts and years are no conditions."""
    if found := _compared(text):
        return found[0], _value(found[1])
    if re.search(_LOSS, text, re.I):
        return "<", 0.0
    return (">", 0.0) if re.search(_GAIN, text, re.I) else None


_MONEY = {"천원": 10**3, "만원": 10**4, "백만원": 10**6, "천만원": 10**7, "억원": 10**8}


def in_unit_of(text: str, value: float, unit: str | None) -> float:
    """The number of a condition in the unit of its column: 7,000만 원 is 7,000 where the column counts in 만원."""
    found = _compared(text)
    size = _MONEY.get((unit or "").replace(" ", ""), 0)
    said = found and found[1][2] and re.match(r"\s?원", text[found[1].end(2) :])
    return value / size if size and said else value


def condition_place(text: str) -> int:
    """Where the number of a condition stands, with the words that compare it; -1 for nowhere."""
    found = _compared(text)
    return found[1].start() if found else -1


def _compared(text: str) -> tuple[str, re.Match[str]] | None:
    """The sign of a condition, and the match whose first group is its number."""
    for sign, pattern in _KOREAN:
        found = re.search(rf"{_N}\s?[가-힣]{{0,3}}?(?:을|를|이|가|은|는|도)?\s?(?:{pattern})", text)
        if found and not re.fullmatch(r"(19|20)\d{2}", found[1]):
            return sign, found
    for sign, pattern in _ENGLISH:
        found = re.search(rf"(?:{pattern})\s?[$€£₩]?{_N}", text, re.I)
        if found and not re.fullmatch(r"(19|20)\d{2}", found[1]):
            return sign, found
    return None


def unit_of_threshold(text: str) -> str:
    """The unit behind the number of a condition ("over 30 km"); empty where there is none."""
    found = re.search(
        r"\d\s?(km|kg|㎡|m²|m2|°C|℃|kwh|usd|cm|mm|min|minutes|원|만원|억원|분|시간|세|살)(?![a-z])", text, re.I
    )
    return found[1].casefold() if found else ""


def speaks_of_loss(text: str) -> bool:
    """True for the words of loss and gain, which are about the profit without naming it."""
    return bool(re.search(rf"{_LOSS}|{_GAIN}", text, re.I))


def asks_overtaking(text: str) -> bool:
    """True where a sentence asks when one category passed another."""
    return bool(
        re.search(
            r"추월|앞지|앞질|역전|overt[ao]+k|overtook|surpass|pass(?:ed)? |outs[eo]l[dl]|超过了?|反超", text, re.I
        )
    )


def _value(found: re.Match[str]) -> float:
    return float(found[1].replace(",", "").replace("−", "-")) * _SIZES.get((found[2] or "").lower(), 1)


def condition_lines(plan: Plan, table: Table) -> list[str]:
    """Python that leaves in `table` the cells that meet the plan's condition, one a row."""
    assert plan.threshold
    sign, value = plan.threshold
    limit = f"{value:g}" if abs(value) < 1e6 else str(int(value))
    if not plan.groups and not plan.grain and not plan.derived:
        keys = [*(table.periods.columns if table.periods else ()), *table.categories, *table.labels][:3]
        where = f"df[{listed(keys)}].fillna('').astype(str).agg(' '.join, axis=1)" if keys else "df.index.astype(str)"
        return [
            f"cells = df.set_index({where})[{quoted(plan.measures[0])}].dropna()",
            'print("CELLS:", len(cells))',
            f"table = cells[cells {sign} {limit}].to_frame({quoted(plan.name)})",
        ]
    return [
        "cells = table.stack().dropna()" if plan.groups and plan.grain else "cells = table[table.columns[0]].dropna()",
        *(
            ['cells.index = [f"{a} / {b}" for a, b in cells.index]']
            if plan.groups and plan.grain
            else ["cells.index = cells.index.astype(str)"]
        ),
        'print("CELLS:", len(cells))',
        f"table = cells[cells {sign} {limit}].to_frame(table.columns[0])",
    ]


def overtaking_lines(plan: Plan) -> list[str]:
    """Python that prints since when the leader of today has been ahead without a break."""
    return [
        "pair = table.dropna()",
        "leader, other = (pair.columns if pair.iloc[-1, 0] >= pair.iloc[-1, 1] else pair.columns[::-1])",
        "ahead = (pair[leader] > pair[other])[::-1].cummin()[::-1]",
        "since = ahead.idxmax() if ahead.any() else None",
        "values = [None, None] if since is None else [float(pair.loc[since, leader]), float(pair.loc[since, other])]",
        'print("OVERTAKES:", json.dumps([leader, other, since, *values, bool(ahead.all())], ensure_ascii=False))',
    ]


def meeting(plan: Plan, logs: str, language: str, unit: str | None) -> str:
    """Which cells meet the condition, by category where there are several."""
    assert plan.threshold
    result = grid(logs)
    sign, value = plan.threshold
    label = value_label(plan, language)
    limit = number(value, unit)
    ko = {">": f"{limit} 초과", ">=": f"{limit} 이상", "<": f"{limit} 미만", "<=": f"{limit} 이하"}[sign]
    en = {">": "above", ">=": "at least", "<": "below", "<=": "at most"}[sign] + f" {limit}"
    total = marked(logs, "CELLS:")
    if not result or not result.index:
        return {
            "ko": f"{with_particle(label, '이가')} {ko}인 경우는 없습니다({total}개 중 0개).",
            "en": f"None of the {total} values of {label} is {en}.",
            "zh": f"{total} 个{label}中没有{sign} {limit} 的。",
        }[language]
    rows = not plan.groups and not plan.grain
    lines = [
        {
            "ko": f"{with_particle(label, '이가')} {ko}인 {'행은' if rows else '경우는'} "
            f"{total}개 중 **{len(result.index)}개**입니다.",
            "en": f"**{len(result.index)}** of the {total} values of {label} are {en}.",
            "zh": f"{total} 个{label}中有 **{len(result.index)}** 个{sign} {limit}。",
        }[language]
    ]
    by_name: dict[str, list[str]] = {}
    for place, row in zip(result.index, result.data, strict=True):
        period, _, name = place.rpartition(" / ") if " / " in place else (place, "", "")
        by_name.setdefault(name, []).append(f"{period_text(period, language)}({number(row[0], unit)})")
    for name, places in by_name.items():
        more = len(places) - _MOST_LISTED
        tail = {"ko": f" 외 {more}개", "en": f" and {more} more", "zh": f" 等 {more} 个"}[language] if more > 0 else ""
        lines.append(f"- {f'**{core_name(name)}**: ' if name else ''}{', '.join(places[:_MOST_LISTED])}{tail}")
    return "\n".join(lines)


def overtaking(plan: Plan, logs: str, language: str) -> str:
    """Since when one of two categories has been ahead of the other."""
    found = marked(logs, "OVERTAKES:")
    if not isinstance(found, list):
        return ""
    leader, other, since, high, low, always = found
    if since is None:
        return {
            "ko": f"마지막 기간에 {with_particle(leader, '과와')} {other}의 값이 같습니다.",
            "en": f"{leader} and {other} are level in the last period.",
            "zh": f"最后一期{leader}与{other}持平。",
        }[language]
    if always:
        return {
            "ko": f"처음부터 끝까지 {with_particle(leader, '이가')} {other}보다 높았습니다.",
            "en": f"{leader} was ahead of {other} in every period, so it never had to overtake.",
            "zh": f"{leader}始终高于{other}。",
        }[language]
    when = period_text(since, language)
    a, b = number(high), number(low)
    return {
        "ko": (
            f"**{when}**에 {with_particle(leader, '이가')} {with_particle(other, '을를')} 앞질렀고({a} 대 {b}), "
            f"그 뒤로 계속 앞섭니다."
        ),
        "en": f"**{leader}** overtook {other} in **{when}** ({a} against {b}) and has stayed ahead since.",
        "zh": f"**{leader}**在**{when}**超过{other}（{a} 对 {b}），此后一直领先。",
    }[language]
