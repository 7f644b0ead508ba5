"""The nine statuses of a run in words: what each is called, what it means, what to do when it is met."""

from dataclasses import dataclass
from typing import Any

from ..exercises.exercise import Words


@dataclass(frozen=True)
class Status:
    """`kind` is a colour of JupyterLab's themes: `brand` moves, `warn` waits for somebody, the others have ended."""

    name: str
    title: Words
    kind: str
    meaning: Words
    advice: Words


STATUSES = {
    status.name: status
    for status in (
        Status(
            "queued",
            Words("대기 중", "queued"),
            "brand",
            Words(
                "요청은 접수되었지만 아직 일할 자원이 배정되지 않았습니다.",
                "The request has been taken, and waits for something to work on it.",
            ),
            Words("기다립니다. runs.retrieve로 다시 물어보세요.", "Wait, and ask again with runs.retrieve."),
        ),
        Status(
            "in_progress",
            Words("처리 중", "in progress"),
            "brand",
            Words(
                "모델이 스레드를 읽고, 도구를 쓰고, 답을 쓰는 중입니다. 그동안 스레드는 잠깁니다.",
                "The model reads the thread, uses tools and writes its answer. The thread is locked meanwhile.",
            ),
            Words(
                "기다립니다. 더 기다릴 수 없으면 runs.cancel로 멈춥니다.",
                "Wait. If you cannot wait any longer, stop it with runs.cancel.",
            ),
        ),
        Status(
            "requires_action",
            Words("조치 대기", "requires action"),
            "warn",
            Words(
                "어시스턴트가 함수를 불렀고, 여러분이 그 결과를 보내 주기를 기다립니다. 스레드는 잠겨 있습니다.",
                "The assistant has called a function and waits for your program to send its result. "
                "The thread stays locked.",
            ),
            Words(
                "함수를 실행해 runs.submit_tool_outputs로 결과를 보내거나, runs.cancel로 그만둡니다.",
                "Run the function and send its result with runs.submit_tool_outputs, or give up with runs.cancel.",
            ),
        ),
        Status(
            "cancelling",
            Words("취소하는 중", "cancelling"),
            "warn",
            Words(
                "취소를 부탁받았고, 하던 일을 멈추는 중입니다. 아직 끝나지 않았습니다.",
                "It was asked to stop and is putting its work down. It has not ended yet.",
            ),
            Words("cancelled가 될 때까지 기다립니다.", "Wait until it is cancelled."),
        ),
        Status(
            "completed",
            Words("완료", "completed"),
            "success",
            Words("답이 메시지로 스레드에 적혔습니다.", "The answer stands in the thread, as a message."),
            Words("messages.list로 읽습니다.", "Read it with messages.list."),
        ),
        Status(
            "incomplete",
            Words("미완성", "incomplete"),
            "error",
            Words(
                "토큰 한도나 내용 필터에 걸려, 답이 도중에 끊겼습니다.",
                "The answer was cut off, by a token limit or by the content filter.",
            ),
            Words(
                "incomplete_details.reason을 읽고, 한도를 늘리거나 읽을 대화를 줄여 실행을 새로 만듭니다.",
                "Read incomplete_details.reason, then create a new run with a wider limit or less to read.",
            ),
        ),
        Status(
            "failed",
            Words("실패", "failed"),
            "error",
            Words(
                "서버 쪽에서 일이 잘못되었습니다. 예외는 나지 않고, 이유는 last_error에만 적힙니다.",
                "Something went wrong on the server. No exception is raised: only last_error says why.",
            ),
            Words(
                "last_error.code를 읽습니다. 요청이 잦았다면 잠시 뒤에, 아니면 원인을 고친 뒤에 실행을 새로 만듭니다.",
                "Read last_error.code. Create a new run: after a while if there were too many requests, "
                "otherwise when the cause is mended.",
            ),
        ),
        Status(
            "expired",
            Words("만료", "expired"),
            "error",
            Words(
                "expires_at까지, 곧 만든 지 10분 안에 끝나지 못했습니다. 함수의 결과가 오지 않아도 이렇게 됩니다.",
                "It did not end by its expires_at, ten minutes after it was created. "
                "That also happens when a function's result never comes.",
            ),
            Words("실행을 새로 만듭니다. 스레드는 다시 쓸 수 있습니다.", "Create a new run. The thread is free again."),
        ),
        Status(
            "cancelled",
            Words("취소", "cancelled"),
            "neutral",
            Words("runs.cancel로 멈춘 실행입니다.", "The run was stopped with runs.cancel."),
            Words(
                "스레드가 풀렸습니다. 필요하면 실행을 새로 만듭니다.", "The thread is free. Create a new run if needed."
            ),
        ),
    )
}

FINISHED = ("completed", "incomplete", "failed", "expired", "cancelled")

# JupyterLab's own colours, each with one for other front ends.
COLOURS = {
    "brand": "var(--jp-brand-color1, #1976d2)",
    "warn": "var(--jp-warn-color1, #b26a00)",
    "success": "var(--jp-success-color1, #2e7d32)",
    "error": "var(--jp-error-color1, #c62828)",
    "neutral": "var(--jp-ui-font-color2, #616161)",
}


def titled(name: str) -> str:
    """A status with what it is called in the reader's language: `queued (대기 중)`. A new one is named as it is."""
    status = STATUSES.get(name)
    title = str(status.title) if status else name
    return name if title == name.replace("_", " ") or title == name else f"{name} ({title})"


def colour(name: str) -> str:
    """The colour of a status."""
    return COLOURS[STATUSES[name].kind if name in STATUSES else "neutral"]


def reason_of(run: Any) -> str:
    """Why a run has failed or is incomplete, as its record says; nothing where it does not."""
    if run.last_error:
        return str(run.last_error.code)
    return str((run.incomplete_details and run.incomplete_details.reason) or "")
