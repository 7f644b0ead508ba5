"""See what is in a thread: messages with their pictures, steps with their code."""

from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

import PIL.Image
from IPython.display import Image, display
from openai import OpenAI

from .settings import say

# Wide enough to read a chart's labels, narrow enough for a laptop.
PICTURE_WIDTH = 720


def show_messages(client: OpenAI, thread_id: str, *, last: int | None = None) -> None:
    """Show the conversation, oldest first: words as text, pictures as pictures. `last`: only the newest so many."""
    page = client.beta.threads.messages.list(thread_id, order="desc", limit=last or 100)
    for message in reversed(page.data):
        who = say("나", "Me") if message.role == "user" else say("어시스턴트", "Assistant")
        print(f"[{who}]")
        show_message(client, message)


def show_message(client: OpenAI, message: Any) -> None:
    """Show the parts of one message, in order."""
    for part in message.content:
        if part.type == "text":
            print(part.text.value)
        elif part.type == "image_file":
            show_image(client, part.image_file.file_id)


def show_image(client: OpenAI, file_id: str, *, width: int = PICTURE_WIDTH) -> None:
    """Download a picture that the assistant made and show it."""
    display(Image(client.files.content(file_id).read(), width=width, alt=_alt()))


def show_picture(source: bytes | str | Path, *, width: int = PICTURE_WIDTH // 2) -> None:
    """Show a picture from its bytes, its file or its URL.

    It is shrunk to twice the width shown and compressed, so that a notebook full of pictures stays small.
    """
    picture = PIL.Image.open(BytesIO(_bytes_of(source))).convert("RGB")
    picture.thumbnail((2 * width, 10 * width))
    small = BytesIO()
    picture.save(small, "JPEG", quality=85)
    display(Image(small.getvalue(), width=width, alt=_alt()))


def _alt() -> str:
    return say("어시스턴트가 보낸 그림", "a picture from the assistant")


def _bytes_of(source: bytes | str | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    if str(source).startswith(("http://", "https://")):
        # Without the proxies of the environment, which would not know this machine's own links.
        with build_opener(ProxyHandler({})).open(str(source), timeout=30) as answer:
            return bytes(answer.read())
    return Path(source).read_bytes()


def show_steps(client: OpenAI, run: Any) -> None:
    """Show what happened inside a run, oldest first: which step, and for code what was run and what it printed."""
    for number, step in enumerate(client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc"), 1):
        print(f"{number}. {step.type} ({step.status})")
        if step.step_details.type == "tool_calls":
            for call in step.step_details.tool_calls:
                _show_call(call)


def _show_call(call: Any) -> None:
    if call.type == "code_interpreter":
        print(_indented(call.code_interpreter.input))
        for output in call.code_interpreter.outputs:
            print(_indented(output.logs if output.type == "logs" else say("(그림)", "(picture)"), mark="→ "))
    elif call.type == "function":
        print(_indented(f"{call.function.name}({call.function.arguments}) → {call.function.output}"))


def _indented(text: str, mark: str = "") -> str:
    return "\n".join(f"     {mark}{line}" for line in text.rstrip().splitlines())
