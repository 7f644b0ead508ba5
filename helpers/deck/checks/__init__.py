"""The reader's own examiner of a deck: is it fit to be sent, and is it true to the data?

    from helpers.deck import check
    check("deck.pptx", "sales.csv")

Each module `the_...` holds the checks of one subject; the others find out what they look at.
"""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from ...settings import say
from . import the_charts, the_file, the_layout, the_look, the_numbers, the_type, the_words
from .exam import Check, Exam
from .pages import Broken, open_deck
from .report import Finding, Report
from .table import Unreadable, read_table
from .truth import Truth

if TYPE_CHECKING:
    import pandas as pd

CHECKS: tuple[Check, ...] = (
    *the_file.CHECKS,
    *the_words.CHECKS,
    *the_layout.CHECKS,
    *the_look.CHECKS,
    *the_type.CHECKS,
    *the_charts.CHECKS,
    *the_numbers.CHECKS,
)
"""All checks, in the order of the report. Before them come `opens` and `data`."""


def examine(deck: str | PathLike[str] | bytes, data: "str | PathLike[str] | pd.DataFrame") -> Report:
    """See `helpers.deck.check`."""
    opens, reads = say("파일이 열립니다", "The file opens"), say("데이터를 읽을 수 있습니다", "The data can be read")
    try:
        opened = open_deck(deck)
    except Broken as reason:
        wrong = say(
            f"PowerPoint 파일로 열리지 않습니다({reason}).", f"It does not open as a PowerPoint file ({reason})."
        )
        mend = say("덱을 다시 만드세요.", "Make the deck again.")
        return Report([Finding("opens", opens, None, False, wrong, mend)])
    findings = [Finding("opens", opens, None, True)]
    try:
        truth = Truth(read_table(data))
    except Unreadable as reason:
        wrong = say(f"데이터를 표로 읽을 수 없습니다({reason}).", f"The data cannot be read as a table ({reason}).")
        mend = say(
            "CSV, TSV, JSON, XLSX 파일이나 DataFrame을 주세요.", "Give a CSV, TSV, JSON or XLSX file, or a DataFrame."
        )
        return Report([*findings, Finding("data", reads, None, False, wrong, mend)])
    findings.append(Finding("data", reads, None, True))
    name = Path(data).name if isinstance(data, (str, PathLike)) else ""
    exam = Exam(opened, truth, name)
    for one in CHECKS:
        troubles = list(dict.fromkeys(one.look(exam)))
        if not troubles:
            findings.append(Finding(one.name, one.title, None, True))
        findings += [Finding(one.name, one.title, found.slide, False, found.wrong, found.mend) for found in troubles]
    return Report(findings)
