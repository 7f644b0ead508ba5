"""Conversations about functions of many domains, turn by turn; and what must never be done without being asked for."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from helpers.server.providers.tutor.functions.amounts import figures_in
from helpers.server.providers.tutor.functions.consent import without_refusal
from helpers.server.providers.tutor.functions.schema import Parameter
from helpers.server.providers.tutor.functions.shapes import shaped_in
from helpers.server.providers.tutor.functions.spans import spans_in
from tests.function_questions import TOOLS
from tests.function_questions_daily import DAILY_TALKS, DAILY_TOOLS
from tests.function_questions_errands import ERRANDS_TALKS, ERRANDS_TOOLS
from tests.function_questions_fresh import FRESH_TALKS, FRESH_TOOLS
from tests.function_questions_more import MORE_TOOLS, TALKS, Talk
from tests.function_questions_traps import TRAPS_TALKS, TRAPS_TOOLS
from tests.tutor_chat import Chat

# Right at the first try, before anything was mended for them: 36 of the 64 of `more`, 16 of the 25 of `fresh`, 15 of
# the 44 of `daily`, 8 of the 15 of `errands` and 11 of the 15 of `traps`, each set written when all was mended for the
# one before.
SETS = {
    "more": (MORE_TOOLS, TALKS),
    "fresh": (FRESH_TOOLS, FRESH_TALKS),
    "daily": (DAILY_TOOLS, DAILY_TALKS),
    "errands": (ERRANDS_TOOLS, ERRANDS_TALKS),
    "traps": (TRAPS_TOOLS, TRAPS_TALKS),
}
CASES = [(tools[talk.tools], talk) for tools, talks in SETS.values() for talk in talks]


def agrees(wanted: Any, made: Any) -> bool:
    """True where a value is the wanted one, or one of the set of those that are all right."""
    if isinstance(wanted, set):
        return made in wanted
    if isinstance(wanted, dict):
        return isinstance(made, dict) and wanted.keys() == made.keys() and all(agrees(wanted[k], made[k]) for k in made)
    if isinstance(wanted, list | tuple):
        return len(wanted) == len(made) and all(map(agrees, wanted, made))
    return bool(wanted == made)


def chat_for(folder: Path, tools: tuple[dict[str, Any], ...], talk: Talk) -> Chat:
    return Chat(
        folder,
        tools,
        instructions=f"You are a helpful assistant. Today is {talk.today}.",
        tool_choice=talk.tool_choice,
        settings=talk.settings,
        program=lambda name, arguments: talk.outputs.get(name, {"status": "ok"}),
    )


@pytest.mark.parametrize(("tools", "talk"), CASES, ids=[talk.turns[0].question for _, talk in CASES])
def test_each_turn_leads_to_the_right_calls(tmp_path: Path, tools: tuple[dict[str, Any], ...], talk: Talk) -> None:
    chat = chat_for(tmp_path, tools, talk)
    for turn in talk.turns:
        before = len(chat.called)
        said = chat.ask(turn.question)
        made = chat.called[before:]
        rest = list(made)
        for wanted in turn.calls:
            same = next((call for call in rest if agrees(wanted, call)), None)
            assert same is not None, (turn.question, made, said)
            rest.remove(same)
        assert not rest, (turn.question, rest)
        assert all(words in said for words in turn.says), said
        assert "?" not in turn.says or chat.skill == "functions", said


def test_there_are_enough_of_them() -> None:
    assert len(TALKS) >= 60 and len(FRESH_TALKS) >= 25 and len(DAILY_TALKS) >= 40 and len(ERRANDS_TALKS) >= 15


@pytest.mark.parametrize(
    ("question", "words"),
    [("And lilies?", "Shall I call `place_order`"), ("백합은요?", "호출을 할까요?"), ("百合呢？", "要调用函数")],
)
def test_a_deed_is_not_repeated_for_a_question_but_offered(tmp_path: Path, question: str, words: str) -> None:
    chat = Chat(tmp_path, MORE_TOOLS["flowers"])
    chat.ask("Order 20 roses please")
    assert words in chat.ask(question) and len(chat.called) == 1
    chat.ask("Yes please" if question.isascii() else "네, 부탁해요")
    assert len(chat.called) == 2 and chat.called[1][1]["quantity"] == 20


@pytest.mark.parametrize("answer", ["No thanks", "아니요", "Thanks, that was all"])
def test_what_is_only_offered_is_not_done_without_a_yes(tmp_path: Path, answer: str) -> None:
    chat = Chat(tmp_path, MORE_TOOLS["flowers"])
    chat.ask("Order 20 roses please")
    chat.ask("And lilies?")
    chat.ask(answer)
    assert len(chat.called) == 1


@pytest.mark.parametrize(
    ("tools", "question"),
    [
        ("flowers", "Don't order roses"),
        ("flowers", "장미 20송이 주문하지 마세요"),
        ("flowers", "Did you order 20 roses?"),
        ("hotel", "Was booking HB-1 cancelled?"),
        ("transfers", "김민수에게 5만 원을 보냈나요?"),
        ("tables", "예약 TB-5가 취소되었나요?"),
    ],
)
def test_what_is_refused_or_only_asked_about_is_not_done(tmp_path: Path, tools: str, question: str) -> None:
    chat = Chat(tmp_path, MORE_TOOLS[tools])
    chat.ask(question)
    assert not chat.called


@pytest.mark.parametrize("question", ["장미도 15송이 주문해 주세요", "Also order 15 tulips, please"])
def test_a_deed_is_done_again_where_that_is_asked_for(tmp_path: Path, question: str) -> None:
    chat = Chat(tmp_path, MORE_TOOLS["flowers"])
    chat.ask("Order 20 roses please")
    chat.ask(question)
    assert len(chat.called) == 2 and chat.called[1][1]["quantity"] == 15


def test_a_field_of_an_earlier_output_is_told_without_a_call(tmp_path: Path) -> None:
    chat = Chat(
        tmp_path, MORE_TOOLS["crm"], program=lambda name, arguments: {"deal_id": "D-1", "value": 900, "owner": "Kim"}
    )
    chat.ask("Show me deal D-1")
    said = chat.ask("What was the value again?")
    assert "900" in said and "Kim" not in said and len(chat.called) == 1


def test_a_sum_of_its_own_is_no_question_about_an_earlier_output(tmp_path: Path) -> None:
    chat = Chat(tmp_path, MORE_TOOLS["crm"], program=lambda name, arguments: {"deal_id": "D-1", "cost": 900})
    chat.ask("Show me deal D-1")
    assert "27,000" in chat.ask("What do 15 tulips cost at 1,800 won each?")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ([{"id": 1, "item": "lamp"}, {"id": 2, "item": "desk"}], ["2 entries", "lamp", "desk"]),
        ({"error": "out of service"}, ["error", "out of service"]),
        ("", ["nothing"]),
        ("All fine", ["All fine"]),
        ({"owner": {"name": "Kim"}, "tags": ["new", "hot"]}, ["Kim", "new", "hot"]),
    ],
)
def test_any_kind_of_output_is_told(tmp_path: Path, output: Any, words: list[str]) -> None:
    chat = Chat(tmp_path, MORE_TOOLS["crm"], program=lambda name, arguments: output)
    said = chat.ask("Show me deal D-1")
    assert all(word in said for word in words), said


def test_a_description_that_begins_like_an_example_is_read(tmp_path: Path) -> None:
    tool = {
        "type": "function",
        "function": {
            "name": "drop_it",
            "description": "예약한 진료를 취소합니다",
            "parameters": json.loads('{"type": "object", "properties": {}}'),
        },
    }
    chat = Chat(tmp_path, (tool,))
    chat.ask("진료 예약 취소해 주세요")
    assert chat.called == [("drop_it", {})]


def test_the_shops_of_the_other_list_still_go_on_with_a_mere_name(tmp_path: Path) -> None:
    chat = Chat(tmp_path, TOOLS["weather"], program=lambda name, arguments: {"temperature": 20})
    chat.ask("서울 날씨 알려줘")
    chat.ask("부산은요?")
    assert len(chat.called) == 2


TODAY = date(2026, 5, 13)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("지난달 사용량", "2026-04-01", "2026-04-30"),
        ("last week", "2026-05-04", "2026-05-10"),
        ("本周的会议", "2026-05-11", "2026-05-17"),
        ("작년 2월에 찍은", "2025-02-01", "2025-02-28"),
        ("sales of 2024", "2024-01-01", "2024-12-31"),
        ("this weekend", "2026-05-16", "2026-05-17"),
    ],
)
def test_a_span_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    (span,) = spans_in(text, TODAY)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["다음 주 화요일", "下周三", "지난주말이 아니라 오늘"])
def test_a_day_of_a_week_is_no_week(text: str) -> None:
    assert all((span.last - span.first).days < 6 for span in spans_in(text, TODAY))


def test_a_value_is_known_by_the_look_of_the_examples() -> None:
    seat = Parameter("seat", "string", "Seat such as 14C")
    assert [match[0] for match in shaped_in("Not 22F but 3A, on 2026-05-13 at 10:30", seat)] == ["22F", "3A"]
    assert not list(shaped_in("22F", Parameter("seat", "string", "Seat")))


@pytest.mark.parametrize(
    ("text", "value"),
    [("three quarters of an hour", "45"), ("두 배 속도", "2"), ("one and a half times", "3/2")],
)
def test_amounts_may_be_written_in_words(text: str, value: str) -> None:
    figure = figures_in(text)[0]
    minutes = figure.value * 60 if figure.unit == "h" else figure.value
    assert minutes == Fraction(value)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Don't cancel RX-2, renew it", "RX-2 renew it"),
        ("RX-2 취소하지 말고 연장해 줘", "RX-2 연장해 줘"),
        ("Don't cancel RX-2", "Don't cancel RX-2"),
    ],
)
def test_only_what_is_refused_is_left_out(text: str, left: str) -> None:
    assert without_refusal(text) == left
