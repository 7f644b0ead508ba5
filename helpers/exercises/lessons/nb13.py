"""Notebook 13: from data to a chart, insights and a title."""

import math
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _clear_request(request: Any) -> None:
    said = request.casefold()

    def names(*words: str) -> bool:
        return any(word in said for word in words)

    if names("주문액", "ordered", "환불액", "refunded"):
        raise NotYet(
            "그 열은 환불을 빼기 전의 금액이거나 환불 그 자체입니다. 뺀 다음의 금액은 다른 열에 있습니다.",
            "That column holds the money before refunds, or the refunds. What is left stands in another column.",
        )
    if not names("결제액", "paid"):
        raise NotYet(
            "어느 금액인지 아직 어시스턴트가 골라야 합니다. 표에 적힌 열 이름을 그대로 쓰세요.",
            "The assistant still has to choose which money you mean. Use the name of the column as it is in the table.",
        )
    if not names("음료", "drink"):
        raise NotYet("무엇마다 선 하나인지 적혀 있지 않습니다.", "It does not say what each line stands for.")
    if not names("월", "달", "month"):
        raise NotYet("가로축이 무엇인지 적혀 있지 않습니다.", "It does not say what runs along the bottom.")
    if not names("그려", "그래프", "차트", "plot", "chart", "graph", "draw"):
        raise NotYet(
            "이 말만으로는 그림이 아니라 표가 올 수 있습니다.", "With these words a table may come, and no picture."
        )


def _growth(growth: Any) -> None:
    rise, fall = growth(200, 250), growth(400, 100)
    if rise is ... or fall is ...:
        raise NotYet("함수가 아직 ...을 돌려줍니다.", "The function still returns the ... .")
    if math.isclose(rise, 125):
        raise NotYet(
            "나중 값이 처음 값의 몇 %인지입니다. 얼마나 변했는지는 아닙니다.",
            "That is the later value in % of the earlier one, and not how much it changed.",
        )
    if math.isclose(rise, 0.25):
        raise NotYet("비율은 맞습니다. 단위가 %가 아닙니다.", "The ratio is right. It is not in % yet.")
    if math.isclose(rise, 20):
        raise NotYet(
            "무엇으로 나누었나요? 변화는 처음 값과 견줍니다.", "What did you divide by? Compare with the start."
        )
    if math.isclose(rise, 50):
        raise NotYet(
            "변한 양입니다. 처음 값과 견주어야 %가 됩니다.", "That is the amount of change. Compare it with the start."
        )
    if not math.isclose(rise, 25):
        raise NotYet(
            f"200에서 250으로 변했는데 {rise}이(가) 나왔습니다.", f"From 200 to 250 it gives {rise}, which is not it."
        )
    if not math.isclose(fall, -75):
        raise NotYet(
            f"늘 때는 맞습니다. 그런데 400에서 100으로 줄었는데 {fall}이(가) 나왔습니다.",
            f"It is right for a rise. But from 400 down to 100 it gives {fall}.",
        )


def _untraced(untraced: Any) -> None:
    said = "In 2025 it was 6,096, up 224.8%, and 87 more."
    known = {"2025", "6,096", "1,877"}
    found = list(untraced(said, known))
    if found == ["2025", "6,096", "224.8", "87"]:
        raise NotYet(
            "모든 숫자가 걸립니다. computed에 있는 것은 걸러 내야 합니다.",
            "Every number is caught. Those that are in computed have to be left out.",
        )
    if found == ["2025", "6,096"]:
        raise NotYet(
            "거꾸로입니다. 근거가 있는 숫자를 돌려주고 있습니다.",
            "It is the other way round: you return the numbers that have a source.",
        )
    if found == ["224.8"]:
        raise NotYet(
            "1,877 속의 87까지 같은 숫자로 칩니다. 숫자 전체가 computed의 하나와 같아야 합니다.",
            "It takes the 87 inside 1,877 for the same number. The whole number has to be one of computed.",
        )
    if not found:
        raise NotYet(
            "근거 없는 숫자가 있는 문장인데 아무것도 걸리지 않습니다.",
            "There are numbers without a source in the sentence, and none is caught.",
        )
    if found != ["224.8", "87"]:
        raise NotYet(
            "근거 없는 숫자 두 개를 문장에 나온 순서대로 돌려주어야 합니다.",
            "The two numbers without a source are expected, in the order of the sentence.",
        )


EXERCISES = (
    Exercise(
        "13-1",
        _clear_request,
        Words(
            "열, 나누는 기준, 모양이 모두 들어 있습니다. ask_about(cafe, request)로 그려 보세요.",
            "The column, what to split by and the form are all said. Try it: ask_about(cafe, request).",
        ),
        (
            Words("표의 열 이름 다섯 개를 다시 보세요.", "Look again at the five names of the columns."),
            Words(
                "금액의 열, 선으로 나눌 열, 가로축이 될 열, 이렇게 셋을 이름으로 부르세요.",
                "Call three of them by name: the money, what the lines stand for, and what runs along the bottom.",
            ),
        ),
        Words("부탁하는 말을 문자열로 적어 주세요.", "Write the request as a string."),
    ),
    Exercise(
        "13-2",
        _growth,
        Words("늘 때도 줄 때도 맞습니다.", "It is right for a rise and for a fall."),
        (
            Words("9절에서 growth에 넣은 식을 다시 보세요.", "Look again at what became growth in step 9."),
            Words(
                "나중 값을 처음 값으로 나누면 몇 배인지 나옵니다. 그대로라면 1배입니다.",
                "Later divided by earlier tells how many times as much. No change at all would be 1.",
            ),
        ),
        Words(
            "처음 값과 나중 값을 받는 함수를 넘겨주세요.", "Hand over a function of the earlier and the later value."
        ),
    ),
    Exercise(
        "13-3",
        _untraced,
        Words(
            "근거 없는 숫자만 골라냈습니다. 이제 어떤 문장이든 검사할 수 있습니다.",
            "Only the numbers without a source are left. You can examine any sentence now.",
        ),
        (
            Words(
                "computed는 집합입니다. 어떤 값이 집합에 있는지는 한 단어로 묻습니다.",
                "computed is a set. One word asks whether a value is in a set.",
            ),
            Words("있는 것이 아니라 없는 것을 남겨야 합니다.", "Keep those that are not in it."),
        ),
        Words("문장과 집합을 받는 함수를 넘겨주세요.", "Hand over a function of a sentence and a set."),
    ),
)

QUIZ = (
    Question(
        "13-q1",
        Words(
            "어시스턴트의 숫자가 어느 열에서 나왔는지 확실히 아는 방법은 무엇입니까?",
            "How do you know for certain which column a number of the assistant comes from?",
        ),
        (
            Choice(
                Words("그래프의 모양을 본다", "Look at the shape of the chart"),
                Words(
                    "비슷한 두 열은 그래프도 비슷합니다. 카페 표의 주문액과 결제액이 그랬습니다.",
                    "Two similar columns make similar charts, as Ordered and Paid of the café do.",
                ),
            ),
            Choice(
                Words("실행 단계에 남은 코드를 읽는다", "Read the code that the run steps keep"),
                Words(
                    "실제로 실행된 코드이므로 어느 열을 더했는지 그대로 적혀 있습니다.",
                    "It is the code that really ran, so the column that was added up stands in it.",
                ),
                right=True,
            ),
            Choice(
                Words("정말 맞느냐고 다시 묻는다", "Ask again whether it is sure"),
                Words(
                    "되물으면 말만 바뀔 수 있습니다. 계산의 근거는 코드와 데이터에 있습니다.",
                    "Asking again may only change the words. What was computed stands in the code and the data.",
                ),
            ),
        ),
    ),
    Question(
        "13-q2",
        Words(
            "그림과 글이 함께 온 답에서 글을 꺼내는 방법은?",
            "How do you take the words out of an answer with a picture?",
        ),
        (
            Choice(
                Words("content[0].text.value", "content[0].text.value"),
                Words(
                    "첫 조각이 그림이면 AttributeError가 납니다.",
                    "Where the first part is a picture, this ends in an AttributeError.",
                ),
            ),
            Choice(
                Words("content의 마지막 조각만 꺼낸다", "Take the last part of content only"),
                Words(
                    "글이 마지막에 온다는 약속은 없고, 글이 여러 조각일 수도 있습니다.",
                    "Nothing promises that the words come last, and there can be several parts of them.",
                ),
            ),
            Choice(
                Words("조각마다 type이 text인지 묻는다", "Ask each part whether its type is text"),
                Words("순서와 개수가 달라져도 맞습니다.", "That holds whatever their order and number."),
                right=True,
            ),
        ),
    ),
    Question(
        "13-q3",
        Words(
            "원가 열이 없는 표에서 이익을 물었습니다. 가장 좋은 답은?",
            "You ask a table without costs for the profit. Which is the best answer?",
        ),
        (
            Choice(
                Words("업계 평균으로 어림한 이익", "A profit estimated from what is usual in the trade"),
                Words(
                    "데이터에서 나오지 않은 숫자입니다. 발표 자료에 들어가면 근거를 댈 수 없습니다.",
                    "That number does not come from the data, so nobody can account for it on a slide.",
                ),
            ),
            Choice(
                Words(
                    "이익 열이 없다는 말과, 있는 열의 목록", "That there is no such column, and which ones there are"
                ),
                Words(
                    "무엇을 물을 수 있는지까지 알려 주므로 다음 물음을 고칠 수 있습니다.",
                    "It tells what can be asked, so that you can put the question in another way.",
                ),
                right=True,
            ),
            Choice(
                Words("이익 대신 매출", "The sales in place of the profit"),
                Words(
                    "물음과 다른 답입니다. 바꾸었다는 말이 없으면 아무도 알아채지 못합니다.",
                    "That answers another question, and unless it says so nobody will notice.",
                ),
            ),
        ),
    ),
)
