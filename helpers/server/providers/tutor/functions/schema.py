"""A function tool as the tutor reads it: its words, and its parameters down to the leaves of nested objects."""

import json
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from .words import actions_in, deeds_told, keys_of, spaced

_DEEPEST = 6


@dataclass(frozen=True, eq=False)
class Parameter:
    """One property of a schema.

    `kind` is string, number, integer, boolean, array or object; `fields` are an object's properties and `items` is what
    an array holds. `nullable` says that null is allowed.
    """

    name: str
    kind: str
    description: str = ""
    options: tuple[Any, ...] = ()
    required: bool = False
    nullable: bool = False
    format: str = ""
    pattern: str = ""
    least: float | None = None
    most: float | None = None
    has_default: bool = False
    default: Any = None
    items: "Parameter | None" = None
    fields: tuple["Parameter", ...] = ()

    @cached_property
    def words(self) -> str:
        """The name, as words."""
        return spaced(self.name)

    @cached_property
    def name_keys(self) -> frozenset[str]:
        return keys_of(self.words)

    @cached_property
    def described_keys(self) -> frozenset[str]:
        return keys_of(without_examples(self.description))

    @cached_property
    def told(self) -> str:
        """Name and description together, in small letters, for looking up hints."""
        return f"{self.words} | {self.description}".casefold()

    @cached_property
    def all_keys(self) -> frozenset[str]:
        """What the name, the description, the options and everything inside may mean."""
        inner = [self.items] if self.items else []
        options = " ".join(spaced(str(option)) for option in self.options)
        keys = self.name_keys | self.described_keys | keys_of(options)
        return keys.union(*(each.all_keys for each in (*self.fields, *inner)))


@dataclass(frozen=True, eq=False)
class Function:
    """A function that the assistant may call."""

    name: str
    description: str = ""
    parameters: tuple[Parameter, ...] = ()

    @cached_property
    def name_keys(self) -> frozenset[str]:
        return keys_of(spaced(self.name))

    @cached_property
    def described_keys(self) -> frozenset[str]:
        return keys_of(without_examples(self.description))

    @cached_property
    def parameter_keys(self) -> frozenset[str]:
        return frozenset().union(*(parameter.all_keys for parameter in self.parameters))

    @cached_property
    def actions(self) -> frozenset[str]:
        """What it does, by its name, or by its description where the name does not say."""
        return actions_in(spaced(self.name)) or deeds_told(without_examples(self.description))

    @property
    def required(self) -> tuple[Parameter, ...]:
        return tuple(parameter for parameter in self.parameters if parameter.required)


def functions_in(tools: tuple[dict[str, Any], ...]) -> tuple[Function, ...]:
    """The function tools of a request."""
    return _functions(json.dumps([tool["function"] for tool in tools if tool.get("type") == "function"]))


@lru_cache(maxsize=64)
def _functions(sources: str) -> tuple[Function, ...]:
    return tuple(_function(source) for source in json.loads(sources))


def _function(source: dict[str, Any]) -> Function:
    schema = source.get("parameters") or {}
    root = _parameter("", schema, True, schema, 0)
    return Function(source["name"], source.get("description") or "", root.fields)


def _parameter(name: str, schema: Any, required: bool, root: dict[str, Any], depth: int) -> Parameter:
    shape, nullable = _resolved(schema, root, depth)
    kinds = shape.get("type")
    listed = [kinds] if isinstance(kinds, str) else list(kinds or ())
    nullable = nullable or "null" in listed or bool(shape.get("nullable"))
    listed = [kind for kind in listed if kind != "null"]
    options = tuple(option for option in shape.get("enum") or () if option is not None)
    if "const" in shape:
        options = (shape["const"],)
    nullable = nullable or None in (shape.get("enum") or ())
    properties = shape.get("properties")
    kind = (
        listed[0]
        if listed
        else ("object" if isinstance(properties, dict) else "array" if "items" in shape else "string")
    )
    inner: tuple[Parameter, ...] = ()
    if kind == "object" and isinstance(properties, dict) and depth < _DEEPEST:
        needed = shape.get("required") or ()
        inner = tuple(_parameter(key, each, key in needed, root, depth + 1) for key, each in properties.items())
    items = (
        _parameter(name, shape.get("items") or {}, True, root, depth + 1)
        if kind == "array" and depth < _DEEPEST
        else None
    )
    return Parameter(
        name=name,
        kind=kind,
        description=str(shape.get("description") or shape.get("title") or ""),
        options=options,
        required=required,
        nullable=nullable,
        format=str(shape.get("format") or ""),
        pattern=str(shape.get("pattern") or ""),
        least=_bound(shape, "minimum"),
        most=_bound(shape, "maximum"),
        has_default="default" in shape,
        default=shape.get("default"),
        items=items,
        fields=inner,
    )


def _bound(shape: dict[str, Any], key: str) -> float | None:
    value = shape.get(key)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _resolved(schema: Any, root: dict[str, Any], depth: int) -> tuple[dict[str, Any], bool]:
    """A schema without references and alternatives (of which the first counts), and whether it may be null."""
    shape: dict[str, Any] = schema if isinstance(schema, dict) else {}
    nullable = False
    for _ in range(_DEEPEST):
        if isinstance(shape.get("$ref"), str):
            target: Any = root
            for part in shape["$ref"].removeprefix("#").strip("/").split("/"):
                target = target.get(part, {}) if isinstance(target, dict) and part else target
            shape = {**(target if isinstance(target, dict) else {}), **{k: v for k, v in shape.items() if k != "$ref"}}
            continue
        choices = next((shape[key] for key in ("anyOf", "oneOf", "allOf") if isinstance(shape.get(key), list)), None)
        if not choices:
            break
        real = [choice for choice in choices if isinstance(choice, dict) and choice.get("type") != "null"]
        nullable = nullable or len(real) < len(choices)
        rest = {key: value for key, value in shape.items() if key not in {"anyOf", "oneOf", "allOf"}}
        constants = [choice["const"] for choice in real if "const" in choice]
        shape = {**(real[0] if real else {}), **rest}
        if constants and len(constants) == len(real):
            shape = {**rest, "type": "string", "enum": constants}
    return shape, nullable


_EXAMPLES = re.compile(
    r"\(?\b(?:e\.g\.|eg\.|for example|for instance|such as|like)[^.;)]*\)?|"
    r"\(?예(?:를 들어|시(?![가-힣])|(?=\s?[:：,)]))\s?[:：,"
    r")]?[^.;)]*\)?$|[（(]?(?:例如|比如|如：)[^。；）)]*[）)]?",
    re.IGNORECASE,
)


def without_examples(description: str) -> str:
    """A description without the values that it only gives as examples."""
    return _EXAMPLES.sub(" ", description)


def examples(description: str) -> str:
    """What a description gives as examples, in one string."""
    return " ".join(match[0] for match in _EXAMPLES.finditer(description))
