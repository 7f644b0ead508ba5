"""Pictures of slides: by LibreOffice where it is, else by a sketch that says so; plain words for the rest."""

import io
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from helpers import slides
from helpers.deck import build_deck
from helpers.slides import NoSlides, slide_pictures

from .test_deck_build import a_spec


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_deck(a_spec("ko"), tmp_path_factory.mktemp("deck") / "deck.pptx")


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    monkeypatch.setattr(slides, "find_program", lambda name: None)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_the_layout_is_sketched_and_says_so(deck: Path) -> None:
    pictures = slide_pictures(deck, width=960)
    presentation: Any = Presentation(str(deck))
    assert [picture.number for picture in pictures] == list(range(1, len(presentation.slides) + 1))
    for picture, slide in zip(pictures, presentation.slides, strict=True):
        assert opened(picture.png).size == (960, 540)
        assert picture.sketch == "LibreOffice가 없어 배치만 그린 그림입니다."
        assert picture.title == " ".join(slide.shapes.title.text.split())
        assert picture.notes == slide.notes_slide.notes_text_frame.text.strip()
        assert picture.title in picture.words
    # The label stands on a pale yellow strip at the foot of each.
    assert all((255, 248, 214) in set(opened(p.png).crop((300, 500, 660, 540)).get_flattened_data()) for p in pictures)


@pytest.mark.usefixtures("no_office")
def test_the_sketch_shows_the_data_of_a_chart(tmp_path: Path) -> None:
    def drawn(values: list[float | None], kind: XL_CHART_TYPE) -> Image.Image:
        presentation: Any = Presentation()
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        data = CategoryChartData()
        data.categories = ["a", "b", "c"]
        data.add_series("s", values)
        slide.shapes.add_chart(kind, Inches(1), Inches(1), Inches(6), Inches(4), data)
        presentation.save(str(tmp_path / "one.pptx"))
        return opened(slide_pictures(tmp_path / "one.pptx")[0].png)

    for kind in (XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.LINE):
        one, other = drawn([1, 2, 9], kind), drawn([9, 2, 1], kind)
        assert one.tobytes() != other.tobytes()
        drawn([1, None, -9], kind)
    assert drawn([1, 2, 3], XL_CHART_TYPE.PIE).size == (1280, 960)


@pytest.mark.usefixtures("no_office")
def test_any_presentation_can_be_sketched(tmp_path: Path) -> None:
    presentation: Any = Presentation()
    title = presentation.slides.add_slide(presentation.slide_layouts[0])
    title.shapes.title.text = "A title of many words " * 12
    second = presentation.slides.add_slide(presentation.slide_layouts[5])
    table = second.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    table.cell(0, 0).text = "head"
    second.shapes.add_group_shape()
    presentation.save(str(tmp_path / "plain.pptx"))
    first, last = slide_pictures(tmp_path / "plain.pptx")
    assert first.notes == ""
    assert last.title == ""
    assert "head, " in last.words


def test_what_is_no_presentation_is_refused_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "en")
    (tmp_path / "text.pptx").write_text("not a deck")
    (tmp_path / "empty.pptx").write_bytes(b"")
    Presentation().save(str(tmp_path / "none.pptx"))
    for name, words in (
        ("missing.pptx", "There is no file missing.pptx"),
        ("text.pptx", "cannot be opened as a PowerPoint file"),
        ("empty.pptx", "cannot be opened as a PowerPoint file"),
        ("none.pptx", "holds no slide"),
        (".", "cannot be read"),
    ):
        with pytest.raises(NoSlides, match=words):
            slide_pictures(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
@pytest.mark.parametrize("script", ["exit 3", "exit 0", "sleep 60 & wait"])
def test_a_libreoffice_that_fails_draws_nothing_or_hangs_gives_way_to_the_sketch(
    script: str, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "en")
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(slides, "find_program", lambda name: str(program))
    monkeypatch.setattr(slides, "_START_SECONDS", 0.2)
    monkeypatch.setattr(slides, "_SECONDS_A_SLIDE", 0)
    pictures = slide_pictures(deck, width=320)
    assert {picture.sketch for picture in pictures} == {
        "LibreOffice could not draw this file: only its layout is sketched."
    }


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_draws_each_slide_with_its_own_number(deck: Path) -> None:
    pictures = slide_pictures(deck, width=640)
    assert not any(picture.sketch for picture in pictures)
    assert all(opened(picture.png).size == (640, 360) for picture in pictures)
    assert len({picture.png for picture in pictures}) == len(pictures)
    # The slides differ where the page number stands, which they would not if each thought itself the first.
    corners = {opened(picture.png).crop((560, 325, 615, 350)).tobytes() for picture in pictures[1:]}
    assert len(corners) == len(pictures) - 1
