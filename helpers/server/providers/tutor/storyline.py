"""What a deck tells: which slides, which sentences, which facts. The code that the tutor writes is made of this."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .answers import period_text, with_particle
from .computing import listed, prepare_lines, table_lines
from .facts import Fact, Ground, Insight, candidates, fact_lines, is_business
from .names import concept_of, unit_of
from .periods import GRAIN_NAMES, quoted
from .phrases import _safe, sentence, title
from .plans import core_name
from .source import Code, source

_MOST_SERIES = 6


@dataclass(frozen=True)
class Deck:
    """What the deck is given: its title and insights (with placeholders where the numbers are known facts)."""

    title: str
    insights: tuple[tuple[str | None, str], ...]
    facts: tuple[Fact, ...]
    picture: str | None
    filename: str


def deck_code(deck: Deck, ground: Ground, language: str) -> str:
    """Python that computes the facts, holds the sentences, and builds the deck."""
    facts: list[Fact] = list(deck.facts)
    slides: list[dict[str, Any]] = [_cover(deck, ground)]
    for make in (_key_numbers, _chart, _comparison, _recommendation, _appendix):
        if slide := make(deck, ground, facts):
            slides.append(slide)
    comment = {
        "ko": "# 발표 자료: 문장의 {이름}은 위의 사실로 채워집니다",
        "en": "# The deck: {names} in the sentences are filled from the facts above",
        "zh": "# 演示文稿：句中的 {名称} 由上面的事实填入",
    }[language]
    spec = {
        "language": language if language != "zh" else "en",
        "title": deck.title,
        "author": {"ko": "오프라인 튜터 (AI 초안)", "en": "Offline tutor (AI draft)", "zh": "离线导师（AI 草稿）"}[language],
        "source": _source_line(ground),
        "facts": Code("facts"),
        "slides": slides,
    }
    lines = ["import pandas as pd", "", "from helpers.deck import build_deck", ""]
    lines += [*prepare_lines(ground.plan, ground.table, language), "", *table_lines(ground.plan, ground.table, language)]
    lines += fact_lines(facts, ground, language)
    lines += ["", "", "def numbers(column):", "    return [None if pd.isna(value) else float(value) for value in column]", "", ""]
    lines += [comment, f"spec = {source(spec)}", f"path = build_deck(spec, {quoted('/mnt/data/' + deck.filename)})"]
    lines.append('print("DECK:", path.name, len(spec["slides"]))')
    return "\n".join(lines) + "\n"


def _cover(deck: Deck, g: Ground) -> dict[str, Any]:
    first, last = g.grid.index[0], g.grid.index[-1]
    span = f"{first[:4]}–{last[:4]}" if g.season and first[:4] != last[:4] else f"{first}–{last}"
    grain = GRAIN_NAMES[g.language][g.plan.grain] if g.plan.grain else ""
    subtitle = {
        "ko": f"{grain + '별 ' if grain else ''}{g.label} 리뷰",
        "en": f"{g.label} by {grain}" if grain else f"{g.label} by {core_name(g.plan.groups[0]) if g.plan.groups else 'category'}",
        "zh": f"{grain}{g.label}回顾",
    }[g.language]
    slide = {
        "layout": "cover",
        "title": deck.title,
        "subtitle": _safe(subtitle + (f", {span}" if grain else "")),
        "footer": _source_line(g),
        "picture": deck.picture,
        "alt": {"ko": "표지 그림", "en": "Cover picture", "zh": "封面图片"}[g.language],
    }
    if deck.picture is None:
        del slide["alt"]
    return slide


def _source_line(g: Ground) -> str:
    unit = unit_of(g.plan.measures[0]) if len({unit_of(m) for m in g.plan.measures}) == 1 else None
    name = _safe(g.table.reading.filename)
    known = {"ko": f"단위 {unit}", "en": f"in {unit}", "zh": f"单位：{unit}"}[g.language] if unit else ""
    none = {"ko": "단위는 파일에 없음", "en": "no unit given in the file", "zh": "文件中未注明单位"}[g.language]
    head = {"ko": "출처", "en": "Source", "zh": "来源"}[g.language]
    return f"{head}: {name} ({_safe(known) or none})"


def _key_numbers(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    found = candidates(g)
    cards: list[dict[str, str]] = []
    if g.plan.grain:
        start, end = g.ends
        labels = g.labels
        if g.adds:
            total = g.at(end, None if not g.single else g.series[0])
            facts.append(total)
            before = labels[-2] if len(labels) > 1 else None
            source_text = period_text(end, g.language)
            series = None if not g.single else g.series[0]
            if before and (g.value(before, series) or 0) > 0:
                earlier, change = g.at(before, series), g.change(before, end, series)
                facts += [earlier, change]
                source_text = _from(g, before, earlier.id, change.id)
            whole = {"ko": f"전체 {g.label}", "en": f"total {g.label.lower()}", "zh": f"总{g.label}"}[g.language] if not g.single else g.label
            cards.append({"label": f"{period_text(end, g.language)} {_safe(whole)}", "number": "{" + total.id + "}", "from": source_text})
        movers = [i for i in found if i.kind in ("rise", "fall") and not (g.single and cards)]
        movers.sort(key=lambda i: (i.kind != "rise", -i.strength))
        for insight in [*movers[:1], *[i for i in movers[1:] if i.kind == "fall"][:1]]:
            facts.extend(insight.facts)
            since = {"ko": f"{period_text(start, 'ko')} 대비", "en": f"since {period_text(start, 'en')}", "zh": f"较{period_text(start, 'zh')}"}[g.language]
            cards.append({
                "label": f"{_safe(g.named(insight.series))}, {since}",
                "number": "{" + insight.names["change"] + "}",
                "from": _arrow(g, insight),
            })
        if len(cards) < 3:
            cards += _season_card(g, found, facts) or _share_card(g, found, facts)
    else:
        column = g.series[0]
        for insight in found:
            if insight.kind == "lead" and insight.series:
                facts.extend(insight.facts)
                cards.append({"label": _safe(insight.series), "number": "{" + insight.names["share"] + "}", "from": f"{_safe(g.label)} " + "{" + insight.names["a"] + "}"})
            if insight.kind == "gap" and insight.series:
                facts.extend(insight.facts)
                cards.append({"label": f"{_safe(insight.series)} / {_safe(insight.names['other'])}", "number": "{" + insight.names["times"] + "}", "from": "{" + insight.names["a"] + "} / {" + insight.names["b"] + "}"})
        if g.adds:
            whole = Fact("whole", f"table[{quoted(column)}].sum()", "number", f"{g.label}, sum", f"{len(g.grid.index)} rows of the table")
            facts.append(whole)
            words = {"ko": f"전체 {g.label}", "en": f"Total {g.label.lower()}", "zh": f"总{g.label}"}[g.language]
            origin = {"ko": f"{len(g.grid.index)}개 항목의 합", "en": f"sum of {len(g.grid.index)} categories", "zh": f"{len(g.grid.index)} 项之和"}[g.language]
            cards.insert(0, {"label": _safe(words), "number": "{whole}", "from": origin})
    if not cards:
        return None
    used = {text for _, text in deck.insights}
    extra = next((i for i in found if i.kind not in ("rise", "range") and sentence(i, g) not in used and sentence(i, g, 1) not in used), None)
    so_what = ""
    if extra:
        facts.extend(extra.facts)
        so_what = sentence(extra, g, 1)
    head = _headline(g, facts)
    return {"layout": "key_numbers", "title": head, "cards": cards[:3], "so_what": so_what}


def _from(g: Ground, before: str, value: str, change: str) -> str:
    return {
        "ko": f"{period_text(before, 'ko')} {{{value}}}에서 {{{change}}}",
        "en": f"{{{change}}} on {{{value}}} in {period_text(before, 'en')}",
        "zh": f"{period_text(before, 'zh')} {{{value}}}，{{{change}}}",
    }[g.language]


def _arrow(g: Ground, insight: Insight) -> str:
    a, b = "{" + insight.names["a"] + "}", "{" + insight.names["b"] + "}"
    return {"ko": f"{a}에서 {b}까지", "en": f"from {a} to {b}", "zh": f"从{a}到{b}"}[g.language]


def _season_card(g: Ground, found: Sequence[Insight], facts: list[Fact]) -> list[dict[str, str]]:
    for insight in found:
        if insight.kind == "season":
            facts.extend(insight.facts)
            words = {"ko": "앞뒤 추세보다 높음, 여러 해 평균", "en": "above the trend around it, mean over the years", "zh": "高于趋势（多年平均）"}
            return [{"label": f"{insight.names['season']} {_safe(g.label)}", "number": "{" + insight.names["size"] + "}", "from": words[g.language]}]
    return []


def _share_card(g: Ground, found: Sequence[Insight], facts: list[Fact]) -> list[dict[str, str]]:
    for insight in found:
        if insight.kind == "share_up" and insight.series:
            facts.extend(insight.facts)
            words = {"ko": "비중", "en": "share", "zh": "占比"}[g.language]
            before = {
                "ko": f"{period_text(g.ends[0], 'ko')} {{{insight.names['a']}}}",
                "en": f"{{{insight.names['a']}}} in {period_text(g.ends[0], 'en')}",
                "zh": f"{period_text(g.ends[0], 'zh')} {{{insight.names['a']}}}",
            }[g.language]
            return [{"label": f"{_safe(g.named(insight.series))} {words}", "number": "{" + insight.names["b"] + "}", "from": before}]
    return []


def _headline(g: Ground, facts: list[Fact]) -> str:
    """The sentence over the key numbers: where the whole stands now."""
    labels = g.labels
    series = g.series[0] if g.single else None
    if g.plan.grain and g.adds and len(labels) > 1 and (g.value(labels[-2], series) or 0) > 0:
        end, before = labels[-1], labels[-2]
        rises = (g.value(end, series) or 0) >= (g.value(before, series) or 0)
        value, size = g.at(end, series), g.change(before, end, series, "size")
        facts += [value, size]
        verb = {"ko": "늘었습니다" if rises else "줄었습니다", "en": "up" if rises else "down", "zh": "增长" if rises else "下降"}[g.language]
        then = {"ko": "전년", "en": period_text(before, "en"), "zh": "上年"}[g.language] if g.by_year else period_text(before, g.language)
        return {
            "ko": f"{period_text(end, 'ko')} {with_particle(_safe(g.label), '은는')} {{{value.id}}}, {then}보다 {{{size.id}}} {verb}",
            "en": f"{_safe(g.label)} in {period_text(end, 'en')}: {{{value.id}}}, {verb} {{{size.id}}} on {then}",
            "zh": f"{period_text(end, 'zh')}{_safe(g.label)}为{{{value.id}}}，较{then}{verb}{{{size.id}}}",
        }[g.language]
    first = candidates(g)[0]
    facts.extend(first.facts)
    return title(first, g)


def _chart(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    shown = _shown_series(g)
    kind = "line" if g.plan.grain and len(g.grid.index) > 2 else "column"
    unit = unit_of(g.plan.measures[0]) if g.plan.measures else None
    takeaways = []
    for series, text in deck.insights[:3]:
        named = core_name(series) if series and not g.single else {"ko": "전체", "en": "All", "zh": "总体"}[g.language]
        takeaways.append({"series": series if series in shown else None, "heading": _safe(named), "text": text})
    head = _safe(g.label)
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
            "series": _series_code("table", shown, g),
            "unit": unit,
        },
        "takeaways": takeaways,
    }


def _shown_series(g: Ground) -> list[str]:
    """At most six series, the largest ones of the last period first to be kept."""
    if len(g.series) <= _MOST_SERIES:
        return g.series
    last = g.ends[1] if g.plan.grain else g.grid.index[-1]
    largest = sorted(g.series, key=lambda s: -(g.value(last, s) or 0))[:_MOST_SERIES]
    return [s for s in g.series if s in largest]


def _series_code(frame: str, shown: Sequence[str], g: Ground) -> Any:
    if list(shown) == list(g.series):
        return Code(f'[{{"name": name, "values": numbers({frame}[name])}} for name in {frame}.columns]')
    return Code(f'[{{"name": name, "values": numbers({frame}[name])}} for name in {listed(shown)}]')


def _comparison(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    if not g.plan.grain or g.single or len(g.series) < 2 or not g.adds:
        return None
    start, end = g.ends
    shown = _shown_series(g)
    frame = "yearly" if g.by_year else "table"
    labels = g.years if g.by_year else []
    if start == end or len(labels) < 2:
        return None
    gains = {s: (g.value(end, s) or 0) - (g.value(start, s) or 0) for s in shown}
    most = max(gains, key=lambda s: abs(gains[s]))
    change = Fact(f"{g.ids[most]}_gain", f"{g.code(end, most)} - {g.code(start, most)}", "number", f"{end} − {start}, {g.named(most)}", g.rows(end, most))
    facts.append(change)
    up = gains[most] > 0
    size = Fact(f"{g.ids[most]}_gain_size", f"abs({change.code})", "number", f"|{end} − {start}|, {g.named(most)}", change.rows)
    facts.append(size)
    name = _safe(g.named(most))
    head = {
        "ko": f"{with_particle(name, '이가')} {period_text(start, 'ko')}보다 {{{size.id}}} {'늘어' if up else '줄어'} 변화가 가장 큽니다",
        "en": f"{name} moved most: {{{size.id}}} {'more' if up else 'less'} than in {period_text(start, 'en')}",
        "zh": f"{name}变化最大：比{period_text(start, 'zh')}{'多' if up else '少'}{{{size.id}}}",
    }[g.language]
    words = {"ko": "증감", "en": "Change", "zh": "变化"}[g.language]
    group = core_name(g.plan.groups[0]) if g.plan.groups else ""
    titles = {
        "ko": (f"{group}별 증감, {start}년 대비 {end}년", f"연간 {g.label} 구성"),
        "en": (f"Change by {group.lower()}, {start} to {end}", f"{g.label} by year"),
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
                "title": _safe(titles[0]),
                "kind": "column",
                "categories": list(shown),
                "series": [{"name": words, "values": Code(gains_code)}],
                "signed": True,
            },
            {
                "title": _safe(titles[1]),
                "kind": "column" if negative else "stacked",
                "categories": labels,
                "series": _series_code(f"{frame}.loc[{listed(labels)}]", shown, g)
                if shown != g.series
                else Code(f'[{{"name": name, "values": numbers(yearly.loc[{listed(labels)}, name])}} for name in yearly.columns]'),
            },
        ],
    }


def _recommendation(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    found = candidates(g)
    cards: list[dict[str, str]] = []
    seen: set[str | None] = set()
    for kinds in (("rise", "lead"), ("fall", "last"), ("trough", "peak", "outlier", "season", "overtakes", "share_up", "gap", "above", "top_two", "total_rise", "range")):
        ranked = [i for i in found if i.kind in kinds]
        pick = next((i for i in ranked if i.series not in seen), ranked[0] if ranked else None)
        if pick:
            seen.add(pick.series)
            facts.extend(pick.facts)
            cards.append({"heading": _advice(pick, g), "text": sentence(pick, g, 1)})
    if not cards:
        return None
    footer = {"ko": "AI가 데이터를 보고 쓴 초안이며 결정이 아닙니다.", "en": "An AI draft from the data, not a decision.", "zh": "由 AI 根据数据撰写的草稿，并非决定。"}
    first = cards[0]["heading"]
    ask = {
        "ko": f"결정 요청: 1번, ‘{first}’부터 시작할지 정해 주세요.",
        "en": f"Decision asked for: shall we start with 1, “{first}”?",
        "zh": f"请决定：是否从第 1 项“{first}”开始？",
    }[g.language]
    head = {"ko": f"제안: {first}", "en": f"Proposal: {first}", "zh": f"建议：{first}"}[g.language]
    return {"layout": "recommendation", "title": head, "cards": cards, "ask": ask, "footer": footer[g.language]}


def _advice(i: Insight, g: Ground) -> str:
    """The heading of a card: what to do, by honest rules (back what grows, examine what shrinks, watch what turns)."""
    name = _safe(g.named(i.series))
    good, cost = is_business(g.label), concept_of(g.label) == "cost"
    kind = i.kind if i.kind in ("rise", "fall", "trough", "peak", "season", "outlier") else "other"
    if kind == "rise" and not good:
        kind = "examine" if cost else "watch"
    if kind == "fall" and cost:
        kind = "learn"
    if kind == "fall" and not good:
        kind = "examine"
    if i.kind == "lead" and good:
        kind = "keep"
    if i.kind == "last":
        kind = "examine"
    subject = name if i.series else _safe(g.label)
    words = {
        "ko": {
            "rise": f"{subject}에 먼저 투자",
            "keep": f"{with_particle(subject, '을를')} 지키기",
            "fall": f"{subject} 재검토",
            "trough": f"{subject} 반등 확인",
            "peak": f"{subject} 하락 원인 확인",
            "season": f"{i.names.get('season', '')} 전에 준비",
            "outlier": f"{subject} 이상값 확인",
            "examine": f"{subject} 원인 확인",
            "learn": f"{subject} 방법 넓히기",
            "watch": f"{subject} 흐름 지켜보기",
            "other": f"{subject} 지켜보기",
        },
        "en": {
            "rise": f"invest in {subject} first",
            "keep": f"protect {subject}",
            "fall": f"rethink {subject}",
            "trough": f"test the recovery of {subject}",
            "peak": f"find out why {subject} turned down",
            "season": f"prepare before {i.names.get('season', '')}",
            "outlier": f"check the odd value of {subject}",
            "examine": f"examine {subject}",
            "learn": f"spread what {subject} learned",
            "watch": f"watch {subject}",
            "other": f"watch {subject}",
        },
        "zh": {
            "rise": f"优先投资{subject}",
            "keep": f"巩固{subject}",
            "fall": f"重新审视{subject}",
            "trough": f"确认{subject}的回升",
            "peak": f"查明{subject}回落的原因",
            "season": f"在{i.names.get('season', '')}之前准备",
            "outlier": f"核对{subject}的异常值",
            "examine": f"查明{subject}的原因",
            "learn": f"推广{subject}的做法",
            "watch": f"关注{subject}",
            "other": f"关注{subject}",
        },
    }[g.language][kind]
    return words[:1].upper() + words[1:]


def _appendix(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    words = {"ko": ("합계", "방법", "만든 이", "한계"), "en": ("Total", "Method", "Who made it", "Limits"), "zh": ("合计", "方法", "制作", "局限")}[g.language]
    shown = _shown_series(g)
    if g.by_year:
        frame, columns = "yearly", g.years[-6:]
    elif g.plan.grain:
        frame, columns = "table", list(g.grid.index[-6:])
    else:
        frame, columns = "table", list(g.series[:4])
    digits = 0 if any(abs(v or 0) >= 100 for row in g.grid.data for v in row) else 1
    group = core_name(g.plan.groups[0]) if g.plan.groups else g.label
    if g.plan.grain:
        rows = Code(f'[[name, *(f"{{value:,.{digits}f}}" for value in {frame}.loc[{listed(columns)}, name])] for name in {listed(shown)}]')
        if g.adds and len(shown) > 1 and len(shown) == len(g.series):
            total = f'[{quoted(words[0])}, *(f"{{value:,.{digits}f}}" for value in {frame}.loc[{listed(columns)}].sum(axis=1))]'
            rows = Code(f"{rows.text} + [{total}]")
        header = [group, *columns]
    else:
        rows = Code(f'[[str(name), *(f"{{value:,.{digits}f}}" for value in row)] for name, row in zip(table.index[:8], table.to_numpy()[:8])]')
        header = [group, *(core_name(c) if len(columns) > 1 else g.label for c in columns)]
    head = {
        "ko": f"부록: 숫자는 {with_particle(_safe(g.table.reading.filename), '을를')} 더하고 나눠 얻었습니다",
        "en": f"Appendix: every figure is computed from {_safe(g.table.reading.filename)}",
        "zh": f"附录：所有数字均由 {_safe(g.table.reading.filename)} 计算得出",
    }[g.language]
    return {
        "layout": "appendix",
        "title": head,
        "table": {"header": header, "rows": rows},
        "notes": [{"heading": heading, "text": text} for heading, text in zip(words[1:], _notes(g), strict=True)],
    }


def _notes(g: Ground) -> list[str]:
    """Method, authorship, and what the data cannot say."""
    language = g.language
    rows = g.table.rows
    how = {
        "sum": {"ko": "더했습니다", "en": "summed", "zh": "求和"},
        "count": {"ko": "세었습니다", "en": "counted", "zh": "计数"},
    }.get(g.plan.aggregate, {"ko": "평균했습니다", "en": "averaged", "zh": "取平均"})[language]
    formula = ""
    if g.plan.derived:
        a, b = (core_name(m) for m in g.plan.measures[:2])
        sign = {"difference": "−", "ratio": "/", "percent": "/", "margin": "−"}[g.plan.derived]
        formula = f" {g.label} = {a} {sign} {b}." if g.plan.derived != "margin" else f" {g.label} = ({a} − {b}) / {a}."
    method = {
        "ko": f"{rows}행을 읽어 기간과 항목별로 {how}.",
        "en": f"{rows} rows were read and {how} by period and category.",
        "zh": f"读取 {rows} 行，按时间和类别{how}。",
    }[language]
    maker = {
        "ko": "계산과 문장: 코드 실행 도구를 쓰는 오프라인 튜터. 표지 그림: 이미지 모델.",
        "en": "Figures and sentences: the offline tutor with its code interpreter. Cover picture: the image model.",
        "zh": "计算与文字：使用代码解释器的离线导师。封面图片：图像模型。",
    }[language]
    gaps = sum(column.missing for column in g.table.columns)
    limits = []
    if not any(unit_of(m) for m in g.plan.measures):
        limits.append({"ko": "파일에 단위가 없습니다.", "en": "The file gives no unit.", "zh": "文件中没有单位。"}[language])
    concepts = {concept_of(name) for name in [*g.table.measures, g.table.value_name]}
    if "revenue" in concepts and "cost" not in concepts and "profit" not in concepts:
        limits.append({"ko": "비용이 없어 이익은 말할 수 없습니다.", "en": "It has no costs, so nothing is said of profit.", "zh": "没有成本，无法说明利润。"}[language])
    if gaps:
        limits.append({"ko": f"빈칸 {gaps}개는 빼고 계산했습니다.", "en": f"{gaps} missing cells were left out.", "zh": f"{gaps} 个缺失值未计入。"}[language])
    limits.append({"ko": "원인은 이 데이터로 알 수 없습니다.", "en": "The data do not tell causes.", "zh": "数据不能说明原因。"}[language])
    return [_safe(method + formula), maker, " ".join(limits)]
