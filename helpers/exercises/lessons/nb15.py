"""Notebook 15: from the Assistants API to the Responses API."""

import copy
import json
from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_CONFIG = {
    "model": "a-model",
    "instructions": "be-brief",
    "tools": [{"type": "code_interpreter", "container": {"type": "auto"}}],
}


def _moves_a_run(call: Any) -> None:
    left = sorted({"thread_id", "assistant_id", "additional_messages", "messages", "thread"} & set(call))
    if left:
        raise NotYet(
            f"responses.create가 모르는 이름이 있습니다: {', '.join(left)}",
            f"responses.create does not know these names: {', '.join(left)}",
        )
    if not call.get("instructions") or not call.get("model"):
        raise NotYet(
            "모델이나 지침이 없습니다. 설정은 이제 요청마다 함께 갑니다.",
            "The model or the instructions are missing. The configuration now goes along with each request.",
        )
    if call.get("conversation") not in ("conv_book", {"id": "conv_book"}):
        raise NotYet(
            "지금까지의 대화를 읽지 못하는 요청입니다. 옮겨 둔 대화를 가리키는 칸이 필요합니다.",
            "This request does not read what was said so far. It needs the field that names the conversation.",
        )
    if not call.get("input"):
        raise NotYet(
            "손님의 질문이 어디에도 없습니다.",
            "The customer's question is nowhere.",
        )
    if call.get("max_output_tokens") != 300:
        raise NotYet(
            "답의 길이 제한이 옮겨지지 않았습니다. 이름이 바뀌었습니다.",
            "The limit on the answer's length has not moved. Its name has changed.",
        )


def _keeps_the_instructions(next_call: Any) -> None:
    config = copy.deepcopy(_CONFIG)
    given = next_call(config, "resp_1", "what-now?")
    if given is ...:
        raise NotYet("함수가 아직 ...을 돌려줍니다.", "The function still returns ....")
    if config != _CONFIG:
        raise NotYet(
            "config가 바뀌었습니다. 다음 대화가 이 질문과 ID를 물려받게 됩니다. 새 사전을 만드세요.",
            "config has changed: the next conversation inherits this question and ID. Make a new dict.",
        )
    if given.get("previous_response_id") != "resp_1":
        raise NotYet(
            "앞의 응답을 가리키는 칸이 없거나 값이 다릅니다.",
            "The field that names the response before is missing, or has another value.",
        )
    if given.get("input") != "what-now?":
        raise NotYet("질문이 input에 들어 있지 않습니다.", "The question is not in input.")
    if "conversation" in given:
        raise NotYet(
            "conversation과 previous_response_id는 함께 쓰지 못합니다.",
            "conversation and previous_response_id cannot be used together.",
        )
    lost = [name for name in _CONFIG if given.get(name) != _CONFIG[name]]
    if lost:
        raise NotYet(
            f"따라가지 못한 설정이 있습니다: {', '.join(lost)}. 앞의 요청에 있었다고 이어지지는 않습니다.",
            f"Part of the configuration was left behind: {', '.join(lost)}. That it was sent before does not help.",
        )


def _returns_outputs(function_outputs: Any) -> None:
    def stock(branch: str) -> Any:
        return {"재고": {"a": 120, "b": 64}[branch]}

    def item(**fields: Any) -> Any:
        return SimpleNamespace(**fields)

    def asking(letter: str) -> Any:
        arguments = json.dumps({"branch": letter})
        return item(
            type="function_call", id=f"fc_{letter}", call_id=f"call_{letter}", name="stock", arguments=arguments
        )

    response = item(output=[item(type="message", id="msg_1", content=[]), asking("a"), asking("b")])
    given = function_outputs(response, {"stock": stock})
    if given is ...:
        raise NotYet("함수가 아직 ...을 돌려줍니다.", "The function still returns ....")
    if len(given) != 2:
        raise NotYet(
            f"호출은 2개인데 결과는 {len(given)}개입니다. 하나라도 빠지면 거절당합니다.",
            f"There are 2 calls and {len(given)} outputs. With one missing, the request is refused.",
        )
    if any("tool_call_id" in output for output in given):
        raise NotYet(
            "tool_call_id는 submit_tool_outputs의 이름입니다. 입력 항목에서는 이름이 다릅니다.",
            "tool_call_id is the name in submit_tool_outputs. An input item calls it otherwise.",
        )
    if any(output.get("type") != "function_call_output" for output in given):
        raise NotYet(
            "무슨 항목인지 알 수 없습니다. 항목에는 저마다 type이 있어야 합니다.",
            "What kind of item is this? Each item needs its type.",
        )
    ids = [output.get("call_id") for output in given]
    if ids == ["fc_a", "fc_b"]:
        raise NotYet(
            "항목 자신의 ID(fc_...)를 보냈습니다. 짝을 짓는 ID는 따로 있습니다.",
            "This is the ID of the item itself (fc_...). Another one pairs call and output.",
        )
    if ids != ["call_a", "call_b"]:
        raise NotYet("결과마다 자기 호출의 ID가 있어야 합니다.", "Each output needs the ID of its own call.")
    outputs = [output.get("output") for output in given]
    if not all(isinstance(output, str) for output in outputs):
        raise NotYet(
            "output은 문자열이어야 합니다. 사전을 그대로 보내면 거절당합니다.",
            "An output is a string. A dict as it is gets refused.",
        )
    try:
        read = [json.loads(output) for output in outputs]
    except ValueError:
        read = None
    if read != [stock("a"), stock("b")]:
        raise NotYet(
            "JSON으로 풀면 원래 결과가 되지 않거나, 결과의 짝이 바뀌었습니다.",
            "Read as JSON they are not the results again, or not each with its own call.",
        )


EXERCISES = (
    Exercise(
        "15-1",
        _moves_a_run,
        Words(
            "설정, 대화, 질문, 길이 제한이 모두 새 자리를 찾았습니다.",
            "Configuration, conversation, question and limit have all found their new places.",
        ),
        (
            Words(
                "analyst를 펼친 다음 세 칸을 더합니다. 17절의 표에서 세 이름을 찾으세요.",
                "Unfold analyst, then add three fields. Find their names in the table of section 17.",
            ),
            Words(
                "thread_id, additional_messages, max_completion_tokens가 각각 무엇으로 바뀌는지 보세요.",
                "Look up what thread_id, additional_messages and max_completion_tokens have become.",
            ),
        ),
        Words(
            "responses.create에 넘길 인수를 담은 사전이어야 합니다.",
            "A dict of arguments for responses.create is expected.",
        ),
    ),
    Exercise(
        "15-2",
        _keeps_the_instructions,
        Words(
            "지침과 도구가 따라가고, config는 다음에도 그대로 쓸 수 있습니다.",
            "Instructions and tools go along, and config can be used again as it was.",
        ),
        (
            Words(
                "'실수해 보기'에서 고친 호출이 무엇을 펼쳐 넣었는지 보세요.",
                "See what the mended call of the deliberate mistake unfolded.",
            ),
            Words(
                "{**config, ...}는 config를 바꾸지 않고 새 사전을 만듭니다. 여기에 두 칸을 더합니다.",
                "{**config, ...} makes a new dict and leaves config alone. Add two fields to it.",
            ),
        ),
        Words(
            "config, previous_id, question을 받는 함수를 넘겨주세요.",
            "Hand over the function that takes config, previous_id and question.",
        ),
    ),
    Exercise(
        "15-3",
        _returns_outputs,
        Words(
            "호출마다 제 결과가 입력 항목으로 돌아갑니다.",
            "Each call gets its own result back, as an input item.",
        ),
        (
            Words(
                "zip(calls, results)로 호출과 결과를 짝지을 수 있습니다.",
                "zip(calls, results) takes a call and its result together.",
            ),
            Words(
                "항목 하나의 모양은 8절의 outputs에 있습니다. 칸은 셋입니다.",
                "The shape of an item is in outputs of section 8. It has three fields.",
            ),
            Words("결과는 json.dumps로 문자열로 만듭니다.", "json.dumps makes the result a string."),
        ),
        Words(
            "response와 functions를 받는 함수를 넘겨주세요.",
            "Hand over the function that takes the response and the functions.",
        ),
    ),
)

QUIZ = (
    Question(
        "15-q1",
        Words(
            "previous_response_id로 이었더니 두 번째 답이 지침을 따르지 않습니다. 왜입니까?",
            "Chained by previous_response_id, the second answer ignores the instructions. Why?",
        ),
        (
            Choice(
                Words("지침은 응답마다 새로 보내야 한다", "Instructions have to be sent with each request"),
                Words(
                    "사슬은 주고받은 말만 잇습니다. 설정 사전을 매번 펼쳐 넣습니다.",
                    "A chain carries what was said, nothing else. Unfold the configuration each time.",
                ),
                right=True,
            ),
            Choice(
                Words("conversation을 썼다면 이어졌을 것이다", "With conversation they would have been kept"),
                Words(
                    "대화도 항목만 간직합니다. 지침은 항목이 아닙니다.",
                    "A conversation keeps items only, and instructions are no item.",
                ),
            ),
            Choice(
                Words("store=False라서 서버가 지침을 잊었다", "Because of store=False the server forgot them"),
                Words(
                    "store=False였다면 이어 가는 것부터 400 오류로 거절됩니다.",
                    "With store=False there is no going on at all: that is refused with error 400.",
                ),
            ),
        ),
    ),
    Question(
        "15-q2",
        Words(
            "모델이 함수를 불렀습니다. 응답의 상태는 무엇입니까?",
            "The model has called a function. What is the status of the response?",
        ),
        (
            Choice(
                Words("requires_action", "requires_action"),
                Words(
                    "그것은 실행의 상태였습니다. 응답은 기다리지 않습니다.",
                    "That was a status of runs. A response does not wait.",
                ),
            ),
            Choice(
                Words("completed", "completed"),
                Words(
                    "그래서 출력 항목에 function_call이 있는지 살펴야 합니다.",
                    "That is why you look for function_call among its output items.",
                ),
                right=True,
            ),
            Choice(
                Words("incomplete", "incomplete"),
                Words(
                    "incomplete는 토큰 한도나 내용 필터로 잘렸을 때입니다.",
                    "incomplete means cut off, by a token limit or the content filter.",
                ),
            ),
        ),
    ),
    Question(
        "15-q3",
        Words(
            "어제 받은 응답의 엑셀 파일을 오늘 내려받으려 합니다. 어떻게 됩니까?",
            "Today you want to download the Excel file of yesterday's response. What happens?",
        ),
        (
            Choice(
                Words("client.files.content로 받는다", "client.files.content gives it"),
                Words(
                    "그 파일은 파일 보관소가 아니라 컨테이너 안에 있었습니다.",
                    "The file was never among your files: it was in a container.",
                ),
            ),
            Choice(
                Words("글 속의 sandbox: 링크를 누른다", "The sandbox: link in the text opens it"),
                Words(
                    "그 링크는 작업실 안의 경로일 뿐, 열 수 있는 주소가 아닙니다.",
                    "It is a path inside the workroom, no address that could be opened.",
                ),
            ),
            Choice(
                Words("컨테이너가 사라져 받을 수 없다", "It is gone with its container"),
                Words(
                    "20분 동안 쓰지 않으면 사라집니다. 답을 받은 자리에서 내려받습니다.",
                    "After 20 idle minutes it is gone. Download where you get the answer.",
                ),
                right=True,
            ),
        ),
    ),
)
