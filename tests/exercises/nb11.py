"""Notebook 11."""

from openai import AssistantEventHandler


def last_word(names):
    return names[-1].split(".")[-1]


def first_word(names):
    return names[0].split(".")[-1]


def last_run_event(names):
    return [name for name in names if name.startswith("thread.run.") and name.count(".") == 2][-1]


def any_run_event(names):
    return [name for name in names if name.startswith("thread.run.")][-1].split(".")[-1]


def always_completed(names):
    return "completed"


def unfinished(*_):
    return ...


def handler(write):
    class Made(AssistantEventHandler):
        text = ""

        def on_text_delta(self, delta, snapshot):
            self.text = write(self.text, delta, snapshot)

    return Made


def pieces_where(wanted):
    def pieces_of(events):
        return [
            part.text.value
            for event in events
            if event.event == "thread.message.delta"
            for part in event.data.delta.content
            if wanted(part)
        ]

    return pieces_of


def first_parts(events):
    deltas = [event.data.delta.content[0] for event in events if event.event == "thread.message.delta"]
    return [part.text.value for part in deltas if part.type == "text"]


WRONG = {
    "11-1": (unfinished, first_word, last_word, last_run_event, any_run_event, always_completed),
    "11-2": (
        handler(lambda text, delta, snapshot: text),
        handler(lambda text, delta, snapshot: text + delta.value),
        handler(lambda text, delta, snapshot: delta.value or ""),
        handler(lambda text, delta, snapshot: text + snapshot.value),
        handler(lambda text, delta, snapshot: (delta.value or "") + text),
    ),
    "11-3": (
        pieces_where(lambda part: ...),
        pieces_where(lambda part: part.type == "image"),
        first_parts,
    ),
}
