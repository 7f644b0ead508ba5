"""풀이 / Solutions: notebooks/*/09_file_search.ipynb"""


def exercise_09_1():
    """회의록만 빼고 찾기 / Search all but the minutes."""
    return {"type": "ne", "key": "kind", "value": "minutes"}


def exercise_09_2():
    """가장 많이 겹치기 / As much overlap as is allowed."""
    return {"type": "static", "static": {"max_chunk_size_tokens": 200, "chunk_overlap_tokens": 100}}


def exercise_09_3():
    """같은 문서에는 같은 번호 / One number for each document."""

    def numbered(text):
        shown, sources = text.value, []
        for note in text.annotations:
            source = note.file_citation.file_id
            if source not in sources:
                sources.append(source)
            shown = shown.replace(note.text, f"[{sources.index(source) + 1}]", 1)
        return shown, sources

    return numbered
