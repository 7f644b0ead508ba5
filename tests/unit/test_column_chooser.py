"""The column chooser: what it fills in, what it asks back, what the assistant is told, and what it keeps."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ipywidgets
import pandas as pd
import pytest

import helpers
from helpers import settings
from helpers.deck.columns import Roles
from helpers.widgets import column_chooser
from helpers.widgets.column_chooser import ColumnChooser

from .test_deck_cli import orders
from .test_slide_viewer import inside


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English, with nothing chosen before and a folder of its own for uploads."""
    monkeypatch.setenv("WORKSHOP_LANG", "en")
    monkeypatch.setattr(column_chooser, "_chosen", {})
    monkeypatch.setattr(column_chooser, "_newest", {})
    monkeypatch.setattr(settings, "ROOT", tmp_path)
    monkeypatch.setattr(column_chooser, "ROOT", tmp_path)


def table(folder: Path, name: str = "visits.csv", **columns: list[Any]) -> Path:
    path = folder / name
    columns = columns or {
        "Month": ["2025-01", "2025-02", "2025-01", "2025-02"],
        "Library": ["Hill", "Hill", "Park", "Park"],
        "Visitors": [10, 20, 30, 40],
    }
    pd.DataFrame(columns).to_csv(path, index=False)
    return path


def fields(chooser: ColumnChooser) -> dict[str, Any]:
    found = inside(chooser, ipywidgets.Dropdown) + inside(chooser, ipywidgets.Text)
    return {field.description: field for field in found}


def said(chooser: ColumnChooser) -> str:
    return "\n".join(part.value for part in inside(chooser, ipywidgets.HTML))


def test_what_can_be_told_is_filled_in(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path))
    assert chooser.roles == Roles("Month", "Library", "Visitors", "")
    assert chooser.question == ""
    assert chooser.sentence.startswith("The period column is “Month”, the category column is “Library”")
    assert "✓" in said(chooser) and "The first 3 of 4 rows" in said(chooser)


def test_a_choice_in_the_fields_is_what_the_assistant_is_told(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path))
    fields(chooser)["Unit"].value = " people "
    fields(chooser)["Category"].value = ""
    assert chooser.roles == Roles("Month", "", "Visitors", "people")
    assert chooser.sentence == ("The period column is “Month”, the value column is “Visitors”, the unit is “people”. ")
    assert "the unit is “people”" in said(chooser)


def test_two_columns_of_dates_are_asked_about(tmp_path: Path) -> None:
    orders().to_csv(tmp_path / "orders.csv", index=False)
    chooser = ColumnChooser(tmp_path / "orders.csv")
    assert "Ordered, Shipped" in chooser.question and "--" not in chooser.question
    assert "✗" in said(chooser)
    fields(chooser)["Period"].value = "Shipped"
    assert chooser.question == ""
    fields(chooser)["Value"].value = "Shipped"
    assert "chosen twice" in chooser.question


def test_a_table_without_periods_and_categories_is_asked_about(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path, a=[1, 2], b=[3, 4]))
    assert chooser.question or chooser.roles.category


def test_the_columns_of_a_wide_table_are_called_by_what_one_types(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path, Quarter=["2025-Q1", "2025-Q2"], Tea=[1, 2], Coffee=[3, 4]))
    assert isinstance(fields(chooser)["Category"], ipywidgets.Text)
    fields(chooser)["Category"].value = "Drink"
    fields(chooser)["Value"].value = "Cups"
    assert chooser.roles == Roles("Quarter", "Drink", "Cups", "")
    assert chooser.question == ""


def test_what_was_chosen_is_there_when_the_cell_is_run_again(tmp_path: Path) -> None:
    path = table(tmp_path)
    fields(ColumnChooser(path, unit="people"))["Unit"].value = "guests"
    again = ColumnChooser(path, unit="people")
    assert again.roles.unit == fields(again)["Unit"].value == "guests"


def test_its_text_is_the_same_each_time_and_names_no_folder(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path), unit="people")
    text = "visits.csv: Period=Month, Category=Library, Value=Visitors, Unit=people"
    assert repr(chooser) == text
    assert chooser._repr_mimebundle_()["text/plain"] == text


def test_it_speaks_the_language_of_the_track(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    chooser = ColumnChooser(table(tmp_path))
    assert set(fields(chooser)) == {"파일", "기간", "항목", "값", "단위"}
    assert chooser.sentence == "기간 열은 “Month”, 항목 열은 “Library”, 값 열은 “Visitors”입니다. "


def test_choosing_by_code_moves_the_fields(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path))
    chooser.choose(category="", unit="people")
    assert fields(chooser)["Unit"].value == "people"
    assert fields(chooser)["Category"].value == ""
    with pytest.raises(ValueError, match=r"no column “Moon”\. Columns: Month, Library, Visitors"):
        chooser.choose(period="Moon")


def test_an_uploaded_file_is_kept_and_chosen(tmp_path: Path) -> None:
    path = table(tmp_path)
    chooser = ColumnChooser(path)
    content = b"Year,Sold\n2023,5\n2024,7\n"
    for _ in range(2):
        _upload(chooser, "mine.csv", content)
    assert chooser.path.read_bytes() == content
    assert chooser.roles == Roles("Year", "", "Sold", "")
    _upload(chooser, "mine.csv", b"Year,Sold\n2023,6\n2024,8\n")
    assert chooser.path.name == "mine (2).csv"
    assert ColumnChooser(path).path == chooser.path
    fields(chooser)["File"].value = str(path)
    assert chooser.roles.category == "Library"


def test_a_file_from_a_folder_up_stays_in_the_folder_of_outputs(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path))
    _upload(chooser, "../../x.csv", b"Year,Sold\n2023,5\n")
    assert chooser.path.parent == (tmp_path / "outputs").resolve()


def test_what_is_no_table_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "no.csv").write_bytes(b"")
    for name in ("no.csv", "missing.csv"):
        chooser = ColumnChooser(tmp_path / name)
        assert chooser.question.startswith("This cannot be read as a table")
        assert str(tmp_path) not in repr(chooser)
        assert "✗" in said(chooser)


def test_names_are_not_taken_for_html(tmp_path: Path) -> None:
    chooser = ColumnChooser(table(tmp_path, **{"<b>Month</b>": ["2025-01", "2025-02"], "n": [1, 2]}))
    assert "<b>Month" not in said(chooser)


def test_it_is_offered_by_the_package() -> None:
    assert helpers.ColumnChooser is ColumnChooser


def _upload(chooser: ColumnChooser, name: str, content: bytes) -> None:
    (upload,) = inside(chooser, ipywidgets.FileUpload)
    upload.value = ()
    file = {"name": name, "type": "text/csv", "size": len(content), "content": memoryview(content)}
    upload.value = (file | {"last_modified": datetime(2026, 1, 1, tzinfo=UTC)},)
