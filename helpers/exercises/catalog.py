"""All exercises and questions, by the number of their notebook."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from . import lessons
from .exercise import Exercise, Question


@cache
def exercises() -> dict[str, Exercise]:
    """The exercises by ID, in the order of the notebooks."""
    return {exercise.id: exercise for module in _lessons() for exercise in module.EXERCISES}


@cache
def questions() -> dict[str, Question]:
    """The questions of the quizzes by ID."""
    return {question.id: question for module in _lessons() for question in module.QUIZ}


def number_of(id: str) -> str:
    """The notebook's number: `06` of `06-2`."""
    return id.partition("-")[0]


@cache
def _lessons() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(lessons.__path__))
    return tuple(importlib.import_module(f"{lessons.__name__}.{name}") for name in names)
