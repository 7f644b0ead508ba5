"""The slide of key numbers: up to three cards, a headline and what follows."""

from typing import Any

from .deck_parts import Deck, series_names, shown_series
from .facts import Fact, Insight
from .findings import candidates
from .ground import Ground
from .names import english_label
from .periods import quoted
from .phrases import PERIOD_KEYS, safe, season_name, sentence
from .slide_titles import slide_title
from .so_what import so_what
from .words import capital, period_text, with_particle


def key_numbers(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    """The slide, or None where nothing can be put on a card. Adds the facts that it uses."""
    found = candidates(g)
    cards: list[dict[str, str]] = []
    if whole := _whole_card(g, facts):
        cards.append(whole)
    ups = [i for i in found if i.kind in ("rise", "gain", "lead", "positive")]
    downs = [i for i in found if i.kind in ("fall", "loss")]
    rest = [
        i for i in found if i.kind in ("season", "seasons", "cycle", "weekday", "share_up", "gap", "overtakes", "range")
    ]
    for insight in [*ups[:1], *downs[:1], *rest, *ups[1:]]:
        if len(cards) < 3 and (card := _card(insight, g)) and card["label"] not in [c["label"] for c in cards]:
            facts.extend(insight.facts)
            cards.append(card)
    if not cards:
        return None
    used = {text for _, text in deck.insights}
    fresh = [i for i in found if so_what(i, g) and not {sentence(i, g), sentence(i, g, 1)} & used]
    extra = (fresh or found)[0]
    facts.extend(extra.facts)
    head = _headline(g, facts)
    kicker = {"ko": "핵심 숫자", "en": "Key numbers", "zh": "关键数字"}[g.language]
    return {
        "layout": "key_numbers",
        "title": head,
        "subtitle": kicker,
        "cards": cards[:3],
        "so_what": sentence(extra, g),
    }


def _from(g: Ground, before: str, value: str, change: str) -> str:
    return {
        "ko": f"{period_text(before, 'ko')} {{{value}}}에서 {{{change}}}",
        "en": f"{{{change}}} on {{{value}}} in {period_text(before, 'en')}",
        "zh": f"{period_text(before, 'zh')} {{{value}}}，{{{change}}}",
    }[g.language]


def _whole_card(g: Ground, facts: list[Fact]) -> dict[str, str] | None:
    """The sum of everything, in the last period that is compared, where a sum means something."""
    if not g.adds:
        return None
    words = {"ko": f"전체 {g.label}", "en": f"total {english_label(g.label)}", "zh": f"总{g.label}"}
    whole = g.label if g.single else words[g.language]
    if not g.plan.grain:
        size = len(g.grid.index)
        column = quoted(g.series[0])
        total = Fact("whole", f"table[{column}].sum()", "number", f"{g.label}, sum", f"{size} rows of the table")
        facts.append(total)
        origin = {"ko": f"{size}개 항목의 합", "en": f"sum of {size} categories", "zh": f"{size} 项之和"}[g.language]
        return {"label": safe(capital(whole)), "number": "{whole}", "from": origin}
    series = g.series[0] if g.single else None
    end = g.ends[1]
    before = g.labels[-2] if len(g.labels) > 1 else None
    total = g.at(end, series)
    facts.append(total)
    origin = ""
    if before and (g.value(before, series) or 0) > 0:
        earlier, change = g.at(before, series), g.change(before, end, series)
        facts += [earlier, change]
        origin = _from(g, before, earlier.id, change.id)
    card = {"label": f"{period_text(end, g.language)} {safe(whole)}", "number": "{" + total.id + "}", "from": origin}
    return card if origin else {key: value for key, value in card.items() if key != "from"}


def _card(i: Insight, g: Ground) -> dict[str, str] | None:
    """One number of an insight with its label and what it is compared with."""
    n = {key: "{" + value + "}" for key, value in i.names.items()}
    p = {key: period_text(value, g.language) for key, value in i.names.items() if key in PERIOD_KEYS}
    name = safe(g.named(i.series)) if i.series else safe(g.label)
    ko, en = g.language == "ko", g.language == "en"
    arrow = (
        f"{n.get('a')}에서 {n.get('b')}까지"
        if ko
        else f"from {n.get('a')} to {n.get('b')}"
        if en
        else f"{n.get('a')}→{n.get('b')}"
    )
    since = f"{p.get('start')} 대비" if ko else f"since {p.get('start')}" if en else f"较{p.get('start')}"
    season = season_name(i.names["season"], g.language) if "season" in i.names else ""
    share = {"ko": "비중", "en": "share", "zh": "占比"}[g.language]
    trend = {"ko": "앞뒤 추세보다 높음", "en": "above the trend around it", "zh": "高于趋势"}[g.language]
    mean = {"ko": "여러 해의 평균", "en": "mean over the years", "zh": "历年平均"}[g.language]
    highest = {"ko": "가장 높은 때", "en": "highest", "zh": "最高"}[g.language]
    made = {
        "rise": (f"{name}, {since}", n.get("change"), arrow),
        "fall": (f"{name}, {since}", n.get("change"), arrow),
        "gain": (f"{name}, {since}", "+" + str(n.get("size")), arrow),
        "loss": (f"{name}, {since}", "−" + str(n.get("size")), arrow),
        "positive": (f"{name}, {p.get('last')}", n.get("b"), f"{p.get('first')} {n.get('a')}"),
        "lead": (f"{name} {share}", n.get("share"), f"{safe(g.label)} {n.get('a')}"),
        "season": (f"{season} {safe(g.label)}", n.get("size"), trend),
        "seasons": (f"{season} {safe(g.label)}", n.get("a"), mean),
        "cycle": (f"{season} {safe(g.label)}", n.get("a"), mean),
        "share_up": (f"{name} {share}", n.get("b"), f"{p.get('start')} {n.get('a')}"),
        "gap": (f"{name} / {safe(i.names.get('other', ''))}", n.get("times"), f"{n.get('a')} / {n.get('b')}"),
        "overtakes": (f"{name} / {safe(i.names.get('other', ''))}", n.get("times"), f"{n.get('a')} / {n.get('b')}"),
        "weekday": (f"{_day(i, g.language)} {safe(g.label)}", n.get("a"), f"{_day(i, g.language, 'two')} {n.get('b')}"),
        "range": (f"{name}, {highest}", n.get("a"), p.get("high", "")),
    }.get(i.kind)
    if made is None:
        return None
    card = {"label": capital(made[0]), "number": str(made[1]), "from": made[2]}
    coloured = i.series in shown_series(g) and not g.single and g.plan.grain
    return {**card, "series": series_names(g)[str(i.series)]} if coloured else card


def _day(i: Insight, language: str, key: str = "one") -> str:
    """The name of a day of the week, as it stands before a noun."""
    day = i.names.get(key, "")
    return {"ko": f"{day} 하루 평균", "en": f"average {day}", "zh": f"{day}日均"}[language]


def _headline(g: Ground, facts: list[Fact]) -> str:
    """The sentence over the key numbers: where the whole stands now."""
    labels = g.labels
    series = g.series[0] if g.single else None
    if g.plan.grain and g.adds and len(labels) > 1 and (g.value(labels[-2], series) or 0) > 0:
        end, before = labels[-1], labels[-2]
        rises = (g.value(end, series) or 0) >= (g.value(before, series) or 0)
        value, size = g.at(end, series), g.change(before, end, series, "size")
        facts += [value, size]
        verb = {
            "ko": "늘었습니다" if rises else "줄었습니다",
            "en": "up" if rises else "down",
            "zh": "增长" if rises else "下降",
        }[g.language]
        # Between two full years there may be one that is not: the comparison then names the year it runs to.
        next_year = g.by_year and int(end) == int(before) + 1
        year_before = {"ko": "전년", "en": before, "zh": "上年"}[g.language]
        then = year_before if next_year else period_text(before, g.language)
        label = safe(capital(g.label))
        return {
            "ko": (
                f"{period_text(end, 'ko')} {with_particle(safe(g.label), '은는')} {{{value.id}}}, "
                f"{then}보다 {{{size.id}}} {verb}"
            ),
            "en": (
                f"{label} {'reached' if rises else 'came to'} {{{value.id}}} in {period_text(end, 'en')}, "
                f"{verb} {{{size.id}}} on {then}"
            ),
            "zh": f"{period_text(end, 'zh')}{safe(g.label)}为{{{value.id}}}，较{then}{verb}{{{size.id}}}",
        }[g.language]
    first = candidates(g)[0]
    facts.extend(first.facts)
    return slide_title(first, g)
