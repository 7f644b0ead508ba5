"""Work on a table: totals, means, growth, shares, rankings, differences and ratios, and charts of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...base import Message
from ..data.answers import answer
from ..data.asks import asks_to_write
from ..data.colors import colors_in
from ..data.computing import compute_code, failed
from ..data.drawing import asks_to_save, draw_code
from ..data.names import mentioned_concepts
from ..data.plan import Plan
from ..data.planning import plan_for, unmet
from ..data.reading import error_in, is_table
from ..data.tables import Table
from ..data.thread import Trouble, data_file, look_at, plan_before, speaks_of_table
from ..data.troubles import bad_file, code_failed, first_words, no_file, no_interpreter, not_understood
from ..data.wishes import Wish, wish_in
from ..skill import Action, RunCode, Say, Situation

_ABOUT_DATA = re.compile(
    r"데이터|파일|엑셀|표를|(?<![a-z])csv|\bdata(set)?\b|\bfile\b|excel|spreadsheet|\btable\b|数据|文件", re.I
)
_ANALYSES = re.compile(r"분석|살펴|요약|알려|설명|analy[sz]|explore|summari[sz]|describe|look at|分析|概括", re.I)


class Analysis:
    """Looks at the file, computes and draws in one piece of code, and answers with the numbers."""

    name = "analysis"

    def fit(self, situation: Situation) -> float:
        text = situation.question
        if asks_to_write(text):
            return 0.0
        wish = wish_in(text)
        score = wish.analyses
        has_table = any(is_table(file) for file in situation.files)
        if (
            re.search(r"\d[\d,]*\s?(원|달러|dollars?|won|元|€|%|퍼센트)|[$₩€]\s?\d", text)
            and not wish.chart
            and not wish.grains
        ):
            return min(score * 0.3, 0.25)
        if has_table:
            asks = bool(re.search(r"[?？]|은\s*$|는\s*$|\b(19|20)\d{2}\b|(19|20)\d{2}년", text))
            if mentioned_concepts(text):
                score += 0.2
            if speaks_of_table(wish, situation):
                score += 0.3
            if score and asks:
                score += 0.1
            if _analysed(situation) and (wish.operation or wish.ranks or wish.aggregate or _restyles(wish)):
                score += 0.4
            if _ABOUT_DATA.search(text) and _ANALYSES.search(text):
                score += 0.3
            attached = data_file(situation)
            if attached and attached.filename.casefold() in text.casefold():
                score += 0.3
            elif _attached_now(situation) and score:
                score += 0.2
            return min(score, 0.9)
        about_data = _ABOUT_DATA.search(text) and (_ANALYSES.search(text) or score >= 0.3)
        return max(min(score, 0.6), 0.45) if wish.chart or about_data else score * 0.3

    def step(self, situation: Situation) -> Sequence[Action]:
        language = situation.language
        file = data_file(situation)
        if file is None:
            return [Say(no_file(language))]
        if not situation.can_run_code:
            return [Say(no_interpreter(language))]
        looked = look_at(situation, file)
        if isinstance(looked, Trouble):
            return [Say(bad_file(looked, file, language))]
        if not isinstance(looked, Table):
            return looked if situation.done else [Say(first_words(situation, file) + "\n\n"), *looked]
        return self._analyse(situation, looked)

    def _analyse(self, situation: Situation, table: Table) -> Sequence[Action]:
        language = situation.language
        before = plan_before(situation, table)
        plan = plan_for(wish_in(situation.question), table, before[0] if before else None, language)
        columns = ", ".join(column.name for column in table.columns)
        if plan is None:
            return [Say(not_understood(columns, language))]
        if not table.measures and not table.series and _needs_numbers(situation.question, plan):
            return [Say(bad_file(Trouble("no_numbers", columns), situation.files[-1], language))]
        save_as = "chart.png" if asks_to_save(situation.question) and plan.chart else None
        tries = [plan, *_simpler(plan)]
        for attempt in tries:
            code = compute_code(attempt, table, language) + draw_code(attempt, table, language, save_as)
            call = next((c for c in situation.done if c.code == code), None)  # type: ignore[union-attr]
            if call is None:
                return [RunCode(code)]
            logs = call.logs  # type: ignore[union-attr]
            if not failed(logs):
                text = answer(attempt, table, logs, language)
                if note := unmet(situation.question, attempt, table, language):
                    text += f"\n\n{note}"
                link = f"\n\n[{save_as}](sandbox:/mnt/data/{save_as})" if save_as else ""
                return [Say(text + _changed(plan, attempt, language) + link)]
        return [Say(code_failed(error_in(situation.done[-1].logs) or "", language))]  # type: ignore[union-attr]


def _needs_numbers(text: str, plan: Plan) -> bool:
    """True where a table without numbers cannot answer, because more is asked for than a count of its rows."""
    if plan.operation in ("missing", "describe") or wish_in(text).aggregate == "count":
        return False
    money = {"revenue", "cost", "profit", "margin", "quantity", "price", "salary", "budget", "score"}
    return plan.aggregate != "count" or bool(money & set(mentioned_concepts(text)))


def _simpler(plan: Plan) -> list[Plan]:
    """What to draw where the chart asked for cannot hold the values (a pie of negative numbers, for instance)."""
    if plan.chart in ("pie", "stacked", "area", "heatmap"):
        return [replace(plan, chart="line" if plan.grain else "bar")]
    return [replace(plan, chart=None)] if plan.chart else []


def _changed(plan: Plan, drawn: Plan, language: str) -> str:
    if plan.chart == drawn.chart:
        return ""
    return {
        "ko": "\n\n요청한 그래프로는 이 값(음수나 빈칸)을 그릴 수 없어 다른 그래프로 그렸습니다.",
        "en": "\n\nThe chart asked for cannot show these values (negative or missing ones), so I drew another one.",
        "zh": "\n\n所要求的图表无法表示这些值（负数或缺失），因此改用了另一种图表。",
    }[language]


def _restyles(wish: Wish) -> bool:
    """True for a word on the last chart: "2024년만", "색을 빨강으로 바꿔", "now only 2023"."""
    chooses = bool(re.search(r"\b(19|20)\d{2}\b|(19|20)\d{2}년|[1-4]\s?분기|\bQ[1-4]\b", wish.text))
    return bool(colors_in(wish.text)) or (
        wish.continues and (chooses or bool(wish.chart) or bool(wish.title) or bool(mentioned_concepts(wish.text)))
    )


def _attached_now(situation: Situation) -> bool:
    """True where the newest message brings a table."""
    newest = [item for item in situation.request.items if isinstance(item, Message) and item.role == "user"][-1:]
    return any(is_table(file) for message in newest for file in message.files)


def _analysed(situation: Situation) -> bool:
    return any("RESULT:" in getattr(item, "logs", "") for item in situation.before)


SKILL = Analysis()
