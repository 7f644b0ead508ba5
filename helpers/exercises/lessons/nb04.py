"""Notebook 04: create a thread."""

from types import SimpleNamespace
from typing import Any

from ..exercise import Choice, Exercise, NotYet, Question, Words


def _one_thread_a_customer(threads: Any) -> None:
    first, second, third = threads
    if not all(getattr(thread, "object", None) == "thread" for thread in threads):
        raise NotYet(
            "스레드가 아닌 것이 들어 있습니다. create_once(...)의 결과를 그대로 돌려주세요.",
            "Something in there is no thread. Return what create_once(...) gives you.",
        )
    if first.id != third.id:
        raise NotYet(
            "첫 손님이 다시 왔는데 새 스레드를 받았습니다. 매번 새로 만들고 있지 않나요?",
            "The first customer came back and got a new thread. Do you create one each time?",
        )
    if first.id == second.id:
        raise NotYet(
            "두 손님이 같은 스레드를 쓰게 됩니다. key가 손님마다 다른가요?",
            "Two customers share one thread. Does the key differ from customer to customer?",
        )


class _Client:
    """Threads with tags, for a function that asks for them by ID."""

    def __init__(self, tags: dict[str, dict[str, str]]) -> None:
        self.asked: list[str] = []
        self._tags = tags

    def retrieve(self, id: str) -> Any:
        self.asked.append(id)
        return SimpleNamespace(id=id, metadata=self._tags[id])


def _finds_by_tag(find_thread: Any) -> None:
    tags = {"t1": {}, "t2": {"customer": "Mina", "손님": "Mina"}, "t3": {"customer": "Joon", "손님": "Joon"}}
    client = _Client(tags)
    try:
        found = [find_thread(client.retrieve, list(tags), name) for name in ("Mina", "Joon", "Ara")]
    except KeyError:
        raise NotYet(
            "꼬리표가 없는 스레드에서 오류가 났습니다. 없을 수도 있는 값을 꺼내는 방법이 있습니다.",
            "A thread without the tag raised an error. There is a way to read a value that may be missing.",
        ) from None
    if not client.asked:
        raise NotYet(
            "스레드를 하나도 불러오지 않았습니다. ID만으로는 꼬리표를 알 수 없습니다.",
            "No thread was retrieved. An ID alone does not tell its tags.",
        )
    if found[2] is not None:
        raise NotYet(
            "꼬리표가 맞는 스레드가 없을 때에는 None이어야 합니다.", "Where no tag matches, it has to be None."
        )
    if found != ["t2", "t3", None]:
        raise NotYet(
            "찾은 ID가 다릅니다. 이름이 꼬리표와 같을 때에만 그 ID를 돌려주세요.",
            "These are other IDs. Return an ID only where its tag is the name.",
        )


EXERCISES = (
    Exercise(
        "04-1",
        _one_thread_a_customer,
        Words(
            "손님마다 하나씩이고, 다시 와도 그대로입니다.", "One for each customer, and the same when they come back."
        ),
        (
            Words(
                "6절의 create_once를 함수 안에서 부르면 됩니다.", "Call create_once of section 6 inside the function."
            ),
            Words(
                "key에 손님 이름을 넣어 서로 다르게 하세요.",
                "Put the customer's name into the key, so that keys differ.",
            ),
        ),
        Words("thread_for를 세 번 부른 결과를 튜플로 넘겨주세요.", "Hand over a tuple of three results of thread_for."),
    ),
    Exercise(
        "04-2",
        _finds_by_tag,
        Words("ID만 적어 두었다면 꼬리표로 찾을 수 있습니다.", "With the IDs noted down, a tag finds the thread."),
        (
            Words(
                "ID를 하나씩 불러와 metadata를 봅니다. 불러오는 함수는 retrieve라는 이름으로 들어옵니다.",
                "Fetch one ID after the other and look at metadata; the function that fetches comes in as retrieve.",
            ),
            Words(
                "사전의 get은 없는 키에 오류 대신 None을 돌려줍니다.",
                "A dict's get answers None for a key that is not there, instead of an error.",
            ),
        ),
        Words("find_thread 함수 자체를 넘겨주세요.", "Hand over the function find_thread itself."),
    ),
)

QUIZ = (
    Question(
        "04-q1",
        Words("앞에서 한 말을 기억하는 것은 무엇입니까?", "What remembers what was said before?"),
        (
            Choice(
                Words("어시스턴트", "The assistant"),
                Words(
                    "같은 어시스턴트도 다른 스레드에서는 이름을 몰랐습니다.",
                    "In another thread the same assistant did not know the name.",
                ),
            ),
            Choice(
                Words("스레드", "The thread"),
                Words(
                    "처음 온 어시스턴트도 스레드를 읽고 이름을 알았습니다.",
                    "Even an assistant that was new read the name in the thread.",
                ),
                right=True,
            ),
            Choice(
                Words("SDK의 client", "The SDK's client"),
                Words(
                    "client는 요청을 보낼 뿐, 대화를 간직하지 않습니다.",
                    "The client sends requests and keeps no conversation.",
                ),
            ),
        ),
    ),
    Question(
        "04-q2",
        Words("스레드의 ID를 잃어버렸습니다. 어떻게 찾습니까?", "You have lost a thread's ID. How do you find it?"),
        (
            Choice(
                Words("threads.list로 찾는다", "With threads.list"),
                Words("그런 메서드도, 그런 주소도 없습니다.", "There is no such method and no such address."),
            ),
            Choice(
                Words("assistants.list에서 따라간다", "By way of assistants.list"),
                Words(
                    "어시스턴트는 자기가 답한 스레드를 알지 못합니다.",
                    "An assistant does not know the threads that it answered in.",
                ),
            ),
            Choice(
                Words("찾을 수 없다. 처음부터 적어 두어야 한다", "You cannot: it has to be noted down from the start"),
                Words("그래서 스레드를 만들면 ID부터 저장합니다.", "So save the ID as soon as there is a thread."),
                right=True,
            ),
        ),
    ),
    Question(
        "04-q3",
        Words(
            "어시스턴트를 지우면 그가 답한 스레드는 어떻게 됩니까?",
            "You delete an assistant. What becomes of the threads that it answered in?",
        ),
        (
            Choice(
                Words("그대로 남는다", "They stay as they are"),
                Words(
                    "둘은 서로 독립이고, 다른 어시스턴트가 이어받을 수 있습니다.",
                    "The two are independent, and another assistant can go on there.",
                ),
                right=True,
            ),
            Choice(
                Words("함께 지워진다", "They are deleted too"),
                Words(
                    "4절에서 지운 어시스턴트의 답이 스레드에 그대로 있었습니다.",
                    "In section 4 the answer of a deleted assistant was still there.",
                ),
            ),
            Choice(
                Words("그의 답만 지워진다", "Only its answers are deleted"),
                Words(
                    "메시지는 스레드의 것입니다. assistant_id는 누가 썼는지 말해 줄 뿐입니다.",
                    "Messages belong to the thread; assistant_id only says who wrote them.",
                ),
            ),
        ),
    ),
)
