"""Where a night is: which certificates it has to ask about still, and what it counted."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from davy import clock
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.verification.contract import book
from davy.verification.models import Night
from davy_core.verification.answer import Claim
from davy_core.verification.verdict import Verdict

__all__ = [
    "Told",
    "begin",
    "command_id",
    "due",
    "end",
    "fresh",
    "keep",
    "night",
    "noes",
    "rest",
    "standing",
    "waits",
]

_DUE = """
SELECT c.id, c.person_id, c.kind, c.number, c.item, c.holder_name, c.valid_from, c.valid_to, c.review_due,
  p.name, s.verdict, s.source, s.claim, s.differs, s.lacks, s.newer,
  CASE WHEN a.night_id = %(night)s THEN a.tries ELSE 0 END AS tries
FROM people_certificate c
JOIN people_person p ON p.company_id = c.company_id AND p.id = c.person_id AND p.status <> 'left'
LEFT JOIN verification_standing s ON s.company_id = c.company_id AND s.certificate_id = c.id
LEFT JOIN verification_asked a ON a.company_id = c.company_id AND a.certificate_id = c.id
WHERE c.company_id = %(company)s AND c.kind = ANY(%(kinds)s)
  AND (a.night_id IS DISTINCT FROM %(night)s OR (NOT a.done AND a.next_at <= %(now)s))
ORDER BY c.id LIMIT %(most)s
"""
_WAITS = (
    "SELECT 1 AS there FROM verification_asked WHERE company_id = %s AND night_id = %s AND NOT done LIMIT 1"
)
_ASKED = """
INSERT INTO verification_asked (company_id, certificate_id, night_id, tries, next_at, done, verdict, trouble)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, certificate_id) DO UPDATE SET night_id = excluded.night_id, tries = excluded.tries,
  next_at = excluded.next_at, done = excluded.done, verdict = excluded.verdict, trouble = excluded.trouble
"""
_SAME = """
INSERT INTO verification_asked (company_id, certificate_id, night_id, tries, next_at, done, verdict,
  trouble)
SELECT %(company)s, id, %(night)s, 1, %(now)s, true, verdict, ''
FROM unnest(%(ids)s::uuid[], %(verdicts)s::text[]) AS told(id, verdict)
ON CONFLICT (company_id, certificate_id) DO UPDATE SET night_id = excluded.night_id, tries = excluded.tries,
  next_at = excluded.next_at, done = true, verdict = excluded.verdict, trouble = ''
"""
_ANSWERED = """
UPDATE verification_standing SET answered_at = %s WHERE company_id = %s AND certificate_id = ANY(%s::uuid[])
"""
_COUNTS = """
SELECT count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,
  count(*) FILTER (WHERE verdict IN ('differs', 'not_found', 'revoked')) AS against,
  count(*) FILTER (WHERE verdict = 'unknown') AS unknown,
  count(*) FILTER (WHERE done AND verdict = '') AS silent,
  count(*) AS total
FROM verification_asked WHERE company_id = %s AND night_id = %s
"""
_OF_NIGHT = UUID("6f0c4f2e-7d1b-5c8a-9a53-0d6a5b1f2e44")
# Rows of the report: what went against somebody or was not answered.
_REPORT = """
SELECT a.certificate_id, a.verdict, a.trouble, a.tries, a.done, c.item, p.name AS person,
  p.hr_code AS person_code
FROM verification_asked a
JOIN people_certificate c ON c.company_id = a.company_id AND c.id = a.certificate_id
JOIN people_person p ON p.company_id = c.company_id AND p.id = c.person_id
WHERE a.company_id = %s AND a.night_id = %s AND a.verdict <> 'confirmed'
ORDER BY a.verdict = '', p.name, a.certificate_id LIMIT 500
"""


@dataclass(frozen=True)
class Told:
    """What one certificate was answered: the body of the answer, or why there is none."""

    row: Mapping[str, Any]
    claim: Claim
    answer: Mapping[str, Any] | None
    trouble: str = ""


def begin(company_id: UUID, day: date, by: str) -> UUID | None:
    """A new night; None while one goes on. Inside a tenant block."""
    made = uuid7()
    try:
        with transaction.atomic():
            Night.objects.create(company_id=company_id, id=made, day=day, by=by, started_at=clock.now())
    except IntegrityError:
        return None
    return made


def command_id(night_id: UUID, certificate_id: UUID) -> UUID:
    """The id of the answer of this night about this certificate: killed between the answer and its count, the
    same one is given again and counts once. It has the form of a UUIDv7 of the night."""
    told = uuid.uuid5(_OF_NIGHT, f"{night_id}/{certificate_id}").int & ((1 << 62) - 1)
    return UUID(int=(night_id.int >> 64 << 64) | (0b10 << 62) | told)


def night(company_id: UUID, night_id: UUID) -> Night | None:
    """The night, or None. Inside a tenant block."""
    return Night.objects.filter(company_id=company_id, id=night_id).first()


def due(company_id: UUID, night_id: UUID, now: datetime, most: int) -> list[dict[str, Any]]:
    """Certificates to ask about now, with the verdict that stands. Inside a tenant block."""
    asked = {
        "company": company_id,
        "night": night_id,
        "now": now,
        "most": most,
        "kinds": sorted(book().kinds),
    }
    return rows.many(_DUE, asked)


def waits(company_id: UUID, night_id: UUID) -> bool:
    """Whether some have to be asked again later. Inside a tenant block."""
    return rows.one(_WAITS, (company_id, night_id)) is not None


def noes(company_id: UUID, night_id: UUID) -> tuple[int, int]:
    """How often this night said something new against somebody, and how many answers it has. Inside a tenant
    block."""
    found = Night.objects.get(company_id=company_id, id=night_id)
    counts = rows.one(_COUNTS, (company_id, night_id)) or {}
    return found.fresh, sum(counts.get(name, 0) for name in ("confirmed", "against", "unknown"))


def keep(
    company_id: UUID, night_id: UUID, same: Sequence[tuple[Told, Verdict]], silent: Sequence[Told]
) -> None:
    """Note answers that repeat what stands, and those that did not come. Opens its own tenant block."""
    now, ids = clock.now(), [one.row["id"] for one, _ in same]
    with tenant.company(company_id):
        if ids:
            verdicts = [verdict.kind for _, verdict in same]
            told = {"company": company_id, "night": night_id, "now": now, "ids": ids, "verdicts": verdicts}
            rows.run(_SAME, told)
            rows.run(_ANSWERED, (now, company_id, ids))
        for one in silent:
            tries = one.row["tries"] + 1
            last = tries >= book().tries
            next_at = now if last else now + book().waits[tries - 1]
            what = one.trouble or "wrong"
            rows.run(_ASKED, (company_id, one.row["id"], night_id, tries, next_at, last, "", what))
        _count(company_id, night_id)


def fresh(company_id: UUID, night_id: UUID, certificate_id: UUID, verdict: str, trouble: str) -> None:
    """Note an answer that was given to the person's stream. Opens its own tenant block."""
    now = clock.now()
    with tenant.company(company_id):
        rows.run(_ASKED, (company_id, certificate_id, night_id, 1, now, True, verdict, trouble))
        if verdict in {"differs", "not_found", "revoked"}:
            rows.run(
                "UPDATE verification_night SET fresh = fresh + 1 WHERE company_id = %s AND id = %s",
                (company_id, night_id),
            )
            _count(company_id, night_id)


def rest(company_id: UUID, night_id: UUID, trouble: str) -> bool:
    """Nobody answered a whole batch: wait before the next; True where it was the last try and the night has
    failed. Opens its own tenant block."""
    with tenant.company(company_id):
        found = Night.objects.get(company_id=company_id, id=night_id)
        mine = Night.objects.filter(company_id=company_id, id=night_id)
        if found.rests >= len(book().waits):
            over = True
        else:
            over = False
            until = clock.now() + book().waits[found.rests]
            mine.update(rests=found.rests + 1, rests_until=until, trouble=trouble)
    if over:
        end(company_id, night_id, "failed", trouble)
    return over


def end(company_id: UUID, night_id: UUID, state: str, trouble: str = "") -> None:
    """The night is over. Opens its own tenant block."""
    with tenant.company(company_id):
        mine = Night.objects.filter(company_id=company_id, id=night_id)
        values = {"trouble": trouble} if trouble else {}
        mine.update(state=state, ended_at=clock.now(), rests_until=None, **values)
        _count(company_id, night_id)


def standing(company_id: UUID, night_id: UUID) -> list[dict[str, Any]]:
    """What a night's report names: who was not confirmed, and why. Inside a tenant block."""
    return rows.many(_REPORT, (company_id, night_id))


def _count(company_id: UUID, night_id: UUID) -> None:
    counts = rows.one(_COUNTS, (company_id, night_id)) or {}
    Night.objects.filter(company_id=company_id, id=night_id).update(**counts)
