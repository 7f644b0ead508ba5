"""Titles: the strongest insights as a few words, with `{fact_id}` where a number belongs."""

import re

from .facts import Fact, Insight
from .findings import candidates
from .ground import Ground
from .names import english_label
from .phrases import PERIOD_KEYS, of_whom, safe, season_name, zh_sentence
from .steps import Prepared
from .words import capital, period_text, with_particle


def title(insight: Insight, ground: Ground) -> str:
    """The insight as a short headline with placeholders."""
    made = _titles(ground.language, insight, ground)
    return capital(made)


def pair_title(rise: Insight, fall: Insight, ground: Ground) -> str:
    """One headline for what grows and what shrinks."""
    up, down = ground.named(rise.series), ground.named(fall.series)
    a, b = "{" + rise.names["size"] + "}", "{" + fall.names["size"] + "}"
    # Whole years are what one expects; other periods have to be said.
    since = "" if ground.by_year else period_text(rise.names["start"], ground.language)
    made = {
        "ko": f"{up} {a} 증가, {down} {b} 감소",
        "en": f"{safe(up)} {english_label(ground.label)} up {a}, {safe(down)} down {b}",
        "zh": f"{up}{ground.label}增长{a}，{down}下降{b}",
    }[ground.language]
    if not since:
        return made
    return {"ko": f"{since} 이후 {made}", "en": f"{made} since {since}", "zh": f"{since}以来{made}"}[ground.language]


def _titles(language: str, i: Insight, g: Ground) -> str:
    name, label = safe(g.named(i.series)), safe(g.label)
    low = english_label(label)
    n = {key: "{" + value + "}" for key, value in i.names.items()}
    p = {key: period_text(value, language) for key, value in i.names.items() if key in PERIOD_KEYS}
    ko = of_whom(name, label, g).replace(f"{name}의 ", f"{name} ", 1)
    en = of_whom(name, low, g)
    other = safe(i.names.get("other", ""))
    made = {
        "rise": (
            f"{ko}, {p.get('start')} 이후 {n.get('size')} 증가",
            f"{en} up {n.get('size')} since {p.get('start')}",
        ),
        "fall": (
            f"{ko}, {p.get('start')} 이후 {n.get('size')} 감소",
            f"{en} down {n.get('size')} since {p.get('start')}",
        ),
        "gain": (
            f"{ko}, {p.get('start')} 이후 {n.get('size')} 상승",
            f"{en} up by {n.get('size')} since {p.get('start')}",
        ),
        "loss": (
            f"{ko}, {p.get('start')} 이후 {n.get('size')} 하락",
            f"{en} down by {n.get('size')} since {p.get('start')}",
        ),
        "positive": (f"{ko}, {p.get('when')}부터 플러스", f"{en} positive since {p.get('when')}"),
        "negative": (f"{ko}, {p.get('when')}부터 마이너스", f"{en} negative since {p.get('when')}"),
        "total_rise": (
            f"전체 {label}, {p.get('start')} 이후 {n.get('size')} 증가",
            f"total {low} up {n.get('size')} since {p.get('start')}",
        ),
        "total_fall": (
            f"전체 {label}, {p.get('start')} 이후 {n.get('size')} 감소",
            f"total {low} down {n.get('size')} since {p.get('start')}",
        ),
        "trough": (
            f"{ko}, {with_particle(p.get('turn', ''), '을를')} 바닥으로 반등",
            f"{en} turned up after {p.get('turn')}",
        ),
        "peak": (
            f"{ko}, {p.get('turn')} 정점 뒤 {n.get('size')} 하락",
            f"{en} down {n.get('size')} from its {p.get('turn')} peak",
        ),
        "share_up": (
            f"{name} 비중, {n.get('a')}에서 {n.get('b')}까지 확대",
            f"{name} share grew from {n.get('a')} to {n.get('b')}",
        ),
        "share_down": (
            f"{name} 비중, {n.get('a')}에서 {n.get('b')}까지 축소",
            f"{name} share shrank from {n.get('a')} to {n.get('b')}",
        ),
        "overtakes": (f"{name}, {p.get('when')} {other} 추월", f"{name} overtakes {other} in {p.get('when')}"),
        "season": (
            f"해마다 {_season_or(i, 'ko')} {label} {n.get('size')} 높아",
            f"{_season_or(i, 'en')} brings {low} {n.get('size')} above trend",
        ),
        "seasons": (
            f"평균 {label}, {_season_or(i, 'ko')} {n.get('a')}, {_season_or(i, 'ko', 'other')} {n.get('b')}",
            f"{low} {n.get('a')} in {_season_or(i, 'en')}, {n.get('b')} in {_season_or(i, 'en', 'other')}",
        ),
        "cycle": (
            f"{label}, {_season_or(i, 'ko')} 평균 {n.get('a')} 최고",
            f"{_season_or(i, 'en')} has the highest {low}, {n.get('a')}",
        ),
        "outlier": (
            f"{p.get('when')} {ko} {n.get('a')}, 평소와 다른 값",
            f"unusual {en} of {n.get('a')} in {p.get('when')}",
        ),
        "gap": (f"{name}, {other}의 {n.get('times')}", f"{name}: {n.get('times')} the {low} of {other}"),
        "lead": (f"{name}, 전체 {label}의 {n.get('share')}", f"{name} makes up {n.get('share')} of {low}"),
        "top_two": (
            f"{safe(i.names.get('one', ''))}·{safe(i.names.get('two', ''))}, 전체 {label}의 {n.get('share')}",
            f"two of them make {n.get('share')} of {low}",
        ),
        "range": (f"{ko}, {p.get('high')} {n.get('a')} 최고", f"{en} peaked at {n.get('a')} in {p.get('high')}"),
        "last": (f"{name}, {label} 가장 낮은 {n.get('b')}", f"{name} is last with {low} of {n.get('b')}"),
        "behind": (f"{name}, {label} 가장 낮은 {n.get('b')}", f"{name} is last with {low} of {n.get('b')}"),
        "order": (
            f"{label} 1위 {safe(i.names.get('one', ''))} {n.get('a')}",
            f"{safe(i.names.get('one', ''))} first with {low} of {n.get('a')}",
        ),
        "weekday": (
            f"{i.names.get('one')} {label}, 하루 평균 {n.get('a')} 최고",
            f"{i.names.get('one')} has the highest {low}, {n.get('a')} a day",
        ),
        "weekend": (
            f"{i.names.get('one')} {label}, {i.names.get('two')}의 {n.get('times')}",
            f"{i.names.get('one')} {low} {n.get('times')} those of a {i.names.get('two')}",
        ),
        "later_up": (f"{label}, 뒤 절반에 {n.get('size')} 증가", f"{low} up {n.get('size')} in the second half"),
        "later_down": (f"{label}, 뒤 절반에 {n.get('size')} 감소", f"{low} down {n.get('size')} in the second half"),
        "step_up": (f"{label}, {p.get('end')} {n.get('size')} 증가", f"{low} up by {n.get('size')} in {p.get('end')}"),
        "step_down": (
            f"{label}, {p.get('end')} {n.get('size')} 감소",
            f"{low} down by {n.get('size')} in {p.get('end')}",
        ),
        "steady": (f"{label}, {p.get('end')}에도 {n.get('b')}", f"{low} steady at {n.get('b')} in {p.get('end')}"),
        "above": (
            f"평균 이상은 {i.names.get('of')}곳 가운데 {n.get('count')}곳",
            f"{n.get('count')} of {i.names.get('of')} above the mean",
        ),
    }[i.kind]
    if language == "zh":
        return zh_sentence(i, g, name, label, n, p).rstrip("。")
    return made[0 if language == "ko" else 1]


def _season_or(i: Insight, language: str, key: str = "season") -> str:
    return season_name(i.names[key], language) if {"season", key} <= set(i.names) else ""


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
    shown = re.sub(r"\{\w+\}", "000.0%", text)
    return len(shown.split()) > 9 if language == "en" else len(shown) > 34
