"""Writes permit rows. Only the permit stream calls this, and only with events that went into the chain."""

from __future__ import annotations

import json
import secrets
from datetime import datetime
from typing import Any

from davy.db import rows
from davy.door.streams import Saving
from davy.permits import around, wording
from davy.rulebook import books
from davy_core.permits.deadlines import next_check
from davy_core.permits.entitled import FILLS, awaited
from davy_core.permits.facts import Facts
from davy_core.permits.gates import watched
from davy_core.permits.kept import kept
from davy_core.permits.lamp import lamp_of
from davy_core.permits.reviewing import REVIEWER, review_due
from davy_core.permits.state import Permit

__all__ = ["save"]

COLUMNS = (
    "version", "number", "type", "level", "state", "clearance", "site_id", "area_id", "point_id", "starts_at",
    "ends_at", "drafted_at", "started_at", "applicant_id", "responsible_id", "guardian_id", "people",
    "waiting_posts", "causes", "not_confirmed", "lapses_at", "next_check_at", "changed_at", "basis", "doc",
)  # fmt: skip
WORDS = frozenset({"content", "remark", "urgent_reason"})
OWN = "company_id, id, token, content, remark, urgent_reason"
_INSERT = (
    f"INSERT INTO permits_permit ({OWN}, {', '.join(COLUMNS)})"  # noqa: S608 - constants
    f" VALUES (%s, %s, %s, %s, %s, %s, {', '.join(['%s'] * len(COLUMNS))})"
)
_UPDATE = (
    f"UPDATE permits_permit SET {', '.join(f'{c} = %s' for c in COLUMNS)}"  # noqa: S608 - constants
    " WHERE company_id = %s AND id = %s"
)


def save(saving: Saving) -> None:
    """Write the row of the permit as it is after the events, and the readings they carry."""
    permit, facts, envelope = saving.after, saving.facts, saving.envelope
    values = _values(permit, facts, saving.version, saving.now)
    private = {k: v for event in saving.events for k, v in event.private.items()}
    if saving.before is None:
        token = secrets.token_urlsafe(18)
        own = (
            envelope.company,
            envelope.stream_id,
            token,
            private.get("content", ""),
            private.get("remark", ""),
            private.get("urgent_reason", ""),
        )
        rows.run(_INSERT, (*own, *values))
    else:
        rows.run(_UPDATE, (*values, envelope.company, envelope.stream_id))
        _text(saving, private)
    if _named(saving.before) != _named(permit) or not WORDS.isdisjoint(private):
        wording.keep(envelope.company, envelope.stream_id)
    for event in saving.events:
        if event.type == "RoundRecorded":
            _readings(saving, event.data)
        if event.type == "PermitSubmitted":
            books.pin(envelope.company, facts.rulebook)
            around.use_number(envelope.company, str(event.data["number"]))


def _named(permit: Permit | None) -> object:
    """What of the state is looked for in the archive."""
    if permit is None:
        return None
    return permit.number, permit.type, permit.place, permit.work, set(_people(permit))


def _people(permit: Permit) -> list[str]:
    crew = permit.crew
    found = (crew.applicant, permit.filed_by, *crew.on_site(), crew.briefer, *crew.analysts, *crew.confirmers)
    return list(dict.fromkeys(person for person in found if person))


def _values(permit: Permit, facts: Facts, version: int, now: datetime) -> tuple[Any, ...]:
    crew = permit.crew
    judged = watched(permit, facts)
    shown = lamp_of(permit, facts, judged)
    return (
        version,
        permit.number,
        permit.type,
        permit.level,
        permit.state,
        permit.clearance,
        permit.place.site,
        permit.place.area,
        permit.place.point,
        permit.window.start,
        permit.window.end,
        permit.drafted_at,
        permit.started_at,
        crew.applicant,
        crew.responsible,
        crew.guardian,
        _people(permit),
        _waiting(permit, facts),
        [c.kind for c in permit.causes],
        permit.pause is not None and permit.started and permit.pause.confirmed_at is None,
        shown.until,
        next_check(permit, facts, judged),
        now,
        permit.basis,
        json.dumps(kept(permit)),
    )


def _waiting(permit: Permit, facts: Facts) -> list[str]:
    """The posts from which somebody may have to decide something: those of the current stage and, should they
    be vacant, the posts above them; after an urgent repair those who may have to review it."""
    stage = permit.stage() if permit.state == "submitted" else None
    asked = list(awaited(permit, stage)) if stage else []
    asked += [REVIEWER, *FILLS] if review_due(permit) else []
    return list(dict.fromkeys(code for post in asked for code in facts.chain(post)))


def _text(saving: Saving, private: dict[str, str]) -> None:
    """The words of a draft live in the row beside the chain, where they can be erased."""
    for column in sorted(WORDS):
        if column in private and saving.envelope.kind in {"draft", "amend"}:
            rows.run(
                f"UPDATE permits_permit SET {column} = %s WHERE company_id = %s AND id = %s",  # noqa: S608 - constant
                (private[column], saving.envelope.company, saving.envelope.stream_id),
            )


def _readings(saving: Saving, data: Any) -> None:
    taken = len(next(r.readings for r in saving.after.rounds if r.id == data["round"])) - len(
        data["readings"]
    )
    for number, row in enumerate(data["readings"], start=taken):
        rows.run(
            "INSERT INTO permits_gas_reading (company_id, permit_id, round_id, number, point,"
            " substance, value, unit, sampled_at, recorded_at, verdict, reason, by)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                saving.envelope.company,
                saving.envelope.stream_id,
                data["round"],
                number,
                row["point"],
                row["substance"],
                row["value"]["value"],
                row["value"]["unit"],
                row["sampled_at"],
                saving.now,
                row["verdict"],
                row.get("reason"),
                data["by"],
            ),
        )
