"""Notebook 09."""


def _sources_twice(text):
    shown, sources = text.value, []
    for note in text.annotations:
        source = note.file_citation.file_id
        sources.append(source)
        shown = shown.replace(note.text, f"[{sources.index(source) + 1}]", 1)
    return shown, sources


def _markers_left(text):
    return text.value, list(dict.fromkeys(note.file_citation.file_id for note in text.annotations))


def _one_source(text):
    shown, source = text.value, text.annotations[0].file_citation.file_id
    for note in text.annotations:
        shown = shown.replace(note.text, "[1]", 1)
    return shown, [source]


def _numbers_of_markers(text):
    shown = text.value
    for number, note in enumerate(text.annotations, 1):
        shown = shown.replace(note.text, f"[{number}]", 1)
    return shown, list(dict.fromkeys(note.file_citation.file_id for note in text.annotations))


def _static(size, overlap):
    return {"type": "static", "static": {"max_chunk_size_tokens": size, "chunk_overlap_tokens": overlap}}


WRONG = {
    "09-1": (
        {"type": "eq", "key": "kind", "value": "minutes"},
        {"type": "eq", "key": "kind", "value": "policy"},
        {"type": "in", "key": "kind", "value": ["policy", "guide"]},
        {"type": "nin", "key": "kind", "value": "minutes"},
        {"type": "ne", "key": "name", "value": "minutes"},
        {"type": "not", "key": "kind", "value": "minutes"},
    ),
    "09-2": (_static(200, ...), _static(200, 150), _static(200, 50), _static(800, 400), {"type": "auto"}),
    "09-3": (_sources_twice, _markers_left, _one_source, _numbers_of_markers),
}
