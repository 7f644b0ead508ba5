"""The image studio, driven as a reader does."""

import pytest

from helpers.widgets import image_studio
from helpers.widgets.image_studio import ImageStudio


@pytest.fixture(autouse=True)
def nothing_drawn():
    image_studio._drawn.clear()


def test_it_draws_with_the_settings_chosen_and_keeps_the_last_pictures(client):
    studio = ImageStudio(client, "a hill")
    studio._size.value, studio._quality.value, studio._style.value = "1792x1024", "hd", "natural"
    studio._button.click()
    assert repr(studio) == "Image studio\n1792x1024 · hd · natural: a hill"
    assert studio._gallery.value.count("<img") == 1
    assert "revised_prompt" in studio._gallery.value
    assert not studio._button.disabled


def test_what_was_drawn_stays_when_the_cell_is_run_again(client):
    ImageStudio(client, "a hill")._button.click()
    assert "a hill" in repr(ImageStudio(client))


def test_only_as_many_pictures_as_can_be_compared_stay(client, monkeypatch):
    monkeypatch.setattr(image_studio, "_MOST_PICTURES", 2)
    studio = ImageStudio(client)
    for prompt in ("a hill", "a lake", "a <b>"):
        studio._prompt.value = prompt
        studio._button.click()
    assert repr(studio).count("\n") == 2
    assert "<b>a &lt;b&gt;</b>" in studio._gallery.value


def test_an_empty_prompt_and_a_refusal_are_said_in_plain_words(client):
    studio = ImageStudio(client)
    studio._button.click()
    assert "Say what there is to draw" in studio._notice.value
    studio._prompt.value = "x" * 5000
    studio._button.click()
    assert "The server refused" in studio._notice.value
    assert not studio._button.disabled


def test_in_korean(client, monkeypatch):
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    studio = ImageStudio(client)
    studio._button.click()
    assert "무엇을 그릴지" in studio._notice.value
    assert repr(studio) == "그림 작업실"
