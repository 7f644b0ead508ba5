"""The playground's conversation as a program: what the reader clicked, written with the SDK."""

import json
from typing import Any

from openai import OpenAI

from ..settings import MODEL, say

_WIDTH = 96


def as_code(client: OpenAI, assistant_id: str, thread_id: str | None) -> str:
    """Python that makes the same assistant, asks the same questions and answers the same function calls.

    It reads from the server what was really said, so it holds for a remembered conversation too. Raises OpenAIError.
    """
    assistant = client.beta.assistants.retrieve(assistant_id)
    questions, results = [], {}
    if thread_id:
        messages = client.beta.threads.messages.list(thread_id, order="asc", limit=100)
        questions = [
            "\n".join(part.text.value for part in message.content if part.type == "text")
            for message in messages
            if message.role == "user"
        ]
        results = _results(client, thread_id)
    has_functions = any(tool.type == "function" for tool in assistant.tools)
    parts = [_head(assistant), _assistant(assistant), _thread(), _ask(results if has_functions else None)]
    return (
        "\n\n".join(parts) + "\n\n\n" + "\n".join(f"print(ask({_literal(question)}))" for question in questions) + "\n"
    )


def declaration(tool: Any) -> dict[str, Any]:
    """A tool as it is written when an assistant is made."""
    if tool.type != "function":
        return {"type": tool.type}
    function = tool.function.model_dump(exclude_none=True)
    if not function.get("strict"):
        function.pop("strict", None)
    return {"type": "function", "function": function}


def _head(assistant: Any) -> str:
    names = "MODEL, connect" if assistant.model == MODEL else "connect"
    return f"from helpers import {names}\n\nclient = connect()"


def _assistant(assistant: Any) -> str:
    reuse = say(
        f"# 다시 실행하면 하나가 더 생깁니다. 이미 있는 것을 쓰려면: client.beta.assistants.retrieve({assistant.id!r})",
        f"# Each run makes one more. To use the one that is there: client.beta.assistants.retrieve({assistant.id!r})",
    )
    fields: dict[str, str] = {}
    if assistant.name:
        fields["name"] = _literal(assistant.name)
    if assistant.instructions:
        fields["instructions"] = _literal(assistant.instructions)
    tools = [declaration(tool) for tool in assistant.tools]
    if tools:
        fields["tools"] = _pretty(tools)
    if resources := _resources(assistant):
        fields["tool_resources"] = _pretty(resources)
    fields["model"] = "MODEL" if assistant.model == MODEL else _literal(assistant.model)
    lines = "".join(f"    {name}={value},\n" for name, value in fields.items())
    return f"{reuse}\nassistant = client.beta.assistants.create(\n{lines})"


def _thread() -> str:
    return "thread = client.beta.threads.create()"


def _ask(results: dict[tuple[str, str], str] | None) -> str:
    """The function that asks; with one for the reader's functions, where the assistant may call any."""
    lines = [
        "",
        "def ask(question):",
        '    client.beta.threads.messages.create(thread.id, role="user", content=question)',
        "    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)",
    ]
    before = ""
    if results is not None:
        typed = say(
            "# 플레이그라운드에서 적은 결과입니다. 여기에 진짜 함수를 두세요.",
            "# What was typed in the playground. Put the real functions here.",
        )
        before = f"{typed}\nRESULTS = {_pretty(results, 0)}\n\n"
        lines += [
            '    while run.status == "requires_action":',
            "        outputs = []",
            "        for call in run.required_action.submit_tool_outputs.tool_calls:",
            '            output = RESULTS.get((call.function.name, call.function.arguments), "")',
            '            outputs.append({"tool_call_id": call.id, "output": output})',
            "        run = client.beta.threads.runs.submit_tool_outputs_and_poll(",
            "            run_id=run.id, thread_id=thread.id, tool_outputs=outputs",
            "        )",
        ]
    lines += [
        '    if run.status != "completed":',
        "        return run.last_error or run.status",
        '    answers = client.beta.threads.messages.list(thread.id, run_id=run.id, order="asc")',
        '    texts = [part.text.value for answer in answers for part in answer.content if part.type == "text"]',
        '    return "\\n".join(texts)',
    ]
    return before + "\n".join(lines)


def _results(client: OpenAI, thread_id: str) -> dict[tuple[str, str], str]:
    """The results that the functions of this thread's runs were given, by name and arguments."""
    found = {}
    for run in client.beta.threads.runs.list(thread_id, order="asc", limit=100):
        if not any(tool.type == "function" for tool in run.tools):
            continue
        for step in client.beta.threads.runs.steps.list(run.id, thread_id=thread_id, order="asc", limit=100):
            for call in getattr(step.step_details, "tool_calls", None) or ():
                if call.type == "function" and call.function.output is not None:
                    found[call.function.name, call.function.arguments] = call.function.output
    return found


def _resources(assistant: Any) -> dict[str, Any]:
    """The assistant's files, without the tools that have none."""
    resources = assistant.tool_resources.model_dump(exclude_none=True) if assistant.tool_resources else {}
    return {tool: ids for tool, ids in resources.items() if any(ids.values())}


def _literal(text: str) -> str:
    """The text as Python, over several lines where it has some."""
    if "\n" in text and '"""' not in text and "\\" not in text and not text.endswith('"'):
        return f'"""{text}"""'
    return json.dumps(text, ensure_ascii=False)


def _pretty(value: Any, margin: int = 4) -> str:
    """A value of dictionaries, lists and texts as Python: on one line where it fits, else an entry a line."""
    if isinstance(value, dict):
        entries = [f"{_pretty(name, margin + 4)}: {_pretty(each, margin + 4)}" for name, each in value.items()]
    elif isinstance(value, list):
        entries = [_pretty(each, margin + 4) for each in value]
    elif isinstance(value, tuple):
        return f"({', '.join(_pretty(each, margin) for each in value)})"
    else:
        return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    line = opening + ", ".join(entries) + closing
    if "\n" not in line and len(line) + margin <= _WIDTH:
        return line
    inner = "".join(f"{' ' * (margin + 4)}{entry},\n" for entry in entries)
    return f"{opening}\n{inner}{' ' * margin}{closing}"
