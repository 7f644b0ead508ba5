"""Sums written out again for a follow-up: so many pieces at an amount, a percentage of it, something added, shared."""

import re

from .quantities import Quantity
from .skill import Language
from .sums.dates import Day, days
from .sums.price_words import LABELS, Role
from .wording import number


def so_many(value: str, pieces: Quantity, language: Language) -> str:
    """What so many pieces at an amount come to."""
    return {
        "ko": f"{value}짜리 {number(pieces.value)}개는 모두 얼마인가요?",
        "en": f"{number(pieces.value)} pieces at {value} each, how much in total?",
        "zh": f"每个 {value}，{number(pieces.value)} 个一共多少钱？",
    }[language]


def shared(value: str, people: Quantity, language: Language) -> str:
    """What each of so many people pays."""
    return {
        "ko": f"{value}을 {number(people.value)}명이 나누면 한 명당 얼마인가요?",
        "en": f"{value} split between {number(people.value)} people, how much each?",
        "zh": f"{value} {number(people.value)} 人平分，每人多少钱？",
    }[language]


def rated(value: str, role: Role, rate: Quantity, language: Language) -> str:
    """An amount after a percentage that is for `role`."""
    share = rate.text.strip()
    verb = {"discount": "할인하면", "fall": "내리면", "rise": "올리면", "fee": "떼면"}.get(role, "더하면")
    particle = "에서" if role in {"discount", "fall", "fee"} else "에"
    name = "" if role in {"discount", "fall", "rise"} else f"{LABELS[role][0]} "
    return {
        "ko": f"금액 {value}{particle} {name}{share} {verb} 얼마인가요?",
        "en": f"At a price of {value}, with a {share} {LABELS[role][1]}, how much is it?",
        "zh": f"价格 {value}，{LABELS[role][2]} {share}，是多少？",
    }[language]


def with_extra(value: str, sign: str, extra: Quantity, language: Language) -> str:
    """An amount with another added (`+`) or taken off (`-`)."""
    more, grows = extra.text.strip(), sign == "+"
    return {
        "ko": f"{value}{'에' if grows else '에서'} {more}을 {'더하면' if grows else '빼면'} 얼마인가요?",
        "en": f"What is {value} {'plus' if grows else 'minus'} {more}?",
        "zh": f"{value}{'加上' if grows else '减去'} {more} 是多少？",
    }[language]


def redated(base: str, question: str, dates: tuple[Day, ...]) -> str | None:
    """The earlier question with the new date in the place of its last one; of its first where “from” stands before."""
    old = days(base)
    if len(dates) != 1 or not old:
        return None
    new = dates[0]
    first = re.search(r"\bfrom\s$|从$", question[: new.start], re.I) or re.match(
        r"\s?(?:부터|에서)", question[new.end :]
    )
    gone = old[0] if first else old[-1]
    return base[: gone.start] + question[new.start : new.end] + base[gone.end :]
