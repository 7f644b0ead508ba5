"""The widget that chooses a model: what it asks for, what it says, and that no key stays in it."""

import pytest

from helpers import live
from helpers.connection import NotConnected
from helpers.widgets import model_chooser
from helpers.widgets.model_chooser import ModelChooser

KEY = "sk-a-secret"


class Chosen:
    """Stands in for the server: what it was told, and what it answers."""

    def __init__(self):
        self.told = []
        self.error = None

    def choose(self, choice, key=""):
        self.told.append((choice, key))
        if self.error:
            raise NotConnected(self.error)
        return f"Connected to <{choice}>."


@pytest.fixture
def chosen(monkeypatch):
    chosen = Chosen()
    monkeypatch.setattr(model_chooser, "choose_model", chosen.choose)
    monkeypatch.setattr(model_chooser, "answering", lambda: "Connected to the offline tutor.")
    monkeypatch.setattr(live, "find_local", lambda: {live.LOCAL_SERVICES[0]: ["a-model"]})
    monkeypatch.setattr(live, "setting", lambda name: "")
    return chosen


def parts(widget):
    """(radio buttons, what is said of the choice, address, key, button, verdict)"""
    return widget.children[1:]


def test_it_says_what_answers_now_and_offers_what_runs_here(chosen):
    choices, about, address, key, _, verdict = parts(ModelChooser())
    assert "Now: Connected to the offline tutor." in verdict.value
    assert dict(choices.options)["Ollama on this machine"] == "ollama"
    assert choices.value == "offline" and "nothing leaves" in about.value
    assert address.layout.display == key.layout.display == "none"


def test_each_choice_shows_the_fields_that_it_needs_and_what_leaves(chosen):
    choices, about, address, key, _, _ = parts(ModelChooser())
    choices.value = "openai"
    assert (address.layout.display, key.layout.display) == ("none", "")
    assert "go to OpenAI" in about.value and "cost" in about.value
    choices.value = "address"
    assert (address.layout.display, key.layout.display) == ("", "")
    choices.value = "ollama"
    assert address.layout.display == key.layout.display == "none"


def test_a_key_goes_to_the_server_and_out_of_the_field(chosen):
    choices, _, _, key, button, verdict = parts(ModelChooser())
    choices.value, key.value = "openai", f" {KEY} "
    button.click()
    assert chosen.told == [("openai", KEY)]
    assert key.value == ""
    assert "Connected to &lt;openai&gt;." in verdict.value
    assert "WORKSHOP_MODEL=openai\nOPENAI_API_KEY=…" in verdict.value and KEY not in verdict.value


def test_without_a_key_it_asks_for_one_instead_of_waiting_for_input(chosen):
    choices, _, _, _, button, verdict = parts(ModelChooser())
    choices.value = "openai"
    button.click()
    assert chosen.told == []
    assert "Type an API key" in verdict.value


def test_a_key_of_the_settings_need_not_be_typed(chosen, monkeypatch):
    monkeypatch.setattr(live, "setting", lambda name: KEY if name == "OPENAI_API_KEY" else "")
    widget = ModelChooser()
    choices, _, _, key, button, _ = parts(widget)
    choices.value = "openai"
    assert key.placeholder == "empty: OPENAI_API_KEY"
    button.click()
    assert chosen.told == [("openai", "")]


def test_an_address_is_handed_on_and_an_empty_one_is_not(chosen):
    choices, _, address, _, button, verdict = parts(ModelChooser())
    choices.value = "address"
    button.click()
    assert chosen.told == [] and "Type the address" in verdict.value
    address.value = " http://127.0.0.1:9/v1 "
    button.click()
    assert chosen.told == [("http://127.0.0.1:9/v1", "")]
    assert "WORKSHOP_MODEL=http://127.0.0.1:9/v1" in verdict.value and "KEY" not in verdict.value


def test_what_goes_wrong_is_said_inside(chosen):
    chosen.error = "Nobody answers at <there>."
    choices, _, _, _, button, verdict = parts(ModelChooser())
    choices.value = "ollama"
    button.click()
    assert "✗ Nobody answers at &lt;there&gt;." in verdict.value
    assert ".env" not in verdict.value


def test_a_server_that_cannot_start_is_said_inside(chosen, monkeypatch):
    def answering():
        raise NotConnected("The embedded server did not start.")

    monkeypatch.setattr(model_chooser, "answering", answering)
    assert "✗ The embedded server did not start." in parts(ModelChooser())[-1].value


@pytest.mark.parametrize("found", [{}, {live.LOCAL_SERVICES[0]: ["a-model"]}])
def test_its_text_is_the_same_on_every_machine(chosen, monkeypatch, found):
    monkeypatch.setattr(live, "find_local", lambda: found)
    assert repr(ModelChooser()) == "Choose a model: offline tutor, OpenAI, or one on this machine"
    assert ModelChooser()._repr_mimebundle_()["text/plain"] == repr(ModelChooser())


def test_what_was_said_of_one_choice_does_not_stand_beside_the_next(chosen):
    choices, _, _, _, button, verdict = parts(ModelChooser())
    choices.value = "openai"
    button.click()
    choices.value = "offline"
    assert "Type an API key" not in verdict.value and "Now: " in verdict.value
