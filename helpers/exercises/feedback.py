"""Say at once whether an answer is right, and help where it is not."""

from typing import Any

from ..settings import say
from .catalog import exercises, number_of
from .exercise import Exercise, NotYet
from .record import note

_hints_given: dict[str, int] = {}


def check(id: str, answer: Any) -> None:
    """Say whether an answer is right, or what is not yet right and why. `...` is an answer that was not begun."""
    exercise = _find(id)
    if exercise is None:
        return
    if answer is ...:
        print(say("아직 비어 있습니다. ... 자리를 채워 보세요.", "Still empty. Fill in the place of the ..."))
        return
    try:
        exercise.judge(answer)
    except NotYet as reason:
        print(say(f"아직입니다. {reason}", f"Not yet. {reason}"))
    except Exception:
        # An answer of a kind that nobody thought of must not end in a traceback of ours.
        print(say(f"아직입니다. {exercise.odd}", f"Not yet. {exercise.odd}"))
    else:
        note(id)
        print(say(f"맞았습니다! {exercise.praise}", f"Right! {exercise.praise}"))


def hint(id: str) -> None:
    """The next hint; after the last one, where the solution stands."""
    exercise = _find(id)
    if exercise is None:
        return
    given = _hints_given.get(id, 0)
    _hints_given[id] = given + 1
    if given < len(exercise.hints):
        title = say(f"힌트 {given + 1}/{len(exercise.hints)}", f"Hint {given + 1} of {len(exercise.hints)}")
        print(f"{title}: {exercise.hints[given]}")
    else:
        _hints_given[id] = 0
        name = f"assets/solutions/nb{number_of(id)}.py"
        print(say(f"힌트는 여기까지입니다. 풀이는 {name}에 있습니다.", f"No more hints. The solution is in {name}."))


def _find(id: str) -> Exercise | None:
    exercise = exercises().get(id)
    if exercise is None:
        near = [known for known in exercises() if number_of(known) == number_of(id)] or list(exercises())
        known = ", ".join(near)
        print(say(f"'{id}' 연습 문제는 없습니다. 있는 것: {known}", f"There is no exercise '{id}'. There are: {known}"))
    return exercise
