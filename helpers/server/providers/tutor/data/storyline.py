"""What a deck tells: which slides, which sentences, which facts. The code that the tutor writes is made of this."""

from typing import Any

from .advice import appendix, recommendation
from .computing import listed, prepare_lines, table_lines
from .deck_parts import Deck, series_code, shown_series, source_line
from .fact_code import fact_lines
from .facts import Fact
from .findings import candidates
from .ground import Ground
from .headlines import title
from .key_numbers import key_numbers
from .labels import result_unit
from .names import core_name
from .periods import GRAIN_NAMES, quoted
from .phrases import safe
from .source import Code, source
from .words import capital, period_text, with_particle


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
    spec = {
        "language": language,
        "title": deck.title,
        "author": {"ko": "오프라인 튜터 (AI 초안)", "en": "Offline tutor (AI draft)", "zh": "离线导师（AI 草稿）"}[
            language
        ],
        "source": source_line(ground),
        "facts": Code("facts"),
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
    lines += [comment, f"spec = {source(spec)}", f"path = build_deck(spec, {quoted('/mnt/data/' + deck.filename)})"]
    lines.append('print("DECK:", path.name, len(spec["slides"]))')
    return "\n".join(lines) + "\n"


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
    shown = shown_series(g)
    kind = "line" if g.plan.grain and len(g.grid.index) > 2 else "column"
    unit = result_unit(g.plan, g.table)
    takeaways = []
    for series, text in deck.insights[:3]:
        whole = capital(g.label) if g.single else {"ko": "전체", "en": "All", "zh": "总体"}[g.language]
        named = core_name(series) if series and not g.single else whole
        colored = {"series": series} if series in shown and not g.single else {}
        takeaways.append({**colored, "heading": safe(named), "text": text})
    head = safe(g.label)
    for insight in candidates(g):
        head = title(insight, g)
        if head != deck.title:
            facts.extend(insight.facts)
            break
    return {
        "layout": "chart",
        "title": head,
        "chart": {
            "kind": kind,
            "categories": Code("[str(label) for label in table.index]"),
            "series": series_code("table", shown, g),
            "unit": unit,
        },
        "takeaways": takeaways,
    }


def _comparison(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    if not g.plan.grain or g.single or len(g.series) < 2 or not g.adds:
        return None
    start, end = g.ends
    shown = shown_series(g)
    frame = "yearly" if g.by_year else "table"
    labels = g.years if g.by_year else []
    if start == end or len(labels) < 2:
        return None
    gains = {s: (g.value(end, s) or 0) - (g.value(start, s) or 0) for s in shown}
    most = max(gains, key=lambda s: abs(gains[s]))
    change = Fact(
        f"{g.ids[most]}_gain",
        f"{g.code(end, most)} - {g.code(start, most)}",
        "number",
        f"{end} − {start}, {g.named(most)}",
        g.rows(end, most),
    )
    facts.append(change)
    up = gains[most] > 0
    size = Fact(
        f"{g.ids[most]}_gain_size", f"abs({change.code})", "number", f"|{end} − {start}|, {g.named(most)}", change.rows
    )
    facts.append(size)
    name = safe(g.named(most))
    head = {
        "ko": (
            f"{with_particle(name, '이가')} {period_text(start, 'ko')}보다 {{{size.id}}} "
            f"{'늘어' if up else '줄어'} 변화가 가장 큽니다"
        ),
        "en": f"{name} moved most: {{{size.id}}} {'more' if up else 'less'} than in {period_text(start, 'en')}",
        "zh": f"{name}变化最大：比{period_text(start, 'zh')}{'多' if up else '少'}{{{size.id}}}",
    }[g.language]
    words = {"ko": "증감", "en": "Change", "zh": "变化"}[g.language]
    group = core_name(g.plan.groups[0]) if g.plan.groups else ""
    titles = {
        "ko": (f"{group}별 증감, {start}년 대비 {end}년", f"연간 {g.label} 구성"),
        "en": (f"Change by {group.lower()}, {start} to {end}", f"{capital(g.label)} by year"),
        "zh": (f"各{group}的变化，{start}至{end}年", f"各年{g.label}"),
    }[g.language]
    negative = any(v is not None and v < 0 for row in g.grid.data for v in row)
    gains_code = f"numbers(yearly.loc[{quoted(end)}] - yearly.loc[{quoted(start)}])"
    if shown != list(g.series):
        gains_code = f"numbers((yearly.loc[{quoted(end)}] - yearly.loc[{quoted(start)}])[{listed(shown)}])"
    return {
        "layout": "comparison",
        "title": head,
        "charts": [
            {
                "title": safe(titles[0]),
                "kind": "column",
                "categories": list(shown),
                "series": [{"name": words, "values": Code(gains_code)}],
                "signed": True,
            },
            {
                "title": safe(titles[1]),
                "kind": "column" if negative else "stacked",
                "categories": labels,
                "series": series_code(f"{frame}.loc[{listed(labels)}]", shown, g)
                if shown != g.series
                else Code(
                    f'[{{"name": name, "values": numbers(yearly.loc[{listed(labels)}, name])}} for name '
                    f"in yearly.columns]"
                ),
            },
        ],
    }
