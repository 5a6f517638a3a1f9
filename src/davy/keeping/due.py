"""What the list of what falls due tells, and what a company decided on keeping. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.keeping import clocked, retained
from davy.keeping.rules import rules
from davy.keeping.terms import terms, terms_of
from davy_core.keeping.doubting import renewed

__all__ = ["PAGE", "listed", "told"]

PAGE = 100

_AMOUNTS = """
SELECT k.kind, k.id,
  (SELECT count(*) FROM attachments_reference r
    WHERE r.company_id = %(company)s AND r.stream_kind = k.kind AND r.stream_id = k.id) AS files,
  (SELECT count(*) FROM evidence_event e
    JOIN evidence_private p ON p.company_id = e.company_id AND p.event_id = e.id
    WHERE e.company_id = %(company)s AND e.kind = k.kind AND e.stream_id = k.id) AS words
FROM unnest(%(kinds)s::text[], %(ids)s::uuid[]) AS k(kind, id)
"""
_BATCHES = """
SELECT b.id, b.standing, b.reason, b.ordered_by, p.name AS ordered_by_name, b.ordered_at, b.ended_at,
  count(*) FILTER (WHERE t.state = 'removed') AS removed, count(*) FILTER (WHERE t.state = 'kept') AS kept,
  count(*) FILTER (WHERE t.state = 'waiting') AS waiting
FROM keeping_batch b
JOIN keeping_task t ON t.company_id = b.company_id AND t.batch_id = b.id
LEFT JOIN people_person p ON p.company_id = b.company_id AND p.id = b.ordered_by
WHERE b.company_id = %s
GROUP BY b.id, b.standing, b.reason, b.ordered_by, p.name, b.ordered_at, b.ended_at
ORDER BY b.ordered_at DESC LIMIT 50
"""
_SWITCHED = """
SELECT s."on", s.most, s.reason, s.switched_at, p.name AS switched_by_name FROM keeping_standing s
LEFT JOIN people_person p ON p.company_id = s.company_id AND p.id = s.switched_by WHERE s.company_id = %s
"""
# A shorter period that is to come.
_SHORTER = """
SELECT k.what, k.shorter_days AS days, k.shorter_from AS starts, k.shorter_at AS at, k.shorter_why AS reason,
  p.name AS by_name
FROM keeping_period k LEFT JOIN people_person p ON p.company_id = k.company_id AND p.id = k.shorter_by
WHERE k.company_id = %s AND k.shorter_from > %s
"""


def listed(company_id: UUID, now: datetime, kind: str, only: str, page: int) -> dict[str, Any]:
    """A page of what is past its period: all of it, or `only` what may go (``ready``) or is kept all the same
    (``kept``). `total` counts all of the kind; the first so many of them are judged."""
    counts, found = retained.listed(company_id, now, kind)
    wanted = {"ready": [one for one in found if one.why is None], "kept": [one for one in found if one.why]}
    shown = wanted.get(only, found)
    return {
        "total": counts.get(kind, 0) if kind else sum(counts.values()),
        "kinds": [{"id": name, "n": n} for name, n in counts.items()],
        "judged": len(found),
        "ready": len(wanted["ready"]),
        "kept": len(wanted["kept"]),
        "items": _items(company_id, shown[(page - 1) * PAGE : page * PAGE]),
        "page": page,
        "size": PAGE,
        "found": len(shown),
        "period": _periods(company_id, now)["record"],
    }


def told(company_id: UUID) -> dict[str, Any]:
    """The periods, whether nights remove, and the batches, the newest first. Nights that wait for somebody to
    switch them on again, since the clock was off, are told as off."""
    now, switched = clock.now(), rows.one(_SWITCHED, (company_id,))
    if switched is not None:
        switched["on"] &= renewed(clocked.found(), switched["switched_at"], now)
    return {
        "periods": list(_periods(company_id, now).values()),
        "wait": terms().wait,
        "standing": switched if rules(company_id) else None,
        "batches": rows.many(_BATCHES, (company_id,)),
    }


def _periods(company_id: UUID, now: datetime) -> dict[str, dict[str, Any]]:
    coming = {row["what"]: row for row in rows.many(_SHORTER, (company_id, now))}
    return {
        name: {
            "what": name,
            "days": period.days,
            "law": period.law,
            "clause": period.clause,
            "also": period.also,
            "grade": period.grade,
            "shorter": coming.get(name),
        }
        for name, period in terms_of(company_id, now).periods.items()
    }


def _items(company_id: UUID, shown: Sequence[retained.Due]) -> list[dict[str, Any]]:
    keys = [(one.row["kind"], one.row["id"]) for one in shown]
    asked = {"company": company_id, "kinds": [kind for kind, _ in keys], "ids": [name for _, name in keys]}
    amounts = {(row["kind"], row["id"]): row for row in rows.many(_AMOUNTS, asked)}
    return [
        {
            "kind": one.row["kind"],
            "id": one.row["id"],
            "number": one.row["number"],
            "type": one.row["type"],
            "last": one.trace.last,
            "why": one.why.why if one.why else None,
            "until": one.why.until if one.why else None,
            "hold": one.why.hold if one.why else None,
            "words": amounts[key]["words"],
            "files": amounts[key]["files"],
        }
        for key, one in zip(keys, shown, strict=True)
    ]
