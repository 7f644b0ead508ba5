"""풀이 / Solutions: notebooks/*/00_start_here.ipynb"""

from helpers.settings import say


def exercise_00_1(client, thread, assistant):
    """나의 첫 질문 / A first question of your own."""
    my_question = say(
        "원가가 10,000원인 꽃다발에 마진 20%를 붙이면 얼마인가요?",
        "A bouquet costs 10 dollars. What is the price with a 20% markup?",
    )
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=my_question)
    client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    return client.beta.threads.messages.list(thread.id, limit=1).data[0].content[0].text.value


def exercise_00_2():
    """설정 한 줄 / One line of settings."""
    return "WORKSHOP_MODEL=ollama"
