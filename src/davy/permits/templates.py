"""What a request of a work type asks, for the form on the phone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.rulebook import books, law

__all__ = ["of", "substances"]

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


def of(company_id: UUID, work_type: str) -> dict[str, Any] | None:
    """The template's public part with the levels there are, or None for an unknown type."""
    if work_type not in law.types():
        return None
    book = books.current(company_id, work_type)
    shown = {key: book.template[key] for key in SHOWN if key in book.template}
    return {**shown, "levels": list(book.levels.order), "basis": book.basis}


def substances() -> list[dict[str, str]]:
    """Code and names of every substance of the gas limit table."""
    return [{"code": row["code"], **row["name"]} for row in law.limits()["substances"]]
