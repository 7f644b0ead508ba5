"""Work on a table: totals, means, growth, shares, rankings, differences and ratios, and charts of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..answers import answer
from ..computing import compute_code, failed
from ..drawing import asks_to_save, draw_code
from ..names import mentioned_concepts
from ..plans import Plan, plan_for
from ..reading import error_in, is_table
from ..skill import Action, RunCode, Say, Situation
from ..tables import Table
from ..thread import NOT_ANALYSIS, Trouble, data_file, look_at, plan_before, speaks_of_table
from ..troubles import bad_file, code_failed, first_words, no_file, no_interpreter, not_understood
from ..wishes import wish_in


class Analysis:
    """Looks at the file, computes and draws in one piece of code, and answers with the numbers."""

    name = "analysis"

    def fit(self, situation: Situation) -> float:
        text = situation.question
        if NOT_ANALYSIS.search(text):
            return 0.0
        wish = wish_in(text)
        score = wish.analyses
        has_table = any(is_table(file) for file in situation.files)
        speaks = bool(mentioned_concepts(text)) or speaks_of_table(wish, situation)
        if (
            re.search(r"\d[\d,]*\s?(원|달러|dollars?|won|元|€|%|퍼센트)|[$₩€]\s?\d", text)
            and not wish.chart
            and not wish.grains
        ):
            return min(score * 0.3, 0.25)
        if has_table:
            if speaks and score:
                score += 0.3
            elif wish.continues and _analysed(situation):
                score += 0.4
            attached = data_file(situation)
            if attached and attached.filename.casefold() in text.casefold():
                score += 0.3
            elif situation.before == () and score:
                score += 0.1
            return min(score, 0.9)
        about_data = re.search(r"데이터|파일|엑셀|\bcsv\b|\bdata\b|\bfile\b|excel|spreadsheet|数据|文件", text, re.I)
        return min(score, 0.6) if wish.chart or (about_data and score >= 0.15) else score * 0.3

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
        if (
            not table.measures
            and not table.series
            and plan.operation not in ("missing", "describe")
            and plan.aggregate != "count"
        ):
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
                link = f"\n\n[{save_as}](sandbox:/mnt/data/{save_as})" if save_as else ""
                return [Say(text + _changed(plan, attempt, language) + link)]
        return [Say(code_failed(error_in(situation.done[-1].logs) or "", language))]  # type: ignore[union-attr]


def drawn_with_title(text: str) -> bool:
    """True where a sentence asks for a chart and only names the title that it shall carry."""
    wish = wish_in(text)
    return bool(wish.title and (wish.chart or wish.continues))


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


def _analysed(situation: Situation) -> bool:
    return any("RESULT:" in getattr(item, "logs", "") for item in situation.before)


SKILL = Analysis()
