"""An alarm as it is shown: its words, and which commands a person may give on it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from davy.alarms.contract import book, requirement_words
from davy.alarms.duties import duties, duties_each, holders
from davy_core.alarms.book import Words
from davy_core.alarms.owing import Standing, owes, possible
from davy_core.alarms.ringing import longest_shelf

__all__ = ["commands", "line", "mine", "owed", "owners", "people_of"]


def line(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row of `davy.alarms.queries` as the API tells it."""
    kind = book().kind(row["kind"])
    about = requirement_words().get(row["subject"])
    longest = longest_shelf(row["kind"], row["severity"], book())
    same = (
        "id",
        "permit",
        "number",
        "kind",
        "code",
        "subject",
        "severity",
        "owner",
        "state",
        "count",
        "version",
    )
    return {
        **{key: row[key] for key in same},
        "title": _both(book().title(row["kind"], row["code"])),
        "about": _both(about) if about else _named(row["named"]),
        "remedy": _both(kind.remedy),
        "at": row["raised_at"],
        "last_at": row["last_at"],
        "acknowledged_at": row["acknowledged_at"],
        "handled_at": row["handled_at"],
        "closed_at": row["closed_at"],
        "rings": row["rings"],
        "shelved_until": row["shelved_until"],
        "shelf_minutes": int(longest / timedelta(minutes=1)) if longest else None,
    }


def commands(company_id: UUID, row: Mapping[str, Any], person_id: UUID | None) -> list[str]:
    """The commands this person may give on the alarm as it stands."""
    if person_id is None:
        return []
    return _possible(row, duties(company_id, _permit(row), person_id))


def owed(row: Mapping[str, Any], held: frozenset[str]) -> bool:
    """Whether the next step is on somebody with these duties on its permit."""
    return owes(book(), row["state"], row["owner"], held)


def mine(company_id: UUID, rows: Sequence[Mapping[str, Any]], person_id: UUID) -> list[dict[str, Any]]:
    """Those of the rows whose next step is on this person, each with the commands he may give."""
    held = duties_each(company_id, {_permit(row) for row in rows}, person_id)
    return [
        {**line(row), "commands": _possible(row, held[_permit(row)])}
        for row in rows
        if owed(row, held[_permit(row)])
    ]


def owners(company_id: UUID, row: Mapping[str, Any]) -> tuple[str, ...]:
    """The persons who own it now."""
    return holders(company_id, _permit(row), row["owner"])


def people_of(row: Mapping[str, Any]) -> set[str]:
    """Everybody the row names."""
    steps = (row["acknowledged_by"], row["handled_by"], row["closed_by"])
    return {*row["told"], *(person for person in steps if person)}


def _possible(row: Mapping[str, Any], held: frozenset[str]) -> list[str]:
    same = {name: row[name] for name in ("state", "owner", "kind", "severity")}
    return possible(book(), Standing(**same, shelved=row["shelved_until"] is not None), held)


def _permit(row: Mapping[str, Any]) -> UUID | None:
    return UUID(row["permit"]) if row["permit"] else None


def _named(name: str | None) -> dict[str, str] | None:
    """Whom or which place it is about, where it is: a name is the same in every tongue."""
    return {"zh": name, "en": name} if name else None


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
