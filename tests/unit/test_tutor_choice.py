"""Which skill answers: courtesy and questions about the tutor, and what no rule can do, with and without a table."""

import json

import pytest

from helpers.server.providers.base import CodeCall, File, Item, Message, ModelRequest
from helpers.server.providers.tutor import choose
from helpers.server.providers.tutor.skill import Say, Situation

TABLE = File("file-1", "sales.csv", 100)
_LOOK = {
    "file": "sales.csv",
    "rows": 4,
    "columns": [{"name": "quarter", "type": "str", "distinct": 4, "missing": 0, "values": ["2024-Q1"]}],
}
ANALYSED: tuple[Item, ...] = (
    Message("user", "분기별 매출을 그려 줘", (TABLE,)),
    CodeCall("1", "look", "LOOK: " + json.dumps(_LOOK)),
    CodeCall("2", "compute", "RESULT: {}"),
    Message("assistant", "그렸습니다."),
)

COURTEOUS = [
    "안녕하세요",
    "안녕하세요 선생님!",
    "hi",
    "Hello there!",
    "how are you?",
    "고맙습니다! 안녕히 계세요",
    "ok thanks",
    "잘했어요",
    "what can you do?",
    "무엇을 할 수 있나요?",
    "도와줘",
    "사용법을 알려줘",
    "너는 어떻게 작동하니?",
    "are you an AI?",
    "你好",
]
BEYOND = [
    "봄에 대한 시를 써 줘",
    "Write a poem about our revenue",
    "이 문장을 영어로 번역해 줘: 오늘 날씨가 좋다",
    "Translate 'good morning' to French",
    "오늘 뉴스 알려줘",
    "머리가 아픈데 어떤 약을 먹어야 해?",
    "What medicine should I take for a headache?",
    "파이썬으로 퀵소트 짜 줘",
    "Write a quicksort in Python",
    "SQL 쿼리를 작성해줘",
    "Summarize the plot of Hamlet",
    "자기소개서 써 줘",
    "매출 보고 이메일을 써 줘",
    "should I buy Tesla stock?",
]
THREADS = {"bare": ((), ()), "with a table": ((TABLE,), ()), "after an analysis": ((TABLE,), ANALYSED)}


def situation(question: str, thread: str) -> Situation:
    files, before = THREADS[thread]
    items = (*before, Message("user", question))
    return Situation(ModelRequest("m", "", items, ({"type": "code_interpreter"},), files))


@pytest.mark.parametrize("thread", THREADS)
@pytest.mark.parametrize("question", COURTEOUS)
def test_courtesy_is_answered_by_itself(question: str, thread: str) -> None:
    assert choose(situation(question, thread)).name == "about"


@pytest.mark.parametrize("thread", THREADS)
@pytest.mark.parametrize("question", BEYOND)
def test_what_no_rule_can_do_is_said(question: str, thread: str) -> None:
    assert choose(situation(question, thread)).name == "limits"


@pytest.mark.parametrize(("question", "words"), [("안녕하세요", ("규칙", "표")), ("Hello!", ("rules", "tables"))])
def test_a_greeting_says_what_the_tutor_is(question: str, words: tuple[str, ...]) -> None:
    here = situation(question, "bare")
    (said,) = choose(here).step(here)
    assert isinstance(said, Say)
    assert all(word in said.text for word in words) and "\n" not in said.text


@pytest.mark.parametrize(
    "question", ["파이썬 코드로 분기별 매출을 그려 줘", "코드를 작성해서 평균을 계산해 줘", "Write code to plot sales"]
)
def test_code_that_computes_or_draws_is_not_beyond(question: str) -> None:
    assert choose(situation(question, "after an analysis")).name == "analysis"


def test_an_answer_stops_at_the_tokens_that_a_run_may_write(client):
    made = client.beta.assistants.create(model="offline-tutor", tools=[])
    run = client.beta.threads.create_and_run_poll(
        assistant_id=made.id,
        thread={"messages": [{"role": "user", "content": "What can you do? " * 3}]},
        max_completion_tokens=256,
    )
    assert run.status == "completed" and run.usage.completion_tokens <= 256


def test_the_tutor_is_cut_off_in_the_middle_of_a_long_answer():
    import asyncio

    from helpers.server.providers.base import Message, ModelRequest, Stopped, TextDelta, Usage
    from helpers.server.providers.tutor import OfflineTutor

    async def events(**settings):
        question = (Message("user", "Write me a poem about the sea"),)
        return [event async for event in OfflineTutor().respond(ModelRequest("m", "", question, settings=settings))]

    whole, cut = asyncio.run(events()), asyncio.run(events(max_completion_tokens=10))
    words = [event for event in cut if isinstance(event, TextDelta)]
    assert words and words == [event for event in whole if isinstance(event, TextDelta)][: len(words)]
    assert cut[-1] == Stopped("max_completion_tokens") and not any(isinstance(event, Stopped) for event in whole)
    assert next(event for event in cut if isinstance(event, Usage)).completion_tokens == 10
