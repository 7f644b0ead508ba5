"""Choosing a live model: what a wish means, where a key comes from, and what is said."""

import pytest

from helpers import live
from helpers.connection import NotConnected, connect, stop_server
from tests.upstream import KEY, Upstream, listening, said

VARIABLES = ("WORKSHOP_MODEL", "WORKSHOP_MODEL_NAME", "WORKSHOP_API_KEY", "OPENAI_API_KEY", "OPENAI_BASE_URL")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(live, "ROOT", tmp_path)
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path / "state"))


def test_without_a_wish_nothing_is_wished():
    assert live.wish() is None


def test_a_wish_by_name_address_variable_or_file(monkeypatch, tmp_path):
    assert live.wish("offline") == {"provider": "offline"}
    assert live.wish("ollama")["base_url"] == "http://127.0.0.1:11434/v1"
    assert live.wish("http://10.0.0.5:8000/v1")["provider"] == "chat"
    monkeypatch.setenv("WORKSHOP_MODEL", "vllm")
    assert live.wish()["base_url"].endswith(":8000/v1")
    monkeypatch.delenv("WORKSHOP_MODEL")
    (tmp_path / ".env").write_text(f"WORKSHOP_MODEL=openai\nOPENAI_API_KEY={KEY}\nWORKSHOP_MODEL_NAME=gpt-9\n")
    assert live.wish() == {"provider": "responses", "base_url": live.OPENAI_URL, "api_key": KEY, "model": "gpt-9"}


def test_a_wish_that_means_nothing_names_those_that_do():
    with pytest.raises(live.NoModel, match="offline, openai, ollama"):
        live.wish("chatgpt")


def test_without_a_key_it_is_said_where_to_put_it():
    with pytest.raises(live.NoModel, match=r"OPENAI_API_KEY.*\.env"):
        live.wish("openai")


def test_connect_chooses_says_so_and_holds_for_the_next_who_connects(monkeypatch, capsys):
    with listening(Upstream(said("Live."), models=["tiny"])) as upstream:
        try:
            connect(upstream.url, pace="instant")
            assert "tiny" in capsys.readouterr().out
            client = connect(pace="instant")
            assert "tiny" in capsys.readouterr().out
            assert "tiny" in [model.id for model in client.models.list()]
            connect("offline")
            assert "offline tutor" in capsys.readouterr().out
            with pytest.raises(NotConnected, match=r"Nobody answers at 127\.0\.0\.1:9"):
                connect("http://127.0.0.1:9/v1")
        finally:
            stop_server()


def test_what_leaves_the_machine_is_said():
    here = {"provider": "chat", "host": "127.0.0.1:11434", "model": "tiny", "leaves": False}
    away = {"provider": "responses", "host": "api.openai.com", "model": "gpt-9", "leaves": True}
    assert "Nothing leaves it" in live.describe(here)
    assert "are sent to api.openai.com" in live.describe(away)
