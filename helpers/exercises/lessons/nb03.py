"""Notebook 03: create an assistant."""

from typing import Any

from ...settings import language
from ..exercise import Choice, Exercise, NotYet, Question, Words

_FAREWELL_KO, _FAREWELL_EN = "좋은 하루 되세요!", "Have a nice day!"
_SHOP = [("asst_1", "a"), ("asst_2", "b"), ("asst_3", "a"), ("asst_4", "a"), ("asst_5", "b")]


def _greets_in_the_other_language(answer: Any) -> None:
    if not isinstance(answer, str):
        raise NotYet(
            "ask(...)가 돌려준 답, 곧 문자열을 넘겨주세요.", "Hand over the answer that ask(...) returns, a string."
        )
    # Each track asks for the language that is not its own.
    wants_korean = language() == "en"
    farewell = _FAREWELL_KO if wants_korean else _FAREWELL_EN
    words = answer.replace(farewell, "").strip()
    if not words:
        raise NotYet(
            "끝인사뿐이고 답이 없습니다. 값을 말하지 말라고 적지는 않았나요?",
            "There is a farewell, and no answer. Do your instructions keep it from saying the price?",
        )
    if any("가" <= letter <= "힣" for letter in words) != wants_korean:
        raise NotYet(
            "아직 한국어로 답합니다. 지침에 어느 언어로 답할지 적었나요?",
            "It does not answer in Korean yet. Do the instructions name the language?",
        )
    if not answer.rstrip().endswith(farewell):
        raise NotYet(
            "영어로 답하지만 끝인사가 없거나 맨 끝이 아닙니다. 4절의 세 번째 지침처럼 적어 보세요.",
            "It answers in Korean, but the farewell is missing or not at the end. See the third rule of section 4.",
        )


def _finds_duplicates(extra_ids: Any) -> None:
    found = extra_ids(list(_SHOP))
    if found is None or not list(found):
        raise NotYet(
            "아무것도 찾지 못했습니다. 이미 본 이름인지 물어보고, 본 이름이면 ID를 담아야 합니다.",
            "Nothing was found. Ask whether the name was seen before, and keep the ID where it was.",
        )
    if not set(found) <= {id for id, _ in _SHOP}:
        raise NotYet("ID만 담아 주세요. 이름은 필요 없습니다.", "Keep the IDs only, not the names.")
    if {"asst_1", "asst_2"} & set(found):
        raise NotYet(
            "맨 처음 것까지 지우게 됩니다. 이름마다 하나는 남겨야 합니다.",
            "This would delete the first ones too. One of each name has to stay.",
        )
    if list(found) != ["asst_3", "asst_4", "asst_5"]:
        raise NotYet(
            "중복을 모두 찾지 못했거나 순서가 바뀌었습니다. 이름 하나가 세 번 나오기도 합니다.",
            "Some duplicates are missing, or out of order. A name may occur three times.",
        )
    if list(extra_ids([("x", "a"), ("y", "b")])):
        raise NotYet("중복이 없는 목록에서는 빈 목록이 나와야 합니다.", "Without duplicates the list must be empty.")


def _declares_a_function(tool: Any) -> None:
    if tool.get("type") != "function":
        raise NotYet(
            "도구의 종류(type)가 function이어야 합니다. 7절의 stock_tool을 보세요.",
            "The tool's type has to be function. Look at stock_tool in section 7.",
        )
    schema = tool["function"].get("parameters") or {}
    properties = schema.get("properties", {})
    if "flower" not in properties or "count" not in properties:
        raise NotYet(
            "받는 값 두 가지, flower와 count를 properties에 적어 주세요.",
            "Name both values, flower and count, among the properties.",
        )
    if properties["count"].get("type") != "integer":
        raise NotYet(
            "송이 수는 소수가 될 수 없는 수입니다. count의 형식을 다시 보세요.",
            "Stems are counted in whole numbers. Look again at the type of count.",
        )
    if set(schema.get("required", ())) != {"flower", "count"}:
        raise NotYet(
            "둘 다 꼭 필요하다고 아직 알리지 않았습니다. 무엇이 빠지면 안 되는지 적는 칸이 따로 있습니다.",
            "It is not said yet that both are needed. There is a place of its own for what must not be missing.",
        )


EXERCISES = (
    Exercise(
        "03-1",
        _greets_in_the_other_language,
        Words("지침 하나로 언어와 끝인사를 모두 정했습니다.", "One instruction settled both language and farewell."),
        (
            Words(
                "지침은 두 가지를 말해야 합니다. 어느 언어로, 그리고 무엇으로 끝낼지.",
                "The instructions have to say two things: which language, and how to end.",
            ),
            Words(
                "4절에서 'Thank you!'로 끝나게 한 지침을 본떠 보세요.",
                "Take the rule of section 4 that ended with 'Thank you!' as your pattern.",
            ),
        ),
        Words("ask(...)의 답을 그대로 넘겨주세요.", "Hand over the answer of ask(...) as it is."),
    ),
    Exercise(
        "03-2",
        _finds_duplicates,
        Words("이 ID들을 delete에 넘기면 목록이 정리됩니다.", "Hand these IDs to delete, and the list is tidy again."),
        (
            Words(
                "seen에는 본 이름을, extra에는 지울 ID를 모읍니다.",
                "Gather the names that you have met in seen, the IDs to delete in extra.",
            ),
            Words(
                "한 줄로 쓰려면: (이름이 seen에 있으면 extra.append, 아니면 seen.add)를 조건식으로.",
                "In one line: a conditional expression, extra.append(...) if the name is in seen, else seen.add(...).",
            ),
        ),
        Words("extra_ids 함수 자체를 넘겨주세요.", "Hand over the function extra_ids itself."),
    ),
    Exercise(
        "03-3",
        _declares_a_function,
        Words(
            "어시스턴트는 이 설명만 보고 언제, 어떤 값으로 부를지 정합니다.",
            "From this description alone an assistant decides when to call it, and with what.",
        ),
        (
            Words(
                "stock_tool의 parameters에 값을 하나 더하고, 형식은 JSON 스키마의 말로 적습니다.",
                "Add a value to the parameters of stock_tool; its type is a word of JSON schema.",
            ),
            Words(
                'properties 옆에 "required": [...]를 두면 빠질 수 없는 값을 알릴 수 있습니다.',
                'Beside properties, "required": [...] names what must not be missing.',
            ),
        ),
        Words("order_tool 사전(dict)을 넘겨주세요.", "Hand over the dict order_tool."),
    ),
)

QUIZ = (
    Question(
        "03-q1",
        Words(
            "같은 create 셀을 세 번 실행했습니다. 어시스턴트는 몇 개입니까?",
            "You ran the same create cell three times. How many assistants are there?",
        ),
        (
            Choice(
                Words("하나. 이름이 같으니까", "One, since the name is the same"),
                Words(
                    "이름은 사람이 알아보라고 붙이는 것입니다. 서버는 ID로만 구별합니다.",
                    "Names are for people. The server tells assistants apart by their IDs only.",
                ),
            ),
            Choice(
                Words("셋. ID가 모두 다르다", "Three, each with its own ID"),
                Words(
                    "그래서 처음 받은 ID를 적어 두고 다시 씁니다.",
                    "That is why you keep the first ID and use it again.",
                ),
                right=True,
            ),
            Choice(
                Words("하나. 두 번째부터는 오류가 난다", "One: the second call is an error"),
                Words(
                    "서버는 막지 않습니다. 조용히 쌓이기 때문에 함정입니다.",
                    "The server does not mind. They pile up silently, which is the trap.",
                ),
            ),
        ),
    ),
    Question(
        "03-q2",
        Words("어시스턴트의 역할과 말투를 정하는 것은 무엇입니까?", "What settles an assistant's role and tone?"),
        (
            Choice(
                Words("name", "name"),
                Words(
                    "3절에서 '피아노 조율사'라는 이름의 꽃집 점원을 보았습니다.",
                    "In section 3 a florist answered under the name of a piano tuner.",
                ),
            ),
            Choice(
                Words("metadata", "metadata"),
                Words(
                    "꼬리표는 여러분의 프로그램이 봅니다. 모델은 읽지 않습니다.",
                    "Tags are for your program. The model does not read them.",
                ),
            ),
            Choice(
                Words("instructions", "instructions"),
                Words("지침은 어느 대화에서나 늘 적용됩니다.", "Instructions apply in every conversation."),
                right=True,
            ),
        ),
    ),
    Question(
        "03-q3",
        Words(
            "tools에 함수를 선언했습니다. 그 함수를 실행하는 것은 누구입니까?",
            "You declared a function in tools. Who runs it?",
        ),
        (
            Choice(
                Words("모델", "The model"),
                Words(
                    "모델은 이름과 값만 말합니다. 함수의 본문을 본 적이 없습니다.",
                    "The model only names it and its arguments; it has never seen the body.",
                ),
            ),
            Choice(
                Words("내 프로그램", "My program"),
                Words(
                    "그래서 실행은 결과를 기다리며 requires_action 상태로 멈춥니다(10).",
                    "So the run waits for the result, in the status requires_action (10).",
                ),
                right=True,
            ),
            Choice(
                Words("코드 인터프리터", "The code interpreter"),
                Words(
                    "코드 인터프리터는 어시스턴트가 쓴 파이썬을 실행하는 다른 도구입니다.",
                    "That is another tool, which runs the Python that the assistant writes.",
                ),
            ),
        ),
    ),
)
