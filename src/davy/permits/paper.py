"""The numbered sheets of a permit, and how each stands now: what changed since it was printed."""

from __future__ import annotations

from collections.abc import Sequence
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
from davy_core.permits.sheets import sheet
from davy_core.permits.state import Permit
from davy_core.permits.upcast import fold

__all__ = ["every", "stands", "words"]

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
