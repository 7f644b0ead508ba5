"""Notebook 11: streaming."""

from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_BEGIN = ["thread.run.created", "thread.run.queued", "thread.run.in_progress"]
_STEP = ["thread.run.step.created", "thread.run.step.in_progress"]
_CUT = ["thread.message.delta", "thread.run.step.failed", "thread.message.incomplete"]
# How a stream may go, and the status of its run at the end.
_COURSES = (
    ([*_BEGIN, *_STEP, "thread.message.delta", "thread.message.completed", "thread.run.completed"], "completed"),
    ([*_BEGIN, "thread.run.failed"], "failed"),
    ([*_BEGIN, *_STEP, *_CUT, "thread.run.incomplete", "done"], "incomplete"),
    ([*_BEGIN, *_STEP, "thread.run.step.delta", "thread.run.requires_action"], "requires_action"),
    ([*_BEGIN, *_STEP, "thread.message.delta", "thread.message.completed", "thread.run.step.completed"], "in_progress"),
)


def _names_the_end(ended_as: Any) -> None:
    for number, (names, status) in enumerate(_COURSES, 1):
        given = ended_as(list(names))
        if given is ...:
            raise NotYet("함수가 아직 ...을 돌려줍니다.", "The function still returns ....")
        if given == status:
            continue
        if isinstance(given, str) and given.endswith(f"run.{status}"):
            raise NotYet(
                "이벤트는 맞게 찾았습니다. 앞부분을 떼고 상태의 이름만 남기세요.",
                "You have found the right event. Leave out its beginning: only the status is wanted.",
            )
        if given == "created":
            raise NotYet(
                "첫 이벤트를 읽었습니다. 마지막 것을 찾아야 합니다.",
                "That is the first event. The last one is wanted.",
            )
        if number == len(_COURSES):
            raise NotYet(
                f"아직 끝나지 않은 실행인데 {given!r}라고 합니다. 마지막 이벤트는 실행 단계의 것입니다.",
                f"This run has not ended, yet you say {given!r}. The last event of the broken stream was a step's.",
            )
        if status == "incomplete":
            raise NotYet(
                f"미완성으로 끝난 실행을 {given!r}라고 합니다. 실행의 이벤트 뒤에 다른 이벤트가 올 수도 있습니다.",
                f"A run that ended incomplete is called {given!r}. Other events may follow the run's own.",
            )
        raise NotYet(
            f"{status} 상태로 끝난 실행을 {given!r}라고 합니다.",
            f"A run that ended as {status} is called {given!r}.",
        )


def _collects(handler: Any) -> None:
    pieces = ["서울은 ", None, "재고 ", "45입니다."]
    made = handler()
    snapshot = ""
    for piece in pieces:
        snapshot += piece or ""
        try:
            made.on_text_delta(SimpleNamespace(value=piece), SimpleNamespace(value=snapshot))
        except TypeError:
            if piece is None:
                raise NotYet(
                    "조각의 value가 None일 때 멈춥니다. 비어 있으면 빈 글로 보세요.",
                    "It stops at a piece whose value is None. Take that for an empty text.",
                ) from None
            raise
    if made.text == "":
        raise NotYet(
            "조각이 네 번 왔는데 self.text가 아직 비어 있습니다.",
            "Four pieces have come, and self.text is still empty.",
        )
    if made.text == pieces[-1]:
        raise NotYet(
            "마지막 조각만 남았습니다. 바꾸지 말고 이어 붙이세요.",
            "Only the last piece is left. Append to the text instead of replacing it.",
        )
    if len(made.text) > len(snapshot):
        raise NotYet(
            "같은 글이 여러 번 들어갔습니다. snapshot에는 지금까지의 글이 모두 들어 있습니다.",
            "The same words are there several times. snapshot holds all words so far.",
        )
    if made.text != snapshot:
        raise NotYet("글이 도착한 순서대로 이어지지 않았습니다.", "The words are not in the order in which they came.")


def _event(name: str, *parts: Any) -> Any:
    return SimpleNamespace(event=name, data=SimpleNamespace(delta=SimpleNamespace(content=list(parts))))


def _part(value: str | None) -> Any:
    return SimpleNamespace(type="text", index=0, text=SimpleNamespace(value=value, annotations=[]))


def _picks_text(pieces_of: Any) -> None:
    picture = SimpleNamespace(type="image_file", index=0, image_file=SimpleNamespace(file_id="file-1"))
    step = SimpleNamespace(event="thread.run.step.delta", data=SimpleNamespace(delta=SimpleNamespace()))
    delta = "thread.message.delta"
    events = [
        SimpleNamespace(event="thread.run.created", data=SimpleNamespace()),
        step,
        _event(delta, picture),
        _event(delta, _part("서울은")),
        _event(delta, _part(" 45"), _part("입니다.")),
        SimpleNamespace(event="thread.run.completed", data=SimpleNamespace()),
    ]
    try:
        given = pieces_of(events)
    except AttributeError:
        raise NotYet(
            "글이 아닌 조각에서 멈췄습니다. 그림 조각에는 text가 없습니다.",
            "It stopped at a piece that is no text: a picture has no text.",
        ) from None
    if given == []:
        raise NotYet("글 조각이 하나도 뽑히지 않았습니다.", "Not one piece of text was picked.")
    if list(given) != ["서울은", " 45", "입니다."]:
        raise NotYet(
            f"글 조각 세 개가 순서대로 있어야 하는데 {len(given)}개입니다.",
            f"Three pieces of text are expected, in order; there are {len(given)}.",
        )


EXERCISES = (
    Exercise(
        "11-1",
        _names_the_end,
        Words(
            "다섯 가지 스트림에서 실행의 마지막 상태를 모두 맞혔습니다.",
            "You found the last status of the run in five kinds of streams.",
        ),
        (
            Words(
                "실행의 이벤트는 thread.run.으로 시작합니다. 그런데 실행 단계의 이벤트도 그렇습니다.",
                "A run's events begin with thread.run. - but so do those of its steps.",
            ),
            Words(
                "점으로 나누었을 때 세 토막인 thread.run.… 이벤트만 모아 마지막 것을 고르세요.",
                "Split at the dots; of the thread.run events with three parts take the last.",
            ),
            Words(
                '"thread.run.completed".split(".")이 무엇이 되는지 새 셀에서 확인해 보세요.',
                'See in a new cell what "thread.run.completed".split(".") gives.',
            ),
        ),
        Words("names를 받는 함수를 넘겨주세요.", "Hand over the function that takes names."),
    ),
    Exercise(
        "11-2",
        _collects,
        Words("빈 조각이 섞여 와도 글이 온전히 모입니다.", "The text is whole, even with empty pieces in between."),
        (
            Words(
                "3절에서 delta와 snapshot이 어떻게 다르다고 했나요?",
                "What does section 3 say about delta and snapshot?",
            ),
            Words(
                "self.text += ... 모양의 한 줄입니다. None일 때는 빈 글을 더합니다.",
                "One line of the form self.text += ...; for None add an empty text.",
            ),
        ),
        Words("처리기의 클래스를 넘겨주세요.", "Hand over the class of the handler."),
    ),
    Exercise(
        "11-3",
        _picks_text,
        Words("그림이 섞여 와도 글만 골라냅니다.", "It picks the text, even with pictures in between."),
        (
            Words(
                "07에서 메시지의 조각이 글인지 그림인지 무엇을 보고 알았나요?",
                "What told you in 07 whether a part of a message is text or a picture?",
            ),
            Words('part.type을 "text"와 견주세요.', 'Compare part.type with "text".'),
        ),
        Words("events를 받는 함수를 넘겨주세요.", "Hand over the function that takes events."),
    ),
)

QUIZ = (
    Question(
        "11-q1",
        Words(
            "text_deltas의 반복문이 예외 없이 끝났습니다. 무엇을 알 수 있습니까?",
            "The loop over text_deltas ended without an exception. What do you know?",
        ),
        (
            Choice(
                Words("답이 온전히 왔다", "The answer is complete"),
                Words(
                    "실패하거나 끊긴 실행의 스트림도 조용히 끝납니다.",
                    "The stream of a run that failed or was cut off ends as quietly.",
                ),
            ),
            Choice(
                Words("실행이 쉬고 있다는 것뿐", "Only that the run rests"),
                Words(
                    "어떻게 쉬게 되었는지는 current_run.status에 있습니다.",
                    "How it came to rest is in current_run.status.",
                ),
                right=True,
            ),
            Choice(
                Words("함수를 부르지 않았다", "No function was called"),
                Words(
                    "함수를 부탁한 실행도 조치 대기로 쉬면서 스트림을 끝냅니다.",
                    "A run that asks for a function rests in requires_action, and its stream ends.",
                ),
            ),
        ),
    ),
    Question(
        "11-q2",
        Words("듣다가 break로 빠져나오면 실행은?", "You leave a stream with break. What of the run?"),
        (
            Choice(
                Words("바로 취소된다", "It is cancelled at once"),
                Words(
                    "스트림은 소식을 듣는 길일 뿐입니다. 취소는 runs.cancel로 합니다.",
                    "The stream only brings news. To cancel there is runs.cancel.",
                ),
            ),
            Choice(
                Words("그 자리에서 멈춰 기다린다", "It stops there and waits"),
                Words("듣는 사람이 있는지 실행은 알지 못합니다.", "The run does not know whether anybody listens."),
            ),
            Choice(
                Words("끝까지 가고 답은 스레드에 남는다", "It goes on, and its answer is kept in the thread"),
                Words(
                    "그래서 다시 접속한 사용자에게 messages.list로 답을 보여 줄 수 있습니다.",
                    "That is why messages.list can show it to a user who comes back.",
                ),
                right=True,
            ),
        ),
    ),
    Question(
        "11-q3",
        Words("스트리밍이 확실히 줄여 주는 것은?", "What does streaming make shorter for certain?"),
        (
            Choice(
                Words("답 전체가 끝나는 시간", "The time until the whole answer is there"),
                Words("모델이 쓰는 속도는 같습니다.", "The model writes no faster."),
            ),
            Choice(
                Words("첫 낱말이 보이기까지의 시간", "The time until the first word is seen"),
                Words(
                    "다 쓰이기를 기다리지 않고 쓰이는 대로 보여 주기 때문입니다.",
                    "Words are shown as they are written, not when all are.",
                ),
                right=True,
            ),
            Choice(
                Words("쓰는 토큰의 수", "The number of tokens used"),
                Words("같은 실행이므로 토큰 수도 같습니다.", "It is the same run, with the same number of tokens."),
            ),
        ),
    ),
)
