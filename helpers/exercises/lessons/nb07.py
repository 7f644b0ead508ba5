"""Notebook 07: read messages, and look inside a run."""

from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _finds_all_words(words: Any) -> None:
    first, second = "합계는 120권입니다.", "자세한 값은 아래에 있습니다."
    if words(_message(_text(first))) is ...:
        raise _not_begun()
    try:
        found = words(_message(_picture(), _text(first)))
    except AttributeError:
        raise NotYet(
            "그림이 먼저 오는 답에서 멈춥니다. 글이 아닌 조각에는 text가 없습니다.",
            "It stops at an answer that begins with a picture: a part that is not text has no text.",
        ) from None
    if not isinstance(found, str):
        raise NotYet(
            f"문자열 하나가 아니라 {type(found).__name__} 값이 돌아왔습니다. 글을 하나로 이어 주세요.",
            f"One string is expected, but a value of type {type(found).__name__} came back. Join the words into one.",
        )
    if first not in found:
        raise NotYet(
            "그림 뒤에 온 글을 찾지 못했습니다. 첫 조각만 보아서는 안 됩니다.",
            "The words after a picture were not found. Looking at the first part is not enough.",
        )
    both = words(_message(_text(first), _picture(), _text(second)))
    if first not in both or second not in both:
        raise NotYet(
            "글 조각이 둘인 답에서 하나가 빠졌습니다. 조각을 끝까지 살펴보세요.",
            "Of an answer with two texts one is missing. Go through all the parts.",
        )
    if words(_message(_picture())):
        raise NotYet(
            "그림뿐인 답에는 글이 없는데 무언가를 돌려주었습니다. 빈 문자열이어야 합니다.",
            "An answer that is only a picture has no words, but something came back. An empty string is expected.",
        )


def _tells_answers(is_answer: Any) -> None:
    question = SimpleNamespace(role="user", assistant_id=None, run_id=None)
    greeting = SimpleNamespace(role="assistant", assistant_id=None, run_id=None)
    answers = [SimpleNamespace(role="assistant", assistant_id=f"asst_{n}", run_id=f"run_{n}") for n in ("a", "b")]
    if is_answer(question) is ...:
        raise _not_begun()
    told = [bool(is_answer(message)) for message in answers]
    if told == [False, False]:
        raise NotYet(
            "실행이 쓴 답을 답이 아니라고 합니다. 조건이 거꾸로이거나 너무 좁습니다.",
            "It says of real answers that they are none. The condition is the wrong way round, or too narrow.",
        )
    if not all(told):
        raise NotYet(
            "어떤 실행의 답만 맞다고 합니다. 특정한 ID와 견주지 말고, ID가 있는지를 보세요.",
            "Only the answers of some runs pass. Do not compare with one ID; see whether there is any.",
        )
    if is_answer(question):
        raise NotYet(
            "사람이 적은 질문까지 답이라고 합니다.",
            "It takes a person's question for an answer too.",
        )
    if is_answer(greeting):
        raise NotYet(
            "아무도 실행하지 않은 인사까지 답이라고 합니다. 8절의 출력에서 인사만 다른 칸을 찾아보세요.",
            "It takes the greeting, which no run wrote, for an answer. In section 8, in which field does it differ?",
        )


def _makes_it_readable(readable: Any) -> None:
    mark, link = "【3:1†목록.md】", "sandbox:/mnt/data/매출.csv"
    notes = [SimpleNamespace(type="file_citation", text=mark), SimpleNamespace(type="file_path", text=link)]
    text = SimpleNamespace(value=f"합계는 7권입니다.{mark} 파일: {link}", annotations=notes)
    shown = readable(text)
    if shown is ...:
        raise _not_begun()
    if not isinstance(shown, str):
        raise NotYet(
            "바꾼 글이 돌아오지 않았습니다. return shown은 그대로 두세요.",
            "The text did not come back. Leave return shown as it is.",
        )
    if mark in shown and link in shown:
        raise NotYet(
            "글이 그대로입니다. 아직 바꾸지 않았거나, 바꾼 결과를 담지 않았습니다. replace는 새 문자열을 돌려줍니다.",
            "The text is as it was: not replaced yet, or the result was not kept. replace gives back a new string.",
        )
    if mark in shown or link in shown:
        raise NotYet(
            "주석이 둘인 글에서 하나만 바뀌었습니다. 앞에서 바꾼 글에 이어서 바꾸고 있나요?",
            "Of a text with two annotations only one was replaced. Do you go on with what you have replaced before?",
        )
    if "매출.csv" not in shown:
        raise NotYet(
            "파일의 이름까지 사라졌습니다. 무엇으로 바꿀지는 label(note)가 알려 줍니다.",
            "The name of the file is gone too. label(note) says what to put there.",
        )
    if "합계는 7권입니다." not in shown:
        raise NotYet("주석이 아닌 글까지 사라졌습니다.", "Words that are no annotation are gone too.")


def _not_begun() -> NotYet:
    return NotYet("`...` 자리가 아직 그대로입니다.", "The `...` is still there.")


def _message(*parts: Any) -> Any:
    return SimpleNamespace(content=list(parts))


def _text(value: str) -> Any:
    return SimpleNamespace(type="text", text=SimpleNamespace(value=value, annotations=[]))


def _picture() -> Any:
    return SimpleNamespace(type="image_file", image_file=SimpleNamespace(file_id="file-1"))


EXERCISES = (
    Exercise(
        "07-1",
        _finds_all_words,
        Words(
            "그림이 먼저 와도, 글이 여러 조각이어도 모두 찾았습니다.",
            "You found all words, with a picture first, and with words in several parts.",
        ),
        (
            Words(
                "message.content를 처음부터 끝까지 도는 식을 쓰세요. 실수해 보기의 고친 코드가 그렇게 합니다.",
                "Go through message.content from beginning to end, as the mended code of the mistake does.",
            ),
            Words(
                'part.type이 "text"인 조각만 고릅니다. 한 줄로 쓰려면 for와 if가 든 식이 편합니다.',
                'Take only parts whose part.type is "text". In one line: an expression with for and if.',
            ),
            Words(
                '고른 글을 하나로 잇는 것은 "\\n".join(...)입니다.',
                'What joins the words into one is "\\n".join(...).',
            ),
        ),
        Words(
            "words 함수 자체를 넘겨주세요. 메시지를 받아 문자열을 돌려주는 함수여야 합니다.",
            "Hand over the function words itself: it takes a message and returns a string.",
        ),
    ),
    Exercise(
        "07-2",
        _tells_answers,
        Words(
            "역할이 아니라 실행이 썼는지를 보았습니다.",
            "You looked at whether a run wrote it, not at its role.",
        ),
        (
            Words(
                "8절의 출력에서 인사와 진짜 답을 나란히 놓고, 다른 칸을 찾으세요.",
                "Put the greeting beside a real answer in section 8, and look for the field that differs.",
            ),
            Words(
                "그 칸이 None인지 아닌지만 보면 됩니다. 어떤 ID인지는 상관없습니다.",
                "All that counts is whether that field is None. Which ID it holds does not matter.",
            ),
        ),
        Words(
            "is_answer 함수 자체를 넘겨주세요. 메시지를 받아 참이나 거짓을 돌려주는 함수여야 합니다.",
            "Hand over the function is_answer itself: it takes a message and returns true or false.",
        ),
    ),
    Exercise(
        "07-3",
        _makes_it_readable,
        Words(
            "인용 표식도 sandbox 링크도 남지 않았습니다. 이제 화면에 내보낼 수 있는 글입니다.",
            "Neither a citation mark nor a sandbox link is left. This text can be shown.",
        ),
        (
            Words(
                "7절에서 표식을 각주로 바꾼 줄과 거의 같습니다.",
                "It is almost the line of section 7 that turned marks into footnotes.",
            ),
            Words(
                "replace에는 두 가지를 줍니다. 찾을 글과 바꿀 글입니다. 결과는 어디에 담아야 할까요?",
                "replace takes two things: what to look for, and what to put there. Where must its result go?",
            ),
        ),
        Words(
            "readable 함수 자체를 넘겨주세요. 글 조각(text)을 받아 문자열을 돌려주는 함수여야 합니다.",
            "Hand over the function readable itself: it takes a text part and returns a string.",
        ),
    ),
)

QUIZ = (
    Question(
        "07-q1",
        Words(
            "messages.list(thread_id=...).data[0]은 무엇입니까?",
            "What is messages.list(thread_id=...).data[0]?",
        ),
        (
            Choice(
                Words("대화의 첫 메시지", "The first message of the conversation"),
                Words(
                    '기본 순서는 새것부터입니다. 첫 메시지는 order="asc"일 때 맨 앞에 옵니다.',
                    'The newest come first. The first message leads only with order="asc".',
                ),
            ),
            Choice(
                Words("가장 새로운 메시지", "The newest message"),
                Words(
                    "새것부터 오기 때문입니다. 단, 그것이 방금 한 질문의 답인지는 run_id로 확인하세요.",
                    "They come newest first. Whether it answers your last question, its run_id tells.",
                ),
                right=True,
            ),
            Choice(
                Words("어시스턴트의 마지막 답", "The assistant's last answer"),
                Words(
                    "방금 사람이 적은 질문일 수도 있습니다. 역할과 run_id를 보아야 합니다.",
                    "It may be a question that a person has just written. Look at role and run_id.",
                ),
            ),
        ),
    ),
    Question(
        "07-q2",
        Words(
            "답에 든 sandbox:/mnt/data/매출.png를 사용자에게 보여 주려면 어떻게 해야 합니까?",
            "An answer contains sandbox:/mnt/data/sales.png. How do you show that file to a user?",
        ),
        (
            Choice(
                Words("링크를 그대로 화면에 내보낸다", "Show the link as it is"),
                Words(
                    "sandbox:는 코드 인터프리터 안의 주소라서 사용자의 브라우저는 열지 못합니다.",
                    "sandbox: is an address inside the code interpreter: no browser opens it.",
                ),
            ),
            Choice(
                Words("내 컴퓨터의 /mnt/data에서 파일을 찾는다", "Look for the file in /mnt/data on your machine"),
                Words(
                    "그 폴더는 도구 안에 있습니다. 같은 이름의 폴더가 내 컴퓨터에 있어도 다른 곳입니다.",
                    "That folder is inside the tool. A folder of that name on your machine is another one.",
                ),
            ),
            Choice(
                Words(
                    "주석의 file_id로 내려받고, 링크를 그 파일로 바꾼다",
                    "Download it by the annotation's file_id, and put that file in place of the link",
                ),
                Words(
                    "files.content(file_id)가 내용을 줍니다. 바꿀 자리는 note.text가 알려 줍니다.",
                    "files.content(file_id) gives the content, and note.text says what to replace.",
                ),
                right=True,
            ),
        ),
    ),
    Question(
        "07-q3",
        Words(
            "답에 적힌 숫자가 정말 계산된 것인지 알아보려면 어디를 봅니까?",
            "Where do you look to learn whether a number in an answer was really computed?",
        ),
        (
            Choice(
                Words("실행 단계의 tool_calls", "The tool_calls among the run's steps"),
                Words(
                    "도구가 받은 코드와 출력한 값이 거기에 그대로 남아 있습니다.",
                    "The code that the tool was given, and what it printed, are kept there.",
                ),
                right=True,
            ),
            Choice(
                Words("메시지의 content", "The content of the message"),
                Words(
                    "거기에는 결과로 쓴 글과 그림만 있습니다. 계산했다고 적혀 있어도 증거는 아닙니다.",
                    "It holds only the words and pictures of the result. That it says so is no proof.",
                ),
            ),
            Choice(
                Words("실행의 status", "The status of the run"),
                Words(
                    "completed는 답을 썼다는 뜻일 뿐, 어떻게 얻은 답인지는 말해 주지 않습니다.",
                    "completed means that an answer was written, not how it was found.",
                ),
            ),
        ),
    ),
)
