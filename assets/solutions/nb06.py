"""풀이 / Solutions: notebooks/*/06_run_and_poll.ipynb"""

import time


def exercise_06_1(client, thread, assistant):
    """늦은 실행 취소하기 / Cancel a run that is late."""

    def wait_or_cancel(run, seconds):
        deadline = time.monotonic() + seconds
        while run.status in ("queued", "in_progress", "cancelling"):
            if time.monotonic() >= deadline and run.status != "cancelling":
                run = client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
            time.sleep(0.1)
            run = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
        return run

    run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
    return wait_or_cancel(run, seconds=0)


def exercise_06_2():
    """언제까지 기다릴까 / How long to wait."""
    return ("queued", "in_progress", "cancelling")


def exercise_06_3():
    """조용한 실패에 이름 붙이기 / Give a quiet failure its name."""

    def outcome(run):
        if run.status == "failed":
            return run.last_error.code
        if run.status == "incomplete":
            return (run.incomplete_details and run.incomplete_details.reason) or run.status
        return run.status

    return outcome
