"""What the examiner found, as text and as a table for the notebook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from ...settings import say

_CELL = "text-align:left;vertical-align:top;white-space:normal;overflow-wrap:anywhere;padding:6px 10px"


@dataclass(frozen=True)
class Finding:
    """One check on one slide (`slide` None: on the deck as a whole). `check` is its short name, `title` its plain one.

    What is well has no words in `what_is_wrong` and `how_to_mend`.
    """

    check: str
    title: str
    slide: int | None
    ok: bool
    what_is_wrong: str = ""
    how_to_mend: str = ""

    @property
    def place(self) -> str:
        """The slide in words."""
        return say(f"{self.slide}쪽", f"slide {self.slide}") if self.slide else say("전체", "deck")

    def __str__(self) -> str:
        if self.ok:
            return f"{say('통과', 'OK'):<4} {self.title}"
        return f"{say('고침', 'MEND'):<4} {self.title} ({self.place}): {self.what_is_wrong} → {self.how_to_mend}"


class Report(Sequence[Finding]):
    """All findings, those to mend first. A notebook shows it in a table, elsewhere it is text."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=lambda finding: finding.ok))

    @property
    def ok(self) -> bool:
        """True where nothing is left to mend."""
        return all(finding.ok for finding in self.findings)

    @property
    def failed(self) -> tuple[Finding, ...]:
        """What is to mend."""
        return tuple(finding for finding in self.findings if not finding.ok)

    @property
    def checks(self) -> tuple[str, ...]:
        """The short names of all checks that were made."""
        return tuple(dict.fromkeys(finding.check for finding in self.findings))

    @property
    def failed_checks(self) -> tuple[str, ...]:
        """The short names of the checks that turned red."""
        return tuple(dict.fromkeys(finding.check for finding in self.failed))

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        """A finding by its place, or all findings of a check by its short name."""
        if isinstance(index, str):
            return tuple(finding for finding in self.findings if finding.check == index)
        return self.findings[index]

    def __len__(self) -> int:
        return len(self.findings)

    def summary(self) -> str:
        """One line."""
        made, red = len(self.checks), len(self.failed_checks)
        if not red:
            return say(f"검사 {made}가지 모두 통과", f"all {made} checks passed")
        places = len(self.failed)
        return say(
            f"검사 {made}가지 가운데 {made - red}가지 통과, 고칠 곳 {places}군데",
            f"{made - red} of {made} checks passed, {places} {'place' if places == 1 else 'places'} to mend",
        )

    def __repr__(self) -> str:
        return "\n".join([self.summary(), *(str(finding) for finding in self.findings)])

    def on(self, slide: int) -> tuple[Finding, ...]:
        """What is to mend on one slide, counted from 1."""
        return tuple(finding for finding in self.failed if finding.slide == slide)

    def _repr_html_(self) -> str:
        """What is to mend as a table; what is well as a list in columns, folded away while there is something to mend.

        It stands on two columns, and its colours are the notebook's own, so that it keeps its form in a narrow window
        and in a dark one.
        """
        red = self.failed
        summary = f"{_mark(self.ok)} {escape(self.summary())}"
        parts = [f'<p role="status" style="margin:4px 0 8px;font-weight:600">{summary}</p>']
        if red:
            heads = say("무엇이 잘못되었나|어떻게 고치나", "What is wrong|How to mend it").split("|")
            head = "".join(f'<th scope="col" style="{_CELL}">{escape(name)}</th>' for name in heads)
            rows = "".join(map(_row, red))
            parts.append(
                f'<table style="width:100%;max-width:72em;margin:0 0 8px"><thead><tr>{head}</tr></thead>'
                f"<tbody>{rows}</tbody></table>"
            )
        well = [finding for finding in self.findings if finding.ok]
        if well:
            items = "".join(
                f'<li style="break-inside:avoid;margin:2px 0"><span aria-hidden="true">✔</span> {escape(f.title)}</li>'
                for f in well
            )
            count = say(f"통과한 검사 {len(well)}가지", f"{len(well)} checks passed")
            opened = "" if red else " open"
            parts.append(
                f'<details{opened}><summary style="cursor:pointer">{count}</summary>'
                f'<ul style="columns:19em;list-style:none;margin:4px 0 0;padding:0 0 0 1em">{items}</ul></details>'
            )
        return f'<div style="color:var(--jp-ui-font-color1);line-height:1.5;word-break:keep-all">{"".join(parts)}</div>'


def _mark(ok: bool) -> str:
    """A sign on its own ground: white on dark green or red, a contrast above 7 whatever the notebook's theme."""
    colour, sign, word = ("#0B5345", "✔", say("통과", "OK")) if ok else ("#A6210E", "✘", say("고침", "Mend"))
    return (
        f'<span style="display:inline-block;padding:0 8px;border-radius:10px;background:{colour};color:#FFF;'
        f'white-space:nowrap">{sign} {word}</span>'
    )


def _row(finding: Finding) -> str:
    """One finding: the slide with what is wrong there, below it the check, and beside it how to mend that."""
    check = say(f"검사: {finding.title}", f"Check: {finding.title}")
    return (
        f'<tr><td style="{_CELL}"><div>{_mark(False)} <b>{escape(finding.place)}</b> '
        f"{escape(finding.what_is_wrong)}</div>"
        f'<div style="color:var(--jp-ui-font-color2)">{escape(check)}</div></td>'
        f'<td style="{_CELL}">{escape(finding.how_to_mend)}</td></tr>'
    )
