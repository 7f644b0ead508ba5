"""Sums, conversations and requests out of reach, as somebody asks them who does not know the tutor's rules."""

import json
import re
from typing import Any

import pytest

from tests.tutor_talk import skill_of, talk
from tests.word_questions_more import (
    CONVERSATIONS,
    FIRST_SUMS,
    HALF_IN_REACH,
    OUT_OF_REACH,
    SECOND_SUMS,
    THIRD_SUMS,
    TRAPS,
    UNIT_SUMS,
    UNIT_THREADS,
    WHILE_BUILDING,
    Held,
    Thread,
)

SUMS = [*FIRST_SUMS, *SECOND_SUMS, *THIRD_SUMS, *WHILE_BUILDING, *UNIT_SUMS]
LAST_WORDS = re.compile(r"Worked out|계산:|计算：")


@pytest.mark.parametrize("code", [False, True], ids=["head", "code"])
@pytest.mark.parametrize(("questions", "held"), SUMS)
def test_the_right_number_is_in_the_answer(questions: Thread, held: Held, code: bool) -> None:
    answer = LAST_WORDS.split(talk(*questions, code=code))[0]
    assert [piece for piece in held if piece not in answer] == []


@pytest.mark.parametrize(("questions", "held", "absent", "settings"), CONVERSATIONS)
def test_what_was_said_before_counts(questions: Thread, held: Held, absent: Held, settings: dict[str, Any]) -> None:
    answer = talk(*questions, **settings)
    assert [piece for piece in held if piece not in answer] == []
    assert [piece for piece in absent if piece in answer] == []


def test_a_response_format_is_kept() -> None:
    wanted = [settings for *_, settings in CONVERSATIONS if "response_format" in settings]
    threads = [(questions, settings) for questions, _, _, settings in CONVERSATIONS if "response_format" in settings]
    assert len(wanted) >= 3
    for questions, settings in threads:
        found = json.loads(talk(*questions, **settings))
        schema = settings["response_format"].get("json_schema", {}).get("schema", {})
        assert set(schema.get("required", [])) <= set(found)


@pytest.mark.parametrize("question", OUT_OF_REACH)
def test_nothing_is_made_up(question: str) -> None:
    assert skill_of(question) == "limits"


@pytest.mark.parametrize(("questions", "held"), HALF_IN_REACH)
def test_the_half_that_is_a_sum_is_answered(questions: Thread, held: Held) -> None:
    answer = talk(*questions)
    assert skill_of(questions[0]) == "limits"
    assert [piece for piece in held if piece not in answer] == []


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("A shop sold 120 apples on Monday and 45 on Tuesday. Ann likes apples. How many did it sell in total?", "165"),
        ("Ann has 3 red pens and 5 blue pens. Bob has 9 pens. How many pens does Ann have?", "8"),
        ("민수는 사과 3개와 배 5개를 샀고 지우는 귤 7개를 샀습니다. 지우는 몇 개를 샀나요?", "7개"),
    ],
)
def test_a_story_is_understood_wholly_or_refused(question: str, held: str) -> None:
    answer = talk(question)
    assert held in answer or skill_of(question) == "limits"


def test_a_story_that_is_not_understood_is_refused_as_such() -> None:
    assert "give no number rather than a wrong one" in talk("A ship has 26 sheep and 10 goats. How old is the captain?")
    assert "틀린 수를 말하지 않도록" in talk("배에 양 26마리와 염소 10마리가 있습니다. 선장은 몇 살인가요?")


def test_a_wish_for_all_answers_stands_until_another_one() -> None:
    assert "입니다" in talk("Answer in Korean from now on.", "What is 7% of 300?", "And of 400?")
    assert talk("앞으로 숫자만 답해 주세요.", "300의 7%는?") == "21"


def test_the_second_of_a_list_is_the_one_of_the_newest_list() -> None:
    threads = ("I like plums, pears and figs.", "My dogs are Rex and Bella.", "What was the second one?")
    assert "Bella" in talk(*threads)


@pytest.mark.parametrize(("questions", "held"), UNIT_THREADS)
def test_a_question_that_leans_on_a_sum_goes_on_with_it(questions: Thread, held: Held) -> None:
    answer = LAST_WORDS.split(talk(*questions))[0]
    assert [piece for piece in held if piece not in answer] == []


@pytest.mark.parametrize(("questions", "held"), TRAPS)
def test_a_chain_of_numbers_is_right_or_refused(questions: Thread, held: Held) -> None:
    answer = LAST_WORDS.split(talk(*questions))[0]
    assert skill_of(questions[0]) != "arithmetic" or all(piece in answer for piece in held)


@pytest.mark.parametrize(
    "question",
    [
        "A shelf has 120 books and takes 9qx per day for 30 days at $2 per day. What is the total cost?",
        "물건이 개당 150원이고 하루에 9zz를 쓰면 30일 요금은 얼마인가요?",
    ],
)
def test_figures_before_unknown_letters_are_not_left_out(question: str) -> None:
    assert skill_of(question) != "arithmetic"
