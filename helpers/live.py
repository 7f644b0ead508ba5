"""Which model the reader wants to think, and what it takes to reach it: an address, and perhaps a key.

The wish comes from `connect(...)`, from `WORKSHOP_MODEL`, or from a file `.env` beside `workshop.py`. A key comes from
the environment, from that file, or is asked for; it is never shown, and kept in the memory of two processes only.
"""

import getpass
import http.client
import json
import os
import re
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from dotenv import dotenv_values

from .settings import ROOT, say

OFFLINE = "offline"
OPENAI = "openai"
OPENAI_URL = "https://api.openai.com/v1"
_HOST = "127.0.0.1"
# A service on this machine answers within this time, or there is none.
_LOOK_SECONDS = 0.5
_asked_key: str | None = None
# True when this process's last `connect()` found a live model.
answers = False


class NoModel(ValueError):
    """The wish cannot be understood, or a key is missing; the message says what to do."""


@dataclass(frozen=True)
class LocalService:
    """A program that serves models on this machine, at its usual port."""

    choice: str
    title: str
    port: int

    @property
    def url(self) -> str:
        """Where its API begins."""
        return f"http://{_HOST}:{self.port}/v1"


LOCAL_SERVICES = (
    LocalService("ollama", "Ollama", 11434),
    LocalService("lmstudio", "LM Studio", 1234),
    LocalService("llamacpp", "llama.cpp", 8080),
    LocalService("vllm", "vLLM", 8000),
)


def setting(name: str) -> str:
    """A variable of the environment, else of the file `.env`, else an empty text."""
    return os.environ.get(name) or dotenv_values(ROOT / ".env").get(name) or ""


def wish(choice: str | None = None, key: str = "") -> dict[str, str] | None:
    """What to tell the server: `{"provider", "base_url", "api_key", "model"}`, or None where nothing was wished.

    `choice` is `offline`, `openai`, one of the `LOCAL_SERVICES`, or the base URL of any OpenAI-compatible service;
    `key` is an API key, where it is known already.
    Raises NoModel.
    """
    choice = (choice or setting("WORKSHOP_MODEL")).strip()
    if not choice:
        return None
    if choice == OFFLINE:
        return {"provider": "offline"}
    name = setting("WORKSHOP_MODEL_NAME")
    if choice == OPENAI:
        url = setting("OPENAI_BASE_URL") or OPENAI_URL
        return {"provider": "responses", "base_url": url, "api_key": key or _openai_key(), "model": name}
    known = {service.choice: service.url for service in LOCAL_SERVICES}
    url = known.get(choice, choice)
    if not url.startswith(("http://", "https://")):
        raise NoModel(
            say(
                f"'{choice}'은(는) 모르는 모델 서비스입니다. {OFFLINE}, {OPENAI}, {', '.join(known)} 가운데 하나나, "
                "http://로 시작하는 주소를 적어 주세요.",
                f"'{choice}' is no service that is known here. Choose {OFFLINE}, {OPENAI}, {', '.join(known)}, or an "
                "address that begins with http://.",
            )
        )
    # Local services want some key, and look at none.
    return {"provider": "chat", "base_url": url, "api_key": key or setting("WORKSHOP_API_KEY") or "none", "model": name}


def find_local(services: Iterable[LocalService] = LOCAL_SERVICES) -> dict[LocalService, list[str]]:
    """The services that answer on this machine, with the names of their models."""
    services = list(services)
    with ThreadPoolExecutor(len(services)) as pool:
        found = dict(zip(services, pool.map(_models_at, services), strict=True))
    return {service: models for service, models in found.items() if models is not None}


def describe(model: dict[str, Any]) -> str:
    """One line that says what answers, and what of the reader's leaves this machine. `model` is the server's answer."""
    if model.get("provider") == "offline":
        return say(
            "오프라인 튜터에 연결했습니다. 키도 인터넷도 쓰지 않습니다.",
            "Connected to the offline tutor. No key and no internet is used.",
        )
    name, host = shown_name(model["model"]), model["host"]
    if not model["leaves"]:
        return say(
            f"이 컴퓨터의 {name} 모델({host})에 연결했습니다. 아무것도 밖으로 나가지 않습니다.",
            f"Connected to the model {name} on this machine ({host}). Nothing leaves it.",
        )
    return say(
        f"{host}의 {name} 모델에 연결했습니다. 지침과 대화, 도구의 결과가 {host}에 전송되고 요금이 나올 수 있습니다. "
        "파일과 코드 실행은 이 컴퓨터에 남습니다.",
        f"Connected to the model {name} at {host}. Instructions, conversations and the results of tools are sent to "
        f"{host}, which may charge for them. Files and the running of code stay on this machine.",
    )


def shown_name(model: str) -> str:
    """A model's name as a reader is shown it: some services of this machine call a model by the path of its file."""
    return re.split(r"[\\/]", model)[-1] if model.endswith(".gguf") else model


def _openai_key() -> str:
    global _asked_key
    key = setting("OPENAI_API_KEY") or _asked_key
    if not key and _can_ask():
        key = _asked_key = getpass.getpass(say("OpenAI API 키: ", "OpenAI API key: ")).strip()
    if not key:
        raise NoModel(
            say(
                "OpenAI API 키가 없습니다. 환경 변수 OPENAI_API_KEY에 넣거나, workshop.py 옆의 .env 파일에 "
                "OPENAI_API_KEY=... 한 줄을 적어 주세요. 셀에는 적지 마세요.",
                "There is no OpenAI API key. Put it into the environment variable OPENAI_API_KEY, or write the line "
                "OPENAI_API_KEY=... into a file .env beside workshop.py. Do not write it into a cell.",
            )
        )
    return key


def _can_ask() -> bool:
    """True in a notebook that somebody sits at, and in a terminal."""
    shell = sys.modules.get("IPython")
    kernel = getattr(shell.get_ipython(), "kernel", None) if shell else None
    if kernel is not None:
        return bool(getattr(kernel, "_allow_stdin", False))
    return sys.stdin is not None and sys.stdin.isatty()


def _models_at(service: LocalService) -> list[str] | None:
    connection = http.client.HTTPConnection(_HOST, service.port, timeout=_LOOK_SECONDS)
    try:
        connection.request("GET", "/v1/models", headers={"Authorization": "Bearer none"})
        answer = json.loads(connection.getresponse().read())
        return [model["id"] for model in answer["data"]]
    except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException):
        return None
    finally:
        connection.close()
