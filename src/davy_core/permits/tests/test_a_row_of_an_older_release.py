"""A row keeps the shape it was written in: one of today tells all, an older one may lack what came since."""

from dataclasses import dataclass, field, make_dataclass
from types import GenericAlias
from typing import Any

import pytest

from davy_core.permits.kept import is_of_today, kept, shape, tells


@dataclass(frozen=True)
class Part:
    name: str
    ok: bool = True


@dataclass(frozen=True)
class Whole:
    state: str
    parts: tuple[Part, ...] = ()
    inside: tuple[str, ...] = field(default=("wang",))


TODAY = Whole("active", (Part("a"), Part("b", ok=False)))


def older(**over: Any) -> dict[str, Any]:
    """As a release wrote it that knew neither who is inside nor whether a part is well."""
    return {"state": "active", "parts": [{"name": "a"}, {"name": "b"}], "_shape": "older", **over}


def test_a_row_of_today_tells_everything() -> None:
    doc = kept(TODAY)
    assert is_of_today(Whole, doc)
    assert tells(doc, TODAY)
    assert not tells({key: value for key, value in doc.items() if key != "inside"}, TODAY)
    assert not tells({**doc, "inside": []}, TODAY)


@pytest.mark.parametrize("marked", [True, False])
def test_an_older_row_may_lack_what_came_since(marked: bool) -> None:
    doc = older() if marked else {k: v for k, v in older().items() if k != "_shape"}
    assert not is_of_today(Whole, doc)
    assert tells(doc, TODAY)


@pytest.mark.parametrize(
    "lie",
    [
        {"state": "issued"},
        {"parts": [{"name": "a"}]},
        {"parts": [{"name": "a"}, {"name": "c"}]},
        {"parts": [{"name": "a"}, {"name": "b", "ok": True}]},
        {"inside": []},
        {"unheard": 1},
        {"parts": {}},
    ],
    ids=str,
)
def test_what_an_older_row_does_tell_must_be_true(lie: dict[str, Any]) -> None:
    assert not tells(older(**lie), TODAY)


def test_a_new_field_anywhere_is_another_shape() -> None:
    grown = make_dataclass("Part", [("name", str), ("ok", bool, True), ("more", int, 0)], frozen=True)
    parts = GenericAlias(tuple, (grown, ...))
    rest: list[tuple[str, Any, Any] | tuple[str, Any]] = [
        ("state", str),
        ("parts", parts, ()),
        ("inside", tuple[str, ...], ("wang",)),
    ]
    other = make_dataclass("Whole", rest, frozen=True)
    assert shape(other) != shape(Whole)
    assert shape(Whole) == shape(Whole)
