"""풀이 / Solutions: notebooks/*/02_playground.ipynb"""


def exercise_02_1():
    """무엇이 새로 생기나 / What is new."""
    return "cd"


def exercise_02_2(client, assistant):
    """저장 단추를 코드로 / The Save button as code."""
    before = client.beta.assistants.retrieve(assistant.id)
    after = client.beta.assistants.update(assistant.id, instructions="숫자만 답하세요. / Answer with the number only.")
    return [before, after]


def exercise_02_3():
    """가장 비싼 실행 / The most expensive run."""

    def tokens(run):
        return run.usage.total_tokens if run.usage else 0

    def most_expensive(runs):
        return max(runs, key=tokens).id

    return most_expensive
