"""Small matters of wording that answers, charts and sentences share."""


def capital(text: str) -> str:
    """The text with a capital first letter; a placeholder at its start stays."""
    return text[:1].upper() + text[1:]


def each(group: str) -> str:
    """ "by" in Korean: 지역별; 성별 stays as it is."""
    return group if group.endswith("별") else f"{group}별"


def with_particle(word: str, pair: str) -> str:
    """A Korean word with the particle that suits its last letter: pair is "은는", "이가", "을를" or "과와"."""
    last = word.rstrip(")\"'”’ ")[-1:] or "가"
    closed = (ord(last) - 0xAC00) % 28 > 0 if "가" <= last <= "힣" else last in "013678LMNRlmnr"
    return word + pair[0 if closed else 1]


def period_text(period: str, language: str) -> str:
    """2024-Q3 as "2024년 3분기", 2024-07 as "2024년 7월"; English writes "Q3 2024" and keeps the rest."""
    year, _, rest = period.partition("-")
    if not (year.isdigit() and len(year) == 4):
        return period
    if language == "en":
        return f"{rest} {year}" if rest.startswith("Q") else period
    units = {"ko": ("년", "분기", "월"), "zh": ("年", "季度", "月")}[language]
    if not rest:
        return year + units[0]
    space = " " if language == "ko" else ""
    if rest.startswith("Q"):
        return f"{year}{units[0]}{space}{rest[1:]}{units[1]}"
    return f"{year}{units[0]}{space}{int(rest)}{units[2]}" if rest.isdigit() else period


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
        else f"{value:,.2f}".rstrip("0").rstrip(".")
    )
    text = text.replace("-", "−")
    return f"{text}%" if unit == "%" else f"{text} {unit}" if unit else text


def percent(value: float | None) -> str:
    """A change in percent with its sign: +12.3%, −4.0%."""
    return "–" if value is None else f"{value:+,.1f}%".replace("-", "−")
