"""풀이 / Solutions: notebooks/*/05_add_message.ipynb"""


def exercise_05_1(client):
    """글과 그림을 한 메시지에 / Words and a picture in one message."""
    picture_file = client.files.create(file=("bookshop.png", b"\x89PNG\r\n\x1a\n"), purpose="vision")
    return [
        {"type": "text", "text": "..."},
        {"type": "image_file", "image_file": {"file_id": picture_file.id}},
    ]


def exercise_05_2(client):
    """빠짐없이 쪽 넘기기 / Turn the pages without a gap."""
    notes = [{"role": "user", "content": f"메모 {number}"} for number in range(1, 26)]
    many = client.beta.threads.create(messages=notes)

    collected = []
    page = client.beta.threads.messages.list(many.id, order="asc", limit=10)
    while page.data:
        collected += [message.content[0].text.value for message in page.data]
        after = page.data[-1].id
        page = client.beta.threads.messages.list(many.id, order="asc", limit=10, after=after)
    return collected
