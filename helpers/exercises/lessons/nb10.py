"""Notebook 10: functions that the assistant asks for and the reader's program runs."""

import json
from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_SIZES = ["S", "M", "L"]


def _call(name: str, arguments: str, id: str = "call_1") -> Any:
    return SimpleNamespace(id=id, type="function", function=SimpleNamespace(name=name, arguments=arguments))


def _offers_sizes(schema: Any) -> None:
    if isinstance(schema, list | tuple) and schema:
        raise NotYet(
            "값의 목록만 있습니다. 목록은 스키마의 한 칸이고, 스키마는 사전입니다.",
            "This is the list of values alone. The list is one field of a schema, which is a dict.",
        )
    if "enum" not in schema:
        raise NotYet(
            "아직 아무 값이나 올 수 있습니다. 고를 수 있는 값을 적는 칸이 따로 있습니다.",
            "Any value can still come. There is a field for the values to choose from.",
        )
    offered = list(schema["enum"])
    if schema.get("type") != "string":
        raise NotYet(
            "값의 종류가 적혀 있지 않거나 글자가 아닙니다. S, M, L은 모두 글자입니다.",
            "The type is missing, or is no text. S, M and L are texts.",
        )
    if ... in offered or sorted(map(str, offered)) != sorted(_SIZES):
        raise NotYet(
            f"고를 수 있는 값이 {len(offered)}개인데, S, M, L 세 개와 다릅니다.",
            f"There are {len(offered)} values to choose from, and they are not S, M and L.",
        )


def _pairs_all(outputs_for: Any) -> None:
    calls = [_call("get_stock", "{}", f"call_{letter}") for letter in "abc"]
    results = [{"재고": 45, "stock": 45}, {"재고": 80}, 7]
    given = outputs_for(calls, results)
    if given is ...:
        raise NotYet("함수가 아직 ...을 돌려줍니다.", "The function still returns ....")
    if len(given) != len(calls):
        raise NotYet(
            f"부탁은 {len(calls)}개인데 결과는 {len(given)}개입니다. 하나라도 빠지면 거절당합니다.",
            f"There are {len(calls)} calls and {len(given)} outputs. With one missing, all are refused.",
        )
    if any(set(output) != {"tool_call_id", "output"} for output in given):
        raise NotYet(
            "각 항목에는 tool_call_id와 output, 두 칸만 있어야 합니다.",
            "Each item has two fields, tool_call_id and output, and no other.",
        )
    if [output["tool_call_id"] for output in given] != [call.id for call in calls]:
        raise NotYet(
            "부탁의 ID와 결과의 짝이 맞지 않습니다. 서울의 재고를 부산의 답으로 보내게 됩니다.",
            "IDs and results are not paired as they came: Seoul's stock would be sent as Busan's.",
        )
    if not all(isinstance(output["output"], str) for output in given):
        raise NotYet(
            "output은 문자열이어야 합니다. 사전이나 수를 그대로 보내면 400 오류가 납니다.",
            "An output is a string. A dict or a number as it is gets error 400.",
        )
    try:
        read = [json.loads(output["output"]) for output in given]
    except ValueError:
        read = None
    if read != results:
        raise NotYet(
            "문자열이기는 하지만 JSON으로 풀면 원래 결과가 되지 않습니다. str()이 아닌 것을 써 보세요.",
            "They are strings, but read as JSON they are not the results again. Take something other than str().",
        )


def _never_stops(safe_output: Any) -> None:
    def broken(**arguments: Any) -> Any:
        raise RuntimeError("the-reason")

    functions = {"double": lambda number: {"value": number * 2}, "broken": broken}
    fine = safe_output(_call("double", '{"number": 21}'), functions)
    trials = (
        (_call("nobody", "{}"), "functions에 없는 이름", "a name that is not in functions"),
        (_call("double", "{not json"), "JSON이 아닌 인수", "arguments that are no JSON"),
        (_call("broken", "{}"), "실패하는 함수", "a function that fails"),
    )
    said = []
    for call, ko, en in trials:
        try:
            said.append((safe_output(call, functions), ko, en))
        except Exception as error:
            raise NotYet(
                f"{ko}에서 예외가 났습니다({type(error).__name__}). 프로그램이 멈추고 실행은 기다리는 채 남습니다.",
                f"There was an exception ({type(error).__name__}) for {en}: the program stops, the run waits on.",
            ) from None
    for output, ko, en in said:
        if output is ...:
            raise NotYet(f"{ko}에서 아직 ...을 돌려줍니다.", f"It still returns ... for {en}.")
        if not isinstance(output, str):
            raise NotYet(
                f"{ko}에서 문자열이 아닌 값을 돌려주었습니다.", f"For {en} it returned something that is no string."
            )
    if "the-reason" not in said[2][0]:
        raise NotYet(
            "실패한 이유가 결과에 없습니다. 모델은 무엇이 잘못되었는지 알 수 없습니다.",
            "The reason of the failure is not in the output: the model cannot know what went wrong.",
        )
    if not isinstance(fine, str) or json.loads(fine) != {"value": 42}:
        raise NotYet("잘 되는 함수의 결과가 달라졌습니다.", "The result of a function that works has changed.")


EXERCISES = (
    Exercise(
        "10-1",
        _offers_sizes,
        Words("이제 세 가지 크기 말고는 올 수 없습니다.", "Now nothing but the three sizes can come."),
        (
            Words(
                "2절의 branch에서 두 도시를 적은 칸을 보세요.", "Look at the field with the two cities in section 2."
            ),
            Words(
                "칸은 둘입니다. 값의 종류(type)와 고를 수 있는 값의 목록(enum).",
                "Two fields: the type, and enum, the list of values to choose from.",
            ),
        ),
        Words(
            "스키마는 사전입니다. 2절의 branch와 같은 모양으로 적어 보세요.",
            "A schema is a dict. Write it like branch in section 2.",
        ),
    ),
    Exercise(
        "10-2",
        _pairs_all,
        Words(
            "세 부탁 모두, 제 짝의 결과와 함께, 문자열로 돌려보냈습니다.",
            "All three calls get their own result back, as a string.",
        ),
        (
            Words(
                "zip(calls, results)로 부탁과 결과를 하나씩 짝지을 수 있습니다.",
                "zip(calls, results) takes a call and its result together.",
            ),
            Words(
                "항목 하나는 6절의 output과 같은 모양입니다. 결과는 json.dumps로 문자열로 만듭니다.",
                "An item looks like output in section 6; json.dumps makes the result a string.",
            ),
            Words(
                "[... for call, result in zip(calls, results)] 모양의 한 줄이면 됩니다.",
                "One line of the form [... for call, result in zip(calls, results)] is enough.",
            ),
        ),
        Words("calls와 results를 받는 함수를 넘겨주세요.", "Hand over the function that takes calls and results."),
    ),
    Exercise(
        "10-3",
        _never_stops,
        Words(
            "무엇이 와도 멈추지 않고, 이유를 모델에게 알려 줍니다.",
            "Whatever comes, it does not stop, and it tells the model why.",
        ),
        (
            Words(
                "10절의 output_of가 실패했을 때 무엇을 보냈는지 다시 보세요.",
                "Look again at what output_of in section 10 sends after a failure.",
            ),
            Words(
                "error를 글로 바꾸어 사전에 담고, 그 사전을 문자열로 만듭니다.",
                "Put the words of error into a dict, and make that dict a string.",
            ),
        ),
        Words(
            "call과 functions를 받는 함수를 넘겨주세요.", "Hand over the function that takes a call and the functions."
        ),
    ),
)

QUIZ = (
    Question(
        "10-q1",
        Words("get_stock은 어디에서 실행됩니까?", "Where does get_stock run?"),
        (
            Choice(
                Words("서버의 코드 인터프리터 안에서", "In the server's code interpreter"),
                Words(
                    "함수의 본문은 서버에 보낸 적이 없습니다. 보낸 것은 설명뿐입니다.",
                    "The server never got the function's body, only its description.",
                ),
            ),
            Choice(
                Words("내 프로그램에서", "In my own program"),
                Words(
                    "그래서 내 데이터에 닿을 수 있고, 그래서 인수를 검사할 책임도 내게 있습니다.",
                    "That is why it reaches my data, and why checking the arguments is up to me.",
                ),
                right=True,
            ),
            Choice(
                Words("모델 안에서", "Inside the model"),
                Words(
                    "모델은 부를 이름과 인수를 글로 적을 뿐입니다.",
                    "The model only writes which name to call, and with which arguments.",
                ),
            ),
        ),
    ),
    Question(
        "10-q2",
        Words(
            "부탁이 셋 왔는데 하나의 결과가 아직 없습니다. 어떻게 합니까?",
            "Three calls have come, and one result is not there yet. What do you do?",
        ),
        (
            Choice(
                Words("준비된 둘을 먼저 보낸다", "Send the two that are ready"),
                Words(
                    "400 오류로 거절됩니다. 빠진 것이 있으면 아무것도 받지 않습니다.",
                    "That is refused with error 400: with one missing, none is taken.",
                ),
            ),
            Choice(
                Words("셋이 모이면 한 번에 보낸다", "Send all three once they are there"),
                Words(
                    "10분이라는 시간 안에 모아야 합니다. 안 되는 것은 오류로라도 채웁니다.",
                    "Within the ten minutes; for one that cannot be had, send an error as its output.",
                ),
                right=True,
            ),
            Choice(
                Words("준비된 것을 메시지로 적는다", "Write those that are ready as a message"),
                Words(
                    "결과를 기다리는 실행이 스레드를 잠그고 있어 메시지가 들어가지 못합니다.",
                    "The waiting run locks its thread, so no message gets in.",
                ),
            ),
        ),
    ),
    Question(
        "10-q3",
        Words("내 함수에서 예외가 났습니다. 가장 나은 길은?", "Your function raised an exception. What is best?"),
        (
            Choice(
                Words("예외를 그대로 두어 프로그램을 멈춘다", "Let it stop the program"),
                Words(
                    "실행은 조치 대기로 남고 스레드는 만료될 때까지 잠깁니다.",
                    "The run keeps waiting, and its thread stays locked until it expires.",
                ),
            ),
            Choice(
                Words("빈 문자열을 결과로 보낸다", "Send an empty string as its output"),
                Words(
                    "실행은 풀리지만 모델은 실패한 줄도 모르고 답을 지어낼 수 있습니다.",
                    "The run goes on, but the model does not know of the failure and may make an answer up.",
                ),
            ),
            Choice(
                Words("이유를 적어 결과로 보낸다", "Send the reason as its output"),
                Words(
                    "모델이 값을 고쳐 다시 부르거나 사용자에게 사정을 말할 수 있습니다.",
                    "The model can call again with a better value, or tell the user what is wrong.",
                ),
                right=True,
            ),
        ),
    ),
)
