"""What a row tells against what its events fold to: of two that differ the row is the lie.

Inside a tenant block that holds the stream, so that row and events are of one instant.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from davy.actuation import comparing as actuation
from davy.alarms import queries as alarms
from davy.db import rows
from davy.devices.models import DeviceRow
from davy.devices.p256 import encoded
from davy.door.streams import stream
from davy.evidence import queries as evidence
from davy.people.models import Delegation
from davy.rulebook import recalls
from davy.signatures.models import Agreement, Passkey
from davy.sites.models import AreaFreeze
from davy_core.permits.kept import tells
from davy_core.permits.upcast import upcast

__all__ = ["KINDS", "differs", "without_events"]

# The columns beside the document that lists, the board and the clock believe.
_PERMIT = "number, type, level, state, clearance, point_id::text AS point, starts_at, ends_at"
_DOCUMENTS: Mapping[str, tuple[str, str]] = {
    "permit": ("permits_permit", f"{_PERMIT}, area_id::text AS area"),
    "isolation": ("isolations_isolation", "number, state"),
    "scheme": ("schemes_scheme", "number, state"),
    "outage": ("outages_outage", "number"),
    "block": ("outages_block", "number"),
    "instrument": ("instruments_instrument", "serial"),
    "actuation": ("actuation_point", "versions"),
    "emergency": ("emergency_emergency", "number, state"),
    "gate": ("gate_gate", "silent_since"),
    "person": ("verification_person", "frozen_at"),
}


def differs(company_id: UUID, kind: str, stream_id: UUID) -> bool:
    """Whether the row of the stream is missing or tells something else than its events. False for a kind
    that has no row. Raises what the fold raises for events that it cannot read."""
    if kind not in KINDS:
        return False
    folded = _folded(company_id, kind, stream_id)
    if kind in _DOCUMENTS:
        beside = kind == "actuation" and actuation.differs(company_id, stream_id)
        return beside or not _documented(company_id, kind, stream_id, folded)
    return not _SAME[kind](company_id, stream_id, folded)


def without_events(company_id: UUID) -> list[tuple[str, UUID]]:
    """Rows that no event ever made, by the kind of stream they pretend to be of."""
    found = []
    for kind, table in _TABLES.items():
        lost = rows.many(
            f"SELECT t.id FROM {table} t WHERE t.company_id = %s AND NOT EXISTS"  # noqa: S608 - constants
            " (SELECT 1 FROM evidence_event e WHERE e.company_id = t.company_id AND e.kind = %s"
            " AND e.stream_id = t.id) ORDER BY t.id",
            (company_id, kind),
        )
        found += [(kind, row["id"]) for row in lost]
    return found + [("actuation", point) for point in actuation.of_no_point(company_id)]


def _folded(company_id: UUID, kind: str, stream_id: UUID) -> Any:
    apply, state = stream(kind).apply, None
    for event in evidence.events(company_id, kind, stream_id):
        data = upcast(event.type, event.v, event.data) if kind == "permit" else event.data
        state = apply(state, event.type, data)
    return state


def _documented(company_id: UUID, kind: str, stream_id: UUID, folded: Any) -> bool:
    table, columns = _DOCUMENTS[kind]
    row = rows.one(
        f"SELECT doc::text AS doc, {columns} FROM {table}"  # noqa: S608 - constants
        " WHERE company_id = %s AND id = %s",
        (company_id, stream_id),
    )
    if row is None or folded is None or not tells(json.loads(row.pop("doc")), folded):
        return False
    said = {name: getattr(folded, name, None) for name in row}
    if kind == "permit":
        place, window = folded.place, folded.window
        said |= {"point": place.point, "area": place.area, "starts_at": window.start, "ends_at": window.end}
    return row == said


def _alarm(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    return bool(alarms.load(company_id, stream_id) == folded)


def _recall(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    return bool(recalls.of(company_id, stream_id) == folded)


def _area(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = AreaFreeze.objects.filter(company_id=company_id, area_id=stream_id).first()
    found = None if row is None else (row.post, str(row.frozen_by), row.frozen_at)
    return found == (None if folded.post is None else (folded.post, folded.by, folded.at))


def _device(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = DeviceRow.objects.filter(company_id=company_id, id=stream_id).first()
    if row is None:
        return False
    person, site = (str(one) if one else None for one in (row.person_id, row.site_id))
    found = (str(row.account_id), person, row.key, row.kind, site, row.ex, row.revoked_at)
    told = (folded.account, folded.person, folded.key, folded.kind, folded.site, folded.ex)
    return found == (*told, folded.revoked_at)


def _delegation(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = Delegation.objects.filter(company_id=company_id, id=stream_id).first()
    if row is None:
        return False
    by = str(row.revoked_by_id) if row.revoked_by_id else None
    people = (str(row.post_id), row.code, str(row.by_id), str(row.to_id))
    found = (*people, row.starts_at, row.ends_at, tuple(row.types), row.revoked_at, by)
    told = (folded.post, folded.code, folded.by, folded.to, folded.starts, folded.ends, tuple(folded.types))
    return found == (*told, folded.revoked_at, folded.revoked_by)


def _account(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    """A passkey of the register that no event tells of is told of within the hour (davy.sync.account)."""
    mine = {"company_id": company_id, "account_id": stream_id}
    kept = {row.credential: row for row in Passkey.objects.filter(**mine)}
    for key in folded.keys:
        row = kept.get(key.credential)
        if row is None or (str(row.id), row.rp_id, row.synced) != (key.id, key.host, key.synced):
            return False
        if encoded(bytes(row.public_key)) != key.key or (row.revoked_at is None) != (key.until is None):
            return False
    given = Agreement.objects.filter(**mine).order_by("version")
    told = [(one.version, one.text, one.at) for one in folded.agreed]
    return [(row.version, row.text, row.agreed_at) for row in given] == told


def _hold(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = rows.one(
        "SELECT about, permit_id::text, person_id::text, starts_at, ends_at, placed_by::text, placed_at,"
        " lifted_by::text, lifted_at FROM keeping_hold WHERE company_id = %s AND id = %s",
        (company_id, stream_id),
    )
    what = (folded.about, folded.permit, folded.person, folded.starts, folded.ends)
    told = (*what, folded.by, folded.at, folded.lifted_by, folded.lifted_at)
    return row is not None and tuple(row.values()) == told


def _erasure(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = rows.one(
        "SELECT person_id::text, state, requested_by::text, requested_at, carried_by::text, carried_at, times"
        " FROM keeping_erasure WHERE company_id = %s AND id = %s",
        (company_id, stream_id),
    )
    asked = (folded.person, folded.state, folded.requested_by, folded.requested_at)
    told = (*asked, folded.carried_by, folded.carried_at, folded.times)
    return row is not None and tuple(row.values()) == told


def _retention(company_id: UUID, _: UUID, folded: Any) -> bool:
    row = rows.one(
        'SELECT switched_by::text, switched_at, most FROM keeping_standing WHERE company_id = %s AND "on"',
        (company_id,),
    )
    on = folded.standing
    told = None if on is None else (on.by, on.at, on.most)
    return _periods(company_id) == _told(folded) and (tuple(row.values()) if row else None) == told


def _periods(company_id: UUID) -> dict[str, tuple[Any, ...]]:
    kept = rows.many(
        "SELECT what, days, shorter_days, shorter_from, shorter_by::text, shorter_at FROM keeping_period"
        " WHERE company_id = %s",
        (company_id,),
    )
    return {row.pop("what"): tuple(row.values()) for row in kept}


def _told(folded: Any) -> dict[str, tuple[Any, ...]]:
    return {
        what: (kept.days, *((one.days, one.starts, one.by, one.at) if (one := kept.shorter) else (None,) * 4))
        for what, kept in folded.periods.items()
    }


def _removal(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = rows.one(
        "SELECT 1 AS there FROM keeping_removed WHERE company_id = %s AND stream_id = %s",
        (company_id, stream_id),
    )
    return (row is not None) == bool(folded)


def _exam(company_id: UUID, stream_id: UUID, folded: Any) -> bool:
    row = rows.one(
        'SELECT "right", passed FROM training_attempt WHERE company_id = %s AND id = %s',
        (company_id, stream_id),
    )
    return row is not None and (row["right"], row["passed"]) == (folded.right, folded.passed)


_SAME: Mapping[str, Callable[[UUID, UUID, Any], bool]] = {
    "alarm": _alarm,
    "rulebook": _recall,
    "area": _area,
    "device": _device,
    "delegation": _delegation,
    "account": _account,
    "hold": _hold,
    "erasure": _erasure,
    "retention": _retention,
    "removal": _removal,
    "exam": _exam,
}
KINDS = frozenset(_DOCUMENTS) | frozenset(_SAME)
"""The kinds of streams that have a row."""

_TABLES: Mapping[str, str] = {
    **{kind: table for kind, (table, _) in _DOCUMENTS.items()},
    "alarm": "alarms_alarm",
    "device": "devices_device",
    "hold": "keeping_hold",
    "erasure": "keeping_erasure",
    "delegation": Delegation._meta.db_table,  # noqa: SLF001 (Django documents it as public)
}
