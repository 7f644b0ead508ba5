"""What the examiner found, as text and as a table for the notebook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from ...settings import say

_TOP = "text-align:left;vertical-align:top"


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
    """All findings, those to mend first. It is shown as a table in a notebook and as text elsewhere."""

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

    def _repr_html_(self) -> str:
        heads = say(
            "결과|검사|어디|무엇이 잘못되었나|어떻게 고치나", "Result|Check|Where|What is wrong|How to mend it"
        ).split("|")
        # Both have a contrast above 7 on white, in a dark notebook too. Sign and word say the same as the colour.
        looks = {True: ("#0B5345", "✔", say("통과", "OK")), False: ("#A6210E", "✘", say("고침", "Mend"))}
        rows = []
        for finding in self.findings:
            colour, sign, word = looks[finding.ok]
            cells = [
                f'<th scope="row" style="{_TOP};color:{colour};background:#FFF;white-space:nowrap">{sign} {word}</th>',
                *(
                    f'<td style="{_TOP};{look}">{escape(text)}</td>'
                    for text, look in (
                        (finding.title, ""),
                        ("" if finding.ok else finding.place, "white-space:nowrap"),
                        (finding.what_is_wrong, ""),
                        (finding.how_to_mend, ""),
                    )
                ),
            ]
            rows.append(f"<tr>{''.join(cells)}</tr>")
        head = "".join(f'<th scope="col" style="text-align:left">{escape(name)}</th>' for name in heads)
        return (
            f'<table><caption style="text-align:left;font-weight:bold">{escape(self.summary())}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        )
