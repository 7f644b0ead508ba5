"""Questions about the chapter and the API: answered from the notebooks' own prose, with a link to the notebook."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from helpers.server import embeddings
from helpers.server.providers.base import File, Message, ModelRequest
from helpers.server.providers.tutor import choose
from helpers.server.providers.tutor.prose import matching, vectors
from helpers.server.providers.tutor.prose.answering import prose_answer
from helpers.server.providers.tutor.prose.notebooks import FOLDER, all_questions, passages
from helpers.server.providers.tutor.skill import Say, Situation
from tests import course_questions
from tests.function_questions import PAIRS
from tests.word_questions import QUESTIONS, WRITTEN_LATER

ROOT = Path(__file__).parents[2]

# (question, the notebook that the answer links, words that stand in it)
TUNING = [
    ("스레드가 뭔가요?", "04_create_thread", "대화"),
    ("What is a thread?", "04_create_thread", "conversation"),
    ("What is an assistant?", "01_what_is_an_assistant", "bundles"),
    ("메시지를 추가할 수 없다는 오류는 왜 나나요?", "06_run_and_poll", "잠깁니다"),
    ("Why can't I add a message while a run is active?", "06_run_and_poll", "locked"),
    ("expired 상태는 무슨 뜻인가요?", "06_run_and_poll", "10분"),
    ("What does the status incomplete mean?", "06_run_and_poll", "token limit"),
    ("How do I cancel a run?", "06_run_and_poll", "runs.cancel"),
    ("run steps가 뭔가요?", "07_list_messages", "실행 단계(run step)"),
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

# (question as a reader may put it, the notebooks of which one has to be linked, a pattern that the answer matches);
# both lists were looked at while the tutor was taught.
ASKED = [
    ("대화를 이어서 하려면 무엇을 저장해 둬야 하나요?", "03 04 13", "ID"),
    ("Why do I keep ending up with several identical assistants?", "02 03", "create"),
    ("실행이 끝났는지 어떻게 알 수 있나요?", "06", "retrieve"),
    ("My loop never ends after I cancelled the run. Why?", "06", "never be completed|while it moves|still moving"),
    ("sandbox 링크를 눌러도 안 열려요. 왜죠?", "07 08 14", "코드 인터프리터|주석|주소"),
    ("How can I see the code that the assistant ran?", "07 08 13 14", "[Rr]un steps?"),
    ("그림과 글이 같이 온 답에서 글만 꺼내려면 어떻게 하나요?", "07 13", "type|종류"),
    ("Can I edit a message after it was added?", "05", "content"),
    ("한 번에 그림을 두 장 그릴 수 있나요?", "12", "한 장|두 번|1장"),
    ("Is hd more expensive than standard?", "12", "twice"),
    ("이 수업은 API 키가 없어도 되나요?", "00 01 02", "키"),
    ("What happens to my threads when I restart the kernel?", "00", "stay"),
    ("Who executes the function, OpenAI or my program?", "03 10", "[Yy]our program|[Yy]ou "),
    ("스트리밍으로 답을 받으면 뭐가 좋은가요?", "11", "."),
    ("What kinds of files can file search read?", "09", "."),
    ("왜 같은 이름의 어시스턴트가 여러 개 생기나요?", "02 03", "막지 않|새 ID|create"),
    (
        "Does the assistant remember what I said in another conversation?",
        "01 04",
        "memory is in the thread|does not know|independent|thread",
    ),
    ("답이 안 끝나고 while 문이 계속 돌면 왜 그런가요?", "06", "움직이는 동안|완료되지 않"),
    ("Where do I find out how many tokens a run used?", "06", "usage"),
    ("How do I download the pptx that the assistant made?", "07 14 16", "files.content|file_id"),
    ("어시스턴트가 실제로 계산했는지 어떻게 확인하나요?", "07 08 13", "실행 단계|코드"),
    ("I get AttributeError because content[0] has no text. What should I do?", "07 13", "type|picture"),
    ("메시지에 파일을 첨부하려면 어떤 인수를 쓰나요?", "05 08 13", "attachments"),
    ("Which image size fits a wide slide?", "12 16", "wide fills|16:9|1792"),
    ("그림 주소는 얼마나 오래 쓸 수 있나요?", "12 05", "60분|한 시간"),
    ("Do I need an API key for these notebooks?", "00 01 02", "key"),
    ("처음부터 다시 하려면 어떻게 하나요?", "00 04", "reset|start_over"),
    ("함수의 결과는 어떻게 돌려보내나요?", "10", "submit_tool_outputs"),
    ("How do I move my code from threads to the Responses API?", "15", "Conversation|Responses|previous_response_id"),
    ("How does file search split a document?", "09", "800|chunk|piece"),
    ("스레드를 지우면 메시지도 같이 없어지나요?", "04", "지우|지운|지워"),
    ("Can two assistants share one thread?", "01 04", "carry on|another assistant|[Ss]everal|independent"),
    ("스레드 ID를 잃어버리면 다시 찾을 수 있나요?", "04", "없"),
    ("Is there a way to list all my threads?", "04", "no "),
    ("실행 중에 또 메시지를 보내면 어떻게 되나요?", "06", "잠깁|400|추가할 수 없"),
    ("What is the difference between create_and_poll and wait_for?", "06", "limit"),
    ("답이 최신순으로 나오는데 오래된 것부터 보려면?", "05 07", "asc"),
    ("Why do I only get 20 messages?", "05", "page|20"),
    ("system 역할을 쓸 수 있나요?", "05", "user"),
    ("How do I put a picture into a message?", "05", "image_file|image_url|part"),
    ("GPT 이미지 모델은 DALL·E 3과 무엇이 다른가요?", "12", "b64_json"),
    ("Why does the picture look the same every time?", "12", "seed"),
    ("발표 자료의 그래프 숫자를 파워포인트에서 고칠 수 있나요?", "14", "데이터 편집|값을 품"),
    ("Should I trust the numbers in the insights?", "13", "compute it yourself|Check the numbers|apart"),
    ("같은 어시스턴트를 계속 쓰려면 어떻게 하나요?", "01 03", "retrieve|create_once|ID"),
    ("Which parameter is required to create an assistant?", "03", "model"),
    ("튜터는 왜 시를 못 쓰나요?", "00 01", "규칙|지어내"),
    ("Is the answer from a real language model?", "00 01 03", "rules"),
    ("temperature를 한 번만 바꿀 수 있나요?", "06", "한 번만"),
    ("How long may a run take before it expires?", "06", "[Tt]en minutes|10 minutes"),
]
ASKED_LATER = [
    ("어시스턴트 이름을 바꾸면 역할도 바뀌나요?", "03", "지침"),
    ("How many assistants does one list call return?", "03", "20"),
    ("새 스레드에서는 왜 제 이름을 모르나요?", "01 04", "스레드"),
    ("Does deleting an assistant delete its threads?", "04", "[Tt]hread"),
    ("메시지를 적었는데 왜 답이 안 오나요?", "05", "실행|꺼내 읽"),
    ("How do I attach a CSV file to a message?", "05 08 13", "attachments"),
    ("실행이 실패한 이유는 어디서 볼 수 있나요?", "06", "last_error"),
    ("What is the condition of a good polling loop?", "06", "moving|moves"),
    ("실행을 취소하려면 무엇을 부르나요?", "06", "runs.cancel|cancel"),
    ("How can I tell which run wrote a message?", "05 07", "run_id"),
    ("차트 그림 파일은 어떻게 받아서 보나요?", "07 08 13", "files.content|show_image"),
    ("Which style is better for a background with text on it?", "12", "natural"),
    ("왜 DALL·E 3로 n=2를 쓰면 오류가 나나요?", "12", "한 장"),
    ("Can I edit the chart inside the PowerPoint file?", "14", "Edit Data|holds its values|object"),
    ("DeprecationWarning은 무슨 뜻인가요?", "00", "예고"),
]

# Nothing to do with the course, though the words are its own. These, and those in Chinese, were looked at as well.
ELSEWHERE = [
    "How can I delete a message on WhatsApp?",
    "How do I run faster without getting tired?",
    "How do I sew with a thick thread?",
    "How do I cancel my Netflix subscription?",
    "How do I attach a file to an email in Outlook?",
    "Who is the prime minister of Canada?",
    "How do I list all running processes in Linux?",
    "How long does it take to run a marathon?",
    "How do I become a virtual assistant?",
    "How does a vector differ from a scalar in physics?",
    "Where can I download music for free?",
    "What is a token ring network?",
    "What is the function of the liver?",
    "How do I stream games on Twitch?",
    "What is the maximum file size in Gmail?",
    "How do I make a picture frame from wood?",
    "What is a kernel of corn?",
    "How do I start a conversation with a stranger?",
    "How can I reset my iPhone?",
    "What size shoes should I buy?",
    "How does photosynthesis work?",
    "What is the key of this song?",
    "How do I add a friend on Discord?",
    "Can I use an expired passport?",
    "How does garbage collection work in Go?",
    "How do I give my dog a new name?",
    "Which notebook computer should I buy for college?",
    "Why do I keep forgetting people's names?",
    "Can two people share one bank account?",
    "How do I remember my dreams?",
    "카카오톡 메시지는 어떻게 삭제하나요?",
    "지치지 않고 오래 달리려면 어떻게 해야 하나요?",
    "여권이 만료되면 어떻게 해야 하나요?",
    "아이폰을 초기화하려면 어떻게 하나요?",
    "유튜브에 영상을 올리는 방법이 뭐예요?",
    "의사 보조(어시스턴트)의 연봉은 얼마인가요?",
    "인스타그램 계정을 삭제하고 싶어요",
    "집 열쇠를 잃어버렸는데 어떻게 하죠?",
    "파이썬에서 리스트와 튜플의 차이가 뭐야?",
    "운전면허 시험은 몇 번까지 볼 수 있나요?",
    "친구에게 메시지를 보냈는데 답이 안 와요. 어떡하죠?",
    "재봉실은 어떤 굵기가 좋아요?",
    "프린터가 대기 중 상태에서 안 움직여요",
    "도서관에서 책을 검색하려면 어떻게 해요?",
    "옷 사이즈는 어떻게 고르나요?",
    "강아지 이름을 바꿔도 괜찮을까요?",
    "비트코인 지갑의 키를 잃어버리면 어떻게 되나요?",
    "벡터와 스칼라의 차이가 뭐예요?",
    "컴퓨터를 재시작하면 왜 느려지나요?",
    "자바스크립트에서 배열을 정렬하려면?",
    "한국의 대통령은 누구인가요?",
    "휴대폰에서 지운 사진을 복구할 수 있나요?",
    "수영할 때 숨은 어떻게 쉬어요?",
    "회의록은 어떻게 쓰는 게 좋을까요?",
    "왜 잠을 자도 피곤할까요?",
    "고양이는 왜 상자를 좋아하나요?",
    "도커 컨테이너가 뭐예요?",
    "카메라 화질을 높이려면 어떻게 하나요?",
    "은행에서 한도를 늘리려면 어떻게 해요?",
    "시를 잘 쓰려면 어떻게 해야 하나요?",
    "怎么删除微信消息？",
    "护照过期了怎么办？",
    "怎么取消酒店预订？",
    "怎样学好钢琴？",
    "Excel 里怎么求平均值？",
    "怎么把视频上传到抖音？",
]
IN_CHINESE = [
    "什么是线程？",
    "运行一直停在 queued 状态怎么办？",
    "怎么知道运行已经结束？",
    "如何取消正在进行的运行？",
    "为什么助手会重复出现好几个？",
    "怎么把文件附加到消息？",
    "消息写好以后还能修改吗？",
    "函数是谁来执行的，OpenAI 还是我的程序？",
    "DALL·E 3 可以一次画两张图吗？",
    "图片的网址能用多久？",
    "expired 是什么意思？",
    "向量存储怎样切分文档？",
    "如何下载助手生成的 pptx？",
    "流式输出有什么好处？",
    "怎么从 Assistants API 迁移到 Responses API？",
    "没有 API 密钥也能学这门课吗？",
    "为什么每次只能拿到 20 条消息？",
    "重启内核以后线程还在吗？",
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


def test_most_questions_once_kept_apart_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    right = [case for case in KEPT_APART if is_right(*case)]
    with capsys.disabled():
        print(f"\nabout the chapter: {len(right)} of {len(KEPT_APART)} questions once kept apart are right")
    assert len(right) >= 9, [case[0] for case in KEPT_APART if case not in right]


def is_well_answered(question: str, notebooks: str, pattern: str) -> bool:
    name, text = answer(question)
    linked = set(re.findall(r"/(\d\d)_\w+\.ipynb", text))
    return name == "about" and bool(linked & set(notebooks.split())) and bool(re.search(pattern, text))


@pytest.mark.parametrize(("cases", "least"), [(ASKED, 0.8), (ASKED_LATER, 0.6)])
def test_many_questions_in_a_readers_own_words_are_answered(
    cases: list[tuple[str, str, str]], least: float, capsys: pytest.CaptureFixture[str]
) -> None:
    there = {one.notebook[:2] for language in ("ko", "en") for one in passages(language)}
    asked = [case for case in cases if set(case[1].split()) & there]
    right = [case for case in asked if is_well_answered(*case)]
    with capsys.disabled():
        print(f"\nin a reader's own words: {len(right)} of {len(asked)} are right")
    assert len(right) / len(asked) >= least, [case[0] for case in asked if case not in right]


def test_the_questions_of_somebody_else_are_answered_or_guessed_at(capsys: pytest.CaptureFixture[str]) -> None:
    found = {case: _told(case[0]) for case in course_questions.QUESTIONS}
    right = {case: name for case, (name, text) in found.items() if _is_told(text, case)}
    sure = sum(name == "about" for name in right.values())
    with capsys.disabled():
        print(f"\nof somebody else: {sure} answered rightly, {len(right) - sure} by a guess, of {len(found)}")
    assert len(right) >= 0.62 * len(found), [case[0] for case in found if case not in right]
    wrong = [case[0] for case, (name, _) in found.items() if name == "about" and case not in right]
    assert len(wrong) <= len(found) // 8, wrong
    elsewhere = [_told(question)[0] for question in course_questions.ELSEWHERE]
    assert elsewhere.count("about") <= 2 and elsewhere.count("nearest") <= 8


def test_a_guess_says_that_it_is_one() -> None:
    guesses = [text for name, text in map(_told, (case[0] for case in course_questions.QUESTIONS)) if name == "nearest"]
    assert guesses
    assert all(
        re.match("물으신 것이 이것인지 확실하지 않지만|I am not sure that this is what you ask", text)
        for text in guesses
    )
    assert all("00_start_here" in text.rpartition("\n\n")[2] for text in guesses)


@lru_cache(256)
def _told(question: str) -> tuple[str, str]:
    return answer(question)


def _is_told(text: str, case: tuple[str, str, str]) -> bool:
    linked = set(re.findall(r"/(\d\d)_\w+\.ipynb", text))
    return bool(linked & set(case[1].split()) and re.search(case[2], text + text.replace("`", "")))


def test_questions_that_only_share_words_with_the_course_are_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    answered = [question for question in ELSEWHERE if choose(situation(question)).name == "about"]
    with capsys.disabled():
        print(f"\nnot about the course: {len(answered)} of {len(ELSEWHERE)} are answered all the same")
    assert len(answered) <= len(ELSEWHERE) // 8, answered


def test_chinese_questions_are_answered_from_the_english_notebooks(capsys: pytest.CaptureFixture[str]) -> None:
    answers = [text for name, text in map(answer, IN_CHINESE) if name == "about"]
    with capsys.disabled():
        print(f"\nin Chinese: {len(answers)} of {len(IN_CHINESE)} are answered")
    assert len(answers) >= 12
    assert all("notebooks/en/" in text for text in answers)
    assert "只有韩文和英文" in answer("如何取消正在进行的运行？")[1]


def test_every_question_of_the_notebooks_has_a_vector_and_every_vector_a_question() -> None:
    places, kept = vectors.stored()
    assert {vectors.key(question) for question in all_questions()} == set(places), "run python -m helpers.refresh"
    assert len(kept) == len(places) > 4000


def test_vectors_are_made_for_new_questions_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[str] = []

    def encode(texts: list[str]) -> Any:
        made.extend(texts)
        return embeddings.encode(texts)

    monkeypatch.setattr(vectors, "FILE", tmp_path / "questions.vectors")
    monkeypatch.setattr(vectors, "encode", encode)
    vectors.stored.cache_clear()
    try:
        vectors.write(["What is a run?", "What is a thread?"])
        before = vectors.FILE.read_bytes()
        vectors.write(["What is a thread?", "What is a run?"])
        assert vectors.FILE.read_bytes() == before
        vectors.write(["What is a run?", "How do I cancel?"])
        assert sorted(made) == ["How do I cancel?", "What is a run?", "What is a thread?"]
        places, kept = vectors.stored()
        near = kept[places[vectors.key("What is a run?")]] @ embeddings.encode(["What is a run?"])[0]
        assert len(places) == 2 and near > 0.99
    finally:
        vectors.stored.cache_clear()


@pytest.mark.parametrize("broken", ["encoder", "file"])
def test_words_alone_find_what_is_asked_in_the_courses_own_words(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(texts: list[str]) -> Any:
        raise ImportError

    if broken == "encoder":
        monkeypatch.setattr(matching, "vectors_of", missing)
    else:
        monkeypatch.setattr(matching, "stored", lambda: ({}, []))
    found = matching.find("Which call checks on a job again, is it runs.retrieve?", "en", "", least=-0.9)
    assert found.matches[0].passage.notebook == "06_run_and_poll"


@pytest.mark.parametrize(
    "question",
    ["What is 15% of 240?", "고객별 구매 금액을 막대 그래프로 그려 주세요", "How much is 12% of 3,400?", "Hello"],
)
def test_the_encoder_is_not_loaded_for_other_requests(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(texts: list[str]) -> Any:
        raise AssertionError(texts)

    monkeypatch.setattr(matching, "vectors_of", load)
    choose(situation(question))


def test_all_rows_of_a_table_are_told_under_its_head_where_all_are_asked_for() -> None:
    text = answer("Which statuses can a run have?")[1]
    assert re.search(r"^status · .*\n- `queued` · ", text, re.MULTILINE)
    assert all(f"- `{status}`" in text for status in ("in_progress", "requires_action", "expired", "incomplete"))


@pytest.mark.parametrize("question", [case[0] for case in ASKED])
def test_an_answer_is_of_a_readable_length(question: str) -> None:
    assert len(answer(question)[1]) < 1500


@pytest.mark.parametrize(
    "question",
    [steps[0] for steps, _ in [*QUESTIONS[::6], *WRITTEN_LATER[::6]]] + [pair.question for pair in PAIRS[::8]],
)
def test_questions_that_other_skills_answer_are_not_about_the_chapter(question: str) -> None:
    assert choose(situation(question)).name != "about"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_quizzes_hints_and_the_guide_for_teachers_are_no_answers(language: str) -> None:
    for one in passages(language):
        assert one.notebook != "teacher_guide"
        assert not re.search(r"^(?:\W*)(?:quiz|hint|퀴즈|힌트)", one.heading, re.IGNORECASE)


def test_a_notebook_that_is_added_is_read_at_the_next_question(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("helpers.server.providers.tutor.prose.notebooks.FOLDER", tmp_path)
    (tmp_path / "en").mkdir()
    assert prose_answer("What is a webhook in this workshop?", "en") is None
    cells = [
        {
            "cell_type": "markdown",
            "metadata": {},
            "source": ["# 17 Hooks\n\n## 1. Webhooks\n\nA webhook is a call back."],
        }
    ]
    (tmp_path / "en" / "17_hooks.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    assert "A webhook is a call back." in (prose_answer("What is a webhook in this workshop?", "en") or "")


@pytest.mark.parametrize("question", [case[0] for case in TUNING])
def test_what_is_said_stands_in_the_notebook_that_is_linked(question: str) -> None:
    text = answer(question)[1]
    link = re.search(r"\((notebooks/[^)]+)\)", text)
    assert link and (ROOT / link[1]).is_file()
    if "\nMore: " in text or "\n자세한 내용: " in text:
        return
    # A short answer of the tutor's own may stand before it.
    said = re.split(r"\n\n(?:출처|From): ", text)[0].rpartition("\n\n")[2]
    said = re.sub(r"\[[^\]]+\]\([^)]+\)", "", said)
    prose = " ".join(one.text for language in ("ko", "en") for one in passages(language))
    for sentence in re.findall(r"[^.!?\n]{25,}[.!?]", said.removeprefix("- ")):
        assert sentence.strip() in prose


@pytest.mark.parametrize("language", ["ko", "en"])
def test_tasks_and_navigation_are_no_answers(language: str) -> None:
    prose = [one.text for one in passages(language)]
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
        ("담당자의 역할을 알려줘", "nearest"),
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


def test_the_same_question_gets_the_same_answer() -> None:
    first = [answer(question) for question, *_ in TUNING]
    assert [answer(question) for question, *_ in TUNING] == first


def test_without_notebooks_the_short_answers_remain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("helpers.server.providers.tutor.prose.notebooks.FOLDER", tmp_path)
    assert FOLDER.is_dir()
    assert prose_answer("What is a thread?", "en") is None
    name, text = answer("What is a thread?")
    assert name == "about" and "conversation" in text and "](" not in text


def test_the_course_speaks_of_instructions_in_one_word() -> None:
    assert "지침" in answer("너의 지침을 보여줘")[1] and "지시문" not in answer("너의 지침을 보여줘")[1]
