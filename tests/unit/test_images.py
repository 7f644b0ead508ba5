import base64
from io import BytesIO
from urllib.error import HTTPError
from urllib.request import urlopen

import PIL.Image
import pytest
from openai import BadRequestError, NotFoundError, OpenAI, PermissionDeniedError


def picture(data: bytes) -> PIL.Image.Image:
    return PIL.Image.open(BytesIO(data))


def test_a_link_shows_the_picture_without_a_key(client: OpenAI, server_url):
    image = client.images.generate(model="dall-e-3", prompt="해 뜨는 언덕과 꽃").data[0]
    assert image.url.startswith(server_url) and image.b64_json is None
    with urlopen(image.url) as answer:
        assert picture(answer.read()).size == (1024, 1024)
    with pytest.raises(HTTPError, match="404"):
        urlopen(image.url.replace("img-", "img-x"))


def test_the_same_prompt_gives_the_same_picture_and_an_honest_description(client: OpenAI):
    asked = {"model": "dall-e-3", "prompt": "a sunrise over hills", "response_format": "b64_json", "size": "1792x1024"}
    first, second = (client.images.generate(**asked).data[0] for _ in range(2))
    assert first.b64_json == second.b64_json and first.url is None
    assert picture(base64.b64decode(first.b64_json)).size == (1792, 1024)
    assert "offline" in first.revised_prompt.lower()


@pytest.mark.parametrize(
    ("asked", "param"),
    [({"n": 2}, "n"), ({"size": "512x512"}, "size"), ({"prompt": " "}, "prompt"), ({"prompt": "x" * 4001}, "prompt")],
)
def test_what_dalle3_refused_is_refused(client: OpenAI, asked, param):
    with pytest.raises(BadRequestError) as refused:
        client.images.generate(**({"model": "dall-e-3", "prompt": "a hill"} | asked))
    assert refused.value.param == param


def test_edits_say_that_they_are_not_here(client: OpenAI):
    with pytest.raises(BadRequestError, match="only generates images"):
        client.images.edit(image=("a.png", b"x"), prompt="p")


def test_models_name_what_answers(client: OpenAI):
    assert {model.id for model in client.models.list()} == {"offline-tutor", "dall-e-3"}
    assert client.models.retrieve("dall-e-3").owned_by == "assistants-workshop"


def test_nobody_can_delete_a_model(client: OpenAI):
    with pytest.raises(PermissionDeniedError):
        client.models.delete("dall-e-3")
    with pytest.raises(NotFoundError, match="The model 'none' does not exist"):
        client.models.delete("none")
