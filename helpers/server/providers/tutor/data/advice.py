"""The last slides: recommendations by honest rules, and the appendix with table, method and limits."""

from typing import Any

from .deck_parts import Deck
from .facts import Fact, Insight
from .findings import candidates
from .ground import Ground
from .names import concept_of, english_label
from .phrases import safe, season_name, sentence
from .so_what import is_business
from .words import with_particle


def recommendation(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    found = candidates(g)
    cards: list[dict[str, str]] = []
    seen: set[str | None] = set()
    for kinds in (
        ("rise", "lead", "positive", "gain"),
        ("fall", "last", "behind", "negative", "loss"),
        (
            "trough",
            "cycle",
            "seasons",
            "weekday",
            "weekend",
            "peak",
            "outlier",
            "season",
            "overtakes",
            "share_up",
            "gap",
            "above",
            "order",
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
    first, *others = [card["heading"] for card in cards]
    start = first[:1].lower() + first[1:] if g.language == "en" else first
    then = "".join(f", {other[:1].lower() + other[1:] if g.language == 'en' else other}" for other in others[:1])
    ask = {
        "ko": f"1번 ‘{first}’부터 시작할까요?",
        "en": f"Shall we start with number 1, “{start}”?",
        "zh": f"是否从第 1 项“{first}”开始？",
    }[g.language]
    head = {"ko": f"제안: {first}{then}", "en": f"Proposal: {start}{then}", "zh": f"建议：{first}{then}"}[g.language]
    kicker = {"ko": "다음에 할 일", "en": "What to do next", "zh": "下一步"}[g.language]
    return {
        "layout": "recommendation",
        "title": head,
        "subtitle": kicker,
        "cards": cards,
        "ask": ask,
        "footer": footer[g.language],
    }


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
    if g.single and kind in ("rise", "keep", "watch"):
        kind = "go on" if good else "watch"
    if i.kind == "range":
        kind = "range"
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
            "go on": f"{subject} 증가세 지키기",
            "range": f"{subject} 높낮이의 원인 확인",
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
            "go on": f"keep {english_label(subject)} growing",
            "range": f"find out what moves {english_label(subject)}",
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
            "go on": f"保持{subject}的增长",
            "range": f"查明{subject}高低的原因",
            "other": f"关注{subject}",
        },
    }[g.language][kind]
    return words[:1].upper() + words[1:]
