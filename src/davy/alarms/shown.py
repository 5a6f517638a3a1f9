"""An alarm as it is shown: its words, and which commands a person may give on it now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.alarms.contract import book, requirement_words
from davy.alarms.duties import duties
from davy_core.alarms.book import Words
from davy_core.alarms.decide import OWNER

__all__ = ["commands", "line", "people_of"]


def line(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row of `davy.alarms.queries` as the API tells it."""
    kind = book().kind(row["kind"])
    about = requirement_words().get(row["subject"])
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
        "about": _both(about) if about else None,
        "remedy": _both(kind.remedy),
        "at": row["raised_at"],
        "last_at": row["last_at"],
        "acknowledged_at": row["acknowledged_at"],
        "handled_at": row["handled_at"],
        "closed_at": row["closed_at"],
    }


def commands(company_id: UUID, row: Mapping[str, Any], person_id: UUID | None) -> list[str]:
    """The commands this person may give on the alarm as it stands."""
    if person_id is None:
        return []
    held = duties(company_id, UUID(row["permit"]) if row["permit"] else None, person_id)
    held |= {OWNER} if row["owner"] in held else set()
    return [
        kind
        for kind, rule in book().rules.items()
        if row["state"] in rule.sources and "person" in rule.senders and held & rule.duties
    ]


def people_of(row: Mapping[str, Any]) -> set[str]:
    """Everybody the row names."""
    steps = (row["acknowledged_by"], row["handled_by"], row["closed_by"])
    return {*row["told"], *(person for person in steps if person)}


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
