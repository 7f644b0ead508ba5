"""The last slides: recommendations by honest rules, and the appendix with table, method and limits."""

from typing import Any

from .computing import listed
from .deck_parts import Deck, shown_series
from .facts import Fact, Insight
from .findings import candidates
from .ground import Ground
from .names import concept_of, core_name, unit_of
from .periods import quoted
from .phrases import safe, season_name, sentence
from .so_what import is_business
from .source import Code
from .words import capital, with_particle


def recommendation(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    found = candidates(g)
    cards: list[dict[str, str]] = []
    seen: set[str | None] = set()
    for kinds in (
        ("rise", "lead", "positive", "gain"),
        ("fall", "last", "negative", "loss"),
        (
            "trough",
            "cycle",
            "peak",
            "outlier",
            "season",
            "overtakes",
            "share_up",
            "gap",
            "above",
            "top_two",
            "total_rise",
            "range",
        ),
    ):
        ranked = [i for i in found if i.kind in kinds]
        pick = next((i for i in ranked if i.series not in seen), ranked[0] if ranked else None)
        if pick:
            seen.add(pick.series)
            facts.extend(pick.facts)
            cards.append({"heading": _advice(pick, g), "text": sentence(pick, g, 1)})
    texts = [card["text"] for card in cards]
    for insight in found:
        if len(cards) < 2 and (text := sentence(insight, g, 1)) not in texts:
            facts.extend(insight.facts)
            cards.append({"heading": _advice(insight, g), "text": text})
            texts.append(text)
    if not cards:
        return None
    footer = {
        "ko": "AI가 데이터를 보고 쓴 초안이며 결정이 아닙니다.",
        "en": "An AI draft from the data, not a decision.",
        "zh": "由 AI 根据数据撰写的草稿，并非决定。",
    }
    first = cards[0]["heading"]
    ask = {
        "ko": "1번부터 시작할지 정해 주세요.",
        "en": "Shall we start with number 1?",
        "zh": "是否从第 1 项开始？",
    }[g.language]
    head = {"ko": f"제안: {first}", "en": f"Proposal: {first}", "zh": f"建议：{first}"}[g.language]
    return {"layout": "recommendation", "title": head, "cards": cards, "ask": ask, "footer": footer[g.language]}


def _advice(i: Insight, g: Ground) -> str:
    """The heading of a card: what to do, by honest rules (back what grows, examine what shrinks, watch what turns)."""
    name = safe(g.named(i.series))
    good, cost = is_business(g.label), concept_of(g.label) == "cost"
    kind = i.kind if i.kind in ("rise", "fall", "trough", "peak", "season", "outlier") else "other"
    if kind == "rise" and not good:
        kind = "examine" if cost else "watch"
    if kind == "fall" and cost:
        kind = "learn"
    if kind == "fall" and not good:
        kind = "examine"
    if i.kind in ("lead", "positive", "gain") and good:
        kind = "keep"
    if i.kind in ("negative", "loss"):
        kind = "examine"
    if i.kind in ("season", "cycle"):
        kind = "season" if good else "cycle"
    if i.kind == "last":
        kind = "examine"
    subject = name if i.series else safe(g.label)
    season = season_name(i.names["season"], g.language) if "season" in i.names else ""
    words = {
        "ko": {
            "rise": f"{subject}에 먼저 투자",
            "keep": f"{with_particle(subject, '을를')} 지키기",
            "fall": f"{subject} 재검토",
            "trough": f"{subject} 반등 확인",
            "peak": f"{subject} 하락 원인 확인",
            "season": f"{season} 전에 준비",
            "cycle": "계절 차이를 계획에 넣기",
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
            "season": f"prepare before {season}",
            "cycle": "plan for the season",
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
            "season": f"在{season}之前准备",
            "cycle": "把季节差异纳入计划",
            "outlier": f"核对{subject}的异常值",
            "examine": f"查明{subject}的原因",
            "learn": f"推广{subject}的做法",
            "watch": f"关注{subject}",
            "other": f"关注{subject}",
        },
    }[g.language][kind]
    return words[:1].upper() + words[1:]


def appendix(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    words = {
        "ko": ("합계", "방법", "만든 이", "한계"),
        "en": ("Total", "Method", "Who made it", "Limits"),
        "zh": ("合计", "方法", "制作", "局限"),
    }[g.language]
    shown = shown_series(g)
    if g.by_year:
        frame, columns = "yearly", g.years[-6:]
    elif g.plan.grain:
        frame, columns = "table", list(g.grid.index[-6:])
    else:
        frame, columns = "table", list(g.series[:4])
    values = [v for row in g.grid.data for v in row if v is not None]
    digits = 0 if any(abs(v) >= 100 for v in values) or all(v == round(v) for v in values) else 1
    cell = f'f"{{value:,.{digits}f}}".replace("-", "−")'
    group = core_name(g.plan.groups[0]) if g.plan.groups else {"ko": "항목", "en": "Series", "zh": "项目"}[g.language]
    if g.plan.grain:
        pairs = f"[(table.columns[0], {quoted(capital(g.label))})]"
        names = pairs if g.single else f"[(name, name) for name in {listed(shown)}]"
        chosen = f"{frame}.loc[{listed(columns)}"
        rows = Code(f"[[name, *({cell} for value in {chosen}, column])] for column, name in {names}]")
        if g.adds and len(shown) > 1 and len(shown) == len(g.series):
            total = f"[{quoted(words[0])}, *({cell} for value in {chosen}].sum(axis=1))]"
            rows = Code(f"{rows.text} + [{total}]")
        header = [group, *columns]
    else:
        pairs = "zip(table.index[:8], table.to_numpy()[:8])"
        rows = Code(f"[[str(name), *({cell} for value in row)] for name, row in {pairs}]")
        header = [group, *(core_name(c) if len(columns) > 1 else g.label for c in columns)]
    head = {
        "ko": f"부록: 숫자는 {with_particle(safe(g.table.reading.filename), '을를')} 더하고 나눠 얻었습니다",
        "en": f"Appendix: every figure is computed from {safe(g.table.reading.filename)}",
        "zh": f"附录：所有数字均由 {safe(g.table.reading.filename)} 计算得出",
    }[g.language]
    notes = _notes(g, bool(deck.picture))
    return {
        "layout": "appendix",
        "title": head,
        "table": {"header": header, "rows": rows},
        "notes": [{"heading": heading, "text": text} for heading, text in zip(words[1:], notes, strict=True)],
    }


def _notes(g: Ground, pictured: bool) -> list[str]:
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
        "ko": "계산과 문장: 코드 실행 도구를 쓰는 오프라인 튜터." + (" 표지 그림: 이미지 모델." if pictured else ""),
        "en": "Figures and sentences: the offline tutor with its code interpreter."
        + (" Cover picture: the image model." if pictured else ""),
        "zh": "计算与文字：使用代码解释器的离线导师。" + ("封面图片：图像模型。" if pictured else ""),
    }[language]
    gaps = sum(column.missing for column in g.table.columns)
    limits = []
    if not any(unit_of(m) for m in g.plan.measures):
        limits.append(
            {"ko": "파일에 단위가 없습니다.", "en": "The file gives no unit.", "zh": "文件中没有单位。"}[language]
        )
    concepts = {concept_of(name) for name in [*g.table.measures, g.table.value_name]}
    if "revenue" in concepts and "cost" not in concepts and "profit" not in concepts:
        limits.append(
            {
                "ko": "비용이 없어 이익은 말할 수 없습니다.",
                "en": "It has no costs, so nothing is said of profit.",
                "zh": "没有成本，无法说明利润。",
            }[language]
        )
    if gaps:
        limits.append(
            {
                "ko": f"빈칸 {gaps}개는 빼고 계산했습니다.",
                "en": f"{gaps} missing cells were left out.",
                "zh": f"{gaps} 个缺失值未计入。",
            }[language]
        )
    limits.append(
        {"ko": "원인은 이 데이터로 알 수 없습니다.", "en": "The data do not tell causes.", "zh": "数据不能说明原因。"}[
            language
        ]
    )
    return [safe(method + formula), maker, " ".join(limits)]
