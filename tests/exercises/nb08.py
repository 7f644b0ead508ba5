"""Notebook 08."""


def _stops_at_pictures(calls):
    return [output.logs for call in calls for output in call.outputs]


def _gives_up_at_pictures(calls):
    found = []
    for call in calls:
        for output in call.outputs:
            if output.type == "image":
                break
            found.append(output.logs)
    return found


def _keeps_pictures(calls):
    return [getattr(output, "logs", output) for call in calls for output in call.outputs]


def _newest_first(calls):
    return [output.logs for call in calls for output in call.outputs if output.type == "logs"][::-1]


def _stops_at_citations(text):
    return {note.text: note.file_path.file_id for note in text.annotations}


def _with_paths(text):
    return {note.text: note.file_path.file_id for note in text.annotations if note.type == "file_path"}


def _only_the_first(text):
    note = text.annotations[0]
    return {note.text.split("/")[-1]: note.file_path.file_id}


def _with_citations(text):
    return {
        note.text.split("/")[-1]: (note.file_path if note.type == "file_path" else note.file_citation).file_id
        for note in text.annotations
    }


FILE = "file-abcdefghijklmnopqrstuvwx"

WRONG = {
    "08-1": (
        [FILE],
        [{"file_id": FILE}],
        [{"file_id": FILE, "tools": ["code_interpreter"]}],
        [{"file_id": FILE, "tools": [{"type": "file_search"}]}],
        [{"file_id": "flowers.csv", "tools": [{"type": "code_interpreter"}]}],
    ),
    "08-2": (_stops_at_pictures, _gives_up_at_pictures, _keeps_pictures, _newest_first),
    "08-3": (_stops_at_citations, _with_paths, _only_the_first, _with_citations),
}
