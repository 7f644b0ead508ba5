"""Notebook 00: start here."""

import re
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

# 10,000 won and 20% in one track, 10 dollars and 20% in the other.
_PRICE = re.compile(r"(?<![\d,.])(?:12,?000원|\$12(?:\.00)?(?![\d.,]*\d))")
# The same percentage read as a share of the price instead.
_MARGIN = re.compile(r"12,?500원|\$12\.50")
_DISCOUNT = re.compile(r"(?<![\d,.])(?:8,?000원|\$8(?:\.00)?(?!\d))")


def _first_question(answer: Any) -> None:
    text = answer.strip()
    if not text:
        raise TypeError
    if _PRICE.search(text):
        return
    if _DISCOUNT.search(text):
        raise NotYet("가격이 내려갔습니다. 마진은 더하는 것입니다.", "The price went down. A markup is added.")
    if _MARGIN.search(text):
        raise NotYet(
            "20%를 판매가의 비율로 읽었습니다. ‘마진율’ 대신 ‘마진 20%를 붙이면’이라고 물어보세요.",
            "The 20% were read as a share of the price. Ask for a markup of 20%.",
        )
    if re.search(r"오프라인 튜터|offline tutor", text):
        raise NotYet(
            "튜터가 알아듣지 못했습니다. 원가, 마진, 얼마인지를 한 문장에 담아 보세요.",
            "The tutor did not understand. Put cost, markup and what you want to know into one sentence.",
        )
    raise NotYet(
        f"다른 답이 나왔습니다: {text[:60]}. 원가와 마진이 질문에 들어 있나요?",
        f"Another answer came: {text[:60]}. Does your question give the cost and the markup?",
    )


def _one_setting(line: Any) -> None:
    name, equals, value = (part.strip() for part in line.partition("="))
    value = value.strip("'\"")
    if "connect" in line:
        raise NotYet(
            "그것은 셀에 쓰는 코드입니다. .env에는 이름=값 한 줄을 적습니다.",
            "That is code for a cell. A line of .env has the form NAME=value.",
        )
    if not equals:
        raise NotYet("이름=값 꼴이 아닙니다. 등호가 필요합니다.", "It needs the form NAME=value, with an equals sign.")
    if "KEY" in name.upper():
        raise NotYet("키의 자리입니다. Ollama는 키가 필요 없습니다.", "That is the place of a key. Ollama needs none.")
    if name.upper() == "WORKSHOP_MODEL_NAME":
        raise NotYet(
            "그 설정은 서비스 안에서 어느 모델인지를 정합니다. 지금 고르는 것은 서비스입니다.",
            "That setting says which model of a service. Here you choose the service.",
        )
    if name != "WORKSHOP_MODEL":
        raise NotYet(f"그런 설정은 없습니다: {name}", f"There is no such setting: {name}")
    if value != "ollama":
        raise NotYet(
            f"‘{value}’은(는) Ollama의 이름이 아닙니다. 5절의 표를 다시 보세요.",
            f"‘{value}’ is not what Ollama is called here. See the table in section 5.",
        )


EXERCISES = (
    Exercise(
        "00-1",
        _first_question,
        Words(
            "여러분의 말로 물어서 계산된 답을 받았습니다.",
            "You asked in words of your own, and had the answer computed.",
        ),
        (
            Words("질문은 따옴표로 감싼 글입니다.", "A question is a text in quotation marks."),
            Words(
                "튜터가 할 수 있다고 말한 것 가운데 가격 질문의 예를 보세요. 4절의 답에 있습니다.",
                "See the example of a price question among what the tutor says it can do, in its answer in section 4.",
            ),
        ),
        Words(
            "어시스턴트의 답(글)이 아닙니다. my_question에 질문을 따옴표로 감싸서 적고 셀을 다시 실행하세요.",
            "That is no answer of the assistant. Put a question in quotation marks into my_question and run the cell.",
        ),
    ),
    Exercise(
        "00-2",
        _one_setting,
        Words(
            "이 한 줄이면 코드를 고치지 않고도 답하는 것이 바뀝니다.",
            "With this one line something else answers, and no code is changed.",
        ),
        (
            Words(
                "5절의 표에서 ‘시작할 때마다’로 시작하는 줄을 보세요.",
                "See the line about “every start” in the table of section 5.",
            ),
            Words("꼴은 이름=값입니다.", "The form is NAME=value."),
        ),
        Words("따옴표로 감싼 글 한 줄이어야 합니다.", "One line of text, in quotation marks, is expected."),
    ),
)

QUIZ = (
    Question(
        "00-q1",
        Words("OpenAI API 키는 어디에 둡니까?", "Where does an OpenAI API key go?"),
        (
            Choice(
                Words("노트북의 첫 셀", "Into the first cell of the notebook"),
                Words(
                    "노트북을 저장하거나 보내면 키도 함께 나갑니다.", "Save or send the notebook, and the key goes too."
                ),
            ),
            Choice(
                Words(".env 파일이나 환경 변수", "Into the file .env, or the environment"),
                Words(
                    "노트북에도 git에도 남지 않습니다.",
                    "There it is neither in a notebook nor in git.",
                ),
                right=True,
            ),
            Choice(
                Words("어시스턴트의 지침", "Into the assistant's instructions"),
                Words(
                    "지침은 저장되고 모델에 전송됩니다. 비밀을 둘 곳이 아닙니다.",
                    "Instructions are stored and sent to the model. That is no place for a secret.",
                ),
            ),
        ),
    ),
    Question(
        "00-q2",
        Words(
            "오프라인 튜터에 연결했을 때 컴퓨터 밖으로 나가는 것은 무엇입니까?",
            "What leaves your computer while the offline tutor answers?",
        ),
        (
            Choice(
                Words("대화만", "The conversation only"),
                Words(
                    "대화는 127.0.0.1, 곧 이 컴퓨터의 서버까지만 갑니다.",
                    "The conversation goes to 127.0.0.1, the server on this computer, and no further.",
                ),
            ),
            Choice(
                Words("올린 파일만", "The uploaded files only"),
                Words(
                    "올린 파일은 .workshop 폴더에 저장됩니다. ‘올린다’지만 내 컴퓨터 안입니다.",
                    "They are stored in the folder .workshop: “uploaded”, but on your own computer.",
                ),
            ),
            Choice(
                Words("아무것도 없다", "Nothing"),
                Words(
                    "서버도 튜터도 도구도 이 컴퓨터에 있습니다.", "Server, tutor and tools are all on this computer."
                ),
                right=True,
            ),
        ),
    ),
)
