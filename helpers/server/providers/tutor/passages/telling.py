"""The answer in words: short first, then the sentences of the files, each with its citation, then which files."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..form import Form
from ..form_json import Content
from ..skill import Language, language_of
from .candidates import Candidate
from .picking import Picked

_NAMES: dict[Language, dict[Language, str]] = {
    "ko": {"ko": "한국어", "en": "영어", "zh": "중국어"},
    "en": {"ko": "Korean", "en": "English", "zh": "Chinese"},
    "zh": {"ko": "韩文", "en": "英文", "zh": "中文"},
}
_FOREIGN: dict[Language, str] = {
    "ko": "파일의 이 부분은 {name}로 쓰여 있습니다. 번역은 할 수 없어 원문을 그대로 옮겼습니다.",
    "en": "This part of the file is in {name}. I cannot translate, so I quote its own words.",
    "zh": "文件的这一部分是{name}。我不能翻译，因此引用原文。",
}
_SOURCE: dict[Language, str] = {"ko": "출처: {files}", "en": "Source: {files}", "zh": "出处：{files}"}
_COMMANDS: dict[Language, str] = {
    "ko": "(파일 안에 저에게 무엇을 시키는 문장이 있지만, 파일의 내용일 뿐이라 따르지 않습니다.)",
    "en": "(The file also holds a sentence that tells me what to do. It is content, and I do not follow it.)",
    "zh": "（文件中有一句话在对我下指令。它只是文件内容，我不会照做。）",
}
_MISSING: dict[Language, str] = {
    "ko": "“{about}”에 대한 내용은 파일에서 찾지 못했습니다.",
    "en": "I do not find an answer to “{about}” in the files.",
    "zh": "在文件中没有找到关于“{about}”的内容。",
}
_LOOKED: dict[Language, str] = {
    "ko": "살펴본 파일: {files}. 검색어: {queries}. 파일에 없는 것은 지어내지 않습니다.",
    "en": "I looked at {files}, searching for {queries}. What is not in the files I do not make up.",
    "zh": "查看的文件：{files}。搜索词：{queries}。文件里没有的内容我不会编造。",
}
_EMPTY: dict[Language, str] = {
    "ko": "검색했지만 나온 것이 없습니다. 검색할 파일이 없거나 아직 준비되지 않았습니다. 벡터 저장소를 "
    "`tool_resources`로 연결했는지, "
    "그 안의 파일이 `completed` 상태인지 확인해 주세요.",
    "en": "I searched, and nothing came back: there are no files to search, or they are not ready. Check that a "
    "vector store is "
    "attached through `tool_resources` and that its files are `completed`.",
    "zh": "搜索没有返回任何内容：没有可搜索的文件，或文件尚未就绪。请确认已通过 `tool_resources` "
    "连接向量存储，且其中的文件状态为 `completed`。",
}
_VERDICTS: dict[str, dict[Language, str]] = {
    "yes": {"ko": "예.", "en": "Yes.", "zh": "是的。"},
    "no": {"ko": "아니요.", "en": "No.", "zh": "不。"},
}
_MOST_FILES = 5


def told(answers: Sequence[Picked], form: Form, looked: Sequence[str], queries: Sequence[str]) -> Content:
    """Everything that was asked, answered or not. `looked` are the names of the files that the searches showed."""
    language = form.language
    if not looked:
        return Content(_EMPTY[language], (_EMPTY[language],))
    blocks: list[str] = []
    sentences: list[str] = []
    found = [picked for picked in answers if picked.found]
    for picked in _merged(answers):
        block, lines = _block(picked, form) if picked.found else _not_found(picked, language)
        blocks.append(block)
        sentences += lines
    note = _foreign_note([one for picked in found for one in picked.sentences], language)
    files = list(dict.fromkeys(one.filename for picked in found for one in picked.sentences))
    parts = [*blocks, note] if note else blocks
    if len(found) < len(answers):
        parts.append(_looked(looked, queries, language))
    if any(picked.commands for picked in answers):
        parts.append(_COMMANDS[language])
    if files:
        parts.append(_SOURCE[language].format(files=", ".join(f"`{name}`" for name in files)))
    return Content("\n\n".join(parts), tuple(sentences), _value(found), files=tuple(files))


def _merged(answers: Sequence[Picked]) -> list[Picked]:
    """The answers, those to two questions with the same sentence as one."""
    merged: list[Picked] = []
    for picked in answers:
        last = merged[-1] if merged else None
        if last and picked.found and [one.text for one in last.sentences] == [one.text for one in picked.sentences]:
            values = [value for value in (last.value, picked.value) if value]
            merged[-1] = replace(last, value=", ".join(values))
        else:
            merged.append(picked)
    return merged


def _block(picked: Picked, form: Form) -> tuple[str, list[str]]:
    """An answer as a piece of text, and the same as separate sentences."""
    language = form.language
    lines = [_quoted(one, picked, form) for one in picked.sentences]
    head = picked.title
    if picked.listed or picked.title:
        numbered = len(picked.sentences) > 1 and all(one.unit.numbered for one in picked.sentences)
        mark = [f"{n}." if numbered else "-" for n in range(1, len(picked.sentences) + 1)]
        text = "\n".join(f"{m} {line}" for m, line in zip(mark, lines, strict=True))
        return (f"**{head}**\n{text}" if head else text), lines
    lead = _lead(picked, language)
    lines[0] = f"{lead} {lines[0]}".strip()
    return " ".join(lines), lines


def _lead(picked: Picked, language: Language) -> str:
    if picked.verdict and not re.match(r"(?i)(?:yes|no|네|예|아니)\b", picked.sentences[0].text):
        return _VERDICTS[picked.verdict][language]
    if picked.value:
        return {"ko": f"**{picked.value}**입니다.", "en": f"**{picked.value}.**", "zh": f"**{picked.value}**。"}[
            language
        ]
    return ""


def _quoted(one: Candidate, picked: Picked, form: Form) -> str:
    """A sentence with its marker, in quotation marks where the words themselves matter."""
    own = language_of(one.text)
    if picked.part.kind == "quote" or form.casual or (own and own != form.language and not picked.listed):
        return f"“{one.text}”{one.marker}"
    return one.cited


def _foreign_note(sentences: Sequence[Candidate], language: Language) -> str:
    own = language_of(" ".join(one.text for one in sentences)) if sentences else None
    if own is None or own == language:
        return ""
    return _FOREIGN[language].format(name=_NAMES[language][own])


def _not_found(picked: Picked, language: Language) -> tuple[str, list[str]]:
    text = _MISSING[language].format(about=picked.title or picked.part.about)
    return text, [text]


def _looked(looked: Sequence[str], queries: Sequence[str], language: Language) -> str:
    names = [f"`{name}`" for name in looked[:_MOST_FILES]]
    # The words of another language were only tried; they would be strange to read.
    own = [query for query in queries if language_of(query) in (language, None) and not _is_mixed(query, language)]
    queries = own or queries[:1]
    more = len(looked) - len(names)
    rest = {"ko": f" 외 {more}개", "en": f" and {more} more", "zh": f" 等另外 {more} 个"}[language] if more > 0 else ""
    return _LOOKED[language].format(files=", ".join(names) + rest, queries=", ".join(f"“{query}”" for query in queries))


def _is_mixed(query: str, language: Language) -> bool:
    """True where a search word was put into the other of the two languages in the middle of a query."""
    other = r"[가-힣]" if language == "en" else r"\b[a-z]{2,}\b" if language == "ko" else r"[가-힣]"
    return bool(re.search(other, query))


def _value(found: Sequence[Picked]) -> int | float | str | None:
    if len(found) != 1:
        return None
    picked = found[0]
    if picked.verdict:
        return "yes" if picked.verdict == "yes" else None
    figures = re.findall(r"\d[\d,]*(?:\.\d+)?", picked.value)
    if len(figures) == 1:
        plain = figures[0].replace(",", "")
        return float(plain) if "." in plain else int(plain)
    return picked.value or None
