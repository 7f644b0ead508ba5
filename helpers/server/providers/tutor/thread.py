"""What the conversation says about data: which file is meant, how it was read, what was computed before.

Nothing is remembered between calls: everything is found again in the thread, so that the same thread always leads to
the same answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..base import CodeCall, File, Message
from .computing import compute_code, failed
from .names import mention
from .plans import Plan, plan_for
from .reading import Reading, error_in, first_reading, is_table, json_look, marked, mend, raw_look
from .skill import Action, RunCode, Situation
from .tables import Table, look_code, table_from
from .wishes import Wish, wish_in

NOT_ANALYSIS = re.compile(
    r"인사이트|시사점|통찰|insight|takeaway|key (point|message|finding)|洞察|제목.{0,14}(지어|붙여|정해|추천|만들|써)|"
    r"(come up with|suggest|give|write|create|propose).{0,40}\b(title|headline)|발표\s?자료|파워포인트|pptx?|slide deck|presentation|"
    r"슬라이드.{0,8}(만들|작성)|演示|幻灯片|标题",
    re.I,
)


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
    seen_raw = False
    for call in calls_on(situation, file):
        raw = marked(call.logs, "RAW:")
        if raw and reading.path in call.code and not seen_raw:
            better = _mended(reading, raw, language)
            if isinstance(better, Trouble):
                return better
            reading, seen_raw = better, True
            continue
        if reading.lines()[0] not in call.code:
            continue
        look = marked(call.logs, "LOOK:")
        if look and look["file"] == file.filename and (seen_raw or not _suspicious(look, reading)):
            if not look["rows"] or not look["columns"]:
                return Trouble("no_rows")
            return table_from(reading, look, f"{file.filename} {_said(situation)}")
        error = error_in(call.logs)
        if error or look:
            if seen_raw:
                return Trouble("unreadable", error or "")
            if error and re.search("EmptyDataError|No columns to parse", error):
                return Trouble("empty")
            if reading.kind == "excel":
                return Trouble("unreadable", error or "")
            if reading.kind in ("json", "jsonl"):
                return [RunCode(json_look(reading))]
            return [RunCode(raw_look(reading, language, error or ""))]
    return [RunCode(look_code(reading, language))]


def _mended(reading: Reading, raw: dict[str, object], language: str) -> Reading | Trouble:
    from .reading import file_kind

    if raw.get("bytes") == 0:
        return Trouble("empty")
    better = mend(reading, raw, language)
    if better:
        return better
    return Trouble("binary", file_kind(raw) or "")


def _suspicious(look: dict[str, object], reading: Reading) -> bool:
    """True where pandas read something, but likely with the wrong delimiter or the wrong header."""
    names = [str(column["name"]) for column in look["columns"]]  # type: ignore[attr-defined]
    if reading.kind in ("json", "jsonl"):
        return any(str(v).startswith("{") for column in look["columns"] for v in column["values"][:3])  # type: ignore[attr-defined]
    if reading.kind != "csv":
        return False
    unnamed = sum(name.startswith("Unnamed:") for name in names)
    if len(names) == 1 and re.search(r"[;\t|]", names[0]):
        return True
    return unnamed > 1 or (unnamed == 1 and len(names) == 2)


def _said(situation: Situation) -> str:
    return " ".join(i.text for i in situation.request.items if isinstance(i, Message) and i.role == "user")


def plan_before(situation: Situation, table: Table) -> tuple[Plan, str] | None:
    """The plan that the thread was last working on, with its language; None where nothing was analysed yet."""
    from .skill import language_of

    plan: Plan | None = None
    spoken = situation.language
    for item in situation.before:
        if not (isinstance(item, Message) and item.role == "user"):
            continue
        if any(is_table(f) and f.filename != table.reading.filename for f in item.files):
            plan = None
            continue
        if NOT_ANALYSIS.search(item.text):
            continue
        wish = wish_in(item.text)
        language = language_of(item.text) or situation.language
        if wish.analyses < 0.3 and not (plan and wish.continues):
            continue
        found = plan_for(wish, table, plan, language)
        if found and found.operation not in ("missing", "describe"):
            plan, spoken = found, language
    return (plan, spoken) if plan else None


def result_of(situation: Situation, file: File, plan: Plan, table: Table, language: str) -> CodeCall | None:
    """The call that has computed this plan already, drawn or not."""
    code = compute_code(plan, table, language)
    found = [call for call in calls_on(situation, file) if call.code.startswith(code) and not failed(call.logs)]
    return found[-1] if found else None


def speaks_of_table(wish: Wish, situation: Situation) -> bool:
    """True where the question names a column or category that an earlier look in the thread has shown."""
    for item in situation.before:
        if isinstance(item, CodeCall) and (look := marked(item.logs, "LOOK:")):
            for column in look["columns"]:
                if mention(wish.text, [column["name"]]) >= 0:
                    return True
                if (
                    column["distinct"] <= 40
                    and column["type"] in ("str", "object")
                    and mention(wish.text, column["values"]) >= 0
                ):
                    return True
    return False
