"""Choose a table of one's own, and say which of its columns is what, before an assistant works on it.

    chooser = ColumnChooser("visits.csv")
    chooser.path, chooser.sentence

The fields are filled in where there is only one answer. What the reader has chosen is kept while the kernel lives, so
that running the cell again loses nothing.
"""

import os
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets

from ..deck.checks.table import Unreadable, read_table
from ..deck.columns import Columns, NeedsRoles, Roles, columns_of, settled
from ..settings import ROOT, language, output_file, say

_ENDINGS = (".csv", ".tsv", ".json", ".xlsx")
_ROLES = ("period", "category", "value", "unit")
_ROWS_SHOWN = 3

_chosen: dict[Path, Roles] = {}
_newest: dict[Path, Path] = {}


class ColumnChooser(ipywidgets.VBox):
    """A file, its first rows, and a field for each role. Names given here are chosen to begin with.

    `path` is the file chosen, `roles` what was said of its columns, `sentence` the same in words for an assistant
    (empty where nothing was said), and `question` what has still to be answered (empty where all is clear).
    """

    def __init__(
        self, path: str | os.PathLike[str], *, period: str = "", category: str = "", value: str = "", unit: str = ""
    ) -> None:
        first = Path(path).resolve()
        self._first = first
        self._begin = Roles(period, category, value, unit)
        self._columns = Columns((), (), (), ())
        self._filling = False
        self.question = ""
        self.path = _newest.get(first, first)
        self._file = ipywidgets.Dropdown(description=say("파일", "File"), **_LOOK)
        self._upload = ipywidgets.FileUpload(
            description=say("내 파일 올리기", "Upload my file"),
            accept=",".join(_ENDINGS),
            tooltip=", ".join(_ENDINGS),
            layout={"width": "auto"},
        )
        self._preview = ipywidgets.HTML(layout={"width": "100%"})
        self._fields = ipywidgets.Box(layout={"display": "flex", "flex_flow": "row wrap", "width": "100%"})
        self._verdict = ipywidgets.HTML(layout={"width": "100%"})
        head = ipywidgets.Box([self._file, self._upload], layout={"display": "flex", "flex_flow": "row wrap"})
        super().__init__([head, self._preview, self._fields, self._verdict], layout={"width": "100%"})
        self._list_files()
        self._file.observe(self._changed_file, names="value")
        self._upload.observe(self._uploaded, names="value")
        self._read()

    @property
    def roles(self) -> Roles:
        """What was said of the columns; an empty name where it is left to the assistant."""
        return _chosen.get(self.path, Roles())

    @property
    def sentence(self) -> str:
        """The roles in words, for the beginning of a request, in the language of the track."""
        return self.roles.sentence(language())

    def __repr__(self) -> str:
        names = ", ".join(f"{_LABELS[role]()}={getattr(self.roles, role) or '–'}" for role in _ROLES)
        return f"{self.path.name}: {names}" + (f"\n{self.question}" if self.question else "")

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": repr(self)} if isinstance(bundle, dict) else bundle

    def choose(self, **roles: str) -> None:
        """Choose by code what the fields choose: `choose(period="Month")`. ValueError for a name that is no column."""
        wide = self._columns.is_wide
        for role, name in roles.items():
            if role == "unit" or (wide and role != "period") or name in ("", *self._columns.names):
                continue
            raise ValueError(
                say(
                    f"“{name}” 열이 없습니다. 열: {', '.join(self._columns.names)}",
                    f"There is no column “{name}”. Columns: {', '.join(self._columns.names)}",
                )
            )
        self._keep(replace(self.roles, **roles))

    def _list_files(self) -> None:
        """Tables that are at hand: the one given, those of the workshop, and what lies in `outputs`."""
        near = [self.path, self._first]
        for folder in (ROOT / "assets" / "data", output_file("")):
            near += sorted(file for file in folder.glob("*") if file.suffix.lower() in _ENDINGS)
        paths = list(dict.fromkeys(near))
        self._file.options = [(path.name, str(path)) for path in paths]
        self._file.value = str(self.path)

    def _changed_file(self, change: Any) -> None:
        if change["new"] and Path(change["new"]) != self.path:
            self.path = Path(change["new"])
            _newest[self._first] = self.path
            self._read()

    def _uploaded(self, change: Any) -> None:
        for file in change["new"]:
            content = bytes(file["content"])
            path = _free_place(Path(file["name"]).name, content)
            path.write_bytes(content)
            self.path = _newest[self._first] = path.resolve()
        self._list_files()
        self._read()

    def _read(self) -> None:
        """Look at the file; fill in what can be told."""
        try:
            frame = read_table(self.path)
        except Unreadable as reason:
            self._columns = Columns((), (), (), ())
            self._fields.children = ()
            self._preview.value = ""
            self.question = say(f"표로 읽을 수 없습니다: {reason}", f"This cannot be read as a table: {reason}")
            self._verdict.value = _said("✗", self.question)
            return
        self._columns = columns_of(self.path)
        count = say(f"{len(frame)}행 가운데 처음 {_ROWS_SHOWN}행", f"The first {_ROWS_SHOWN} of {len(frame)} rows")
        self._preview.value = (
            f'<div style="overflow-x:auto;color:var(--jp-ui-font-color1)">{_first_rows(frame)}</div>'
            f'<div style="color:var(--jp-ui-font-color2)">{count}</div>'
        )
        kept = _chosen.get(self.path)
        given = self._begin if self.path == self._first else Roles()
        self._keep(kept or _filled(self._columns, given))

    def _keep(self, roles: Roles) -> None:
        _chosen[self.path] = roles
        self._show_fields(roles)
        self._judge()

    def _show_fields(self, roles: Roles) -> None:
        self._filling = True
        fields = []
        for role in _ROLES:
            field = self._field(role, getattr(roles, role))
            field.observe(self._changed_role, names="value")
            field.role = role
            fields.append(field)
        self._fields.children = fields
        self._filling = False

    def _field(self, role: str, name: str) -> Any:
        """A list of columns; a field to type in for the unit, and for what the columns of a wide table are."""
        label = _LABELS[role]()
        if role == "unit":
            return ipywidgets.Text(name, description=label, placeholder=say("원, 명, kg…", "USD, people, kg…"), **_LOOK)
        if self._columns.is_wide and role != "period":
            examples = {"category": say("예: 책", "e.g. book"), "value": say("예: 매출", "e.g. sales")}
            return ipywidgets.Text(name, description=label, placeholder=examples[role], **_LOOK)
        free = say("(어시스턴트에게 맡김)", "(left to the assistant)")
        if role == "period" and len(self._columns.periods) > 1:
            free = say("(골라 주세요)", "(choose one)")
        options = [(free, ""), *((column, column) for column in self._columns.names)]
        known = name if name in self._columns.names else ""
        return ipywidgets.Dropdown(options=options, value=known, description=label, **_LOOK)

    def _changed_role(self, change: Any) -> None:
        if not self._filling:
            _chosen[self.path] = replace(self.roles, **{change["owner"].role: (change["new"] or "").strip()})
            self._judge()

    def _judge(self) -> None:
        """Say what is still open, else what the assistant will be told."""
        roles, columns = self.roles, self._columns
        self.question = ""
        doubled = [name for name in columns.names if [roles.period, roles.category, roles.value].count(name) > 1]
        try:
            settled(columns, roles)
        except NeedsRoles:
            self.question = _open_question(columns)
        if doubled:
            self.question = say(
                f"“{doubled[0]}” 열을 두 번 골랐습니다. 한 곳은 다른 열이어야 합니다.",
                f"The column “{doubled[0]}” is chosen twice. One of the two should be another.",
            )
        if self.question:
            self._verdict.value = _said("✗", self.question)
            return
        words = self.sentence.strip()
        told = say(f"어시스턴트에게 이렇게 말합니다: {words}", f"This is what the assistant is told: {words}")
        nothing = say("열은 어시스턴트가 고릅니다.", "The assistant chooses the columns.")
        self._verdict.value = _said("✓", told if words else nothing)


_LOOK: dict[str, Any] = {"style": {"description_width": "5em"}, "layout": {"width": "21em", "max_width": "100%"}}
_LABELS = {
    "period": lambda: say("기간", "Period"),
    "category": lambda: say("항목", "Category"),
    "value": lambda: say("값", "Value"),
    "unit": lambda: say("단위", "Unit"),
}


def _first_rows(frame: Any) -> str:
    """The first rows as a table, numbers to the right."""

    def cell(kind: str, name: str, text: str) -> str:
        side = "right" if frame[name].dtype.kind in "iuf" else "left"
        line = "border-bottom:1px solid var(--jp-border-color1, #bbb);" if kind == "th" else ""
        return f'<{kind} style="padding:2px 14px 2px 0;line-height:1.5;{line}text-align:{side}">{escape(text)}</{kind}>'

    head = "".join(cell("th", name, name) for name in frame.columns)
    shown = frame.head(_ROWS_SHOWN)
    written = shown.astype(object).where(shown.notna(), "").astype(str)
    rows = "".join(
        "<tr>" + "".join(cell("td", name, row[name]) for name in frame.columns) + "</tr>"
        for _, row in written.iterrows()
    )
    return f'<table style="border-collapse:collapse;margin:4px 0"><tr>{head}</tr>{rows}</table>'


def _filled(columns: Columns, given: Roles) -> Roles:
    """What was given, and the only column there is for a role."""

    def only(names: tuple[str, ...]) -> str:
        return names[0] if len(names) == 1 else ""

    wide = columns.is_wide
    return Roles(
        given.period or only(columns.periods),
        given.category or ("" if wide else only(columns.categories)),
        given.value or ("" if wide else only(columns.values)),
        given.unit,
    )


def _open_question(columns: Columns) -> str:
    if len(columns.periods) > 1:
        listed = ", ".join(columns.periods)
        return say(
            f"기간으로 볼 수 있는 열이 {len(columns.periods)}개입니다: {listed}. 위에서 하나를 고르세요.",
            f"{len(columns.periods)} columns could hold the periods: {listed}. Choose one above.",
        )
    return say(
        "기간이나 항목이 될 열을 찾지 못했습니다. 위에서 하나를 고르세요.",
        "No column looks like periods or categories. Choose one above.",
    )


def _free_place(name: str, content: bytes) -> Path:
    """A path in `outputs` that holds nothing, or this very file already."""
    path = output_file(name)
    number = 2
    while path.exists() and path.read_bytes() != content:
        path = output_file(f"{Path(name).stem} ({number}){Path(name).suffix}")
        number += 1
    return path


def _said(mark: str, words: str) -> str:
    look = "color:var(--jp-ui-font-color1);line-height:1.5;margin:4px 0;word-break:keep-all"
    return f"<p role='status' style='{look}'>{mark} {escape(words)}</p>"
