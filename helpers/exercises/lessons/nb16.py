"""Notebook 16: from the reader's own data to a deck."""

import shlex
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _roles(chooser: Any) -> None:
    roles = chooser.roles
    if chooser.question and not roles.period:
        raise NotYet(
            "어느 날짜를 기준으로 볼지 아직 정하지 않았습니다.", "It is not decided yet which of the dates counts."
        )
    if roles.period not in ("주문일", "Ordered"):
        raise NotYet(
            f"기간이 “{roles.period}”입니다. 보려는 것은 주문한 날입니다.",
            f"The period is “{roles.period}”, while the day of the order is wanted.",
        )
    if roles.category not in ("지역", "Area"):
        raise NotYet("무엇마다 나눌지가 다릅니다.", "It is not split by what you want to compare.")
    if roles.value not in ("금액", "Amount"):
        raise NotYet(
            "값이 될 수 있는 열이 둘입니다. 그 가운데 하나를 골라야 합니다.",
            "Two columns could hold the value. Choose the one you want.",
        )
    if not roles.unit:
        raise NotYet("단위가 비어 있습니다.", "The unit is empty.")


def _command(command: Any) -> None:
    words = shlex.split(command.replace("=", " "))
    if "workshop.py" not in words or "deck" not in words:
        raise NotYet(
            "부를 프로그램은 workshop.py이고, 시킬 일의 이름은 deck입니다.",
            "The program is workshop.py, and what it is to do is called deck.",
        )
    given = {word: words[place + 1] if place + 1 < len(words) else "" for place, word in enumerate(words)}
    if not given.get("--data", "").endswith("orders.csv"):
        raise NotYet("어느 표로 만들지 --data에 적어야 합니다.", "Say after --data which table to use.")
    if not given.get("--out", "").endswith(".pptx"):
        raise NotYet("어느 .pptx 파일에 쓸지 --out에 적어야 합니다.", "Say after --out which .pptx file to write.")
    if given.get("--period", given.get("--date")) not in ("주문일", "Ordered"):
        raise NotYet(
            "날짜 열이 둘이므로 --period가 필요합니다. 주문한 날이 담긴 열을 적으세요.",
            "There are two columns of dates, so --period is needed: the column with the day of the order.",
        )
    if given.get("--value") not in ("금액", "Amount"):
        raise NotYet("어느 열을 더할지 --value에 적어야 합니다.", "Say after --value which column to add up.")


def _totals(totals: Any) -> None:
    import pandas as pd

    frame = pd.DataFrame(
        {"when": ["2023-11", "2023-12", "2024-01", "2024-02"], "who": ["a", "b", "a", "b"], "n": [1, 2, 10, 20]}
    )
    try:
        found = {str(year): float(total) for year, total in dict(totals(frame, "when", "n")).items()}
    except TypeError:
        # pandas does not take the ... for anything to group by.
        raise NotYet("무엇으로 묶을지 아직 비어 있습니다.", "What to group by is still empty.") from None
    if set(found) == set(frame["when"]):
        raise NotYet(
            "달마다 묶였습니다. 기간의 글자에서 연도만 떼어 묶어야 합니다.",
            "It is grouped by month. Take only the year out of the words of the period.",
        )
    if set(found) == {"a", "b"} or set(found) == {"n"}:
        raise NotYet("연도가 아닌 것으로 묶였습니다.", "It is grouped by something other than the year.")
    if found == {"2023": 1.5, "2024": 15.0}:
        raise NotYet("해마다의 평균입니다. 합계가 필요합니다.", "That is the mean of each year. The total is wanted.")
    if found != {"2023": 3.0, "2024": 30.0}:
        raise NotYet(
            f"작은 표로 해 보았더니 {found}이(가) 나왔습니다. 2023년은 3, 2024년은 30이어야 합니다.",
            f"On a small table it gives {found}, where 2023 should be 3 and 2024 should be 30.",
        )


EXERCISES = (
    Exercise(
        "16-1",
        _roles,
        Words(
            "네 가지 역할이 모두 정해졌습니다. tricky.sentence를 실행해 보세요.",
            "All four roles are decided. Run tricky.sentence to see it in words.",
        ),
        (
            Words("위젯의 ✗ 줄이 무엇을 묻는지 읽어 보세요.", "Read what the line with the ✗ asks for."),
            Words(
                "목록 세 개에서 고르고, 단위는 글자로 적습니다. 셀을 다시 실행할 필요는 없습니다.",
                "Choose in the three lists and type the unit. The cell with the widget need not be run again.",
            ),
        ),
        Words("열을 고른 위젯(tricky)을 넘겨주세요.", "Hand over the widget in which you chose (tricky)."),
    ),
    Exercise(
        "16-2",
        _command,
        Words("터미널에서 그대로 쓸 수 있는 명령입니다.", "A terminal takes this command as it is."),
        (
            Words("옵션은 네 개입니다: 표, 결과, 기간, 값.", "There are four options: table, result, period, value."),
            Words(
                "옵션은 두 줄표로 시작하고, 그 뒤에 빈칸을 두고 값을 적습니다.",
                "An option begins with two dashes; its value follows after a space.",
            ),
        ),
        Words("명령을 문자열로 적어 주세요.", "Write the command as a string."),
    ),
    Exercise(
        "16-3",
        _totals,
        Words("어떤 표든 해마다의 합계를 낼 수 있습니다.", "You can add up the years of any table now."),
        (
            Words(
                "frame[period]은 글자의 열입니다. .str로 글자를 다룰 수 있습니다.",
                "frame[period] is a column of words. .str works on the letters.",
            ),
            Words(
                "연도는 앞의 네 글자입니다.",
                "The year is the first four letters.",
            ),
        ),
        Words("표와 두 열의 이름을 받는 함수를 넘겨주세요.", "Hand over a function of a table and two names."),
    ),
)

QUIZ = (
    Question(
        "16-q1",
        Words(
            "값이 될 열이 둘인데 어느 것인지 말하지 않으면 어떻게 됩니까?",
            "Two columns could be the value, and you do not say which. What happens?",
        ),
        (
            Choice(
                Words("두 열이 더해진다", "They are added together"),
                Words(
                    "방문자와 대출 권수를 더한 숫자는 아무 뜻이 없습니다. 그렇게 하지 않습니다.",
                    "Visitors plus loans would mean nothing, and is not computed.",
                ),
            ),
            Choice(
                Words("어시스턴트가 하나를 고른다", "The assistant chooses one"),
                Words(
                    "오프라인 튜터는 무엇을 골랐는지 밝힙니다. 언어 모델은 밝히지 않을 수도 있습니다.",
                    "The offline tutor says which. A language model may not.",
                ),
                right=True,
            ),
            Choice(
                Words("오류가 난다", "There is an error"),
                Words(
                    "오류가 나지 않습니다. 그래서 더 알아채기 어렵습니다.",
                    "There is none, and that makes it harder to notice.",
                ),
            ),
        ),
    ),
    Question(
        "16-q2",
        Words(
            "검사를 모두 통과한 발표 자료를 상사에게 보내기 전에 남은 일은?",
            "The deck has passed all checks. What is left to do before you send it to your boss?",
        ),
        (
            Choice(
                Words("없다. 검사가 끝났다", "Nothing, it was checked"),
                Words(
                    "검사기는 숫자와 모양을 봅니다. 제안이 여러분의 회사에 맞는지는 모릅니다.",
                    "The checker sees numbers and form. It does not know whether the proposal suits your company.",
                ),
            ),
            Choice(
                Words("숫자를 모두 손으로 다시 적는다", "Copy all numbers again by hand"),
                Words(
                    "손으로 옮기면 오히려 틀리기 쉽습니다. 이미 데이터와 맞추었습니다.",
                    "Copying by hand makes mistakes. They have been held against the data already.",
                ),
            ),
            Choice(
                Words("한 장씩 읽고 해석과 제안을 판단한다", "Read each slide, and judge its meaning and the proposal"),
                Words(
                    "원인과 앞일은 데이터에 없습니다. 그것을 아는 사람은 여러분입니다.",
                    "Causes and the future are not in the data. It is you who knows about them.",
                ),
                right=True,
            ),
        ),
    ),
    Question(
        "16-q3",
        Words(
            "Assistants API가 끝난 뒤에도 그대로 쓸 수 있는 것은 무엇입니까?",
            "What can you go on using now that the Assistants API has ended?",
        ),
        (
            Choice(
                Words("OpenAI 서버에 만들어 둔 어시스턴트 ID", "The IDs of assistants made on OpenAI's servers"),
                Words(
                    "그 ID로 부를 서비스가 2026년 8월에 끝났습니다. 이 워크숍의 ID는 내장 서버의 것입니다.",
                    "The service behind them ended in August 2026. The IDs of this workshop are the embedded server's.",
                ),
            ),
            Choice(
                Words("맡기고, 지켜보고, 읽고, 확인하는 순서", "The order: hand over, watch, read, check"),
                Words(
                    "15에서 보았듯이 호출의 이름은 바뀌어도 이 순서는 남습니다.",
                    "As 15 shows, the calls have other names, and the order stays.",
                ),
                right=True,
            ),
            Choice(
                Words("client.beta.threads로 시작하는 호출", "The calls that begin with client.beta.threads"),
                Words(
                    "SDK에는 남아 있어도 받아 주는 서비스가 없습니다. Responses API의 호출로 옮깁니다.",
                    "The SDK may still hold them, but no service answers. Their twins are in the Responses API.",
                ),
            ),
        ),
    ),
)
