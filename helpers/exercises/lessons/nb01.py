"""Notebook 01: the five traits of an assistant."""

import re
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

# 6,000 won and 25% in one track, 6 dollars and 25% in the other.
_PRICE = re.compile(r"7,?500|7\.50?(?!\d)")
# A full stop inside a number ends no sentence.
_SENTENCE = re.compile(r"[.!?。](?=\s|$)")
_CUSTOMERS = Words("민지 준호", "Minji Juno")
_ASK_NAME = Words("제 이름이 뭐였죠?", "What is my name?")
# price, discount in percent, price after it
_DISCOUNTS = ((50000, 15, 42500), (800, 5, 760))


def _one_sentence(answer: Any) -> None:
    text = answer.strip()
    if text.startswith("{"):
        raise NotYet(
            "JSON이 돌아왔습니다. 프로그램에는 좋지만 손님에게는 문장이 좋습니다.",
            "JSON came back. That is good for a program; a customer prefers a sentence.",
        )
    if "|" in text or re.search(r"^\s*(?:\d+\.|[-*]) ", text, re.MULTILINE):
        raise NotYet(
            "표나 목록이 아니라 문장 하나여야 합니다.", "It should be one sentence, not a table and not a list."
        )
    if not _PRICE.search(text):
        raise NotYet("답에 가격이 없습니다.", "There is no price in the answer.")
    count = len(_SENTENCE.findall(text + ("" if text.endswith((".", "!", "?")) else ".")))
    if count > 1:
        raise NotYet(f"아직 문장이 {count}개입니다.", f"There are still {count} sentences.")


def _own_conversations(reply: Any) -> None:
    names = str(_CUSTOMERS).split()
    answers = {name: str(reply(name, str(_ASK_NAME))) for name in names}
    right = [name for name in names if name in answers[name]]
    if len(right) == len(names):
        return
    mixed = [name for name in names if name not in right and any(other in answers[name] for other in names)]
    if mixed:
        raise NotYet(
            f"{mixed[0]} 손님에게 다른 손님의 이름을 말했습니다. 대화가 섞였습니다.",
            f"{mixed[0]} was called by another customer's name: the conversations are mixed up.",
        )
    if right:
        unknown = next(name for name in names if name not in right)
        raise NotYet(
            f"{unknown} 손님의 이름은 모릅니다. 손님이 누구든 통해야 합니다.",
            f"The name of {unknown} is not known. It has to work for each customer.",
        )
    raise NotYet(
        "두 손님의 이름을 모두 모릅니다. 이름을 말한 적이 없는 스레드에 물었습니다.",
        "Neither customer's name is known: you asked in a thread in which no name was told.",
    )


def _discounted(function: Any) -> None:
    for price, percent, right in _DISCOUNTS:
        value = function(price, percent)
        if isinstance(value, str):
            raise NotYet(
                "글이 돌아왔습니다. 계산에 쓸 수 있는 숫자를 돌려주세요.",
                "A text came back. Return a number, to compute with.",
            )
        if abs(value - right) < 0.01:
            continue
        if abs(value - price * percent / 100) < 0.01:
            raise NotYet(
                "그것은 깎아 준 금액입니다. 깎고 남은 가격을 물어보세요.",
                "That is the amount taken off. Ask for the price that is left.",
            )
        if abs(value - price * (1 + percent / 100)) < 0.01:
            raise NotYet("가격이 올랐습니다. 할인이어야 합니다.", "The price went up. It should be a discount.")
        raise NotYet(
            f"discounted({price}, {percent})에서 다른 값이 나왔습니다: {value}. 질문에 두 값이 모두 들어 있나요?",
            f"discounted({price}, {percent}) gives another value: {value}. Are both values in your question?",
        )


EXERCISES = (
    Exercise(
        "01-1",
        _one_sentence,
        Words(
            "질문은 그대로인데 지침이 답의 길이를 바꾸었습니다.",
            "The question stayed, and the instructions changed the length of the answer.",
        ),
        (
            Words(
                "지침은 어시스턴트에게 건네는 말입니다. 따옴표 안에 보통의 문장으로 쓰면 됩니다.",
                "Instructions are words to the assistant: an ordinary sentence, in quotation marks.",
            ),
            Words(
                "3절의 세 배역 가운데 점원은 어떤 부탁을 받았나요?",
                "What was the clerk, the first of the three roles in section 3, asked to do?",
            ),
        ),
        Words(
            "어시스턴트의 답(글)을 넘겨주세요. my_instructions를 채우고 위 셀을 다시 실행했나요?",
            "Hand over the assistant's answer, a text. Did you fill in my_instructions and run the cell above again?",
        ),
    ),
    Exercise(
        "01-2",
        _own_conversations,
        Words(
            "점원은 하나, 대화는 손님마다 하나. 챗봇 서비스는 모두 이렇게 만듭니다.",
            "One clerk, one conversation for each customer: that is how every chat service is built.",
        ),
        (
            Words(
                "기억은 스레드에 있습니다. 손님마다 스레드가 하나씩 이미 있습니다.",
                "The memory is in the thread, and each customer has a thread already.",
            ),
            Words(
                "threads는 사전(dict)입니다. 손님의 이름이 열쇠입니다.",
                "threads is a dictionary; the customer's name is the key.",
            ),
        ),
        Words(
            "reply는 손님과 질문을 받아 답(글)을 돌려주는 함수입니다. thread = ... 줄을 채웠나요?",
            "reply takes a customer and a question and returns the answer. Have you filled in the line thread = ...?",
        ),
    ),
    Exercise(
        "01-3",
        _discounted,
        Words(
            "어시스턴트가 함수 하나가 되었습니다. 부르는 쪽은 그 안에서 누가 답하는지 몰라도 됩니다.",
            "The assistant has become a function. Whoever calls it need not know who answers inside.",
        ),
        (
            Words(
                "5절의 price_of가 질문을 어떻게 만들었는지 보세요. f로 시작하는 문자열입니다.",
                "See how price_of in section 5 makes its question: a string that begins with f.",
            ),
            Words(
                "정가는 {price}, 할인율은 {percent}%로 질문에 들어가야 합니다.",
                "The price goes into the question as {price}, the discount as {percent}%.",
            ),
            Words(
                "사람에게 묻듯이 쓰세요. 얼마짜리 무엇을 몇 퍼센트 할인하면 얼마인지.",
                "Write as you would ask a person: something costs so much, how much is it with a discount of so much?",
            ),
        ),
        Words(
            "discounted(50000, 15)가 숫자를 주지 못했습니다. question = ... 줄에 정가와 할인율을 담은 질문을 쓰세요.",
            "discounted(50000, 15) gave no number. Write a question with the price and the discount into the line "
            "question = ...",
        ),
    ),
)

QUIZ = (
    Question(
        "01-q1",
        Words("같은 어시스턴트가 내 이름을 모릅니다. 왜일까요?", "The same assistant does not know your name. Why?"),
        (
            Choice(
                Words("다른 스레드에서 물었다", "You asked in another thread"),
                Words("기억은 스레드에 있습니다. 새 스레드는 백지입니다.", "The thread remembers. A new one is blank."),
                right=True,
            ),
            Choice(
                Words("어시스턴트를 새로 만들지 않았다", "You did not make a new assistant"),
                Words(
                    "새로 만들어도 마찬가지입니다. 어시스턴트는 대화를 담지 않습니다.",
                    "A new one would not know it either: assistants hold no conversation.",
                ),
            ),
            Choice(
                Words("모델이 아직 덜 학습했다", "The model has not learned enough yet"),
                Words(
                    "대화는 모델을 학습시키지 않습니다. 실행할 때마다 스레드를 다시 읽을 뿐입니다.",
                    "Conversations do not train the model. At each run it reads the thread again.",
                ),
            ),
        ),
    ),
    Question(
        "01-q2",
        Words(
            "모든 답을 존댓말 한 문장으로 받고 싶습니다. 어디에 적는 것이 좋을까요?",
            "Every answer should be one polite sentence. Where is the best place to say so?",
        ),
        (
            Choice(
                Words("질문마다 덧붙인다", "In each question"),
                Words(
                    "되기는 하지만 한 번 빠뜨리면 그 답만 달라집니다.",
                    "That works, until you forget it once and that answer differs.",
                ),
            ),
            Choice(
                Words("지침에 한 번 적는다", "Once, in the instructions"),
                Words("지침은 모든 실행에 통합니다.", "Instructions hold for every run."),
                right=True,
            ),
            Choice(
                Words("어시스턴트의 이름에 적는다", "In the assistant's name"),
                Words(
                    "이름은 사람이 구별하려고 붙입니다. 답에는 영향을 주지 않습니다.",
                    "The name is for people to tell assistants apart. It does not change the answers.",
                ),
            ),
        ),
    ),
    Question(
        "01-q3",
        Words(
            "오프라인 튜터에게 시를 부탁하면 어떻게 됩니까?", "What happens if you ask the offline tutor for a poem?"
        ),
        (
            Choice(
                Words("짧은 시를 짓는다", "It writes a short one"),
                Words(
                    "글을 지어내는 것은 언어 모델의 일입니다. 튜터는 규칙의 묶음입니다.",
                    "Making things up is for a language model. The tutor is a bundle of rules.",
                ),
            ),
            Choice(
                Words("오류로 실행이 실패한다", "The run fails with an error"),
                Words(
                    "실행은 completed로 끝납니다. 못 한다는 말도 하나의 답입니다.",
                    "The run ends as completed. To say “I cannot” is an answer, too.",
                ),
            ),
            Choice(
                Words("못 한다고 말하고, 할 수 있는 일을 알려 준다", "It says that it cannot, and what it can do"),
                Words(
                    "모르는 것을 지어내지 않습니다. 언어 모델과 가장 다른 점입니다.",
                    "It makes nothing up. That is what sets it apart from a language model.",
                ),
                right=True,
            ),
        ),
    ),
)
