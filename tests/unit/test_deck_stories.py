"""Decks from tables of other shapes than the chapter's: built, examined against their data, and worded with care."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pptx import Presentation

from helpers.deck import check
from helpers.deck.columns import Roles
from tests.tutor_chat import Chat

QUARTERS = [f"{year}-Q{quarter}" for year in (2022, 2023, 2024) for quarter in (1, 2, 3, 4)]


def plants() -> tuple[str, pd.DataFrame, Roles]:
    """Long, negative values, a currency in the header."""
    rows = [
        (quarter, plant, round(start + slope * n + 3 * np.sin(n), 1))
        for plant, start, slope in (("Gdansk", -40, 12), ("Porto", 60, 3), ("Turin", 85, -11))
        for n, quarter in enumerate(QUARTERS)
    ]
    return "plants.csv", pd.DataFrame(rows, columns=["quarter", "plant", "profit_usd"]), Roles()


def visitors() -> tuple[str, pd.DataFrame, Roles]:
    """One series of months, with a Korean unit."""
    months = [f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13)]
    counts = [8200 + 61 * n + round(900 * np.sin(n / 2)) for n in range(24)]
    return "방문자.csv", pd.DataFrame({"월": months, "방문자 수(명)": counts}), Roles()


def buildings() -> tuple[str, pd.DataFrame, Roles]:
    """Wide, a quarter missing, cells missing, names that hold what is measured."""
    table = pd.DataFrame({"분기": [f"{q[:4]}년 {q[-1]}분기" for q in QUARTERS]})
    for name, start, slope in (("본관", 310.2, 4), ("연구동", 180.4, 9), ("기숙사", 240.7, -5)):
        table[f"{name} 전력(MWh)"] = [round(start + slope * n + 6 * np.cos(n), 1) for n in range(12)]
    table.loc[[2, 7], "연구동 전력(MWh)"] = np.nan
    return "전력.csv", table.drop(index=[4]), Roles()


def stations() -> tuple[str, pd.DataFrame, Roles]:
    """Wide, twelve series, nothing that says what is measured but the reader."""
    table = pd.DataFrame({"Period": QUARTERS})
    for n in range(12):
        table[f"Station {chr(65 + n)}"] = [300 + 90 * (n % 5) + (4 * (n % 7) - 9) * k for k in range(12)]
    return "stations.csv", table, Roles(category="station", value="rentals")


STORIES = {make.__name__: make for make in (plants, visitors, buildings, stations)}


@pytest.fixture(scope="module", params=sorted(STORIES))
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Any, Path, Path]:
    """Which one it is, the deck's slides, its file and its data."""
    name, table, roles = STORIES[request.param]()
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "source").mkdir()
    data = folder / "source" / name
    table.to_csv(data, index=False)
    language = "ko" if not name.isascii() else "en"
    chat = Chat(folder)
    chat.ask(roles.sentence(language) + {"ko": "발표 자료를 만들어 주세요", "en": "Make a slide deck"}[language], data)
    path = folder / "deck.pptx"
    return request.param, list(Presentation(str(path)).slides), path, data


def words_of(slide: Any) -> str:
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    found += [c.text for s in slide.shapes if s.has_table for row in s.table.rows for c in row.cells]
    return "\n".join(" ".join(text.split()) for text in found)


def test_every_number_is_traced_to_the_data(story: tuple[str, Any, Path, Path]) -> None:
    _, _, deck, data = story
    report = check(deck, data)
    assert report.ok, "\n".join(map(str, report.failed))


def test_the_slide_of_each_shape_is_worded_for_it(story: tuple[str, Any, Path, Path]) -> None:
    name, slides, _, _ = story
    words = "\n".join(map(words_of, slides))
    assert "nan" not in words.split() and "{" not in words
    assert words.count("초안이며") + words.count("An AI draft") == 1
    layouts = [slide.slide_layout.name for slide in slides]
    if name == "plants":
        assert " USD" in words and "Unit" not in words
        assert "Comparison, 2" in layouts
    if name == "visitors":
        assert "명" in words and "투자" not in words
        table = next(shape.table for shape in slides[-1].shapes if shape.has_table)
        assert [cell.text for cell in table.rows[0].cells] == ["월", "2023", "2024"]
        assert len(table.rows) == 14
    if name == "buildings":
        assert "전력 전력" not in words and "전력의 전력" not in words
        assert "–" in words_of(slides[-1])
    if name == "stations":
        assert "rentals" in words.lower() and "value" not in words.lower()
        charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
        assert {len(chart.plots[0].series) for chart in charts} == {1, 12}
