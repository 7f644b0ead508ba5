"""`workshop.py deck` with the reader's own tables: which column is what, asked for where it cannot be told."""

from pathlib import Path

import pandas as pd
import pytest
from pptx import Presentation

import workshop
from helpers.deck import cli
from helpers.deck.columns import NeedsRoles, Roles, columns_of, remarks, settled
from helpers.deck.sheets import as_csv
from helpers.server.providers.tutor.data.roles import column_for, roles_in
from tests.tutor_chat import Chat


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "en")


def orders() -> pd.DataFrame:
    """Two columns of dates, two of categories, two of numbers."""
    days = pd.date_range("2023-01-05", periods=72, freq="15D")
    return pd.DataFrame(
        {
            "Ordered": days.strftime("%Y-%m-%d"),
            "Shipped": (days + pd.Timedelta(days=40)).strftime("%Y-%m-%d"),
            "Area": ["North", "South", "West"] * 24,
            "Tier": ["Gold", "Base"] * 36,
            "Amount": [100 + 7 * n for n in range(72)],
            "Points": [5 + n % 9 for n in range(72)],
        }
    )


@pytest.fixture
def ambiguous(tmp_path: Path) -> Path:
    orders().to_csv(tmp_path / "orders.csv", index=False)
    return tmp_path / "orders.csv"


def test_columns_are_told_apart(ambiguous: Path) -> None:
    columns = columns_of(ambiguous)
    assert columns.periods == ("Ordered", "Shipped")
    assert columns.categories == ("Area", "Tier")
    assert columns.values == ("Amount", "Points")
    assert not columns.is_wide


@pytest.mark.parametrize(
    ("cells", "is_period"),
    [
        (["2024-01", "2024-02"], True), (["2024년 1분기", "2024년 2분기"], True), (["Q1 2024", "Q2 2024"], True),
        (["1Q24", "2Q24"], True), (["Jan 2024", "Feb-24"], True), (["2024.1.5", "2024.1.6"], True),
        (["2024/01/05 10:30", "2024/01/06 11:00"], True), (["2021년", "2022년"], True),
        (["02/01/2024", "03/01/2024"], True),
        (["서울", "부산"], False), (["Model 3000", "Model 2024x"], False), (["A1", "B2"], False),
    ],
)  # fmt: skip
def test_periods_are_known_in_the_ways_people_write_them(cells: list[str], is_period: bool, tmp_path: Path) -> None:
    pd.DataFrame({"x": cells, "n": [1, 2]}).to_csv(tmp_path / "t.csv", index=False)
    assert (columns_of(tmp_path / "t.csv").periods == ("x",)) is is_period


def test_numbers_like_years_are_values_unless_the_column_says_year(tmp_path: Path) -> None:
    pd.DataFrame({"year": [2023, 2024], "sold": [1990, 2010]}).to_csv(tmp_path / "t.csv", index=False)
    columns = columns_of(tmp_path / "t.csv")
    assert (columns.periods, columns.values) == (("year",), ("sold",))


def test_two_columns_of_dates_are_asked_about_and_an_answer_settles_it(ambiguous: Path) -> None:
    columns = columns_of(ambiguous)
    with pytest.raises(NeedsRoles, match=r'2 columns could hold the periods: Ordered, Shipped.*--period "Ordered"'):
        settled(columns, Roles())
    roles = settled(columns, Roles(period="shipped"))
    assert roles.period == "Shipped"
    notes = remarks(columns, roles)
    assert any("Amount, Points" in note and "--value" in note for note in notes)
    assert any("Area, Tier" in note and "--category" in note for note in notes)
    assert remarks(columns, Roles("Shipped", "Area", "Amount")) == []


def test_a_year_and_a_month_column_are_one_period(tmp_path: Path) -> None:
    table = pd.DataFrame({"year": ["2023", "2024"] * 3, "month": [1, 2, 3] * 2, "sold": range(6)})
    table.to_csv(tmp_path / "t.csv", index=False)
    assert settled(columns_of(tmp_path / "t.csv"), Roles()) == Roles()


def test_a_name_that_is_no_column_is_said_with_the_nearest_one(ambiguous: Path) -> None:
    columns = columns_of(ambiguous)
    with pytest.raises(NeedsRoles, match=r"--value: there is no column “Amonut”. Did you mean “Amount”"):
        settled(columns, Roles(period="Ordered", value="Amonut"))


def test_of_a_wide_table_value_and_category_are_free_names(tmp_path: Path) -> None:
    table = pd.DataFrame({"quarter": ["2024-Q1", "2024-Q2"], "Rome": [1, 2], "Oslo": [3, 4]})
    table.to_csv(tmp_path / "t.csv", index=False)
    roles = Roles(category="city", value="rentals")
    assert settled(columns_of(tmp_path / "t.csv"), roles) == roles


def test_only_numbers_need_a_word_and_what_cannot_be_read_is_left_to_the_assistant(tmp_path: Path) -> None:
    pd.DataFrame({"a": [1, 2], "b": [3, 4]}).to_csv(tmp_path / "t.csv", index=False)
    with pytest.raises(NeedsRoles, match="No column looks like periods or categories"):
        settled(columns_of(tmp_path / "t.csv"), Roles())
    (tmp_path / "x.csv").write_bytes(b"")
    assert settled(columns_of(tmp_path / "x.csv"), Roles(value="n")) == Roles(value="n")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_assistant_understands_the_sentence(language: str) -> None:
    said = Roles("주문일", "지역", "금액 (원)", "만원").sentence(language)
    heard = roles_in(["그래프를 그려 주세요", said + "Plot it."])
    assert (heard.period, heard.category, heard.value, heard.unit) == ("주문일", "지역", "금액 (원)", "만원")
    assert Roles().sentence(language) == ""


def test_the_newest_words_win_and_columns_are_found_without_their_unit() -> None:
    assert roles_in(["The value column is “b”.", "The value column is “a”."]).value == "b"
    assert column_for("revenue", ["Revenue (EUR)", "Cost (EUR)"]) == "Revenue (EUR)"
    assert column_for("profit", ["Revenue", "Cost"]) == ""


def words_of(path: Path) -> str:
    slides = Presentation(str(path)).slides
    return "\n".join(" ".join(s.text_frame.text.split()) for slide in slides for s in slide.shapes if s.has_text_frame)


def test_the_deck_is_about_the_columns_that_were_named(ambiguous: Path, tmp_path: Path) -> None:
    chat = Chat(tmp_path / "chat")
    (tmp_path / "chat").mkdir(exist_ok=True)
    roles = Roles("Shipped", "Tier", "Points", "points")
    chat.ask(roles.sentence("en") + cli.WORDS["en"]["chart"], ambiguous)
    chat.ask(cli.WORDS["en"]["deck"])
    deck = tmp_path / "chat" / "deck.pptx"
    words = words_of(deck)
    assert " points" in words and "Area" not in words and "North" not in words
    chart = next(shape.chart for slide in Presentation(str(deck)).slides for shape in slide.shapes if shape.has_chart)
    assert {series.name for series in chart.plots[0].series} == {"Gold", "Base"}
    drawn = sum(value or 0 for series in chart.plots[0].series for value in series.values)
    assert drawn == orders()["Points"].sum()


def test_one_sheet_of_a_workbook_is_sent_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"note": ["nothing"]}).to_excel(book, sheet_name="Read me", index=False)
        orders().to_excel(book, sheet_name="Orders/24".replace("/", " "), index=False)
    name, content = as_csv(path, "orders 24")
    assert name == "book_Orders 24.csv"
    assert content.decode("utf-8-sig").startswith("Ordered,Shipped,Area")
    with pytest.raises(NeedsRoles, match=r"there is no sheet “x”. Sheets: Read me, Orders 24"):
        as_csv(path, "x")
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    with pytest.raises(NeedsRoles, match="cannot be opened as an Excel file"):
        as_csv(tmp_path / "t.csv", "x")


def test_the_command_asks_in_one_sentence_before_anything_is_made(
    ambiguous: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(**_: object) -> None:
        raise AssertionError("nothing may be connected to before the columns are known")

    monkeypatch.setattr(cli, "connect", never)
    assert cli.main(["--data", str(ambiguous), "--out", str(tmp_path / "x.pptx"), "--lang", "en"]) == 1
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert "--period" in said and "Traceback" not in said
    assert not (tmp_path / "x.pptx").exists()


def test_workshop_py_hands_the_roles_on(ambiguous: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--date", "Shipped", "--value", "Amonut", "--category", "Area", "--unit", "EUR"]
    command = workshop.read_command(["deck", "--data", str(ambiguous), "--out", "x.pptx", *words])
    assert cli.main(command.arguments) == 1
    assert "Did you mean “Amount”" in capsys.readouterr().err
