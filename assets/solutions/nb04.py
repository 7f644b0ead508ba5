"""풀이 / Solutions: notebooks/*/04_create_thread.ipynb"""

from helpers import create_once


def exercise_04_1(client):
    """손님마다 스레드 하나 / A thread for each customer."""

    def thread_for(customer):
        return create_once(client.beta.threads, key=f"04-{customer}")

    return thread_for("민지"), thread_for("도윤"), thread_for("민지")


def exercise_04_2():
    """꼬리표로 찾기 / Find it by its label."""

    def find_thread(retrieve, ids, customer):
        for id in ids:
            # "손님" (ko) · "customer" (en)
            if retrieve(id).metadata.get("손님") == customer:
                return id
        return None

    return find_thread
