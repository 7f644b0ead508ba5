"""What the conversation says about data: which file is meant, how it was read, what was computed before.

Nothing is remembered between calls: everything is found again in the thread, so that the same thread always leads to
the same answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...base import CodeCall, File, Message
from ..skill import Action, RunCode, Situation, language_of
from .asks import asks_to_write
from .computing import compute_code
from .grids import failed
from .names import concept_of, core_name, mention, mentioned_concepts
from .plan import Plan
from .planning import plans_for
from .reading import (
    Reading,
    better_sheet,
    error_in,
    file_kind,
    first_reading,
    is_table,
    json_look,
    marked,
    mend,
    raw_look,
)
from .tables import Table, look_code, table_from
from .wishes import Wish, wish_in

_MOST_TITLE_ROWS = 5


@dataclass(frozen=True)
class Trouble:
    """Why a file cannot be used: `kind` is empty, binary, unreadable, or no_rows; `detail` an error or a file type."""

    kind: str
    detail: str = ""


def data_file(situation: Situation) -> File | None:
    """The table that the newest question is about: named in it, attached to it, else the newest one."""
    tables = [file for file in situation.files if is_table(file)]
    question = situation.question.casefold()
    named = [file for file in tables if file.filename.casefold() in question]
    if named:
        return named[-1]
    attached = [file for file in _question_files(situation) if is_table(file)]
    if attached:
        return attached[-1]
    return tables[-1] if tables else None


def _question_files(situation: Situation) -> tuple[File, ...]:
    for item in reversed(situation.request.items):
        if isinstance(item, Message) and item.role == "user":
            return item.files
    return ()


def calls_on(situation: Situation, file: File) -> list[CodeCall]:
    """Every code call of the thread since this very file came into it, oldest first."""
    items = situation.request.items
    uploads = [
        place
        for place, item in enumerate(items)
        if isinstance(item, Message) and any(f.id == file.id for f in item.files)
    ]
    return [item for item in items[min(uploads, default=0) :] if isinstance(item, CodeCall)]


def look_at(situation: Situation, file: File) -> Table | Trouble | Sequence[Action]:
    """The table in a file where the thread has looked at it, what is wrong with it, or the next step of looking."""
    language = situation.language
    reading = first_reading(file)
    mended = False
    next_code = look_code(reading, language)
    for call in calls_on(situation, file):
        raw = marked(call.logs, "RAW:")
        if raw and reading.path in call.code and not mended:
            better = _mended(reading, raw, language)
            if isinstance(better, Trouble):
                return better
            reading, mended = better, True
            next_code = look_code(reading, language)
        elif reading.lines()[0] in call.code:
            look, error = marked(call.logs, "LOOK:"), error_in(call.logs)
            sizes = marked(call.logs, "SHEETS:")
            if isinstance(sizes, dict) and (sheet := better_sheet(reading, sizes, _said(situation))) != reading:
                reading = sheet
                next_code = look_code(reading, language)
                continue
            if look and look["file"] == file.filename and (mended or not _suspicious(look, reading)):
                if not look["rows"] or not look["columns"]:
                    return Trouble("no_rows")
                return _days_first(table_from(reading, look, _said(situation)), calls_on(situation, file))
            if look and reading.kind == "excel" and reading.skip < _MOST_TITLE_ROWS and not error:
                reading = replace(reading, skip=reading.skip + 1)
                next_code = look_code(reading, language)
            elif error or look:
                if mended or reading.kind == "excel":
                    return Trouble("unreadable", error or "")
                if error and re.search("EmptyDataError|No columns to parse", error):
                    return Trouble("empty")
                is_json = reading.kind in ("json", "jsonl")
                next_code = json_look(reading) if is_json else raw_look(reading, language, error or "")
    return [RunCode(next_code)]


def _days_first(table: Table, calls: Sequence[CodeCall]) -> Table:
    """The table, its dates read with the day first where reading them with the month first has failed."""
    periods = table.periods
    if not periods or not periods.notation or not periods.notation[0].startswith("%m/%d"):
        return table
    wrong = f'match format "{periods.notation[0]}"'
    if not any(wrong in (error_in(call.logs) or "") for call in calls):
        return table
    return replace(table, periods=replace(periods, notation=("%d/%m" + periods.notation[0][5:],)))


def _mended(reading: Reading, raw: dict[str, object], language: str) -> Reading | Trouble:
    if raw.get("bytes") == 0:
        return Trouble("empty")
    better = mend(reading, raw, language)
    if better:
        return better
    return Trouble("binary", file_kind(raw) or "")


def _suspicious(look: dict[str, Any], reading: Reading) -> bool:
    """True where pandas read something, but likely with the wrong delimiter or the wrong header."""
    names = [str(column["name"]) for column in look["columns"]]
    if reading.kind in ("json", "jsonl"):
        return any(str(v).startswith("{") for column in look["columns"] for v in column["values"][:3])
    unnamed = sum(name.startswith("Unnamed:") for name in names)
    if reading.kind == "excel":
        return unnamed * 2 >= len(names) and reading.skip < _MOST_TITLE_ROWS
    if len(names) == 1 and re.search(r"[;\t|]", names[0]):
        return True
    return unnamed > 1 or (unnamed == 1 and len(names) == 2)


def _said(situation: Situation) -> list[str]:
    """The user's messages, the newest first."""
    items = situation.request.items
    return [item.text for item in reversed(items) if isinstance(item, Message) and item.role == "user"]


def plan_before(situation: Situation, table: Table) -> tuple[Plan, str] | None:
    """The plan that the thread was last working on, with its language; None where nothing was analysed yet."""
    plan: Plan | None = None
    spoken = situation.language
    items = situation.before
    for place, item in enumerate(items):
        if not (isinstance(item, Message) and item.role == "user"):
            continue
        if any(is_table(f) and f.filename != table.reading.filename for f in item.files):
            plan = None
            continue
        if asks_to_write(item.text):
            continue
        wish = wish_in(item.text)
        language = language_of(item.text) or situation.language
        if wish.analyses < 0.3 and not _computed_after(items[place + 1 :]):
            continue
        found = plans_for(resolved(item.text, items[:place], table), table, plan, language)
        if found and found[-1].operation not in ("missing", "duplicates", "describe"):
            plan, spoken = found[-1], language
    return (plan, spoken) if plan else None


def resolved(text: str, before: Sequence[object], table: Table) -> str:
    """The sentence with "그 책", "that channel", "그 해" replaced by what the last answer named first."""
    pointer = _POINTER.search(text)
    said = next((i.text for i in reversed(before) if isinstance(i, Message) and i.role == "assistant"), "")
    if not pointer or not said:
        return text
    bold = re.findall(r"\*\*([^*\n]{1,60})\*\*", said)
    word = pointer[1] or pointer[2]
    if re.fullmatch(r"해|연도|달|분기|기간|year|quarter|month|period", word, re.I):
        found = next((name for name in bold if re.search(r"(19|20)\d{2}", name)), "")
    else:
        names = {core_name(value): value for group in table.groups for value in table.values(group)}
        found = next((names[name] for name in bold if name in names), "")
    return f"{text[: pointer.start()]}{found}{text[pointer.end() :]}" if found else text


_POINTER = re.compile(
    r"(?<![가-힣])그\s?(해|연도|달|분기|기간|책|제품|상품|품목|채널|지점|매장|지역|도시|부서|팀|과|학생|사람|사업부|국가|나라|곳)"
    r"(?=[은는이가의을를도에만 ])|\bthat (year|quarter|month|period|book|product|item|channel|store|branch|region|city|"
    r"department|team|student|person|country|one)\b",
    re.I,
)


def _computed_after(items: Sequence[object]) -> bool:
    """True where a table was computed in answer, before the next question."""
    for item in items:
        if isinstance(item, Message) and item.role == "user":
            return False
        if isinstance(item, CodeCall) and "RESULT:" in item.logs:
            return True
    return False


def result_of(situation: Situation, file: File, plan: Plan, table: Table, language: str) -> CodeCall | None:
    """The call that has computed this plan already, drawn or not."""
    code = compute_code(plan, table, language)
    found = [call for call in calls_on(situation, file) if call.code.startswith(code) and not failed(call.logs)]
    return found[-1] if found else None


def speaks_of_table(wish: Wish, situation: Situation) -> bool:
    """True where the question names a column or category that an earlier look in the thread has shown."""
    for item in situation.before:
        if isinstance(item, CodeCall) and (look := marked(item.logs, "LOOK:")):
            concepts = set(mentioned_concepts(wish.text))
            for column in look["columns"]:
                if mention(wish.text, [column["name"]]) >= 0 or concept_of(column["name"]) in concepts:
                    return True
                if (
                    column["distinct"] <= 40
                    and column["type"] in ("str", "object")
                    and mention(wish.text, column["values"]) >= 0
                ):
                    return True
    return False
