"""The exercises: each solution is right, typical wrong answers get feedback of their own, hints lead on."""

import importlib
import inspect
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers import settings
from helpers.exercises import check, hint, progress, quiz
from helpers.exercises.catalog import exercises, number_of, questions
from helpers.exercises.record import solved
from helpers.server.card import PACE_HEADER

ROOT = Path(__file__).parents[2]
HANGUL = re.compile("[가-힣]")
ALL = list(exercises())


def solution_of(id, client, thread, assistant):
    path = ROOT / "assets" / "solutions" / f"nb{number_of(id)}.py"
    namespace = {"__name__": "solution"}
    exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), namespace)
    solve = namespace[f"exercise_{id.replace('-', '_')}"]
    things = {"client": client, "thread": thread, "assistant": assistant}
    return solve(**{name: things[name] for name in inspect.signature(solve).parameters})


def wrong_answers(id):
    """The answers; one that depends on the track says so by a class of its own."""
    answers = importlib.import_module(f"tests.exercises.nb{number_of(id)}").WRONG[id]
    return [answer() if type(answer).__name__ == "_InWords" else answer for answer in answers]


@pytest.fixture
def client(client):
    # At the pace of the notebooks, in which a run is there to be cancelled.
    return client.with_options(default_headers={PACE_HEADER: "teaching"})


@pytest.fixture
def thread(client):
    return client.beta.threads.create(messages=[{"role": "user", "content": "2 + 3"}])


@pytest.fixture
def assistant(client):
    return client.beta.assistants.create(model=settings.MODEL, name="exercise")


@pytest.fixture(params=["ko", "en"])
def language(request, monkeypatch):
    monkeypatch.setenv("WORKSHOP_LANG", request.param)
    return request.param


@pytest.mark.parametrize("id", ALL)
def test_its_solution_is_right_and_noted(id, client, thread, assistant, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path))
    monkeypatch.setattr(settings, "output_file", lambda name: tmp_path / name)
    check(id, solution_of(id, client, thread, assistant))
    assert capsys.readouterr().out.startswith("Right! ")
    assert solved() == [id]


@pytest.mark.parametrize("id", ALL)
def test_each_typical_wrong_answer_gets_feedback_of_its_own(id, language, capsys):
    said = []
    for answer in wrong_answers(id):
        check(id, answer)
        said.append(capsys.readouterr().out)
    assert len(said) >= 3
    assert len(set(said)) == len(said)
    assert all(words.startswith("아직입니다. " if language == "ko" else "Not yet. ") for words in said)
    assert all(bool(HANGUL.search(words)) == (language == "ko") for words in said)
    assert solved() == []


@pytest.mark.parametrize("id", ALL)
@pytest.mark.parametrize("answer", [None, 0, "", [], {}, object(), SimpleNamespace(), lambda: None])
def test_an_odd_answer_is_no_traceback(id, answer, capsys):
    check(id, answer)
    assert capsys.readouterr().out.startswith("Not yet. ")


@pytest.mark.parametrize("id", ALL)
def test_hints_lead_on_to_the_solution(id, capsys):
    number = len(exercises()[id].hints)
    assert number >= 2
    for _ in range(number + 1):
        hint(id)
    said = capsys.readouterr().out.splitlines()
    assert len(set(said)) == number + 1
    assert f"assets/solutions/nb{number_of(id)}.py" in said[-1]


def test_an_unknown_exercise_names_those_that_are_there(capsys):
    check("06-99", 1)
    assert "06-1" in capsys.readouterr().out


def test_an_empty_answer_is_not_judged(capsys):
    check(ALL[0], ...)
    assert "empty" in capsys.readouterr().out


@pytest.mark.parametrize("id", list(questions()))
def test_a_question_has_one_right_choice_and_explains_all(id):
    choices = questions()[id].choices
    assert sum(choice.right for choice in choices) == 1
    assert len({choice.because.ko for choice in choices}) == len(choices) >= 3
    for words in (questions()[id].text, *(words for choice in choices for words in (choice.text, choice.because))):
        assert words.ko and words.en and not HANGUL.search(words.en)


def test_a_choice_of_the_quiz_is_explained_and_noted(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path))
    id, question = next(iter(questions().items()))
    asked = quiz(number_of(id)).children[0]
    buttons, verdict = asked.children[1:]
    for place, choice in enumerate(question.choices):
        buttons.value = place
        assert choice.because.en in verdict.value
        assert ("Right." in verdict.value) == choice.right
    assert solved() == [id]


def test_progress_counts_what_is_solved(client, thread, assistant, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path))
    number = number_of(ALL[0])
    total = sum(number_of(id) == number for id in [*exercises(), *questions()])
    assert f"{number}  0/{total}" in repr(progress())
    check(ALL[0], solution_of(ALL[0], client, thread, assistant))
    assert f"{number}  1/{total}" in repr(progress())
    assert f"value='1' max='{total}'" in progress()._repr_html_()
