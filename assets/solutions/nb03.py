"""풀이 / Solutions: notebooks/*/03_create_assistant.ipynb"""

from helpers.settings import MODEL, say


def exercise_03_1(client):
    """빵집 점원 / The clerk of a bakery."""
    baker_rule = say(
        "영어로 답하고, 끝에는 항상 'Have a nice day!'라고 하세요.",
        "Answer in Korean, and always end with '좋은 하루 되세요!'",
    )
    baker = client.beta.assistants.create(name="baker", instructions=baker_rule, model=MODEL)
    question = say("1,200원짜리 빵을 5개 사면 얼마인가요?", "How much do 5 rolls cost at $1.20 each?")
    thread = {"messages": [{"role": "user", "content": question}]}
    run = client.beta.threads.create_and_run_poll(assistant_id=baker.id, thread=thread)
    return client.beta.threads.messages.list(run.thread_id, limit=1).data[0].content[0].text.value


def exercise_03_2():
    """중복 찾기 / Find the duplicates."""

    def extra_ids(pairs):
        seen, extra = set(), []
        for id, name in pairs:
            extra.append(id) if name in seen else seen.add(name)
        return extra

    return extra_ids


def exercise_03_3():
    """주문 함수 선언하기 / Declare a function for orders."""
    return {
        "type": "function",
        "function": {
            "name": "order_flowers",
            "description": say("꽃 이름과 송이 수를 받아 주문합니다.", "Orders so many stems of a flower."),
            "parameters": {
                "type": "object",
                "properties": {"flower": {"type": "string"}, "count": {"type": "integer"}},
                "required": ["flower", "count"],
            },
        },
    }
