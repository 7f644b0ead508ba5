"""Small matters of wording that answers, charts and sentences share."""

import re
from datetime import date


def capital(text: str) -> str:
    """The text with a capital first letter; a placeholder at its start stays."""
    return text if re.match(r"[a-z][A-Z]", text) else text[:1].upper() + text[1:]  # iOS stays iOS


def each(group: str) -> str:
    """ "by" in Korean: 지역별; 성별 stays as it is."""
    return group if group.endswith("별") else f"{group}별"


def with_particle(word: str, pair: str) -> str:
    """A Korean word with the particle that suits its last letter: pair is "은는", "이가", "을를" or "과와"."""
    return word + pair[0 if closed(word) else 1]


def closed(word: str) -> bool:
    """True for a word whose last letter ends in a consonant when it is read in Korean."""
    last = word.rstrip(")\"'”’ ")[-1:] or "가"
    return (ord(last) - 0xAC00) % 28 > 0 if "가" <= last <= "힣" else last in "013678LMNRlmnr"


def period_text(period: str, language: str) -> str:
    """2024-Q3 as "2024년 3분기", 2024-07 as "2024년 7월"; English writes "Q3 2024" and keeps the rest."""
    if found := re.fullmatch(r"M(\d\d)", period):
        month = int(found[1])
        return {"ko": f"{month}월", "en": date(2000, month, 1).strftime("%B"), "zh": f"{month}月"}[language]
    if found := re.fullmatch(r"Q([1-4])", period):
        return {"ko": f"{found[1]}분기", "en": period, "zh": f"{found[1]}季度"}[language]
    if found := re.fullmatch(r"D(\d\d)-(\d\d)", period):
        month, day = int(found[1]), int(found[2])
        return {"ko": f"{month}월 {day}일", "en": f"{date(2000, month, 1):%B} {day}", "zh": f"{month}月{day}日"}[
            language
        ]
    year, _, rest = period.partition("-")
    if not (year.isdigit() and len(year) == 4):
        return period
    if language == "en":
        return f"{rest} {year}" if rest.startswith("Q") else period
    if week := re.fullmatch(r"W(\d\d)", rest):
        count = int(week[1])
        return f"{year}년 {count}주차" if language == "ko" else f"{year}年第{count}周"
    units = {"ko": ("년", "분기", "월"), "zh": ("年", "季度", "月")}[language]
    if not rest:
        return year + units[0]
    space = " " if language == "ko" else ""
    if rest.startswith("Q"):
        return f"{year}{units[0]}{space}{rest[1:]}{units[1]}"
    return f"{year}{units[0]}{space}{int(rest)}{units[2]}" if rest.isdigit() else period


def bounded(period: str, bound: str, language: str) -> str:
    """A period that is the first or the last of a span: "2023년부터", "since 2023", "before Q3 2024", "the last 3"."""
    if bound.startswith("last"):
        count, one = int(bound.split()[1]), bound.endswith(" 1")
        unit = {
            "day": ("일", "day", "天"),
            "week": ("주", "week", "周"),
            "month": ("개월", "month", "个月"),
            "quarter": ("개 분기", "quarter", "个季度"),
            "year": ("년", "year", "年"),
        }[period]
        return {
            "ko": f"마지막 {count}{unit[0]}",
            "en": f"the last {unit[1]}" if one else f"the last {count} {unit[1]}s",
            "zh": f"最近{count}{unit[2]}",
        }[language]
    words = {
        ">=": {"ko": "{}부터", "en": "since {}", "zh": "{}起"},
        ">": {"ko": "{} 뒤", "en": "after {}", "zh": "{}之后"},
        "<=": {"ko": "{}까지", "en": "until {}", "zh": "截至{}"},
        "<": {"ko": "{} 전", "en": "before {}", "zh": "{}之前"},
    }
    return words[bound][language].format(period)


def compared(column: str, value: str, bound: str, language: str) -> str:
    """Rows chosen by a number, in words: "전용면적 60 이상", "age ≥ 30"."""
    sign = {">=": ("이상", "≥"), ">": ("초과", ">"), "<=": ("이하", "≤"), "<": ("미만", "<"), "==": ("", "=")}[bound]
    return f"{column} {value} {sign[0]}".strip() if language == "ko" else f"{column} {sign[1]} {value}"


def number(value: float | None, unit: str | None = None) -> str:
    """A number as it is read: 12,345, 12.3, 4.5%; a dash for a missing one."""
    if value is None:
        return "–"
    size = abs(value)
    text = (
        f"{value:,.1f}"
        if unit == "%"
        else f"{value:,.0f}"
        if size >= 100 or value == round(value)
        else f"{value:,.4f}".rstrip("0").rstrip(".")
        if 0 < size < 0.1
        else f"{value:,.2f}".rstrip("0").rstrip(".")
    )
    text = text.replace("-", "−")
    return f"{text}%" if unit == "%" else f"{text} {unit}" if unit else text


def percent(value: float | None) -> str:
    """A change in percent with its sign: +12.3%, −4.0%."""
    return "–" if value is None else f"{value:+,.1f}%".replace("-", "−")
