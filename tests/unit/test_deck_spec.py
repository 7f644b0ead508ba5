"""What is wrong with a spec is said at once, in plain words, with slide and key."""

import copy
from pathlib import Path
from typing import Any

import pytest

from helpers.deck import DeckError, build_deck
from tests.unit.test_deck_build import a_spec


def problems(spec: Any, tmp_path: Path) -> list[str]:
    target = tmp_path / "deck.pptx"
    with pytest.raises(DeckError) as caught:
        build_deck(spec, target)
    assert not target.exists()
    return list(caught.value.problems)


def put(spec: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of the spec with one value changed; `path` is dotted, numbers are list places."""
    changed = copy.deepcopy(spec)
    target: Any = changed
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in parents:
        target = target[part]
    if value is KeyError:
        del target[last]
    else:
        target[last] = value
    return changed


CASES = [
    ("language", "Korean, please", "deck", "language", "language tag"),
    ("title", KeyError, "deck", "title", "missing"),
    ("title", 7, "deck", "title", "a number, and must be text"),
    ("date", "15 January", "deck", "date", "2026-01-15"),
    ("colors", {"Online": "red"}, "deck", "colors.Online", "not a colour of the theme"),
    ("facts.total.text", KeyError, "deck", "facts.total.text", "missing"),
    ("facts.total.value", KeyError, "deck", "facts.total.value", "missing"),
    ("slides", [], "deck", "slides", "at least 1"),
    ("slides.0.layout", "covr", "slide 1", "layout", 'Did you mean "cover"?'),
    ("slides.0.picture", "nowhere.png", "slide 1", "picture", "no file"),
    ("slides.0.subtitel", "x", "slide 1", "subtitel", 'Did you mean "subtitle"?'),
    ("slides.1.title", "{totl}", "slide 2", "title", 'Did you mean "total"?'),
    ("slides.1.title", "50 } of", "slide 2", "title", '"}}"'),
    ("slides.1.cards", [], "slide 2", "cards", "1 to 3"),
    ("slides.1.cards.0", {"label": "a", "from": "b"}, "slide 2", "cards[0].number", "missing"),
    ("slides.1.cards.0", "text", "slide 2", "cards[0]", "text, and must be an object"),
    ("slides.1.so_what", None, "slide 2", "so_what", "missing"),
    ("slides.1.so_what", "  ", "slide 2", "so_what", "empty"),
    ("slides.2.chart", KeyError, "slide 3", "chart", "missing"),
    ("slides.2.chart.kind", "pie", "slide 3", "chart.kind", "line, column, stacked"),
    ("slides.2.chart.series.1.values", [1, 2], "slide 3", "chart.series[1].values", "2 values for 16 categories"),
    ("slides.2.chart.series.1.values.3", "12", "slide 3", "chart.series[1].values[3]", "must be a finite number"),
    ("slides.2.chart.series.1.values.3", float("inf"), "slide 3", "chart.series[1].values[3]", "finite"),
    ("slides.2.chart.series.1.name", "Online", "slide 3", "chart.series[1].name", "two series"),
    ("slides.2.takeaways.0.series", "Onlin", "slide 3", "takeaways[0].series", 'Did you mean "Online"?'),
    ("slides.2.takeaways", [{"text": "x"}] * 6, "slide 3", "takeaways", "1 to 5"),
    ("slides.3.charts.0.title", KeyError, "slide 4", "charts[0].title", "missing"),
    ("slides.4.ask", KeyError, "slide 5", "ask", "missing"),
    ("slides.5.table.rows.0", ["A", "1"], "slide 6", "table.rows[0]", "2 cells under 3"),
    ("slides.5.table.rows.0.1", {"a": 1}, "slide 6", "table.rows[0][1]", "must be text"),
]


@pytest.mark.parametrize(("path", "value", "where", "key", "words"), CASES)
def test_each_problem_names_slide_and_key_and_what_to_do(
    path: str, value: Any, where: str, key: str, words: str, tmp_path: Path
) -> None:
    found = problems(put(a_spec(), path, value), tmp_path)
    assert any(line.startswith(f'{where}, key "{key}": ') and words in line for line in found), found


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    spec = put(put(put(a_spec(), "title", KeyError), "slides.1.title", "{a} {b}"), "slides.4.layout", "x")
    found = problems(spec, tmp_path)
    assert len(found) == 4
    with pytest.raises(ValueError, match="4 things to mend"):
        build_deck(spec, tmp_path / "deck.pptx")


@pytest.mark.parametrize("spec", [None, [], "deck", {}, {"slides": "x", "facts": 3}, {"slides": [None, 3, {}]}])
def test_any_value_at_all_is_answered_in_words(spec: Any, tmp_path: Path) -> None:
    assert problems(spec, tmp_path)


def test_a_file_that_is_no_picture_is_said(tmp_path: Path) -> None:
    fake = tmp_path / "cover.png"
    fake.write_text("not a picture")
    found = problems(put(a_spec(), "slides.0.picture", str(fake)), tmp_path)
    assert "cannot be opened as a picture" in found[0]
    cut = tmp_path / "cut.png"
    from PIL import Image

    Image.effect_noise((200, 200), 50).save(cut)
    cut.write_bytes(cut.read_bytes()[:2000])
    assert problems(put(a_spec(), "slides.0.picture", str(cut)), tmp_path)


def test_a_chart_without_any_number_is_said(tmp_path: Path) -> None:
    spec = a_spec(series=1, periods=2)
    spec["slides"][2]["chart"]["series"][0]["values"] = [None, float("nan")]
    assert "no number at all" in problems(spec, tmp_path)[0]


def test_numbers_of_numpy_are_numbers(tmp_path: Path) -> None:
    import numpy as np

    spec = a_spec(series=1, periods=2)
    spec["slides"][2]["chart"]["series"][0]["values"] = [np.int64(3), np.float64(2.5)]
    assert build_deck(spec, tmp_path / "deck.pptx").exists()


def test_characters_that_no_file_can_hold_are_left_out(tmp_path: Path) -> None:
    from pptx import Presentation

    spec = put(a_spec(), "slides.1.title", 'A\x00B\x0b \ud800C <&> "')
    deck = Presentation(str(build_deck(spec, tmp_path / "deck.pptx")))
    assert deck.slides[1].shapes.title.text == 'AB C <&> "'
