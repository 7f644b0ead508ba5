"""The status explorer: each status is produced for real, its way is drawn, the words fit, trouble stays inside."""

import html
import itertools
import re
from types import SimpleNamespace
from typing import Any

import ipywidgets
import pytest
from openai import OpenAI

import helpers
from helpers import settings
from helpers.server.card import PACE_HEADER
from helpers.server.engine.states import ALLOWED
from helpers.widgets.state_diagram import ARROWS, state_diagram
from helpers.widgets.status_explorer import StatusExplorer
from helpers.widgets.statuses import FINISHED, STATUSES

WAYS = {
    "queued": "queued",
    "in_progress": "queued → in_progress",
    "requires_action": "queued → in_progress → requires_action",
    "cancelling": "queued → in_progress → cancelling",
    "completed": "queued → in_progress → completed",
    "incomplete": "queued → in_progress → incomplete; max_completion_tokens",
    "failed": "queued → in_progress → failed; rate_limit_exceeded",
    "expired": "queued → in_progress → expired",
    "cancelled": "queued → in_progress → cancelling → cancelled",
}


@pytest.fixture
def explorer(client: OpenAI) -> StatusExplorer:
    slow = client.with_options(default_headers={PACE_HEADER: "teaching"})
    return StatusExplorer(slow, client.beta.assistants.create(model=settings.MODEL))


def inside(widget: Any, kind: type) -> list[Any]:
    found = [widget] if isinstance(widget, kind) else []
    return found + [one for child in getattr(widget, "children", ()) for one in inside(child, kind)]


def html_of(explorer: StatusExplorer) -> str:
    return "\n".join(part.value for part in inside(explorer, ipywidgets.HTML))


def button_of(explorer: StatusExplorer, status: str) -> Any:
    return next(one for one in inside(explorer, ipywidgets.Button) if one.description.startswith(status))


@pytest.mark.parametrize("status", list(STATUSES))
def test_a_button_brings_a_real_run_to_its_status(explorer: StatusExplorer, status: str, client: OpenAI) -> None:
    button_of(explorer, status).click()
    assert repr(explorer) == f"Status explorer: {WAYS[status]}"
    words = html.unescape(html_of(explorer))
    assert str(STATUSES[status].meaning) in words and str(STATUSES[status].advice) in words
    assert f"The way of this one: {' → '.join(explorer.path)}" in words
    assert client.beta.threads.runs.retrieve(explorer._run.id, thread_id=explorer._run.thread_id).created_at
    assert not any(one.disabled for one in inside(explorer, ipywidgets.Button))


def test_one_after_the_other_leaves_one_thread(explorer: StatusExplorer, client: OpenAI) -> None:
    explorer.produce("requires_action")
    before = explorer._run
    explorer.produce("queued")
    assert explorer._run.thread_id != before.thread_id
    with pytest.raises(Exception, match="No thread found"):
        client.beta.threads.retrieve(before.thread_id)


def test_a_status_with_several_causes_offers_them(explorer: StatusExplorer) -> None:
    (causes,) = inside(explorer, ipywidgets.ToggleButtons)
    assert causes.layout.display == "none"
    explorer.produce("failed")
    assert causes.layout.display == "" and causes.options == ("rate_limit_exceeded", "server_error", "invalid_prompt")
    causes.value = "invalid_prompt"
    assert repr(explorer).endswith("failed; invalid_prompt")
    explorer.produce("incomplete", "max_prompt_tokens")
    assert repr(explorer).endswith("incomplete; max_prompt_tokens")
    assert causes.value == "max_prompt_tokens"
    explorer.produce("completed")
    assert causes.layout.display == "none"


def test_the_code_that_made_it_is_shown(explorer: StatusExplorer) -> None:
    explorer.produce("expired")
    assert "metadata={&quot;scenario&quot;: &quot;expired&quot;}" in html_of(explorer)


def test_its_text_before_any_choice_names_them_all(explorer: StatusExplorer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert explorer._repr_mimebundle_()["text/plain"] == "Status explorer: " + ", ".join(STATUSES)
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    korean = StatusExplorer(explorer._client, SimpleNamespace(id="asst_1"))
    assert repr(korean).startswith("상태 탐색기: queued, ")
    assert [one.description for one in inside(korean, ipywidgets.Button)][:2] == [
        "queued (대기 중)",
        "in_progress (처리 중)",
    ]


def test_trouble_stays_inside(client: OpenAI) -> None:
    explorer = StatusExplorer(client, SimpleNamespace(id="asst_gone"))
    button_of(explorer, "completed").click()
    assert "Not on the server; it may be deleted" in html_of(explorer)
    assert repr(explorer).startswith("Not on the server")
    assert not any(one.disabled for one in inside(explorer, ipywidgets.Button))


def test_the_diagram_shows_only_steps_that_a_run_can_take_and_all_that_it_takes_here() -> None:
    assert all(new in ALLOWED[old] for old, new in ARROWS)
    for way in WAYS.values():
        assert set(itertools.pairwise(way.split(";")[0].split(" → "))) <= set(ARROWS)
    assert {new for _, new in ARROWS} | {"queued"} == set(STATUSES)
    assert not [old for old, _ in ARROWS if old in FINISHED]


def test_the_diagram_can_be_read_without_seeing_it() -> None:
    drawn = state_diagram(["queued", "in_progress", "requires_action", "queued"])
    title = re.search(r'role="img" aria-labelledby="([\w-]+)".*<title id="\1">([^<]+)</title>', drawn)
    assert title and title[2].endswith("queued → in_progress → requires_action → queued")
    assert ">1,4<" in drawn and drawn.count(">2<") == 1
    assert "five ends" in state_diagram()


def test_all_words_are_there_in_both_languages() -> None:
    for status in STATUSES.values():
        for words in (status.title, status.meaning, status.advice):
            assert re.search("[가-힣]", words.ko) and words.en and not re.search("[가-힣]", words.en)


def test_the_notebook_has_a_short_name_for_it() -> None:
    assert helpers.StatusExplorer is StatusExplorer
