"""Notebook 08: the code interpreter."""

from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _attached(attachments: Any) -> None:
    (attachment,) = attachments
    if isinstance(attachment, str):
        raise NotYet(
            "목록에 파일의 ID만 있습니다. v2는 첨부마다 어느 도구가 쓸 파일인지도 알아야 합니다.",
            "The list holds nothing but a file ID. In v2 each attachment also says which tool the file is for.",
        )
    if not str(attachment["file_id"]).startswith("file-"):
        raise NotYet(
            "file_id 자리에 파일의 ID(file-...)가 있어야 합니다.", "file_id has to be the ID of a file (file-...)."
        )
    tools = attachment.get("tools")
    if not tools:
        raise NotYet(
            "파일은 맞습니다. 그런데 어느 도구도 이 파일을 쓰지 못합니다.",
            "The file is right, but there is no tool that may use it.",
        )
    if not all(isinstance(tool, dict) for tool in tools):
        raise NotYet(
            "tools의 항목은 이름이 아니라 type이 적힌 딕셔너리입니다.",
            "An entry of tools is not a name but a dictionary with a type.",
        )
    if [tool["type"] for tool in tools] != ["code_interpreter"]:
        raise NotYet(
            "다른 도구에 첨부했습니다. 표를 계산할 도구에 주어야 합니다.",
            "It is attached to another tool. Give it to the one that will compute.",
        )


def _prints(printed: Any) -> None:
    log, image = _log, SimpleNamespace(type="image", image=SimpleNamespace(file_id="file-1"))
    calls = [SimpleNamespace(outputs=outputs) for outputs in ([log("1"), image], [], [image, log("2"), log("3")])]
    try:
        found = printed(calls)
    except AttributeError:
        raise NotYet(
            "그림이 섞인 출력에서 멈췄습니다. 그림에는 logs가 없습니다.",
            "It stopped at an output that is a picture. A picture has no logs.",
        ) from None
    if not isinstance(found, list):
        raise TypeError
    if any(not isinstance(text, str) for text in found):
        raise NotYet("글이 아닌 것이 섞여 있습니다.", "Something that is no text got in.")
    if len(found) < 3:
        raise NotYet(
            f"글이 {3 - len(found)}개 빠졌습니다. 그림 다음에 오는 출력도 보아야 합니다.",
            f"{3 - len(found)} of the texts are missing. Look at what comes after a picture too.",
        )
    if found != ["1", "2", "3"]:
        raise NotYet(
            "글은 모았지만 출력된 차례나 개수가 다릅니다.",
            "The texts are there, but not in the order, or number, in which they were printed.",
        )


def _log(text: str) -> Any:
    return SimpleNamespace(type="logs", logs=text)


def _names(files_in: Any) -> None:
    notes = [
        _file_note("sandbox:/mnt/data/sales.xlsx", "file-a"),
        SimpleNamespace(type="file_citation", text="【1:0†a.md】", file_citation=SimpleNamespace(file_id="file-z")),
        _file_note("sandbox:/mnt/data/charts/may.png", "file-b"),
    ]
    try:
        found = files_in(SimpleNamespace(value="", annotations=notes))
    except AttributeError:
        raise NotYet(
            "문서의 출처를 가리키는 주석(file_citation)에서 멈췄습니다. 그 주석에는 file_path가 없습니다.",
            "It stopped at an annotation that cites a document (file_citation). Such a one has no file_path.",
        ) from None
    if "file-z" in found.values():
        raise NotYet(
            "어시스턴트가 만들지 않은 파일이 섞였습니다. 인용한 문서는 만든 파일이 아닙니다.",
            "A file got in that the assistant did not make: a document that it cites.",
        )
    if set(found.values()) != {"file-a", "file-b"}:
        raise NotYet(
            "만들어진 파일의 ID가 모두 들어 있지 않습니다.", "The IDs of the files that were made are not all there."
        )
    if any("/" in name for name in found):
        raise NotYet(
            "파일은 모두 찾았습니다. 이름에서 폴더까지의 경로를 떼어 내세요.",
            "You found all the files. Take the path of the folder off their names.",
        )
    if found != {"sales.xlsx": "file-a", "may.png": "file-b"}:
        raise NotYet("이름과 ID가 서로 맞지 않습니다.", "Names and IDs do not belong together.")


def _file_note(text: str, file_id: str) -> Any:
    return SimpleNamespace(type="file_path", text=text, file_path=SimpleNamespace(file_id=file_id))


EXERCISES = (
    Exercise(
        "08-1",
        _attached,
        Words(
            "파일과, 그 파일을 쓸 도구를 함께 적었습니다.",
            "You named the file together with the tool that is to use it.",
        ),
        (
            Words("2절에서 메시지에 첨부한 줄을 다시 보세요.", "Look again at how section 2 attaches to a message."),
            Words(
                "첨부는 file_id와 tools, 두 칸짜리 딕셔너리입니다. tools는 목록입니다.",
                "An attachment is a dictionary of two: file_id, and tools, which is a list.",
            ),
        ),
        Words("첨부 하나가 든 목록이어야 합니다.", "A list with one attachment is expected."),
    ),
    Exercise(
        "08-2",
        _prints,
        Words(
            "그림이 어디에 섞여 있어도 출력된 글을 모두 차례로 모읍니다.",
            "Wherever a picture stands, all that was printed is collected in order.",
        ),
        (
            Words(
                "4절에서 차트를 그린 코드의 출력은 두 종류였습니다.",
                "In section 4 the code that drew the chart had outputs of two kinds.",
            ),
            Words(
                "더하기 전에 output.type을 확인하는 if가 필요합니다.",
                "Before you append, an if has to look at output.type.",
            ),
        ),
        Words(
            "함수 printed 자체를 넘겨주세요. 목록을 돌려주어야 합니다.",
            "Hand over the function printed itself. It returns a list.",
        ),
    ),
    Exercise(
        "08-3",
        _names,
        Words(
            "어떤 주석이 섞여 있어도 만들어진 파일만, 짧은 이름으로 돌려줍니다.",
            "Whatever annotations there are, you return only the files that were made, under their short names.",
        ),
        (
            Words(
                "07에서 링크를 파일 이름으로 바꾼 방법: 글자열을 '/'로 나눈 마지막 조각입니다.",
                "Notebook 07 got the name out of the link: split the string at '/', and take the last piece.",
            ),
            Words(
                "딕셔너리를 만드는 식의 끝에 if를 붙여 주석의 type을 고를 수 있습니다.",
                "An if at the end of the dictionary comprehension can choose by the annotation's type.",
            ),
        ),
        Words(
            "함수 files_in 자체를 넘겨주세요. 딕셔너리를 돌려주어야 합니다.",
            "Hand over the function files_in itself. It returns a dictionary.",
        ),
    ),
)

QUIZ = (
    Question(
        "08-q1",
        Words(
            "답에 적힌 숫자가 계산된 것인지 어디에서 확인합니까?",
            "Where do you see whether a number in the answer was really computed?",
        ),
        (
            Choice(
                Words("메시지의 text.value", "In the message's text.value"),
                Words(
                    "거기에는 답만 있습니다. 어떻게 나온 숫자인지는 적혀 있지 않습니다.",
                    "There is only the answer there, not how the number came about.",
                ),
            ),
            Choice(
                Words(
                    "실행 단계의 code_interpreter.input과 outputs",
                    "In code_interpreter.input and outputs of a run step",
                ),
                Words(
                    "실행한 코드와 그 출력이 그대로 남아 있습니다.",
                    "The code that was run is kept there, with what it printed.",
                ),
                right=True,
            ),
            Choice(
                Words("어시스턴트의 instructions", "In the assistant's instructions"),
                Words(
                    "지침은 그렇게 하라는 부탁일 뿐, 그렇게 했다는 기록이 아닙니다.",
                    "Instructions ask for it; they do not record that it was done.",
                ),
            ),
        ),
    ),
    Question(
        "08-q2",
        Words(
            "답에 [결과.csv](sandbox:/mnt/data/결과.csv)라는 링크가 있습니다. 파일을 어떻게 받습니까?",
            "An answer holds the link [result.csv](sandbox:/mnt/data/result.csv). How do you get the file?",
        ),
        (
            Choice(
                Words("링크를 브라우저에 붙여 넣는다", "Paste the link into a browser"),
                Words(
                    "sandbox는 코드 인터프리터 안의 주소라서 브라우저는 갈 수 없습니다.",
                    "The address is one inside the code interpreter, where no browser gets.",
                ),
            ),
            Choice(
                Words("open('/mnt/data/결과.csv')로 연다", "open('/mnt/data/result.csv')"),
                Words(
                    "그 폴더는 여러분의 컴퓨터가 아니라 코드 인터프리터에 있습니다.",
                    "That folder is the code interpreter's, not one of your computer.",
                ),
            ),
            Choice(
                Words(
                    "주석의 file_path.file_id를 client.files.content에 준다",
                    "Give the annotation's file_path.file_id to client.files.content",
                ),
                Words("주석이 링크와 진짜 파일을 이어 줍니다.", "The annotation ties the link to the real file."),
                right=True,
            ),
        ),
    ),
    Question(
        "08-q3",
        Words(
            "어시스턴트가 쓴 코드가 오류를 내면 실행은 어떻게 됩니까?",
            "The code that the assistant wrote raises an error. What becomes of the run?",
        ),
        (
            Choice(
                Words("failed가 되고 답이 없다", "It fails, and there is no answer"),
                Words(
                    "failed는 모델이나 서비스가 일을 못 끝냈을 때입니다. 코드의 오류는 출력의 하나입니다.",
                    "A run fails where the model or the service could not finish. An error of the code is an output.",
                ),
            ),
            Choice(
                Words(
                    "오류가 출력으로 돌아가고, 고친 코드를 다시 쓸 수 있다",
                    "The error goes back as output, and better code may follow",
                ),
                Words(
                    "그래서 실행 단계를 보아야 몇 번 고쳤는지 알 수 있습니다.",
                    "That is why only the run steps tell how often it was mended.",
                ),
                right=True,
            ),
            Choice(
                Words(
                    "requires_action이 되어 여러분의 수정을 기다린다",
                    "It waits in requires_action for you to mend the code",
                ),
                Words(
                    "requires_action은 여러분의 함수를 부를 때의 상태입니다(10).",
                    "requires_action is for calls of your own functions (notebook 10).",
                ),
            ),
        ),
    ),
)
