"""What was told, asked and answered in a thread, told back: names, likes, numbers, earlier results."""

import json

import pytest

from tests.tutor_talk import skill_of, talk

TOLD = [
    (("제 이름은 민지이고 파란색을 좋아해요.", "200의 10%는?", "제가 좋아하는 색이 뭐라고 했죠?"), "파란색"),
    (("저는 부산에 살고 고양이를 두 마리 키워요.", "제가 어디에 산다고 했죠?"), "부산"),
    (("I'm allergic to peanuts.", "What am I allergic to?"), "peanuts"),
    (("我住在上海，今年三十岁。", "我住在哪里？"), "上海"),
    (("My name is Daniel and I have two cats.", "What is 7 times 8?", "How many cats do I have?"), "two"),
    (("우리 회사 직원은 42명이에요.", "우리 회사 직원이 몇 명이라고 했지?"), "42명"),
    (("Our deadline is Friday and the budget is $2,000.", "What's our deadline?"), "Friday"),
    (("My favourite colour is teal.", "What's 2+2?", "Which colour do I like?"), "teal"),
    (("저는 꽃집에서 일해요.", "제 직업이 뭐라고 했죠?"), "꽃집"),
    (("제 취미는 등산이에요.", "내 취미가 뭐라고 했지?"), "등산"),
    (("I moved to Berlin last year.", "Where do I live?"), "Berlin"),
    (("우리 강아지는 세 살이에요.", "우리 강아지가 몇 살이라고 했죠?"), "세 살"),
]

# Written before the memory was mended and looked at only afterwards.
KEPT_APART_TOLD = [
    (("안녕하세요, 저는 서연이고 초록색을 좋아합니다.", "50의 30%는?", "내가 무슨 색을 좋아한다고 했지?"), "초록색"),
    (("Hi, I'm Sofia. I work as a nurse in Madrid.", "What's my name?"), "Sofia"),
    (("Hi, I'm Sofia. I work as a nurse in Madrid.", "What is my job?"), "nurse"),
    (("우리 집 강아지 이름은 초코예요.", "강아지 이름이 뭐라고 했더라?"), "초코"),
    (("My favorite food is ramen.", "20 + 22", "What food do I like best?"), "ramen"),
    (("我的生日是五月一日。", "1+1", "我的生日是哪天？"), "五月一日"),
    (("I live in Seoul and my budget is 50,000 won.", "Where do I live?"), "Seoul"),
]

ASKED_AND_ANSWERED = [
    (("15 * 4", "What's the capital of Spain?", "What was my first question?"), "15 * 4"),
    (("3의 제곱은?", "사과 2개에 1,000원이면 6개는?", "내가 맨 처음에 뭐라고 물어봤지?"), "3의 제곱"),
    (("300의 20%는?", "방금 답이 뭐였죠?"), "60"),
    (("What is 25% of 60?", "What was your answer?"), "15"),
    (("300의 20%는?", "7 곱하기 8은?", "첫 번째 답이 뭐였죠?"), "60"),
    (("What is 25% of 60?", "4 * 4", "How many questions have I asked?"), "2"),
]


@pytest.mark.parametrize("code", [False, True], ids=["head", "code"])
@pytest.mark.parametrize(("questions", "expected"), [*TOLD, *KEPT_APART_TOLD, *ASKED_AND_ANSWERED])
def test_what_was_said_is_told_back(questions: tuple[str, ...], expected: str, code: bool) -> None:
    assert expected in talk(*questions, code=code)


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (("Our deadline is Friday and the budget is $2,000.", "How much is 15% of our budget?"), "$300"),
        (("우리 예산은 200만원이에요.", "우리 예산의 15%는 얼마죠?"), "300,000원"),
        (("원가는 4,000원입니다.", "마진 25%를 붙이면 얼마인가요?", "그 가격에 3개를 사면"), "15,000원"),
    ],
)
def test_what_was_told_is_counted_with(questions: tuple[str, ...], expected: str) -> None:
    assert expected in talk(*questions)


def test_the_newest_word_counts() -> None:
    assert "초록색" in talk(
        "저는 파란색을 좋아해요.", "아니, 저는 초록색을 좋아해요.", "제가 좋아하는 색이 뭐라고 했죠?"
    )


@pytest.mark.parametrize("question", ["제 취미가 뭐라고 했죠?", "What is my favorite color?", "我的生日是哪天？"])
def test_what_was_not_told_is_not_made_up(question: str) -> None:
    assert "42" in talk("우리 팀은 42명입니다.", "우리 팀은 몇 명이라고 했죠?")
    said = talk("우리 팀은 42명입니다.", question)
    assert "42" not in said


@pytest.mark.parametrize(
    "told", ["저는 부산에 살고 고양이를 두 마리 키워요.", "I'm allergic to peanuts.", "我住在上海，今年三十岁。"]
)
def test_what_is_told_is_acknowledged_in_its_own_words(told: str) -> None:
    assert skill_of(told) == "conversation"
    assert told.rstrip(".。") in talk(told)


@pytest.mark.parametrize(
    "text", ["이 쓸모없는 기계야", "I want to go home", "저는 파이를 그리고 싶어요", "Please help my team"]
)
def test_wishes_and_insults_are_no_facts(text: str) -> None:
    assert skill_of(text) != "conversation"


@pytest.mark.parametrize(
    "riddle",
    [
        "I think of a number, double it and subtract 9. The result is 15. What is the number?",
        "I sold it with a 40% markup. What was the price?",
    ],
)
def test_what_a_riddle_tells_is_not_its_answer(riddle: str) -> None:
    assert skill_of(riddle) == "arithmetic"


def test_a_memory_fills_a_schema_with_the_value_alone() -> None:
    schema = {"type": "object", "properties": {"name": {"type": "string"}}}
    wanted = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema}}
    assert json.loads(talk("My name is Dan.", "What is my name?", response_format=wanted)) == {"name": "Dan"}


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (("I have a cat. Which flowers should I not keep?",), "a cat"),
        (("My favorite flower is the tulip.", "Which flowers bloom in winter?"), "tulip"),
        (("Our budget is $3,000.", "What budget should a shop have?"), "3,000"),
        (("My dog is called Rex. How often should I walk it?",), "Rex"),
        (("제 고양이 이름은 나비예요.", "고양이는 몇 살까지 살아요?"), "나비"),
        (("제 생일은 5월 3일이에요.", "생일 선물은 뭐가 좋을까요?"), "5월 3일"),
    ],
)
def test_a_question_on_something_else_is_not_answered_from_memory(questions: tuple[str, ...], told: str) -> None:
    assert told not in talk(*questions)


def test_what_was_told_in_the_same_message_is_still_told_back() -> None:
    assert "Ann" in talk("My name is Ann. I have a dog. What is my name?")
