"""Wait for a run, as the lesson's own loop does it, and say each status once; wait for a thread to be free."""

import time
from typing import Any

from openai import OpenAI

from . import live
from .settings import say

MOVING = ("queued", "in_progress", "cancelling")


def wait_for(client: OpenAI, run: Any, *, seconds: float = 120, every: float = 0.2) -> Any:
    """Poll `runs.retrieve` until the run has stopped moving; return it as it is then.

    Prints each status once, and the error where there is one; with a live model, which one answered, for how many
    tokens. A run that waits for tool outputs (`requires_action`) has stopped moving too. Raises TimeoutError after
    `seconds`.
    """
    deadline = time.monotonic() + seconds
    seen = run.status
    print(seen)
    while run.status in MOVING:
        if time.monotonic() > deadline:
            raise TimeoutError(
                say(
                    f"{seconds:g}초 안에 끝나지 않았습니다. runs.cancel로 멈추거나 조금 더 기다려 보세요.",
                    f"The run was not done within {seconds:g} seconds. Stop it with runs.cancel, or wait longer.",
                )
            )
        time.sleep(every)
        run = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
        if run.status != seen:
            seen = run.status
            print(seen)
    if run.last_error:
        english, _, korean = run.last_error.message.partition(" | ")
        print(f"{run.last_error.code}: {say(korean or english, english)}")
    if run.usage and live.answers:
        _say_usage(run)
    return run


def _say_usage(run: Any) -> None:
    """Live models cost: who answered, and how many tokens it took."""
    read, written = run.usage.prompt_tokens, run.usage.completion_tokens
    model = live.shown_name(run.model)
    print(
        say(
            f"{model}: 입력 {read:,} + 출력 {written:,} 토큰",
            f"{model}: {read:,} + {written:,} tokens in + out",
        )
    )


def wait_until_free(client: OpenAI, thread_id: str, *, every: float = 0.1) -> None:
    """Return when no run is active in the thread: while one is, the thread takes neither messages nor runs.

    A run that waits for tool outputs is cancelled, since nobody is left to give them.
    """
    for run in client.beta.threads.runs.list(thread_id, limit=1).data:
        while run.status in MOVING:
            time.sleep(every)
            run = client.beta.threads.runs.retrieve(run.id, thread_id=thread_id)
        if run.status == "requires_action":
            client.beta.threads.runs.cancel(run.id, thread_id=thread_id)
