"""The dashboard: what is on the server, as OpenAI's website showed it.

    Dashboard(client)

Assistants, threads, files, vector stores and runs, with their IDs; a field to search, and a clean-up that asks first.
"""

import html
from typing import Any

import ipywidgets
from openai import OpenAI

from ..settings import say
from .dashboard_lists import SECTIONS, Entry, Section
from .parts import INK, LINE, QUIET, EnterField, Notice, Widget, button, copyable, notice, quiet, wrapping

_PAGE = 50


class Dashboard(Widget):
    """The dashboard as a widget. `search` is what stands in the search field at first."""

    def __init__(self, client: OpenAI, *, search: str = "") -> None:
        self._client = client
        self._board = Notice()
        self._entries: list[Entry] = []
        self._marked: set[str] = set()
        self._most = _PAGE
        self._sections = ipywidgets.ToggleButtons(
            options=[(section.title(), section.name) for section in SECTIONS.values()], style={"button_width": "auto"}
        )
        self._search = ipywidgets.Text(
            value=search,
            placeholder=say("이름이나 ID로 찾기", "Search names and IDs"),
            layout={"flex": "1 1 160px", "width": "auto"},
        )
        self._search.tooltip = say("찾기", "Search")
        self._thread = EnterField(
            lambda _: self.refresh(),
            placeholder=say("스레드 ID를 넣고 Enter", "A thread ID, then Enter"),
            layout={"flex": "1 1 240px", "width": "auto"},
        )
        self._threads = ipywidgets.Dropdown(layout={"flex": "1 1 240px", "width": "auto"})
        self._choose_thread = wrapping([self._threads, self._thread])
        self._remark = ipywidgets.HTML()
        self._rows = ipywidgets.VBox(layout={"width": "100%"})
        self._duplicates = button(say("중복 고르기", "Select duplicates"), self._mark_duplicates)
        self._delete = button(say("고른 것 지우기", "Delete selected"), self._ask_first, icon="trash")
        self._sure = ipywidgets.VBox()
        self._sections.observe(lambda _: self._turn(), names="value")
        self._search.observe(lambda _: self._show(), names="value")
        self._threads.observe(self._thread_chosen, names="value")
        super().__init__(
            [
                self._sections,
                wrapping([self._search, button(say("새로 고침", "Refresh"), self.refresh, icon="refresh")]),
                self._choose_thread,
                self._remark,
                self._board,
                self._rows,
                wrapping([self._duplicates, self._delete]),
                self._sure,
            ]
        )
        self.add_class("workshop-dashboard")
        self.refresh()

    def __repr__(self) -> str:
        """What a notebook keeps of it as text: its sections, not what other notebooks have left on the server."""
        return say("대시보드: ", "Dashboard: ") + ", ".join(section.title() for section in SECTIONS.values())

    @property
    def section(self) -> str:
        """Which list is shown: assistants, threads, files, vector_stores or runs. Assign to it to turn to another."""
        return str(self._sections.value)

    @section.setter
    def section(self, name: str) -> None:
        self._sections.value = name

    def refresh(self) -> None:
        """Ask the server again."""
        self._entries = []
        with self._board.guarding():
            if self._now.of_thread:
                self._list_threads()
            self._entries = self._now.fetch(self._client, self._thread.value.strip())
        self._marked &= {entry.id for entry in self._entries}
        self._show()

    @property
    def _now(self) -> Section:
        return SECTIONS[self.section]

    def _turn(self) -> None:
        self._entries, self._marked, self._most = [], set(), _PAGE
        self._search.value = ""
        self.refresh()

    def _list_threads(self) -> None:
        threads = SECTIONS["threads"].fetch(self._client, "")
        self._threads.options = [
            (say("스레드 고르기…", "Choose a thread…"), ""),
            *((f"{entry.name} · …{entry.id[-6:]}", entry.id) for entry in threads),
        ]
        known = [entry.id for entry in threads]
        self._threads.value = self._thread.value if self._thread.value in known else ""

    def _thread_chosen(self, change: Any) -> None:
        if change["new"] and change["new"] != self._thread.value:
            self._thread.value = change["new"]
            self.refresh()

    def _show(self) -> None:
        """The rows that the search lets through, and what can be done with them."""
        self._sure.children = []
        section = self._now
        found = self._found()
        rows: list[Any] = [self._row(entry) for entry in found[: self._most]]
        if len(found) > self._most:
            rows.append(
                button(
                    say(f"더 보기 ({len(found) - self._most})", f"Show more ({len(found) - self._most})"), self._more
                )
            )
        if not rows:
            rows = [ipywidgets.HTML(quiet(say("여기에는 아무것도 없습니다.", "There is nothing here.")))]
        self._rows.children = rows
        count = say(f"{len(self._entries)}개", f"{len(self._entries)} in all")
        if len(found) < len(self._entries):
            count += say(f", 찾은 것 {len(found)}개", f", {len(found)} found")
        self._remark.value = quiet(f"{count}. {section.remark()}")
        self._choose_thread.layout.display = "flex" if section.of_thread else "none"
        self._duplicates.layout.display = "" if any(entry.duplicate for entry in found) else "none"
        self._delete.layout.display = "" if section.delete else "none"
        self._count()

    def _found(self) -> list[Entry]:
        return [entry for entry in self._entries if entry.matches(self._search.value)]

    def _chosen(self) -> list[Entry]:
        """What is marked, without what the search hides: nobody should delete what is not to be seen."""
        return [entry for entry in self._found() if entry.id in self._marked]

    def _more(self) -> None:
        self._most += _PAGE
        self._show()

    def _row(self, entry: Entry) -> Any:
        label = ipywidgets.HTML(_line(entry), layout={"flex": "1 1 240px", "min_width": "0"})
        if not self._now.delete:
            return wrapping([label], border_bottom=f"1px solid {LINE}")
        box = ipywidgets.Checkbox(
            value=entry.id in self._marked,
            indent=False,
            description="",
            layout={"width": "28px", "min_width": "28px", "margin": "2px 0"},
        )
        box.tooltip = say(f"고르기: {entry.name or entry.id}", f"Select: {entry.name or entry.id}")
        box.observe(lambda change: self._mark(entry.id, change["new"]), names="value")
        return ipywidgets.HBox([box, label], layout={"width": "100%", "border_bottom": f"1px solid {LINE}"})

    def _mark(self, id: str, marked: bool) -> None:
        (self._marked.add if marked else self._marked.discard)(id)
        self._sure.children = []
        self._count()

    def _mark_duplicates(self) -> None:
        """All but the oldest of each set of equals."""
        self._marked |= {entry.id for entry in self._found() if entry.extra}
        self._show()

    def _count(self) -> None:
        count = len(self._chosen())
        self._delete.disabled = not count
        self._delete.description = say(f"고른 것 지우기 ({count})", f"Delete selected ({count})")

    def _ask_first(self) -> None:
        names = [entry.name or entry.id for entry in self._chosen()]
        count = len(names)
        shown = ", ".join(names[:5]) + ("…" if count > 5 else "")
        question = say(
            f"{count}개를 지웁니다: {shown}. 되돌릴 수 없습니다.", f"Delete {count}: {shown}. This cannot be undone."
        )
        self._sure.children = [
            ipywidgets.HTML(f'<div role="alert" style="color:{INK};font-weight:600">{html.escape(question)}</div>'),
            wrapping(
                [
                    button(say("정말 지우기", "Really delete"), self._clean_up, style="danger"),
                    button(say("그만두기", "Keep them"), self._keep),
                ]
            ),
        ]

    def _keep(self) -> None:
        self._sure.children = []

    def _clean_up(self) -> None:
        section, deleted, wrong = self._now, 0, ""
        for id in [entry.id for entry in self._chosen()]:
            with self._board.guarding():
                if section.delete:
                    section.delete(self._client, id)
                deleted += 1
                self._marked.discard(id)
            wrong = wrong or self._board.value
        self.refresh()
        done = notice(say(f"{deleted}개를 지웠습니다.", f"Deleted {deleted}."), "success") if deleted else ""
        self._board.value = done + wrong + self._board.value


def _line(entry: Entry) -> str:
    """A row: name, marks, ID, and what else there is to know."""
    marks = "".join(
        f' <span style="border:1px solid {LINE};border-radius:8px;padding:0 6px;font-size:0.85em;white-space:nowrap">'
        f"{html.escape(mark)}</span>"
        for mark in entry.marks()
    )
    facts = html.escape(" · ".join(entry.facts))
    return (
        f'<div style="display:flex;flex-wrap:wrap;gap:0 12px;color:{INK};line-height:1.6">'
        f'<span style="flex:1 1 160px;min-width:0;overflow-wrap:anywhere">'
        f"<b>{html.escape(entry.name)}</b>{marks}</span>"
        f'<span style="flex:0 1 auto">{copyable(entry.id)}</span>'
        f'<span style="flex:1 1 200px;min-width:0;color:{QUIET};font-size:0.92em">{facts}</span></div>'
    )
