"""Conversations about functions of many domains, turn by turn; and what must never be done without being asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.function_questions import TOOLS
from tests.function_questions_fresh import FRESH_TALKS, FRESH_TOOLS
from tests.function_questions_more import MORE_TOOLS, TALKS, Talk
from tests.tutor_chat import Chat

# First tried, before anything was mended for them: 36 of the 64, and 16 of the 25 that were written at the end.
ALL_TOOLS = {**MORE_TOOLS, **{f"fresh {name}": tools for name, tools in FRESH_TOOLS.items()}}
CASES = [*[(talk.tools, talk) for talk in TALKS], *[(f"fresh {talk.tools}", talk) for talk in FRESH_TALKS]]


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
def test_each_turn_leads_to_the_right_calls(tmp_path: Path, tools: str, talk: Talk) -> None:
    chat = chat_for(tmp_path, ALL_TOOLS[tools], talk)
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
    assert len(TALKS) >= 60 and len(FRESH_TALKS) >= 25


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
