"""풀이 / Solutions: notebooks/*/08_code_interpreter.ipynb"""


def exercise_08_1(client):
    """v1의 첨부를 고치기 / Mend an attachment of v1."""
    file = client.files.create(file=("flowers.csv", b"flower,sold\nrose,3\n"), purpose="assistants")
    return [{"file_id": file.id, "tools": [{"type": "code_interpreter"}]}]


def exercise_08_2():
    """출력된 글만 모으기 / Collect what was printed."""

    def printed(calls):
        found = []
        for call in calls:
            for output in call.outputs:
                if output.type == "logs":
                    found.append(output.logs)
        return found

    return printed


def exercise_08_3():
    """만들어진 파일의 이름과 ID / Names and IDs of the files that were made."""

    def files_in(text):
        made = [note for note in text.annotations if note.type == "file_path"]
        return {note.text.split("/")[-1]: note.file_path.file_id for note in made}

    return files_in
