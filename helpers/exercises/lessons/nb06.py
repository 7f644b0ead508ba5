"""Notebook 06: create a run and poll it."""

from types import SimpleNamespace
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


def _names_the_end(outcome: Any) -> None:
    if outcome(_ended("incomplete", reason="max_prompt_tokens")) is ...:
        raise NotYet("`...` 자리가 아직 그대로입니다.", "The `...` is still there.")
    for status in ("completed", "cancelled", "expired"):
        if outcome(_ended(status)) != status:
            raise NotYet(
                f"{status} 상태의 실행에는 {status}를 돌려주어야 합니다. 표시된 줄만 바꾸세요.",
                f"For a run that is {status}, {status} is expected. Change only the marked line.",
            )
    for reason in ("max_prompt_tokens", "max_completion_tokens"):
        told = outcome(_ended("incomplete", reason=reason))
        if told == "incomplete":
            raise NotYet(
                "이유가 적혀 있는데도 incomplete라고만 답했습니다. 토큰 한도인지 아닌지 알 수 없습니다.",
                "A reason is noted, but only incomplete was said: nobody can tell that it was a token limit.",
            )
        if told != reason:
            raise NotYet(
                "이유 한 낱말이 아니라 다른 것을 돌려주었습니다. incomplete_details 안의 어느 칸에 이유가 있나요?",
                "Something else than the one word of the reason came back. Which field of incomplete_details holds it?",
            )
    try:
        told = [outcome(_ended("incomplete", reason=None)), outcome(_ended("incomplete"))]
    except AttributeError:
        raise NotYet(
            "incomplete_details 자체가 None인 실행에서 멈춥니다. 칸을 열기 전에 있는지 보세요.",
            "It stops at a run whose incomplete_details itself is None. Before you look inside, see that it is there.",
        ) from None
    if told != ["incomplete", "incomplete"]:
        raise NotYet(
            "이유가 적혀 있지 않은 미완성에서 None을 돌려줍니다. 그때는 상태라도 알려 주어야 합니다.",
            "For an incomplete run without a reason it gives None. Say at least the status then.",
        )


def _ended(status: str, **details: Any) -> Any:
    """A run as far as it matters here; without `details` its incomplete_details is None."""
    error = SimpleNamespace(code="server_error", message="") if status == "failed" else None
    return SimpleNamespace(
        status=status, last_error=error, incomplete_details=SimpleNamespace(**details) if details else None
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
                "8절의 표에서 할 일이 '기다립니다'인 상태를 찾으세요.",
                "Find the statuses that the table of section 8 tells you to wait in.",
            ),
            Words(
                "취소를 요청한 뒤 아직 멈추지 않은 상태도 움직이는 상태입니다.",
                "A run that was asked to stop, and has not yet, is still moving.",
            ),
        ),
        Words("상태 이름을 담은 튜플이어야 합니다.", "A tuple of statuses is expected."),
    ),
    Exercise(
        "06-3",
        _names_the_end,
        Words(
            "이유가 있으면 이유를, 없으면 상태를 말합니다. 이제 조용히 끝나는 실행이 없습니다.",
            "It tells the reason where there is one, and the status where not. No run ends without a word any more.",
        ),
        (
            Words(
                "이유는 run.incomplete_details.reason에 있습니다. 그런데 두 군데가 비어 있을 수 있습니다.",
                "The reason is in run.incomplete_details.reason. But two things may be empty on the way there.",
            ),
            Words(
                "앞의 것이 비었으면 뒤의 것을 쓰라는 말은 파이썬에서 or입니다.",
                "In Python, 'use this, or where it is empty, that' is written with or.",
            ),
            Words(
                "있을 때만 안을 보라는 말은 and로 쓸 수 있습니다. 8절에서 details and details.reason이라고 썼습니다.",
                "'Look inside only if it is there' can be written with and: section 8 said details and details.reason.",
            ),
        ),
        Words(
            "outcome 함수 자체를 넘겨주세요. 괄호는 붙이지 않습니다.",
            "Hand over the function outcome itself, without ().",
        ),
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
