"""풀이 / Solutions: notebooks/*/11_streaming.ipynb"""

from openai import AssistantEventHandler


def exercise_11_1():
    """어떻게 끝났나 / How it ended."""

    def ended_as(names):
        parts = [name.split(".") for name in names]
        return [part[2] for part in parts if part[:2] == ["thread", "run"] and len(part) == 3][-1]

    return ended_as


def exercise_11_2():
    """글을 모으는 처리기 / A handler that collects the words."""

    class Collector(AssistantEventHandler):
        text = ""

        def on_text_delta(self, delta, snapshot):
            self.text += delta.value or ""

    return Collector


def exercise_11_3():
    """이벤트에서 글만 뽑기 / The text out of the events."""

    def pieces_of(events):
        pieces = []
        for event in events:
            if event.event == "thread.message.delta":
                for part in event.data.delta.content or []:
                    if part.type == "text":
                        pieces.append(part.text.value)
        return pieces

    return pieces_of
