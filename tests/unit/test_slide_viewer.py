"""The slide viewer: what it shows, how it is moved, what is kept of it as text, and what it says of a bad file."""

import re
from pathlib import Path
from typing import Any

import ipywidgets
import pytest

import helpers
from helpers import slides
from helpers.deck import build_deck
from helpers.deck.checks.report import Finding, Report
from helpers.widgets.slide_viewer import SlideViewer

from .test_deck_build import a_spec


@pytest.fixture
def viewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SlideViewer:
    monkeypatch.setenv("WORKSHOP_LANG", "en")
    monkeypatch.setattr(slides, "find_program", lambda name: None)
    return SlideViewer(build_deck(a_spec(), tmp_path / "deck.pptx"))


def inside(widget: Any, kind: type) -> list[Any]:
    """All widgets of a kind, in the order in which they are met."""
    found = [widget] if isinstance(widget, kind) else []
    return found + [one for child in getattr(widget, "children", ()) for one in inside(child, kind)]


def html_of(viewer: SlideViewer) -> str:
    return "\n".join(part.value for part in inside(viewer, ipywidgets.HTML))


def test_it_shows_picture_title_and_notes_of_the_first_slide(viewer: SlideViewer) -> None:
    words = html_of(viewer)
    assert viewer.number == 1
    assert "Slide 1 / 6" in words
    assert "Speaker notes" in words
    image = re.search(r'<img src="data:image/jpeg;base64,[^"]+" alt="([^"]+)"', words)
    assert image and image[1].strip()
    assert "only the layout is sketched" in words


def test_buttons_thumbnails_and_slider_move_it(viewer: SlideViewer) -> None:
    back, on, *thumbnails = inside(viewer, ipywidgets.Button)
    (slider,) = inside(viewer, ipywidgets.IntSlider)
    assert back.disabled and not on.disabled
    assert len(thumbnails) == 6 and all(thumbnail.tooltip for thumbnail in thumbnails)
    on.click()
    assert (viewer.number, slider.value, back.disabled) == (2, 2, False)
    thumbnails[5].click()
    assert (viewer.number, on.disabled) == (6, True)
    assert [("slide-current" in t._dom_classes) for t in thumbnails] == [False] * 5 + [True]
    slider.value = 3
    assert viewer.number == 3
    back.click()
    assert viewer.number == 2
    assert "Slide 2 / 6" in html_of(viewer)
    viewer.show(99)
    assert viewer.number == 6
    viewer.show(-1)
    assert viewer.number == 1


def test_what_a_notebook_keeps_as_text_is_the_same_each_time(viewer: SlideViewer, tmp_path: Path) -> None:
    again = SlideViewer(tmp_path / "deck.pptx")
    assert repr(viewer) == repr(again)
    assert viewer._repr_mimebundle_()["text/plain"] == repr(viewer)
    assert repr(viewer).startswith("deck.pptx: 6 slides, slide 1 “")
    assert str(tmp_path) not in repr(viewer)


def test_a_bad_file_is_said_inside_the_viewer_in_the_tracks_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    (tmp_path / "<b>.pptx").write_text("no deck")
    bad = SlideViewer(tmp_path / "<b>.pptx")
    assert bad.number == 0
    assert "PowerPoint 파일(.pptx)로 열 수 없습니다: &lt;b&gt;.pptx" in html_of(bad)
    assert repr(bad) == "PowerPoint 파일(.pptx)로 열 수 없습니다: <b>.pptx"
    bad.show(2)
    assert bad.number == 0


def test_a_deck_of_one_slide_has_nothing_to_slide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slides, "find_program", lambda name: None)
    spec = a_spec()
    spec["slides"] = spec["slides"][:1]
    one = SlideViewer(build_deck(spec, tmp_path / "one.pptx"))
    back, on, _ = inside(one, ipywidgets.Button)
    assert back.disabled and on.disabled and inside(one, ipywidgets.IntSlider)[0].disabled


def test_titles_and_notes_are_not_taken_for_html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slides, "find_program", lambda name: None)
    spec = a_spec()
    spec["slides"][0]["title"] = 'a <script>alert("x")</script> title'
    spec["slides"][0]["notes"] = "<i>notes</i>"
    words = html_of(SlideViewer(build_deck(spec, tmp_path / "deck.pptx")))
    assert "<script>" not in words and "<i>" not in words
    assert "&lt;script&gt;" in words


def test_the_notebook_has_a_short_name_for_it() -> None:
    assert callable(helpers.show_slides)


def test_what_a_check_found_stands_beside_its_slide(tmp_path: Path, viewer: SlideViewer) -> None:
    report = Report(
        [
            Finding("numbers", "Every number comes from the data", 2, False, "7 is <wrong>.", "Compute it again."),
            Finding("bounds", "Everything is within the slide", None, True),
        ]
    )
    checked = SlideViewer(tmp_path / "deck.pptx", report)
    assert "nothing to mend on this slide" in html_of(checked)
    checked.show(2)
    assert "7 is &lt;wrong&gt;.</b><br>Compute it again." in html_of(checked)
    assert repr(checked).endswith(report.summary())
    assert checked._repr_mimebundle_()["text/plain"] == repr(checked)
    assert "to mend on this slide" not in html_of(viewer)
