"""What a deck tells: which slides, which sentences, which facts. The code that the tutor writes is made of this."""

from dataclasses import replace
from typing import Any

from .advice import recommendation
from .appendix import appendix, cell_lines
from .deck_parts import Deck, main_series, rest_name, series_code, series_names, shown_series, source_line
from .fact_code import fact_lines
from .facts import Fact
from .findings import candidates
from .ground import Ground
from .grouping import table_lines
from .headlines import title
from .key_numbers import key_numbers
from .labels import chart_title, result_unit
from .names import core_name
from .periods import GRAIN_NAMES, quoted
from .phrases import safe, sentence
from .rows import listed, prepare_lines
from .slide_titles import slide_title
from .source import Code, source
from .words import capital, each, period_text, with_particle

_MOST_UNSORTED = 6
_COLOURS = ("coral", "teal", "indigo", "ochre", "plum")


def deck_code(deck: Deck, ground: Ground, language: str) -> str:
    """Python that computes the facts, holds the sentences, and builds the deck."""
    facts: list[Fact] = list(deck.facts)
    slides: list[dict[str, Any]] = [_cover(deck, ground)]
    for make in (key_numbers, _chart, _comparison, recommendation, appendix):
        if slide := make(deck, ground, facts):
            slides.append(slide)
    comment = {
        "ko": "# 발표 자료: 문장의 {이름}은 위의 사실로 채워집니다",
        "en": "# The deck: {names} in the sentences are filled from the facts above",
        "zh": "# 演示文稿：句中的 {名称} 由上面的事实填入",
    }[language]
    colors = _colours(ground)
    spec = {
        "language": language,
        "title": deck.title,
        "author": {"ko": "오프라인 튜터 (AI 초안)", "en": "Offline tutor (AI draft)", "zh": "离线导师（AI 草稿）"}[
            language
        ],
        "source": source_line(ground),
        "facts": Code("facts"),
        **({"colors": colors} if colors else {}),
        "slides": slides,
    }
    needs_json = any("json." in line for line in prepare_lines(ground.plan, ground.table, language))
    lines = [
        *(["import json", ""] if needs_json else []),
        "import pandas as pd",
        "",
        "from helpers.deck import build_deck",
        "",
    ]
    lines += [
        *prepare_lines(ground.plan, ground.table, language),
        "",
        *table_lines(ground.plan, ground.table, language),
    ]
    lines += fact_lines(facts, ground, language)
    lines += [
        "",
        "",
        "def numbers(column):",
        "    return [None if pd.isna(value) else float(value) for value in column]",
        "",
        "",
    ]
    lines += [*cell_lines(ground), "", ""]
    lines += [comment, f"spec = {source(spec)}", f"path = build_deck(spec, {quoted('/mnt/data/' + deck.filename)})"]
    lines.append('print("DECK:", path.name, len(spec["slides"]))')
    return "\n".join(lines) + "\n"


def _colours(g: Ground) -> dict[str, str]:
    """Of many series, the colours of those that the slides are about; the builder gives the others grey."""
    if g.single or len(main_series(g)) == len(g.series):
        return {}
    own = dict(zip((series_names(g)[s] for s in main_series(g)), _COLOURS, strict=False))
    return own if len(shown_series(g)) == len(g.series) else {**own, rest_name(g): "slate"}


def _cover(deck: Deck, g: Ground) -> dict[str, Any]:
    first, last = g.grid.index[0], g.grid.index[-1]
    span = f"{first[:4]}–{last[:4]}" if g.season and first[:4] != last[:4] else f"{first}–{last}"
    grain = GRAIN_NAMES[g.language][g.plan.grain] if g.plan.grain else ""
    subtitle = {
        "ko": f"{grain + '별 ' if grain else ''}{g.label} 리뷰",
        "en": f"{capital(g.label)} by {grain}"
        if grain
        else f"{capital(g.label)} by {core_name(g.plan.groups[0]) if g.plan.groups else 'category'}",
        "zh": f"{grain}{g.label}回顾",
    }[g.language]
    slide = {
        "layout": "cover",
        "title": deck.title,
        "subtitle": safe(subtitle + (f", {span}" if grain else "")),
        "footer": source_line(g),
        "picture": deck.picture,
        "alt": {"ko": "표지 그림", "en": "Cover picture", "zh": "封面图片"}[g.language],
    }
    if deck.picture is None:
        del slide["alt"]
    return slide


def _chart(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    shown, names = shown_series(g), series_names(g)
    kind = "line" if g.plan.grain and len(g.grid.index) > 2 else "column"
    takeaways = []
    for series, text in deck.insights[:3]:
        whole = {"ko": "전체", "en": "All", "zh": "总体"}[g.language]
        named = core_name(series) if series else whole
        colored = {"series": names[series]} if series in shown and not g.single else {}
        # Of a single series every sentence is about the same thing.
        takeaways.append({"text": text} if g.single else {**colored, "heading": safe(named), "text": text})
    head, told = safe(g.label), {text for _, text in deck.insights}
    fresh = [i for i in candidates(g) if title(i, g) != deck.title and not {sentence(i, g), sentence(i, g, 1)} & told]
    for insight in [*fresh, *candidates(g)][:1]:
        head = slide_title(insight, g)
        facts.extend(insight.facts)
    return {
        "layout": "chart",
        "title": head,
        "subtitle": safe(_what_is_drawn(g, shown)),
        "chart": {
            "kind": kind,
            "categories": Code("[str(label) for label in table.index]"),
            "series": series_code("table", shown, g),
            "unit": result_unit(g.plan, g.table),
        },
        "takeaways": takeaways,
    }


def _what_is_drawn(g: Ground, shown: list[str]) -> str:
    """The line above the title of a chart: what its lines are, and whether some are left out."""
    name = chart_title(replace(g.plan, title=None), g.table, g.language)
    if len(shown) == len(g.series):
        return name
    some = {
        "ko": f"{len(g.series)}개 가운데 {len(shown)}개",
        "en": f"{len(shown)} of {len(g.series)}",
        "zh": f"{len(g.series)} 项中的 {len(shown)} 项",
    }
    return f"{name} ({some[g.language]})"


def _comparison(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    """What changed between the first and the last of the compared periods, and what the whole was made of."""
    if not g.plan.grain or g.single or len(g.series) < 2 or not g.adds:
        return None
    start, end = g.ends
    gains = {s: b - a for s in g.series if (a := g.value(start, s)) is not None and (b := g.value(end, s)) is not None}
    if start == end or len(gains) < len(g.series):
        return None
    most = max(gains, key=lambda s: abs(gains[s]))
    rows = f"{g.rows(start, most)}; {g.rows(end, most)}"
    code = f"abs({g.code(end, most)} - {g.code(start, most)})"
    size = Fact(f"{g.ids[most]}_gain_size", code, "number", f"|{end} − {start}|, {g.named(most)}", rows)
    facts.append(size)
    group = core_name(g.plan.groups[0]) if g.plan.groups else {"ko": "항목", "en": "series", "zh": "项目"}[g.language]
    since, until = period_text(start, g.language), period_text(end, g.language)
    changes = {
        "ko": f"{each(group)} 증감, {since} 대비 {until}",
        "en": f"Change by {group if group.isupper() else group.lower()}, {since} to {until}",
        "zh": f"各{group}的变化，{since}至{until}",
    }[g.language]
    wholes = {
        "ko": f"연간 {g.label}" if g.by_year else f"{since}, {until}의 {g.label}",
        "en": f"{capital(g.label)} by year" if g.by_year else f"{capital(g.label)} in {since} and {until}",
        "zh": f"各年{g.label}" if g.by_year else f"{since}和{until}的{g.label}",
    }[g.language]
    kicker = {"ko": "무엇이 달라졌나", "en": "What changed", "zh": "变化"}[g.language]
    made = _bars(g, start, end)
    made["charts"][0]["title"], made["charts"][1]["title"] = safe(changes), safe(wholes)
    return {"layout": "comparison", "title": _largest_change(g, most, gains[most] > 0, size), "subtitle": kicker} | made


def _largest_change(g: Ground, series: str, up: bool, size: Fact) -> str:
    """The sentence over the comparison."""
    name = safe(g.named(series))
    start = period_text(g.ends[0], g.language)
    return {
        "ko": f"{with_particle(name, '이가')} {start}보다 {{{size.id}}} {'늘어' if up else '줄어'} 변화가 가장 큽니다",
        "en": f"{name} changed most: {{{size.id}}} {'more' if up else 'less'} than in {start}",
        "zh": f"{name}变化最大：比{start}{'多' if up else '少'}{{{size.id}}}",
    }[g.language]


def _bars(g: Ground, start: str, end: str) -> dict[str, Any]:
    """The two charts of the comparison, without their titles."""
    shown, names = shown_series(g), series_names(g)
    frame = "yearly" if g.by_year else "table"
    labels = g.years if g.by_year else [start, end]
    chosen = f"{frame}.loc[{listed(labels)}]"
    change = f"({frame}.loc[{quoted(end)}] - {frame}.loc[{quoted(start)}])"
    # Few bars keep the order of the file; many are read by their length.
    order = shown
    if len(shown) > _MOST_UNSORTED:
        order = sorted(shown, key=lambda s: (g.value(start, s) or 0) - (g.value(end, s) or 0))
    gains = f"numbers({change})" if order == list(g.series) else f"numbers({change}[{listed(order)}])"
    series, categories = series_code(chosen, shown, g), [names[s] for s in order]
    if shown != list(g.series):
        rest = rest_name(g)
        gains += f" + numbers([{change}.drop({listed(shown)}).sum()])"
        others = f'{{"name": {quoted(rest)}, "values": numbers({chosen}.drop(columns={listed(shown)}).sum(axis=1))}}'
        series, categories = Code(f"{series.text} + [{others}]"), [*categories, rest]
    words = {"ko": "증감", "en": "Change", "zh": "变化"}[g.language]
    negative = any(v is not None and v < 0 for row in g.grid.data for v in row)
    unit = result_unit(g.plan, g.table)
    return {
        "charts": [
            {
                "title": "",
                "kind": "column",
                "categories": categories,
                "series": [{"name": words, "values": Code(gains)}],
                "unit": unit,
                "signed": True,
            },
            {
                "title": "",
                "kind": "column" if negative else "stacked",
                "categories": labels,
                "series": series,
                "unit": unit,
            },
        ],
    }
