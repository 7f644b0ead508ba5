"""The form of answers about data: JSON, sentences, bullets, tone and language, by instruction, question or format."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.tutor_chat import Chat

CHANNELS = Path(__file__).parents[2] / "assets" / "data" / "channels_en.csv"


@pytest.fixture
def totals() -> "pd.Series[int]":
    return pd.read_csv(CHANNELS).groupby("Channel").Revenue.sum()


def ask(folder: Path, question: str, **form: Any) -> str:
    return Chat(folder, **form).ask(question, CHANNELS)


def schema(**properties: Any) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": "x", "schema": {"type": "object", "properties": properties}}}


def test_a_free_json_object_holds_the_rows(tmp_path: Path, totals: "pd.Series[int]") -> None:
    found = json.loads(ask(tmp_path, "Revenue by channel", response_format={"type": "json_object"}))
    assert {row["Channel"]: row["Revenue"] for row in found["rows"]} == totals.to_dict()
    assert "|" not in found["answer"]


def test_a_single_number_is_the_value(tmp_path: Path, totals: "pd.Series[int]") -> None:
    found = json.loads(ask(tmp_path, "What is the total revenue?", response_format={"type": "json_object"}))
    assert found["value"] == totals.sum()


def test_a_schema_is_filled_by_name_and_type(tmp_path: Path, totals: "pd.Series[int]") -> None:
    wanted = schema(
        best_channel={"type": "string"},
        lowest={"type": "string"},
        total={"type": "number"},
        channels={
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "channel": {"type": "string"},
                    "revenue": {"type": "integer"},
                    "share": {"type": "number"},
                },
            },
        },
    )
    found = json.loads(ask(tmp_path, "Revenue by channel", response_format=wanted))
    assert found["best_channel"] == totals.idxmax() and found["lowest"] == totals.idxmin()
    assert found["total"] == totals.sum()
    assert {row["channel"]: row["revenue"] for row in found["channels"]} == totals.to_dict()
    assert sum(row["share"] for row in found["channels"]) == pytest.approx(100, abs=0.2)


def test_insights_fill_a_list_of_strings(tmp_path: Path) -> None:
    found = json.loads(
        ask(
            tmp_path,
            "Give me two insights",
            response_format=schema(insights={"type": "array", "items": {"type": "string"}}),
        )
    )
    assert len(found["insights"]) == 2
    assert not any(line.startswith("-") for line in found["insights"])


def test_in_one_sentence(tmp_path: Path) -> None:
    answer = ask(tmp_path, "In one sentence: how did revenue of Online develop by year?")
    assert "\n" not in answer and "1,906,900" in answer and answer.count(". ") == 0


def test_one_sentence_keeps_the_link(tmp_path: Path) -> None:
    answer = ask(tmp_path, "연도별 매출을 선 그래프로 그려 chart.png로 저장하고 한 문장으로 설명해 줘")
    assert "sandbox:/mnt/data/chart.png" in answer and "|" not in answer


def test_one_line_for_each_series_is_about_the_chart(tmp_path: Path) -> None:
    answer = ask(tmp_path, "Plot revenue by year, one line for each channel")
    assert answer.count("\n- ") == 3


def test_bullet_points(tmp_path: Path) -> None:
    answer = ask(tmp_path, "Revenue by channel, as bullet points")
    assert all(line.startswith("- ") for line in answer.splitlines())


def test_number_only(tmp_path: Path, totals: "pd.Series[int]") -> None:
    assert ask(tmp_path, "전체 매출은 얼마야? 숫자만 답해 줘") == str(totals.sum())


@pytest.mark.parametrize("instructions", ["항상 반말로 답하세요.", "친구처럼 반말로."])
def test_the_tone_of_the_instructions(instructions: str, tmp_path: Path) -> None:
    answer = ask(tmp_path, "채널별 매출을 알려줘", instructions=instructions)
    assert "니다" not in answer


@pytest.mark.parametrize(
    ("question", "instructions"), [("채널별 매출을 알려줘", "English only."), ("채널별 매출을 영어로 알려줘", "")]
)
def test_the_language_asked_for(question: str, instructions: str, tmp_path: Path) -> None:
    assert "has the highest" in ask(tmp_path, question, instructions=instructions)
