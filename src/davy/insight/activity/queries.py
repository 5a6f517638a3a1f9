"""Reads what one person did, from the evidence, and what he was named for. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.accounts.models import Account
from davy.db import rows
from davy.permits.timeline import titles
from davy_core.instants import iso

__all__ = ["GROUPS", "PAGE", "acts", "duties", "violations"]

PAGE = 100
GROUPS: Mapping[str, tuple[str, ...]] = {
    "asked": ("PermitDrafted", "PermitAmended", "PermitSubmitted", "PermitLinked", "PermitRecalled"),
    "prepared": (
        "HazardConfirmed", "HazardAdded", "RiskGraded", "MeasureAnswered", "VentilationPlanned",
        "VentilationSwitched", "BriefingGiven", "FiveChecksDone", "PhotoAdded",
        "VoiceAdded",
    ),
    "measured": ("RoundRecorded", "ValueRecorded"),
    "signed": (
        "StageSigned", "PermitIssued", "BriefingSigned", "TicketVerified", "CrossingSigned", "ShiftSigned",
        "WorkAccepted", "ClearanceConfirmed", "UrgentReviewed",
    ),
    "decided": (
        "PermitReturned", "PermitWithdrawn", "StageReturned", "SignerAdded", "DecisionTransferred",
        "WorkRejected", "CauseResolved", "PermitCancelled", "PermitVoided", "AreaFrozen", "AreaLifted",
    ),
    "present": ("CheckedIn", "SpaceEntered", "SpaceLeft", "GuardianStoodBy", "DutyOffered", "DutyTaken"),
    "rounds": ("GuardRoundDone", "CallRecorded", "ResidualFireChecked"),
    "work": ("WorkStarted", "WorkPaused", "WorkResumed", "StopConfirmed", "PauseReceived", "WorkFinished"),
    "alarms": (
        "AlarmRaised", "AlarmOpened", "AlarmAcknowledged", "AlarmHandled", "AlarmClosed", "AlarmReopened",
    ),
    "refused": ("AttemptRefused",),
}  # fmt: skip
"""What people look for, and the events that are it."""
_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}

# Whoever acted without an account (a simulated plant) is named by the event alone.
_ACTS = """
SELECT e.id, e.kind, e.stream_id, e.type, e.recorded_at, e.body, p.number, p.type AS work, p.level,
  w.name AS point
FROM evidence_event e
LEFT JOIN permits_permit p ON e.kind = 'permit' AND p.company_id = e.company_id AND p.id = e.stream_id
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
WHERE e.company_id = %(company)s AND e.actor = ANY(%(actors)s)
  AND e.recorded_at >= %(since)s AND e.recorded_at < %(until)s
  AND (e.actor <> 'person' OR convert_from(e.body, 'UTF8')::jsonb -> 'data' ->> 'by' = %(person)s)
  AND (%(types)s::text[] IS NULL OR e.type = ANY(%(types)s::text[]))
  AND (%(before)s::uuid IS NULL OR (e.recorded_at, e.id) < (SELECT b.recorded_at, b.id FROM evidence_event b
    WHERE b.company_id = %(company)s AND b.id = %(before)s::uuid))
ORDER BY e.recorded_at DESC, e.id DESC LIMIT %(limit)s
"""

_DUTIES = """
SELECT p.id, p.number, p.type, p.level, p.state, p.clearance, p.starts_at, p.ends_at, p.content,
  w.name AS point,
  array_remove(ARRAY[
    CASE WHEN p.applicant_id = %(person)s THEN 'applicant' END,
    CASE WHEN p.responsible_id = %(person)s THEN 'responsible' END,
    CASE WHEN p.guardian_id = %(person)s THEN 'guardian' END,
    CASE WHEN p.doc -> 'crew' ->> 'briefer' = %(text)s THEN 'briefer' END,
    CASE WHEN p.doc -> 'crew' -> 'workers' ? %(text)s THEN 'worker' END,
    CASE WHEN p.doc -> 'crew' -> 'analysts' ? %(text)s THEN 'analyst' END,
    CASE WHEN p.doc -> 'crew' -> 'confirmers' ? %(text)s THEN 'confirmer' END,
    CASE WHEN p.doc -> 'signatures' @> %(signer)s::jsonb THEN 'approver' END], NULL) AS roles
FROM permits_permit p
LEFT JOIN sites_work_point w ON w.company_id = p.company_id AND w.id = p.point_id
WHERE p.company_id = %(company)s AND p.starts_at < %(until)s AND p.ends_at >= %(since)s
  AND (%(person)s = ANY(p.people) OR p.doc -> 'signatures' @> %(signer)s::jsonb)
ORDER BY p.starts_at DESC, p.id DESC LIMIT 200
"""

_VIOLATIONS = """
SELECT id, happened_on, kind, what, lifted_on FROM people_violation
WHERE company_id = %s AND person_id = %s AND happened_on >= %s AND happened_on <= %s ORDER BY happened_on DESC
"""


def acts(
    company_id: UUID,
    person_id: UUID,
    since: datetime,
    until: datetime,
    *,
    group: str | None = None,
    before: UUID | None = None,
) -> list[dict[str, Any]]:
    """What he did, newest first, at most PAGE + 1 rows. `group` is one of GROUPS; `before` the id of the
    last row of the page before."""
    accounts = Account.objects.filter(company_id=company_id, person_id=person_id).values_list("id", flat=True)
    found = rows.many(
        _ACTS,
        {
            "company": company_id,
            "actors": [*map(str, accounts), "person"],
            "person": str(person_id),
            "since": since,
            "until": until,
            "types": list(GROUPS[group]) if group else None,
            "before": before,
            "limit": PAGE + 1,
        },
    )
    return [_act(row) for row in found]


def _act(row: Mapping[str, Any]) -> dict[str, Any]:
    data = json.loads(bytes(row["body"]))["data"]
    signed = data.get("signed") or {}
    permit = row["kind"] == "permit"
    return {
        "id": str(row["id"]),
        "at": iso(row["recorded_at"]),
        "type": row["type"],
        "group": _OF.get(row["type"], "other"),
        "title": titles().get(row["type"], {"zh": row["type"], "en": row["type"]}),
        "stream": row["kind"],
        "permit": {
            "id": str(row["stream_id"]),
            "number": row["number"],
            "type": row["work"],
            "level": row["level"],
            "point": row["point"],
        }
        if permit and row["work"]
        else None,
        "way": signed.get("way"),
        "level": signed.get("level"),
        "post": data.get("post"),
        "codes": [str(code) for code in data.get("codes", ())],
    }


def duties(company_id: UUID, person_id: UUID, since: datetime, until: datetime) -> Sequence[dict[str, Any]]:
    """The permits of that time on which he is named or which he signed, with his roles on each."""
    found = rows.many(
        _DUTIES,
        {
            "company": company_id,
            "person": person_id,
            "text": str(person_id),
            "signer": json.dumps([{"person": str(person_id)}]),
            "since": since,
            "until": until,
        },
    )
    return [
        {
            **{
                k: row[k]
                for k in ("number", "type", "level", "state", "clearance", "content", "point", "roles")
            },
            "id": str(row["id"]),
            "window": {"from": iso(row["starts_at"]), "to": iso(row["ends_at"])},
        }
        for row in found
    ]


def violations(company_id: UUID, person_id: UUID, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """What he did against the rules in that time, newest first."""
    found = rows.many(_VIOLATIONS, (company_id, person_id, since.date(), until.date()))
    return [
        {
            "id": str(row["id"]),
            "on": row["happened_on"].isoformat(),
            "kind": row["kind"],
            "what": row["what"],
            "lifted": row["lifted_on"] is not None,
        }
        for row in found
    ]
