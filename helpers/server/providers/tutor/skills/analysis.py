"""Work on a table: totals, means, growth, shares, rankings, differences and ratios, and charts of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...base import CodeCall, Message
from ..data.absent import absent_measure
from ..data.answers import answer, crowded_note
from ..data.asked_names import MEASURED, asked_kind, asked_thing
from ..data.asks import asks_to_write
from ..data.colors import colors_in
from ..data.computing import compute_code
from ..data.conditions import threshold_in
from ..data.drawing import draw_code
from ..data.forecast import too_short
from ..data.grids import failed, grid
from ..data.impossible import refusal
from ..data.levels import level_note
from ..data.names import mentioned_concepts
from ..data.picking import picked_groups, picked_measures
from ..data.plan import GROWTH_OVERALL, Plan
from ..data.planning import plans_for
from ..data.reading import error_in, is_table, marked
from ..data.rows import NO_ROWS
from ..data.saving import chart_file, save_lines, saved, table_file, table_kind
from ..data.sentences import records_of, sentences_of
from ..data.tables import Table
from ..data.thread import Trouble, data_file, look_at, plan_before, resolved, speaks_of_table
from ..data.troubles import (
    absent,
    bad_file,
    code_failed,
    counted_note,
    first_words,
    no_file,
    no_interpreter,
    not_understood,
    without_numbers,
)
from ..data.unmet import unmet
from ..data.vocabulary import KIND_CONCEPTS
from ..data.what_if import asked_of, factor_in, supposed, whatif_note
from ..data.wishes import Wish, wish_in
from ..form import form_of
from ..form_json import Content
from ..skill import Action, RunCode, Say, Situation

_ABOUT_DATA = re.compile(
    r"데이터|파일|엑셀|표를|(?<![a-z])csv|\bdata(set)?\b|\bfile\b|excel|spreadsheet|\btable\b|数据|文件", re.I
)
_ANALYSES = re.compile(r"분석|살펴|요약|알려|설명|analy[sz]|explore|summari[sz]|describe|look at|分析|概括", re.I)


# With a table brought along, a question that no other skill claims is taken to be about it.
_LEAST = 0.31


@dataclass(frozen=True)
class Job:
    """One plan to carry out, with the names of the files that it is to leave (None for none)."""

    plan: Plan
    language: str
    picture: str | None
    table_file: str | None

    def code(self, plan: Plan, table: Table) -> str:
        """The code of a plan: the job's own, or the simpler one that takes its place."""
        code = compute_code(plan, table, self.language)
        if self.table_file:
            whole = plan.operation == "describe"
            code += "\n".join(save_lines(self.table_file, plan, self.language, whole)) + "\n"
        return code + draw_code(plan, table, self.language, self.picture)


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
            and not (has_table and (factor_in(text) or (_attached_now(situation) and threshold_in(text))))
        ):
            return min(score * 0.3, 0.25)
        if has_table:
            score += 0.4 if factor_in(text) and mentioned_concepts(text) else 0.0
            asks = bool(re.search(r"[?？]|은\s*$|는\s*$|\b(19|20)\d{2}\b|(19|20)\d{2}년", text))
            concepts = set(mentioned_concepts(text))
            score += 0.2 if concepts & {*MEASURED, *KIND_CONCEPTS, "margin", "age"} else 0.1 if concepts else 0.0
            if speaks_of_table(wish, situation):
                score += 0.3
            if score and asks:
                score += 0.1
            if _analysed(situation) and (wish.operation or wish.ranks or wish.aggregate or _restyles(wish)):
                score += 0.4
            if _ABOUT_DATA.search(text) and _ANALYSES.search(text):
                score += 0.3
            if table_kind(text):
                score += 0.5
            elif asked_kind(text) and (wish.one_number or wish.ranks):
                score += 0.4
            if threshold_in(text) or (wish.ranks and asked_thing(text)):
                score += 0.3
            if _attached_now(situation) and re.search(r"(?<!\d)(19|20)\d{2}(?!\d)", text):
                score += 0.3
            attached = data_file(situation)
            if attached and attached.filename.casefold() in text.casefold():
                score += 0.3
            elif _attached_now(situation) and score:
                score += 0.2
            if _attached_now(situation):
                score = max(score, _LEAST)
            if _leans(text) and _analysed(situation):
                score += 0.4
            if _attached_now(situation) and _splits(text, wish) and (wish.aggregate or wish.operation or wish.ranks):
                return 0.96  # surer than any sum over the numbers of the sentence
            return min(score, 0.9)
        about_data = _ABOUT_DATA.search(text) and (_ANALYSES.search(text) or score >= 0.3)
        return max(min(score, 0.6), 0.45) if wish.chart or about_data else score * 0.3

    def step(self, situation: Situation) -> Sequence[Action]:
        language, form = situation.language, form_of(situation)
        file = data_file(situation)
        if file is None:
            return [Say(form.text(no_file(language)))]
        if not situation.can_run_code:
            return [Say(form.text(no_interpreter(language)))]
        looked = look_at(situation, file)
        if isinstance(looked, Trouble):
            return [Say(form.text(bad_file(looked, file, language)))]
        if not isinstance(looked, Table):
            return looked if situation.done else [*form_of(situation).announced(first_words(situation, file)), *looked]
        return self._analyse(situation, looked)

    def _analyse(self, situation: Situation, table: Table) -> Sequence[Action]:
        language = situation.language
        question = resolved(situation.question, situation.before, table)
        before = plan_before(situation, table)
        if no := refusal(question, table, language):
            return [Say(form_of(situation).text(no))]
        what_if = supposed(question, table)
        asked = asked_of(question, table) if what_if else question
        plans = [replace(p, supposed=what_if) for p in plans_for(asked, table, before[0] if before else None, language)]
        if (word := absent_measure(question, table)) and not picked_measures(question, table)[0]:
            return [Say(form_of(situation).text(absent(word, table, language)))]
        columns = ", ".join(column.name for column in table.columns)
        name = table_file(question, table.reading.filename)
        if name and (not plans or _only_saves(question, plans)):
            plans = [replace(before[0], chart=None) if before else Plan((), "", operation="describe")]
        if not plans:
            return [Say(form_of(situation).text(not_understood(columns, language)))]
        if not table.measures and not table.series:
            counted = _counted(question, plans, table)
            if not counted:
                return [Say(form_of(situation).text(without_numbers(table, language)))]
            plans = counted
        jobs = [
            Job(plan, language, chart_file(question) if plan.chart else None, name if plan is plans[-1] else None)
            for plan in plans
        ]
        done = []
        for job in jobs:
            outcome = self._work(situation, table, job)
            if isinstance(outcome, RunCode):
                return [outcome]
            if isinstance(outcome, str):
                return [Say(form_of(situation).text(code_failed(outcome, language, job.plan)))]
            done.append(outcome)
        return [Say(form_of(situation).data(_content(situation, table, jobs, done)))]

    def _work(self, situation: Situation, table: Table, job: Job) -> RunCode | str | tuple[Plan, str]:
        """The next code of a job, or the plan that was carried out with its logs, or the error that stopped it."""
        error = ""
        waiting = [job.plan, *_simpler(job.plan)]
        while waiting:
            plan = waiting.pop(0)
            code = job.code(plan, table)
            call = next((c for c in situation.done if isinstance(c, CodeCall) and c.code == code), None)
            if call is None:
                return RunCode(code)
            if not failed(call.logs):
                finer = _finer(plan, table, call.logs)
                if finer is None:
                    return plan, call.logs
                waiting.insert(0, finer)
            error = error_in(call.logs) or ""
            if NO_ROWS in error:
                break
        return error


def _content(situation: Situation, table: Table, jobs: Sequence[Job], done: Sequence[tuple[Plan, str]]) -> Content:
    """The whole answer: what each job found, what could not be had, and links to the files."""
    language, question = situation.language, situation.question
    texts: list[str] = []
    sentences: list[str] = []
    files: list[str] = []
    for job, (plan, logs) in zip(jobs, done, strict=True):
        files += [f"/mnt/data/{file}" for file in (job.picture, job.table_file) if file]
        restyled = _changed(job.plan, plan, language)
        parts = [] if job.table_file and _only_saves(question, [plan]) else [answer(plan, table, logs, language)]
        sentences += sentences_of(plan, table, logs, language) if parts else []
        note = crowded_note(plan, logs, language) if parts else ""
        parts += [note] if note else []
        parts += [restyled] if restyled else []
        parts += [f"[{job.picture}](sandbox:/mnt/data/{job.picture})"] if job.picture else []
        parts += [saved(job.table_file, logs, language)] if job.table_file else []
        texts += parts
    plan, logs = done[-1]
    notes = [counted_note(plan, language)] if not table.measures and not table.series and plan.groups else []
    notes += [
        note
        for note in (
            whatif_note(plan, language),
            level_note(plan, table, logs, language),
            unmet(question, plan, table, language),
        )
        if note
    ]
    rows = records_of(plan, logs, language)
    values = [value for row in rows for value in list(row.values())[1:]]
    return Content(
        answer="\n\n".join([*texts, *notes]),
        sentences=tuple(sentences + notes if len(sentences) < 2 else sentences),
        value=values[0] if len(values) == 1 else _coefficient(logs) if plan.operation == "correlation" else None,
        rows=tuple(rows) if len(values) > 1 else (),
        adds=plan.aggregate in ("sum", "count")
        and plan.derived in (None, "difference", "product", "rowsum")
        and plan.operation is None,
        files=tuple(files),
    )


def _coefficient(logs: str) -> float | None:
    found = marked(logs, "RESULT:")
    return round(found["r"], 4) if isinstance(found, dict) and found.get("r") is not None else None


def _only_saves(question: str, plans: Sequence[Plan]) -> bool:
    """True where a sentence asks for a file and for nothing that would have to be said."""
    wish = wish_in(question)
    asks = wish.grains or wish.operation or wish.aggregate or wish.ranks or wish.chart or wish.one_number
    return not asks and not any(plan.chart for plan in plans) and not mentioned_concepts(question)


def _counted(question: str, plans: Sequence[Plan], table: Table) -> list[Plan]:
    """The plans as counts of rows, where a table without numbers has anything worth counting; else none."""
    if any(plan.operation in ("missing", "duplicates", "describe") for plan in plans):
        return list(plans)
    if set(MEASURED) & set(mentioned_concepts(question)) - {"orders", "customers", "visitors", "quantity"}:
        return []
    repeated = [c.name.strip() for c in table.columns if c.name.strip() in table.groups and c.distinct < table.rows]
    found = []
    for plan in plans:
        groups = tuple(group for group in plan.groups if group in repeated)
        asked = set(plan.groups) & set(picked_groups(question, table)) if wish_in(question).aggregate == "count" else ()
        if asked or plan.grain or (not plan.groups and not plan.chart):
            found.append(plan)
        elif groups or repeated:
            found.append(
                replace(plan, groups=groups or tuple(repeated[:1]), operation=plan.operation, colors=plan.colors)
            )
    return found


def _simpler(plan: Plan) -> list[Plan]:
    """What to draw where the chart asked for cannot hold the values (a pie of negative numbers, for instance)."""
    if plan.chart in ("pie", "stacked", "area", "heatmap"):
        return [replace(plan, chart="line" if plan.grain else "bar")]
    return [replace(plan, chart=None)] if plan.chart else []


def _finer(plan: Plan, table: Table, logs: str) -> Plan | None:
    """The plan with finer periods, where the data turned out to hold too few of the coarse ones (a single year)."""
    found = grid(logs)
    if plan.chart in ("line", "area") and plan.grain and not plan.operation and found and len(found.index) == 1:
        return replace(plan, chart="bar")  # a line of one point cannot be seen
    alone = plan.operation in GROWTH_OVERALL and found is not None and len(found.columns) < 3
    if not table.periods or not (alone or (plan.operation == "forecast" and too_short(logs))):
        return None
    had = [grain for grain in table.periods.grains() if grain != "week"]
    place = had.index(plan.grain) if plan.grain in had else 0
    if not place:
        return None
    # Prices and the like are compared from day to day; what adds up, by the next finer period.
    place = 1 if plan.aggregate == "mean" else place
    operation = "overall growth" if plan.operation == "cagr" else plan.operation
    return replace(plan, grain=had[place - 1], operation=operation)


def _changed(plan: Plan, drawn: Plan, language: str) -> str:
    if plan.chart == drawn.chart:
        return ""
    if plan.chart in ("line", "area") and drawn.chart == "bar" and plan.grain:
        return {
            "ko": "기간이 하나뿐이라 선 대신 막대로 그렸습니다.",
            "en": "There is only one period, so I drew bars instead of a line.",
            "zh": "只有一个时间段，因此用柱状图代替折线图。",
        }[language]
    return {
        "ko": "요청한 그래프로는 이 값(음수나 빈칸)을 그릴 수 없어 다른 그래프로 그렸습니다.",
        "en": "The chart asked for cannot show these values (negative or missing ones), so I drew another one.",
        "zh": "所要求的图表无法表示这些值（负数或缺失），因此改用了另一种图表。",
    }[language]


def _restyles(wish: Wish) -> bool:
    """True for a word on the last chart: "2024년만", "색을 빨강으로 바꿔", "now only 2023"."""
    chooses = bool(re.search(r"\b(19|20)\d{2}\b|(19|20)\d{2}년|[1-4]\s?분기|\bQ[1-4]\b", wish.text))
    return (
        bool(colors_in(wish.text))
        or bool(wish.title)
        or (
            (wish.continues or wish.narrows)
            and (chooses or bool(wish.chart) or bool(wish.title) or bool(mentioned_concepts(wish.text)))
        )
    )


_PERIOD_WORDS = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?!\d)\s?(?:년도?|年)?|\d{1,2}\s?(?:월|月)|[1-4]\s?분기|第?[1-4一二三四]季度|\bQ[1-4]\b|[상하]반기|[上下]半年|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)
_LINKS = re.compile(
    r"그럼|그러면|그리고|\b(?:and|what about|how about|then|now|only|in|for|the)\b|那么?|"
    r"(?<![가-힣])(?:에는|에|은|는|도|만|요|이요)(?![가-힣])|呢|[\W_]",
    re.I,
)


def _leans(text: str) -> bool:
    """True for a few words that only choose another time: "2024년은?", "2월은?", "2024年呢？", "and in May?"."""
    rest, count = _PERIOD_WORDS.subn(" ", text)
    return bool(count) and not _LINKS.sub("", rest)


def _splits(text: str, wish: Wish) -> bool:
    return bool(wish.grains or wish.chart or asked_kind(text))


def _attached_now(situation: Situation) -> bool:
    """True where the newest message brings a table."""
    newest = [item for item in situation.request.items if isinstance(item, Message) and item.role == "user"][-1:]
    return any(is_table(file) for message in newest for file in message.files)


def _analysed(situation: Situation) -> bool:
    return any("RESULT:" in getattr(item, "logs", "") for item in situation.before)


SKILL = Analysis()
