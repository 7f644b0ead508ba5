import pytest
from openai import BadRequestError, NotFoundError, OpenAI


def test_an_uploaded_file_is_described(client: OpenAI):
    file = client.files.create(file=("매출 자료.csv", "분기,매출\n".encode()), purpose="assistants")
    assert (file.filename, file.bytes, file.purpose, file.status) == ("매출 자료.csv", 14, "assistants", "processed")
    assert client.files.retrieve(file.id) == file
    assert file.id in [listed.id for listed in client.files.list(purpose="assistants")]
    assert file.id not in [listed.id for listed in client.files.list(purpose="vision")]


def test_what_was_given_to_the_assistant_cannot_be_downloaded_again(client: OpenAI):
    file = client.files.create(file=("a.csv", b"1"), purpose="assistants")
    with pytest.raises(BadRequestError, match="Not allowed to download files of purpose: assistants"):
        client.files.content(file.id)


def test_a_picture_for_a_message_can_be_downloaded(client: OpenAI):
    file = client.files.create(file=("a.png", b"\x89PNG..."), purpose="vision")
    assert client.files.content(file.id).read() == b"\x89PNG..."


def test_a_deleted_file_is_gone(client: OpenAI):
    file = client.files.create(file=("a.csv", b"1"), purpose="assistants")
    assert client.files.delete(file.id).deleted
    for call in (client.files.retrieve, client.files.content, client.files.delete):
        with pytest.raises(NotFoundError, match=f"No such File object: {file.id}"):
            call(file.id)


@pytest.mark.parametrize("name", ["../../outside.txt", "C:\\folder\\outside.txt", "/etc/outside.txt"])
def test_a_file_name_loses_its_folders(client: OpenAI, name):
    assert client.files.create(file=(name, b"1"), purpose="assistants").filename == "outside.txt"


def test_an_unknown_purpose_is_refused(client: OpenAI):
    with pytest.raises(BadRequestError) as refused:
        client.files.create(file=("a.csv", b"1"), purpose="fun")
    assert refused.value.param == "purpose"


def test_an_empty_file_is_kept(client: OpenAI):
    assert client.files.create(file=("empty.csv", b""), purpose="assistants").bytes == 0
