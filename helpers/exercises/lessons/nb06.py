"""Notebook 06: create a run and poll it."""

from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words

_MOVING = {"queued", "in_progress", "cancelling"}
_STATUSES = _MOVING | {"requires_action", "completed", "failed", "incomplete", "cancelled", "expired"}


def _cancelled(run: Any) -> None:
    if run.status == "completed":
        raise NotYet(
            "시간이 지났는데도 실행이 완료될 때까지 기다렸습니다. 시간이 지났을 때 멈추라고 요청해야 합니다.",
            "Though its time was over, the run was waited for until it completed. Ask it to stop when time is up.",
        )
    if run.status != "cancelled":
        raise NotYet(
            f"{run.status} 상태로 함수를 빠져나왔습니다. 취소를 요청한 다음에도 반복을 계속해야 합니다.",
            f"The function was left in the status {run.status}. Go on polling after you have asked to cancel.",
        )


def _keeps_waiting(statuses: Any) -> None:
    given = set(statuses) - {...}
    if "requires_action" in given:
        raise NotYet(
            "requires_action은 기다린다고 바뀌지 않습니다. 여러분이 무언가를 보내야 움직입니다.",
            "requires_action does not change by waiting: it moves when you send something.",
        )
    unknown = given - _STATUSES
    if unknown:
        raise NotYet(
            f"이런 상태는 없습니다: {', '.join(map(str, sorted(unknown, key=str)))}",
            f"There is no such status: {', '.join(map(str, sorted(unknown, key=str)))}",
        )
    if given - _MOVING:
        ended = ", ".join(sorted(given - _MOVING))
        raise NotYet(f"기다려도 바뀌지 않는 상태가 있습니다: {ended}", f"These never change any more: {ended}")
    missing = len(_MOVING - given)
    if missing:
        raise NotYet(
            f"기다려야 하는 상태가 {missing}개 더 있습니다.",
            f"There {'is 1 more status' if missing == 1 else f'are {missing} more statuses'} to wait in.",
        )


EXERCISES = (
    Exercise(
        "06-1",
        _cancelled,
        Words(
            "0초 안에 끝나지 않은 실행을 취소하고 끝까지 지켜보았습니다.",
            "You cancelled a run that was not done in 0 seconds, and watched it to its end.",
        ),
        (
            Words(
                "7절에서 실행을 취소한 호출을 다시 보세요.", "Look again at the call that cancelled a run in section 7."
            ),
            Words(
                "runs.cancel은 두 가지 ID를 받고, 바뀐 실행을 돌려줍니다.",
                "runs.cancel takes two IDs and returns the run as it is then.",
            ),
        ),
        Words("wait_or_cancel이 돌려준 실행을 넘겨주세요.", "Hand over the run that wait_or_cancel returns."),
    ),
    Exercise(
        "06-2",
        _keeps_waiting,
        Words("이 조건이면 어떤 실행에서도 반복문이 끝납니다.", "With this condition the loop ends for every run."),
        (
            Words(
                "8절의 표에서 '더 기다린다'고 한 상태를 찾으세요.",
                "Find the statuses that section 8 tells you to wait in.",
            ),
            Words(
                "취소를 요청한 뒤 아직 멈추지 않은 상태도 움직이는 상태입니다.",
                "A run that was asked to stop, and has not yet, is still moving.",
            ),
        ),
        Words("상태 이름을 담은 튜플이어야 합니다.", "A tuple of statuses is expected."),
    ),
)

QUIZ = (
    Question(
        "06-q1",
        Words("runs.create가 돌려주는 것은 무엇입니까?", "What does runs.create return?"),
        (
            Choice(
                Words("어시스턴트의 답", "The assistant's answer"),
                Words(
                    "답은 나중에 스레드의 메시지로 옵니다. 지금은 실행이 막 줄을 섰습니다.",
                    "The answer comes later, as a message in the thread. The run has just been queued.",
                ),
            ),
            Choice(
                Words("queued 상태의 실행", "A run whose status is queued"),
                Words(
                    "그래서 runs.retrieve로 상태를 다시 물어야 합니다.",
                    "That is why its status has to be asked for again with runs.retrieve.",
                ),
                right=True,
            ),
            Choice(
                Words("새 스레드", "A new thread"),
                Words(
                    "실행은 이미 있는 스레드에서 돌아갑니다. thread_id를 넘겼습니다.",
                    "A run works in a thread that is there already: you passed its thread_id.",
                ),
            ),
        ),
    ),
    Question(
        "06-q2",
        Words(
            "실행이 in_progress인 동안 같은 스레드에 메시지를 더하면 어떻게 됩니까?",
            "What happens to a message that you add to the thread while its run is in_progress?",
        ),
        (
            Choice(
                Words("실행이 그 메시지까지 읽고 답한다", "The run reads it too and answers it"),
                Words(
                    "실행 중인 스레드는 잠겨 있어서 메시지가 들어가지 못합니다.",
                    "The thread is locked while its run is active, so the message does not get in.",
                ),
            ),
            Choice(
                Words("실행이 취소된다", "The run is cancelled"),
                Words(
                    "실행은 그대로 계속됩니다. 거절되는 것은 메시지입니다.",
                    "The run goes on untouched. It is the message that is refused.",
                ),
            ),
            Choice(
                Words("400 오류로 거절된다", "It is refused with error 400"),
                Words(
                    "실행이 끝나기를 기다리거나 취소한 다음에 더합니다.",
                    "Wait for the run to end, or cancel it, and add the message then.",
                ),
                right=True,
            ),
        ),
    ),
    Question(
        "06-q3",
        Words("expired는 무엇을 뜻합니까?", "What does expired mean?"),
        (
            Choice(
                Words("10분 안에 끝나지 못했다", "The run did not end within ten minutes"),
                Words(
                    "expires_at이 그 시각입니다. 도구 결과를 기다리던 실행도 만료됩니다.",
                    "expires_at is that moment. A run that waited for tool outputs expires too.",
                ),
                right=True,
            ),
            Choice(
                Words("API 키가 만료되었다", "The API key has expired"),
                Words(
                    "키가 틀리면 실행을 만들기도 전에 401 오류가 납니다.",
                    "With a wrong key you get error 401 before there is any run.",
                ),
            ),
            Choice(
                Words("스레드가 60일 뒤 지워졌다", "The thread was deleted after 60 days"),
                Words(
                    "expired는 스레드가 아니라 실행 하나의 상태입니다.",
                    "expired is the status of one run, not of a thread.",
                ),
            ),
        ),
    ),
)
