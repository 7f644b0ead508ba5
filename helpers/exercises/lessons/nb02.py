"""Notebook 02: the playground and the dashboard."""

from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_LETTERS = set("abcde")
_NEW = set("cd")


def _what_is_new(letters: Any) -> None:
    given = {letter for text in letters for letter in text.lower() if not letter.isspace() and letter not in ",.-"}
    if given - _LETTERS:
        raise NotYet("a부터 e까지의 글자만 있습니다.", "There are only the letters a to e.")
    if not given:
        raise NotYet("아직 아무것도 고르지 않았습니다.", "Nothing is chosen yet.")
    if given & set("ae"):
        raise NotYet(
            "이미 있는 것을 가져오기만 하는 동작이 섞여 있습니다. 조회는 아무것도 만들지 않습니다.",
            "Something that only fetches what is there is among them. Looking something up makes nothing.",
        )
    if "b" in given:
        raise NotYet(
            "5절에서 지침을 고친 뒤의 ID를 처음 ID와 비교해 보세요.",
            "Compare the ID after the instructions were changed in section 5 with the one before.",
        )
    if given != _NEW:
        raise NotYet(
            "하나가 더 있습니다. 어시스턴트 말고도 ID를 가진 것이 있습니다.",
            "There is one more. Assistants are not the only things with an ID.",
        )


def _updated(pair: Any) -> None:
    before, after = pair
    if after is ...:
        raise NotYet("after가 아직 비어 있습니다.", "after is still empty.")
    if after is None or isinstance(after, str):
        raise NotYet(
            "호출이 돌려준 어시스턴트를 after에 담아 주세요.", "Let after be the assistant that the call returns."
        )
    if after.id != before.id:
        raise NotYet(
            "ID가 달라졌습니다. 고친 것이 아니라 하나를 더 만들었습니다.",
            "The ID is another one: this has made one more instead of changing it.",
        )
    if after.instructions == before.instructions:
        raise NotYet("지침이 아직 그대로입니다.", "The instructions are still the same.")
    if [tool.type for tool in after.tools] != [tool.type for tool in before.tools] or after.name != before.name:
        raise NotYet(
            "지침 말고 다른 것도 바뀌었습니다. 바꿀 것만 보내세요.",
            "More than the instructions has changed. Send only what should change.",
        )


def _most_tokens(most_expensive: Any) -> None:
    def run(id: str, usage: tuple[int, int] | None) -> Any:
        counts = None
        if usage:
            read, written = usage
            counts = SimpleNamespace(prompt_tokens=read, completion_tokens=written, total_tokens=read + written)
        return SimpleNamespace(id=id, usage=counts, status="completed" if usage else "queued", created_at=len(id))

    ended = [run("run_a", (200, 10)), run("run_b", (150, 90)), run("run_c", (40, 120))]
    try:
        found = most_expensive(ended)
    except TypeError:
        raise NotYet(
            "tokens가 돌려준 것을 서로 비교할 수 없습니다. 실행마다 수 하나를 돌려주어야 합니다.",
            "What tokens returns cannot be compared. It has to be one number for each run.",
        ) from None
    if found != "run_b":
        raise NotYet(
            "입력과 출력을 합친 수로 비교해야 합니다. usage에 그 수가 있습니다.",
            "Compare the sum of what was read and written. usage has that number.",
        )
    try:
        found = most_expensive([run("run_new", None), *ended])
    except (AttributeError, TypeError):
        raise NotYet(
            "usage가 None인 실행에서 멈췄습니다. 그런 실행은 0으로 치세요.",
            "It stops at a run whose usage is None. Let such a run count as 0.",
        ) from None
    if found != "run_b":
        raise NotYet(
            "아직 끝나지 않은 실행이 가장 비싼 것으로 나왔습니다.",
            "A run that has not ended yet came out as the most expensive.",
        )


EXERCISES = (
    Exercise(
        "02-1",
        _what_is_new,
        Words(
            "만드는 동작과 조회하거나 고치는 동작을 구별했습니다. 질문은 메시지와 실행을 하나씩 남깁니다.",
            "You can tell what makes from what looks up or changes. A question leaves a message and a run.",
        ),
        (
            Words(
                "SDK의 이름으로 바꾸어 생각해 보세요. create로 시작하나요?",
                "Think of it as an SDK call. Is it a create?",
            ),
            Words(
                "5절의 show_wire 결과에서 POST인 줄이 무엇을 만들었는지 보세요.",
                "Look at the lines with POST that show_wire gave in section 5: what did they make?",
            ),
        ),
        Words("글자를 적은 문자열이어야 합니다.", "A string of letters is expected."),
    ),
    Exercise(
        "02-2",
        _updated,
        Words("저장 단추가 하는 일을 코드로 적었습니다.", "You have written what the Save button does."),
        (
            Words(
                "5절에서 지침을 고친 셀을 다시 보세요.",
                "Look again at the cell of section 5 that changed the instructions.",
            ),
            Words(
                "client.beta.assistants의 메서드 하나에 ID와 바꿀 값을 넘깁니다.",
                "One method of client.beta.assistants takes the ID and what should change.",
            ),
        ),
        Words("[고치기 전, 고친 뒤]의 어시스턴트 두 개를 넘겨주세요.", "Hand over two assistants: [before, after]."),
    ),
    Exercise(
        "02-3",
        _most_tokens,
        Words(
            "끝나지 않은 실행이 섞여 있어도 가장 비싼 것을 찾습니다.",
            "It finds the most expensive run, also among some that have not ended.",
        ),
        (
            Words("run.usage에는 total_tokens가 있습니다.", "run.usage has total_tokens."),
            Words(
                "usage가 없을 때의 값은 `A if 조건 else B`로 나눌 수 있습니다.",
                "For a run without usage, `A if condition else B` gives another value.",
            ),
        ),
        Words(
            "실행의 목록을 받아 ID를 돌려주는 함수여야 합니다.", "A function from a list of runs to an ID is expected."
        ),
    ),
)

QUIZ = (
    Question(
        "02-q1",
        Words(
            "플레이그라운드에서 지침을 고쳐 저장하고 같은 스레드에서 계속 물었습니다. 무엇이 달라집니까?",
            "You changed the instructions in the playground, saved, and went on in the same thread. What is different?",
        ),
        (
            Choice(
                Words("앞의 대화가 지워진다", "What was said before is gone"),
                Words(
                    "대화는 스레드에 있고, 지침은 어시스턴트에 있습니다. 스레드는 그대로입니다.",
                    "The conversation is in the thread, the instructions in the assistant. The thread is untouched.",
                ),
            ),
            Choice(
                Words("다음 답부터 새 지침을 따른다", "From the next answer on the new instructions hold"),
                Words(
                    "실행을 만들 때마다 그때의 지침을 읽기 때문입니다.",
                    "Each run reads the instructions as they are when it is made.",
                ),
                right=True,
            ),
            Choice(
                Words("어시스턴트의 ID가 바뀐다", "The assistant has another ID"),
                Words(
                    "저장은 update입니다. ID가 바뀌는 것은 새로 만들 때입니다.",
                    "Saving is an update. A new ID comes only with a new assistant.",
                ),
            ),
        ),
    ),
    Question(
        "02-q2",
        Words(
            "대시보드의 스레드 목록에 어제의 대화가 없습니다. 왜 그럴까요?",
            "Yesterday's conversation is not in the dashboard's list of threads. Why?",
        ),
        (
            Choice(
                Words("그 스레드의 ID를 적어 두지 않았다", "Nobody has kept the ID of that thread"),
                Words(
                    "API에는 스레드를 나열하는 호출이 없습니다. ID를 알아야만 찾을 수 있습니다.",
                    "The API has no call that lists threads. Only who knows the ID can find one.",
                ),
                right=True,
            ),
            Choice(
                Words("스레드는 하루가 지나면 지워진다", "Threads are deleted after a day"),
                Words(
                    "하루로 정해진 기한은 없습니다. 이 서버의 스레드는 지울 때까지 남습니다.",
                    "There is no limit of a day. On this server a thread stays until it is deleted.",
                ),
            ),
            Choice(
                Words("어시스턴트를 지우면 스레드도 지워진다", "A thread is deleted together with its assistant"),
                Words(
                    "둘은 독립입니다. 어시스턴트를 지워도 스레드는 남습니다.",
                    "They are independent. The thread stays when an assistant is deleted.",
                ),
            ),
        ),
    ),
    Question(
        "02-q3",
        Words(
            "'같은 대화를 코드로'가 준 프로그램을 세 번 실행하면 어시스턴트가 몇 개 늘어납니까?",
            "You run the program from 'This conversation as code' three times. How many more assistants are there?",
        ),
        (
            Choice(
                Words("0개. 이름이 같으면 있던 것을 쓴다", "None: one with the same name is used again"),
                Words(
                    "서버는 이름이 같아도 막지 않습니다. 대시보드에 중복으로 표시됩니다.",
                    "The server does not mind equal names. The dashboard will mark them as duplicates.",
                ),
            ),
            Choice(
                Words("1개. 두 번째부터는 고쳐진다", "One: from the second time on it is updated"),
                Words(
                    "고치는 것은 update입니다. 그 프로그램은 create를 부릅니다.",
                    "That would be update. The program calls create.",
                ),
            ),
            Choice(
                Words("3개", "Three"),
                Words(
                    "create를 부를 때마다 새 ID가 생깁니다. 그래서 프로그램 맨 위에 retrieve를 쓰라는 주석이 있습니다.",
                    "Each create gives a new ID. That is why a comment in the program tells you of retrieve.",
                ),
                right=True,
            ),
        ),
    ),
)
