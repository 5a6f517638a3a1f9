"""What requirements came to on this site: counts over the events, and the permits they stood in the way of.

Read from the chain itself: an accepted command is an event of its own, so the requirements that stand at it
let it pass; a refused one names those that did not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["ACCEPTED", "Counted", "counts", "proofs", "runs"]

ACCEPTED: Mapping[str, str] = {
    "submit": "PermitSubmitted",
    "sign_stage": "StageSigned",
    "issue": "PermitIssued",
    "verify_ticket": "TicketVerified",
    "start": "WorkStarted",
    "resume": "WorkResumed",
    "enter_space": "SpaceEntered",
    "finish": "WorkFinished",
    "accept": "WorkAccepted",
    "confirm_clear": "ClearanceConfirmed",
}
"""Command at which requirements stand → the event of its acceptance."""

# Constants, so that the planner sees that the partial index of the evidence holds these types.
_STOOD_IN_THE_WAY = "('AttemptRefused', 'WatchLapsed', 'WatchUnknown', 'WorkPaused')"
_PASSED = f"({', '.join(repr(event) for event in ACCEPTED.values())})"
_WHAT = """CASE s.type WHEN 'AttemptRefused' THEN 'refused' WHEN 'WatchLapsed' THEN 'lapsed'
  WHEN 'WatchUnknown' THEN 'unknown' ELSE 'paused' END"""
_COUNTS = f"""
WITH seen AS (
  SELECT e.type, convert_from(e.body, 'UTF8')::jsonb -> 'data' AS data FROM evidence_event e
  WHERE e.company_id = %(company)s AND e.kind = 'permit' AND e.recorded_at >= %(since)s
    AND e.type IN {_STOOD_IN_THE_WAY}),
named AS (
  SELECT 'refused' AS what, '' AS work, jsonb_array_elements_text(data -> 'requirements') AS about
  FROM seen WHERE type = 'AttemptRefused'
  UNION ALL SELECT {_WHAT}, '', coalesce(data ->> 'requirement', data ->> 'detail') FROM seen s
  WHERE type <> 'AttemptRefused'
  UNION ALL SELECT 'passed', p.type, e.type FROM evidence_event e
    JOIN permits_permit p ON p.company_id = e.company_id AND p.id = e.stream_id
  WHERE e.company_id = %(company)s AND e.kind = 'permit' AND e.recorded_at >= %(since)s
    AND e.type IN {_PASSED})
SELECT what, work, about, count(*) AS n FROM named WHERE about IS NOT NULL GROUP BY what, work, about
"""  # noqa: S608 - constants

_PROOFS = f"""
WITH seen AS (
  SELECT e.id, e.type, e.recorded_at, e.stream_id, convert_from(e.body, 'UTF8')::jsonb -> 'data' AS data
  FROM evidence_event e
  WHERE e.company_id = %(company)s AND e.kind = 'permit' AND e.recorded_at >= %(since)s
    AND e.type IN {_STOOD_IN_THE_WAY})
SELECT s.id AS event, s.recorded_at AS at, {_WHAT} AS what, s.stream_id AS permit, p.number,
  s.data ->> 'command' AS command
FROM seen s LEFT JOIN permits_permit p ON p.company_id = %(company)s AND p.id = s.stream_id
WHERE %(about)s IN (s.data ->> 'requirement', s.data ->> 'detail') OR s.data -> 'requirements' ? %(about)s
ORDER BY s.recorded_at DESC, s.id DESC LIMIT 50
"""  # noqa: S608 - constants


_STOPPING = ("refused", "lapsed", "unknown", "paused")


@dataclass(frozen=True)
class Counted:
    """`found` maps (what, requirement) to how often; `passed` maps (event, type of work) to how often."""

    found: Mapping[tuple[str, str], int]
    passed: Mapping[tuple[str, str], int]


def counts(company_id: UUID, since: datetime) -> Counted:
    """Everything that was recorded since then, counted by one statement. Inside a tenant block."""
    counted = rows.many(_COUNTS, {"company": company_id, "since": since})
    return Counted(
        {(row["what"], row["about"]): row["n"] for row in counted if row["what"] != "passed"},
        {(row["about"], row["work"]): row["n"] for row in counted if row["what"] == "passed"},
    )


def runs(requirement: str, rule: Mapping[str, Any], counted: Counted) -> dict[str, int]:
    """What one requirement came to. `rule` is its row of `davy.rulebook.law.requirements`: a rule of one type
    of work is passed by permits of that type only, one of `every` by all."""
    events = {ACCEPTED[kind] for kind in rule["row"].get("at", ())}
    every = rule["type"] == "every"
    passed = sum(
        n
        for (event, work), n in counted.passed.items()
        if event in events and (every or work == rule["type"])
    )
    return {"passed": passed, **{what: counted.found.get((what, requirement), 0) for what in _STOPPING}}


def proofs(company_id: UUID, requirement: str, since: datetime) -> Sequence[dict[str, Any]]:
    """The newest 50 events in which the requirement refused, lapsed, was unknown or stopped work."""
    return rows.many(_PROOFS, {"company": company_id, "since": since, "about": requirement})
