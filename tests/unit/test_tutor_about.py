"""Questions about the chapter and the API: answered from the notebooks' own prose, with a link to the notebook."""

import re
import time
from pathlib import Path

import pytest

from helpers.server.providers.base import File, Message, ModelRequest
from helpers.server.providers.tutor import choose
from helpers.server.providers.tutor.prose.answering import prose_answer
from helpers.server.providers.tutor.prose.notebooks import FOLDER, paragraphs
from helpers.server.providers.tutor.skill import Say, Situation

ROOT = Path(__file__).parents[2]

# (question, the notebook that the answer links, words that stand in it)
TUNING = [
    ("스레드가 뭔가요?", "04_create_thread", "대화"),
    ("What is a thread?", "04_create_thread", "conversation"),
    ("What is an assistant?", "03_create_assistant", "bundles"),
    ("메시지를 추가할 수 없다는 오류는 왜 나나요?", "06_run_and_poll", "잠깁니다"),
    ("Why can't I add a message while a run is active?", "06_run_and_poll", "locked"),
    ("expired 상태는 무슨 뜻인가요?", "06_run_and_poll", "10분"),
    ("What does the status incomplete mean?", "06_run_and_poll", "token limit"),
    ("How do I cancel a run?", "06_run_and_poll", "runs.cancel"),
    ("run steps가 뭔가요?", "07_list_messages", "tool_calls"),
    ("What is revised_prompt?", "12_dalle3", "words"),
    ("DALL·E 3의 quality에는 어떤 값이 있나요?", "12_dalle3", "standard"),
    ("create_once는 무엇을 하나요?", "03_create_assistant", "ID"),
    ("additional_instructions는 무엇인가요?", "06_run_and_poll", "덧붙"),
    ("messages.list는 어떤 순서로 돌려주나요?", "07_list_messages", "새것부터"),
    ("노트북 06에서는 무엇을 배우나요?", "06_run_and_poll", "폴링"),
]
KEPT_APART = [
    ("폴링이 무엇인가요?", "06_run_and_poll", "runs.retrieve"),
    ("What does notebook 07 cover?", "07_list_messages", "annotation"),
    ("How long does the url of a picture live?", "12_dalle3", "60 minutes"),
    ("DALL·E 3의 style은 무엇이 다른가요?", "12_dalle3", "vivid"),
    ("create_and_poll에는 시간 제한이 있나요?", "06_run_and_poll", "시간 제한"),
    ("What does wait_for do?", "06_run_and_poll", "time limit"),
    ("메시지의 내용을 나중에 바꿀 수 있나요?", "05_add_message", "바꿀 수 없"),
    ("How many items does a page of a message list have?", "05_add_message", "20"),
    ("What is the offline tutor?", "00_start_here", "rules"),
    ("어시스턴트의 name은 어떤 역할을 하나요?", "03_create_assistant", "이름"),
    ("What is file_path in an annotation?", "07_list_messages", "file"),
    ("requires_action 상태에서는 무엇을 해야 하나요?", "06_run_and_poll", "함수"),
    ("Does instructions=... in a run change the assistant's instructions?", "06_run_and_poll", "run"),
    ("start_over는 무엇을 하나요?", "04_create_thread", "스레드"),
    ("What happens with n=2 in images.generate?", "12_dalle3", "one picture"),
]


def situation(question: str, *, tools: tuple[dict[str, str], ...] = (), files: tuple[File, ...] = ()) -> Situation:
    return Situation(ModelRequest("m", "", (Message("user", question),), tools, files))


def answer(question: str) -> tuple[str, str]:
    """The skill that answers, and its words."""
    here = situation(question)
    skill = choose(here)
    said = skill.step(here)[-1]
    assert isinstance(said, Say)
    return skill.name, said.text


def is_right(question: str, notebook: str, words: str) -> bool:
    name, text = answer(question)
    return name == "about" and f"/{notebook}.ipynb" in text and words in text


@pytest.mark.parametrize(("question", "notebook", "words"), TUNING)
def test_the_notebooks_answer_with_a_link(question: str, notebook: str, words: str) -> None:
    assert is_right(question, notebook, words), answer(question)


def test_most_questions_kept_apart_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    right = [case for case in KEPT_APART if is_right(*case)]
    with capsys.disabled():
        print(f"\nabout the chapter: {len(right)} of {len(KEPT_APART)} questions kept apart are right")
    assert len(right) >= 8, [case[0] for case in KEPT_APART if case not in right]


@pytest.mark.parametrize("question", [case[0] for case in TUNING])
def test_what_is_said_stands_in_the_notebook_that_is_linked(question: str) -> None:
    text = answer(question)[1]
    link = re.search(r"\((notebooks/[^)]+)\)", text)
    assert link and (ROOT / link[1]).is_file()
    said = re.split(r"\n\n(?:출처|From): ", text)[0]
    said = re.sub(r"\[[^\]]+\]\([^)]+\)", "", said)
    prose = " ".join(one.text for language in ("ko", "en") for one in paragraphs(language))
    for sentence in re.findall(r"[^.!?\n]{25,}[.!?]", said.removeprefix("- ")):
        assert sentence.strip() in prose


@pytest.mark.parametrize("language", ["ko", "en"])
def test_tasks_and_navigation_are_no_answers(language: str) -> None:
    prose = [one.text for one in paragraphs(language)]
    assert len(prose) > 150
    assert not [text for text in prose if "Back:" in text or "이전:" in text or "…`" in text[:5]]


@pytest.mark.parametrize(
    ("question", "skill"),
    [
        ("What is 15% of 240?", "arithmetic"),
        ("Hello", "about"),
        ("제 이름이 뭐라고 했죠?", "conversation"),
        ("봄에 대한 시를 써 줘", "limits"),
        ("How do I run a marathon in new shoes?", "limits"),
        ("담당자의 역할을 알려줘", "limits"),
        ("우리 회사 대표는 누구입니까?", "limits"),
        ("VIP 회원은 무엇을 할 수 있나요?", "limits"),
    ],
)
def test_questions_of_others_are_left_to_them(question: str, skill: str) -> None:
    assert choose(situation(question)).name == skill


def test_with_a_table_a_question_about_its_numbers_is_not_about_the_chapter() -> None:
    table = (File("file-1", "messages.csv", 10),)
    here = situation("채널별 메시지 수의 합계를 알려 줘", tools=({"type": "code_interpreter"},), files=table)
    assert choose(here).name == "analysis"


def test_the_same_question_gets_the_same_answer_in_milliseconds() -> None:
    first = [answer(question) for question, *_ in TUNING]
    started = time.perf_counter()
    assert [answer(question) for question, *_ in TUNING] == first
    assert (time.perf_counter() - started) / len(TUNING) < 0.2  # a few milliseconds on a free machine


def test_without_notebooks_the_short_answers_remain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("helpers.server.providers.tutor.prose.notebooks.FOLDER", tmp_path)
    assert FOLDER.is_dir()
    assert prose_answer("What is a thread?", "en") is None
    name, text = answer("What is a thread?")
    assert name == "about" and "conversation" in text and "](" not in text


def test_the_course_speaks_of_instructions_in_one_word() -> None:
    assert "지침" in answer("너의 지침을 보여줘")[1] and "지시문" not in answer("너의 지침을 보여줘")[1]
