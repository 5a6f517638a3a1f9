"""What may come in at all: JSON read so that nothing later stumbles over it, shapes checked to the letter.

Everything that passes here can be hashed, stored in PostgreSQL and held by a phone: UTF-8 text without NUL
or half characters, no key twice, no NaN, whole numbers within ±2^53, shallow nesting, instants that exist.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry, Resource

__all__ = ["MalformedError", "check", "document", "read", "validator"]

LARGEST = 512 * 1024
DEEPEST = 16
WHOLE = 2**53 - 1
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class MalformedError(ValueError):
    """Bytes that are no envelope. `places` says where and how: [{at, wrong}]; never the value sent."""

    def __init__(self, places: list[dict[str, str]], code: str = "body_malformed") -> None:
        """Keep the places and the refusal code."""
        super().__init__(f"{code}: {places}")
        self.places = places
        self.code = code


def read(raw: bytes) -> Any:
    """The JSON value of the bytes. Raises MalformedError: too_large, not_json, too_deep, not_text or
    too_big_a_number."""
    if len(raw) > LARGEST:
        raise MalformedError([{"at": "", "wrong": "too_large"}])
    try:
        found = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError) as error:
        raise MalformedError([{"at": "", "wrong": "not_json"}]) from error
    _plain(found, DEEPEST)
    return found


def check(against: Validator, data: Any, at: str = "") -> None:
    """Raise MalformedError with every place that does not fit; its code is unknown_field when a key is not of
    the contract."""
    errors = [e for _, e in zip(range(20), against.iter_errors(data), strict=False)]
    if errors:
        code = "unknown_field" if any(_unknown(e) for e in errors) else "body_malformed"
        raise MalformedError([place for e in errors for place in _places(e, at)], code)


def validator(name: str, part: str | None = None) -> Validator:
    """The validator of a schema of the law, or of one of its definitions."""
    found = document(name)
    if part is None:
        return _Strict(found, format_checker=_FORMATS)
    registry: Registry[Any] = Registry().with_resource(found["$id"], Resource.from_contents(found))
    return _Strict({"$ref": f"{found['$id']}#/$defs/{part}"}, registry=registry, format_checker=_FORMATS)


@cache
def document(name: str) -> Mapping[str, Any]:
    """A schema file of the law, parsed."""
    text = resources.files("davy_law").joinpath("contracts", "schemas", name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _plain(value: object, deep: int) -> None:
    if isinstance(value, str):
        if "\0" in value or not (value.isascii() or _whole_characters(value)):
            raise MalformedError([{"at": "", "wrong": "not_text"}])
    elif isinstance(value, dict | list):
        if deep == 0:
            raise MalformedError([{"at": "", "wrong": "too_deep"}])
        for inner in value.items() if isinstance(value, dict) else value:
            if isinstance(inner, tuple):
                _plain(inner[0], deep - 1)
                _plain(inner[1], deep - 1)
            else:
                _plain(inner, deep - 1)
    elif isinstance(value, int) and abs(value) > WHOLE:
        raise MalformedError([{"at": "", "wrong": "too_big_a_number"}])


def _whole_characters(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _unknown(error: ValidationError) -> bool:
    return error.validator == "additionalProperties"


def _places(error: ValidationError, at: str) -> list[dict[str, str]]:
    path = [at, *map(str, error.absolute_path)] if at else [*map(str, error.absolute_path)]
    wrong = str(error.validator)
    if not _unknown(error):
        return [{"at": ".".join(path), "wrong": wrong}]
    schema: Any = error.schema
    keys = sorted(set(cast("dict[str, Any]", error.instance)) - set(schema.get("properties", {})))
    return [{"at": ".".join([*path, key[:40]]), "wrong": wrong} for key in keys[:20]]


@cache
def _exact(pattern: str) -> re.Pattern[str]:
    """The pattern as ECMA reads it: `$` is the very end, not before a last line break, digits are 0 to 9."""
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), re.ASCII)


def _pattern(_: object, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _exact(pattern).search(instance):
        yield ValidationError("does not fit its pattern")


def _whole(_: object, instance: object) -> bool:
    return isinstance(instance, int) and not isinstance(instance, bool)


_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("date-time", raises=(ValueError, OverflowError))
def _instant(value: object) -> bool:
    """An instant that exists, in the centuries of this product; the pattern has told its spelling."""
    return not isinstance(value, str) or EARLIEST <= datetime.fromisoformat(value) < LATEST


# 1.0 is no whole number here: a float has no spelling in the chain.
_Strict: type[Validator] = extend(  # type: ignore[no-untyped-call]  # the library left it untyped
    Draft202012Validator,
    {"pattern": _pattern},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _whole),
)
