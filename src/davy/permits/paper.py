"""The numbered sheets of a permit, and how each stands now: what changed since it was printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.evidence import queries as evidence
from davy.evidence.queries import StoredEvent
from davy.people import queries as people
from davy_core.instants import iso
from davy_core.permits.outdated import Standing, standing
from davy_core.permits.paper import Captured
from davy_core.permits.paper_checks import decision, is_open, nameless
from davy_core.permits.sheets import sheet
from davy_core.permits.state import Permit
from davy_core.permits.upcast import fold

__all__ = ["captured", "every", "stands", "told", "words"]

PRINTED = "SheetPrinted"


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """How the verdicts and the changes are told, zh and en."""
    text = resources.files("davy_law").joinpath("contracts", "paper.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(text)
    return found


def stands(company_id: UUID, permit_id: UUID, n: int, now: datetime) -> Standing | None:
    """How the sheet of that number stands, or None when none was printed under it. Inside a tenant block."""
    return _stands(evidence.events(company_id, "permit", permit_id), n, now)


def every(company_id: UUID, permit_id: UUID, now: datetime) -> list[dict[str, Any]]:
    """All sheets of a permit, the newest on top: who printed it when, and how it stands. Inside a tenant
    block."""
    events = evidence.events(company_id, "permit", permit_id)
    permit = _fold(events)
    if permit is None:
        return []
    names = people.names(company_id, [s.by for s in permit.sheets])
    found = []
    for one in reversed(permit.sheets):
        how = _stands(events, one.n, now)
        if how is not None:
            by = {"id": one.by, "name": names.get(one.by)}
            found.append({"sheet": one.n, "purpose": one.purpose, "at": iso(one.at), "by": by, **told(how)})
    return found


def captured(company_id: UUID, permit_id: UUID) -> list[dict[str, Any]]:
    """What was entered from the sheets of a permit, the newest on top, with the words that stand there.
    Inside a tenant block."""
    events = evidence.events(company_id, "permit", permit_id)
    permit = _fold(events)
    if permit is None:
        return []
    entered = {e.data["entry"]: e for e in events if e.type == "PaperCaptured"}
    private = evidence.private(company_id, [e.id for e in entered.values()])
    people_in = {p for c in permit.captured for p in (c.wrote, c.by, c.checked_by) if p}
    people_in |= {d.by for d in permit.decisions}
    people_in |= {m.person for m in permit.paper_moves}
    names = people.names(company_id, people_in)
    found = []
    for one in reversed(permit.captured):
        event = entered[one.n]
        said = {key: text.decode() for (of, key), text in private.items() if of == event.id}
        waits = {
            "open": is_open(permit, one),
            "nameless": nameless(permit, one),
            **_third(permit, one, names),
        }
        went = next((m.person for m in permit.paper_moves if m.entry == one.n), event.data.get("person"))
        entry = {**_entry(one, names, event.data, said), "person": _named(went, names)}
        found.append({**entry, "text": said.get("text"), **waits})
    return found


def _entry(
    one: Captured, names: Mapping[str, str], data: Mapping[str, Any], said: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "entry": one.n,
        "sheet": one.sheet,
        "what": one.what,
        "wrote": {"id": one.wrote, "name": names.get(one.wrote)},
        "written_at": iso(one.written_at),
        "by": {"id": one.by, "name": names.get(one.by)},
        "at": iso(one.at),
        "bad": one.bad,
        "good": data.get("good"),
        "readings": [_reading(row, said.get(f"reading:{n}")) for n, row in enumerate(_rows(data))],
        "photos": data["photos"],
        "doubts": data.get("doubts", []),
        "agrees": one.agrees,
        "checked_by": _named(one.checked_by, names),
    }


def _third(permit: Permit, one: Captured, names: Mapping[str, str]) -> dict[str, Any]:
    """What a third person decided where a second did not agree."""
    found = decision(permit, one)
    return {
        "stands": found.stands if found else None,
        "decided_by": _named(found.by if found else None, names),
    }


def _named(person: str | None, names: Mapping[str, str]) -> dict[str, str | None] | None:
    return {"id": person, "name": names.get(person)} if person else None


def _rows(data: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = data.get("readings", ())
    return found


def _reading(row: Mapping[str, Any], words: str | None) -> dict[str, Any]:
    """A reading as it was kept: with its value, or with the words that stand there and are no value."""
    value, unread = row.get("value"), row.get("unread")
    return {**row, "value": value, "unread": unread, "words": words}


def told(how: Standing) -> dict[str, Any]:
    """A standing as it is shown, with its words."""
    said = words()
    return {
        "verdict": how.verdict,
        "says": said["verdicts"][how.verdict],
        "changed": [{"code": code, **said["changes"][code]} for code in how.changed],
        "replaced_by": how.replaced_by,
    }


def _stands(events: Sequence[StoredEvent], n: int, now: datetime) -> Standing | None:
    at = next((k for k, e in enumerate(events) if e.type == PRINTED and e.data["sheet"] == n), None)
    if at is None:
        return None
    printed, permit = _fold(events[: at + 1]), _fold(events)
    found = sheet(permit, n) if permit else None
    if printed is None or permit is None or found is None:
        return None
    return standing(found, printed, permit, [e.type for e in events[at + 1 :]], now)


def _fold(events: Sequence[StoredEvent]) -> Permit | None:
    return fold((e.type, e.v, e.data) for e in events)
