"""The form of answers about data: JSON, sentences, bullets, tone and language, by instruction, question or format."""

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.tutor_chat import Chat
from tests.tutor_talk import skill_of, talk

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


PRICE = "원가 5,000원에 마크업 20%를 붙이면 판매가는 얼마인가요?"
PRICED = "A bouquet costs $5 with a 20% markup. What is the price?"


@pytest.mark.parametrize(
    ("question", "instructions", "expected"),
    [
        (f"{PRICE} 표로 답해 주세요", "", "| 답 | 6,000원 |"),
        (PRICED, "Answer as a table.", "| Answer | $6.00 |"),
        (f"{PRICE} 단계별로 설명해 주세요", "", "1. 5,000 × (1 + 0.2) = 6,000원\n2. 판매가는 6,000원입니다."),
        (PRICED, "Show your work step by step.", "1. 5 × (1 + 0.2) = $6.00\n2. The selling price is $6.00."),
        (PRICED, "Answer in at most 8 words.", "The selling price is $6.00."),
        (PRICE, "15자 이내로 답하세요.", "판매가는 6,000원입니다."),
        (PRICE, "해요체로 답하세요.", "판매가는 6,000원이에요."),
        (PRICED, "Always answer in French.", "Korean, English and Chinese only"),
        (f"{PRICED} Answer in uppercase.", "", "THE SELLING PRICE IS $6.00."),
        (f"{PRICED} 한국어로 답해 줘", "Answer in English.", "판매가는 6달러입니다."),
        (f"{PRICE} 자세히 설명해 줘", "한 문장으로만 답하세요.", "계산:"),
        (f"{PRICE} 존댓말로 답해 주세요", "반말로 답해.", "6,000원입니다."),
        (f"{PRICE} 세 문장으로 답해 줘", "", "계산:"),
    ],
)
def test_the_form_of_a_sum(question: str, instructions: str, expected: str) -> None:
    assert expected in talk(question, instructions=instructions)


def test_the_question_has_the_last_word_on_length() -> None:
    assert talk(PRICE, instructions="한 문장으로만 답하세요.") == "판매가는 6,000원입니다."


def test_no_bullets_where_they_are_forbidden() -> None:
    assert not talk(PRICED, instructions="Do not use bullet points.").startswith("-")
    assert talk(PRICED, instructions="Use bullet points.").startswith("- ")


def test_json_by_words_with_the_keys_that_are_named() -> None:
    assert json.loads(talk(f"{PRICED} Reply in JSON with keys price and currency.")) == {"price": 6, "currency": "USD"}
    assert json.loads(talk(f"{PRICE} JSON 형식으로만 답하세요"))["value"] == 6000


STEP = {"type": "object", "properties": {"explanation": {"type": "string"}, "output": {"type": "string"}}}


@pytest.mark.parametrize("question", [PRICE, "how can I solve 8x + 7 = -23", "Convert 60 mph to km/h"])
def test_a_schema_of_steps_by_reference(question: str) -> None:
    shape = {
        "type": "object",
        "$defs": {"step": STEP},
        "properties": {
            "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}},
            "final_answer": {"type": "string"},
        },
    }
    wanted = {"type": "json_schema", "json_schema": {"name": "maths", "strict": True, "schema": shape}}
    found = json.loads(talk(question, response_format=wanted))
    assert found["steps"] and all(step["explanation"] and step["output"] for step in found["steps"])
    assert re.search(r"\d", found["final_answer"])


def test_each_number_of_a_sum_goes_to_its_own_property() -> None:
    wanted = schema(
        cost={"type": "number"},
        markup_percent={"type": "number"},
        selling_price={"type": "integer"},
        currency={"type": "string", "enum": ["USD", "KRW", "EUR"]},
        discount={"anyOf": [{"type": "number"}, {"type": "null"}]},
        kind={"type": "string", "enum": ["chat", "math", "other"]},
        version={"const": 2},
        detail={"type": "object", "properties": {"value": {"type": "number"}, "unit": {"type": "string"}}},
    )
    assert json.loads(talk(PRICE, response_format=wanted)) == {
        "cost": 5000,
        "markup_percent": 20,
        "selling_price": 6000,
        "currency": "KRW",
        "discount": None,
        "kind": "math",
        "version": 2,
        "detail": {"value": 6000, "unit": "원"},
    }


def test_a_schema_is_filled_from_the_words_of_the_question() -> None:
    wanted = schema(name={"type": "string"}, age={"type": "integer"}, city={"type": "string"})
    found = json.loads(
        talk("김민지는 29살이고 부산에 살아요.", instructions="정보를 추출하세요.", response_format=wanted)
    )
    assert found == {"name": "김민지", "age": 29, "city": "부산"}


def test_what_the_words_do_not_hold_is_null_or_not_filled_at_all() -> None:
    loose = schema(name={"type": "string"}, phone={"type": ["string", "null"]})
    found = json.loads(talk("Extract: John Smith, 54", response_format=loose))
    assert found["phone"] is None
    strict = schema(sentiment={"type": "string", "enum": ["positive", "negative"]})
    assert skill_of("Extract: it came on Monday.", response_format=strict) == "limits"
