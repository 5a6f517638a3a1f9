"""What a request asks by its template, for the form on the phone."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any
from uuid import UUID

from davy.rulebook import books, law

__all__ = ["every", "of", "substances"]

SPECIAL = ("hot", "confined", "blind", "height", "lifting", "power", "digging", "road")
"""The eight special works, in the order of GB 30871-2022."""

SHOWN = (
    "id",
    "version",
    "type",
    "title",
    "fields",
    "duties",
    "hazards",
    "measures",
    "briefing",
    "acceptance",
    "photos",
)


def every(off: Collection[str] = ()) -> list[dict[str, Any]]:
    """Name, type and title of every template but those that are off: the eight special works first, each with
    its scenarios."""
    found = [law.template(name) for name in law.templates() if name not in off]
    found.sort(key=_place)
    return [
        {"id": t["id"], "type": t["type"], "special": t["type"] in SPECIAL, "title": t["title"]}
        for t in found
    ]


def _place(template: dict[str, Any]) -> tuple[int, bool, int, str]:
    kind = template["type"]
    rank = SPECIAL.index(kind) if kind in SPECIAL else len(SPECIAL)
    return rank, template["id"] != kind, _usual().get(template["id"], len(_usual())), template["id"]


@cache
def _usual() -> dict[str, int]:
    """The place of a template in the list of the first industry: presets stand there from low to high."""
    return {name: at for at, name in enumerate(law.industries()["industries"][0]["templates"])}


def of(company_id: UUID, name: str) -> dict[str, Any] | None:
    """The template's public part with the levels there are, or None when there is none of that name."""
    if name not in law.templates():
        return None
    book = books.current(company_id, name)
    shown = {key: book.template[key] for key in SHOWN if key in book.template}
    return {**shown, "levels": list(book.levels.order), "basis": book.basis}


def substances() -> list[dict[str, str]]:
    """Code and names of every substance of the gas limit table."""
    return [{"code": row["code"], **row["name"]} for row in law.limits()["substances"]]
