"""풀이 / Solutions: notebooks/*/01_what_is_an_assistant.ipynb"""

import json

from helpers.settings import say


def ask(client, assistant, thread, question, **settings):
    """노트북의 ask와 같습니다 / The same as in the notebook."""
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id, **settings)
    return client.beta.threads.messages.list(thread_id=thread.id, run_id=run.id).data[0].content[0].text.value


def exercise_01_1(client, thread, assistant):
    """짧게 답하는 점원 / A clerk of few words."""
    my_instructions = say("한 문장으로 답하세요.", "Answer in one sentence.")
    question = say(
        "원가 6,000원짜리 화분에 마진 25%를 붙이면 얼마인가요?",
        "I buy a plant for $6 and want to add 25%. What do I charge?",
    )
    return ask(client, assistant, thread, question, instructions=my_instructions)


def exercise_01_2(client, assistant):
    """손님마다 다른 대화 / A conversation for each customer."""
    threads = {}
    for customer in say("민지 준호", "Minji Juno").split():
        threads[customer] = client.beta.threads.create()
        ask(client, assistant, threads[customer], say(f"제 이름은 {customer}입니다.", f"My name is {customer}."))

    def reply(customer, question):
        thread = threads[customer]
        return ask(client, assistant, thread, question)

    return reply


def exercise_01_3(client, assistant):
    """할인 계산기 / A discount calculator."""

    def discounted(price, percent):
        question = say(
            f"{price}원짜리 꽃다발을 {percent}% 할인하면 얼마인가요?",
            f"A bouquet costs {price} dollars. How much is it with a {percent}% discount?",
        )
        thread = client.beta.threads.create()
        as_json = say("JSON으로 답하세요.", "Answer in JSON.")
        return json.loads(ask(client, assistant, thread, question, instructions=as_json))["value"]

    return discounted
