"""A viewer for the slides of a PowerPoint file: one large picture, thumbnails, the title and the speaker's notes.

    show_slides("deck.pptx")

Buttons, thumbnails and the slider take the keyboard as well as the mouse: Tab goes from one to the next, Enter presses,
and the arrow keys move the slider.
"""

import base64
import io
import os
import uuid
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets
from IPython.display import display
from PIL import Image

from ..settings import say
from ..slides import NoSlides, SlidePicture, slide_pictures

if TYPE_CHECKING:
    from ..deck.checks.report import Report

_LARGE, _SMALL = 1120, 192


def show_slides(path: str | os.PathLike[str], report: "Report | None" = None) -> None:
    """Show the slides of a .pptx file below the cell. What goes wrong is said there, in plain words.

    With a report of `helpers.deck.check`, what it found on a slide stands beside that slide.
    """
    display(SlideViewer(path, report))


class SlideViewer(ipywidgets.VBox):
    """The viewer as a widget; `number` is the slide shown, from 1 (0 where there is none to show)."""

    def __init__(self, path: str | os.PathLike[str], report: "Report | None" = None) -> None:
        super().__init__()
        self._report = report
        self._name = Path(path).name
        self._problem = ""
        self._slides: list[SlidePicture] = []
        self.number = 0
        try:
            self._slides = slide_pictures(path)
        except NoSlides as reason:
            self._problem = str(reason)
            self.children = [ipywidgets.HTML(_box(escape(self._problem), "warn"))]
            return
        self._build()
        self.show(1)

    def __repr__(self) -> str:
        """What a notebook keeps of it as text: the same each time, whoever drew the pictures."""
        if self._problem:
            return self._problem
        count = len(self._slides)
        shown = say(
            f"{self._name}: 슬라이드 {count}장, {self.number}장 “{self._slides[self.number - 1].title}”",
            f"{self._name}: {count} slides, slide {self.number} “{self._slides[self.number - 1].title}”",
        )
        return f"{shown}\n{self._report.summary()}" if self._report is not None else shown

    def _repr_mimebundle_(self, **options: Any) -> Any:
        # What ipywidgets would keep is cut after a hundred characters.
        bundle = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": repr(self)} if isinstance(bundle, dict) else bundle

    def show(self, number: int) -> None:
        """Go to a slide; a number beyond the ends goes to the end."""
        if not self._slides:
            return
        number = min(max(number, 1), len(self._slides))
        if number == self.number:
            return
        self.number = number
        slide = self._slides[number - 1]
        self._picture.value = _image(slide)
        found = _findings(self._report, number) if self._report is not None else ""
        self._beside.value = _words(slide, len(self._slides), found)
        self._back.disabled, self._on.disabled = number == 1, number == len(self._slides)
        self._slider.value = number
        for index, thumbnail in enumerate(self._thumbnails, start=1):
            (thumbnail.add_class if index == number else thumbnail.remove_class)("slide-current")

    def _build(self) -> None:
        count = len(self._slides)
        place = f"slides-{uuid.uuid4().hex[:8]}"
        self._picture = ipywidgets.HTML(layout={"width": "100%", "margin": "0"})
        self._beside = ipywidgets.HTML(layout={"flex": "1 1 240px", "min_width": "0", "margin": "0"})
        self._back = ipywidgets.Button(description=say("◀ 이전", "◀ Previous"), layout={"width": "auto"})
        self._on = ipywidgets.Button(description=say("다음 ▶", "Next ▶"), layout={"width": "auto"})
        self._slider = ipywidgets.IntSlider(
            value=1,
            min=1,
            max=max(2, count),
            readout=False,
            disabled=count == 1,
            tooltip=say("슬라이드 고르기", "Choose a slide"),
            layout={"width": "220px", "max_width": "40vw"},
        )
        self._thumbnails = [
            ipywidgets.Button(description=str(slide.number), tooltip=slide.title or _numbered(slide.number))
            for slide in self._slides
        ]
        for slide, thumbnail in zip(self._slides, self._thumbnails, strict=True):
            thumbnail.add_class("slide-thumbnail")
            thumbnail.add_class(f"slide-{slide.number}")
            thumbnail.on_click(lambda _, number=slide.number: self.show(number))
        self._back.on_click(lambda _: self.show(self.number - 1))
        self._on.on_click(lambda _: self.show(self.number + 1))
        self._slider.observe(self._slid, names="value")
        wrapping = {"display": "flex", "flex_flow": "row wrap", "width": "100%"}
        # The controls stand right below the picture, so that long notes do not move them.
        shown = ipywidgets.VBox(
            [
                self._picture,
                ipywidgets.Box([self._back, self._slider, self._on], layout=wrapping | {"align_items": "center"}),
                ipywidgets.Box(self._thumbnails, layout=wrapping),
            ],
            layout={"flex": "3 1 420px", "min_width": "0"},
        )
        self.children = [
            ipywidgets.HTML(_style(place, self._slides)),
            ipywidgets.Box([shown, self._beside], layout=wrapping | {"align_items": "flex-start", "grid_gap": "16px"}),
        ]
        self.add_class(place)
        self.layout.width = "100%"

    def _slid(self, change: Any) -> None:
        self.show(change["new"])


def _numbered(number: int) -> str:
    return say(f"슬라이드 {number}", f"Slide {number}")


def _jpeg(png: bytes, width: int) -> str:
    """The picture as a small data URL: a notebook may keep it."""
    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((width, width))
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=84, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(written.getvalue()).decode()


def _image(slide: SlidePicture) -> str:
    return (
        f'<img src="{_jpeg(slide.png, _LARGE)}" alt="{escape(slide.words or _numbered(slide.number))}" '
        'style="display:block;width:100%;height:auto;border:1px solid var(--jp-border-color1, #bbb)">'
    )


def _words(slide: SlidePicture, count: int, found: str) -> str:
    """What stands beside the picture; `found` is what a check has to say of the slide, as HTML."""
    notes = escape(slide.notes) or say("(노트 없음)", "(no notes)")
    quiet = "color:var(--jp-ui-font-color2, #616161)"
    sketch = _box(escape(slide.sketch), "info") if slide.sketch else ""
    return (
        '<div style="line-height:1.5;color:var(--jp-ui-font-color1, #212121);word-break:keep-all;'
        'overflow-wrap:anywhere">'
        f'<div style="{quiet}" aria-live="polite">{_numbered(slide.number)} / {count}</div>'
        f'<div style="font-weight:600;font-size:1.1em;margin:4px 0 10px">{escape(slide.title)}</div>{sketch}{found}'
        f'<div style="{quiet}">{say("발표자 노트", "Speaker notes")}</div>'
        '<div tabindex="0" style="white-space:pre-wrap;max-height:20em;overflow-y:auto">'
        f"{notes}</div></div>"
    )


def _findings(report: "Report", number: int) -> str:
    """What is to mend on a slide, each with the way to do so, or that nothing is."""
    here = report.on(number)
    if not here:
        well = say("이 슬라이드에는 고칠 것이 없습니다.", "There is nothing to mend on this slide.")
        return f"<div style='margin:0 0 10px'>✔ {well}</div>"
    boxes = "".join(_box(f"✘ <b>{escape(one.what_is_wrong)}</b><br>{escape(one.how_to_mend)}", "error") for one in here)
    return f"<div style='margin:0 0 10px'>{boxes}</div>"


def _box(text: str, kind: str) -> str:
    return (
        f'<div style="border-left:4px solid var(--jp-{kind}-color1, #b93815);padding:6px 10px;margin:4px 0;'
        f'line-height:1.5;color:var(--jp-ui-font-color1, #212121)">{text}</div>'
    )


def _style(place: str, slides: Sequence[SlidePicture]) -> str:
    """Thumbnails are buttons with a picture on them, so that they take the keyboard too."""
    first = slides[0].png
    with Image.open(io.BytesIO(first)) as picture:
        aspect = f"{picture.width} / {picture.height}"
    pictures = "".join(
        f".{place} .slide-{slide.number} {{background-image:url({_jpeg(slide.png, _SMALL)})}}" for slide in slides
    )
    return (
        f"<style>.{place} .slide-thumbnail {{width:112px;height:auto;aspect-ratio:{aspect};background-size:cover;"
        "background-color:white;border:1px solid var(--jp-border-color1, #bbb);padding:0;margin:4px;"
        "color:transparent}"
        f".{place} .slide-current {{box-shadow:0 0 0 3px var(--jp-brand-color1, #1976d2)}}"
        f".{place} button:focus-visible {{outline:3px solid var(--jp-warn-color1, #d9822b);outline-offset:1px}}"
        f"{pictures}</style>"
    )
