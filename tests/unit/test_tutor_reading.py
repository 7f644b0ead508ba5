"""How the tutor reads a file: it tries, sees what went wrong, writes a better line, and says so where nothing helps."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.server.providers.tutor.data.periods import find_periods
from helpers.server.providers.tutor.data.reading import error_in
from tests.tutor_chat import Chat
from tests.tutor_tables import TABLES

QUESTION = "분기별 매출을 선 그래프로 그려 주세요"


@pytest.mark.parametrize(
    ("values", "grain", "canonical"),
    [
        (["2022-Q1", "2022-Q2"], "quarter", ["2022-Q1", "2022-Q2"]),
        (["2022Q1", "2022Q4"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["2022 Q1", "2022 Q4"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["Q1 2022", "Q4 2022"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["1Q22", "4Q22"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["2022년 1분기", "2022년 4분기"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["2022년1분기", "2022년4분기"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["22년 1분기", "22년 4분기"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["2022年第1季度", "2022年第4季度"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["2022-03-31", "2022-12-31"], "quarter", ["2022-Q1", "2022-Q4"]),
        (["31/03/2022", "30/06/2022"], "quarter", ["2022-Q1", "2022-Q2"]),
        (["03/31/2022", "06/30/2022"], "month", ["2022-03", "2022-06"]),
        (["2022. 3. 5.", "2022. 11. 6."], "month", ["2022-03", "2022-11"]),
        (["20220305", "20221106"], "month", ["2022-03", "2022-11"]),
        (["2022년 3월", "2022년 11월"], "month", ["2022-03", "2022-11"]),
        (["Mar 2022", "Nov 2022"], "month", ["2022-03", "2022-11"]),
        (["5 Mar 2022", "6 Nov 2022"], "year", ["2022", "2022"]),
        (["2021년", "2022년"], "year", ["2021", "2022"]),
        (["FY2021", "FY2022"], "year", ["2021", "2022"]),
    ],
)
def test_periods_are_recognised_and_made_sortable(values: list[str], grain: str, canonical: list[str]) -> None:
    periods = find_periods([("period", "text", values)])
    assert periods is not None
    scope = {"pd": pd, "df": pd.DataFrame({"period": values})}
    exec("\n".join(periods.lines(grain, "en")), scope)
    assert list(scope["df"][periods.column(grain, "en")]) == canonical


def test_year_and_quarter_may_stand_in_columns_of_their_own() -> None:
    frame = pd.DataFrame({"Year": [2022, 2022, 2023], "Quarter": ["Q1", "Q2", "Q1"]})
    columns = [("Year", "number", ["2022", "2023"]), ("Quarter", "text", ["Q1", "Q2"])]
    periods = find_periods(columns)
    assert periods is not None
    scope = {"pd": pd, "df": frame}
    exec("\n".join(periods.lines("quarter", "en")), scope)
    assert list(frame["quarter"]) == ["2022-Q1", "2022-Q2", "2023-Q1"]


def test_prices_are_not_taken_for_years() -> None:
    assert find_periods([("price", "number", ["1990", "2050", "12000"])]) is None


@pytest.mark.parametrize("name", ["cafe", "bikes", "shops", "branches", "energy"])
def test_a_file_that_does_not_read_at_once_is_read_after_mending(name: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES[name](tmp_path / "source")
    chat = Chat(tmp_path)
    chat.ask("데이터의 열을 설명해 주세요", path)
    assert len(chat.failures) == 1
    assert "LOOK:" in chat.calls[2].logs


def test_a_file_is_looked_at_once_in_a_thread(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES["scores"](tmp_path / "source")
    chat = Chat(tmp_path)
    chat.ask("반별 평균 수학 점수는?", path)
    chat.ask("성별 평균 영어 점수는?")
    assert sum("LOOK:" in call.logs for call in chat.calls) == 1


def test_a_new_file_of_the_same_name_is_looked_at_again(tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    for number, header in enumerate(("city,sales", "city,visitors")):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "data.csv").write_text(f"{header}\nSeoul,{number + 3}\nBusan,{number + 5}\n", encoding="utf-8")
        answer = chat.ask(f"Total {header.split(',')[1]} by city", folder / "data.csv")
    assert "visitors" in answer
    assert "| Busan | 6 |" in answer


@pytest.mark.parametrize("question", [QUESTION, "Give me two insights", "Make a slide deck"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", ("비어", "empty")),
        (np.random.default_rng(0).integers(0, 256, 5000, dtype=np.uint8).tobytes(), ("표가 아닙니다", "not a table")),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, ("PNG", "PNG")),
        (b"name,city\nAnn,Paris\nBob,Rome\nEve,Oslo\n", ("숫자 열이 없", "no column of numbers")),
        (b"quarter,A,B\n", ("값이 한 줄도 없", "no rows")),
    ],
    ids=["empty", "noise", "picture", "no numbers", "header only"],
)
def test_what_is_wrong_with_a_file_is_said_plainly(
    content: bytes, says: tuple[str, str], question: str, tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    path = tmp_path / "source" / "report.csv"
    path.write_bytes(content)
    answer = Chat(tmp_path).ask(question, path)
    assert says[question != QUESTION] in answer
    assert "report.csv" in answer
    assert "Traceback" not in answer


@pytest.mark.parametrize("question", [QUESTION, "Give me two insights", "Make a slide deck"])
def test_a_single_row_is_answered_without_pretending_a_trend(question: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path = tmp_path / "source" / "one.csv"
    path.write_text("quarter,A,B\n2024-Q1,3,4\n", encoding="utf-8")
    answer = Chat(tmp_path).ask(question, path)
    assert "하나뿐" in answer or "a single row" in answer


def test_without_a_file_it_is_asked_for(tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    assert "attachments" in chat.ask("데이터를 분석해서 그래프로 그려 주세요")
    assert not chat.calls


def test_without_the_code_interpreter_the_line_that_switches_it_on_is_shown(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES["startup"](tmp_path / "source")
    answer = Chat(tmp_path, tools=()).ask("Plot net income by quarter", path)
    assert 'tools=[{"type": "code_interpreter"}]' in answer


def test_a_period_that_the_table_lacks_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES["scores"](tmp_path / "source")
    assert "2023" in Chat(tmp_path).ask("2023년 반별 평균 수학 점수는?", path).splitlines()[-1]


def test_an_error_is_told_from_a_table_of_words() -> None:
    assert error_in("Traceback (most recent call last):\n  ...\nKeyError: 'x'") == "KeyError: 'x'"
    assert error_in("Error rate\n0.1\n0.2") is None
