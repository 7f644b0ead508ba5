"""풀이 / Solutions: notebooks/*/07_list_messages.ipynb"""


def exercise_07_1():
    """어떤 답에서도 글 꺼내기 / Words out of any answer."""

    def words(message):
        return "\n".join(part.text.value for part in message.content if part.type == "text")

    return words


def exercise_07_2():
    """진짜 답만 고르기 / Real answers only."""

    def is_answer(message):
        return message.run_id is not None

    return is_answer


def exercise_07_3():
    """내보낼 글 다듬기 / Text that is fit to be shown."""

    def label(note):
        return "" if note.type == "file_citation" else note.text.split("/")[-1]

    def readable(text):
        shown = text.value
        for note in text.annotations:
            shown = shown.replace(note.text, label(note))
        return shown

    return readable
