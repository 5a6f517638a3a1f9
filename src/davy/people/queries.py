"""Reads of people for whoever judges work, one statement each. Inside a tenant block."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy import clock
from davy.db import rows

__all__ = [
    "CertificateFacts",
    "CheckupFacts",
    "DelegateFacts",
    "HeldPost",
    "PersonFacts",
    "PostFacts",
    "RestrictionFacts",
    "facts",
    "names",
    "posts",
    "posts_of",
    "signs_for",
]


LOCAL = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class CertificateFacts:
    """One paper. Days are included; ``holder_match`` is None when the paper's own name is not recorded."""

    kind: str
    item: str
    number: str
    valid_from: date | None
    valid_to: date | None
    review_due: date | None
    holder_match: bool | None


@dataclass(frozen=True)
class CheckupFacts:
    """The newest medical examination; the day is the last on which it counts."""

    verdict: str  # fit | limited | unfit
    valid_to: date | None


@dataclass(frozen=True)
class RestrictionFacts:
    """A restriction that stands on the day asked for: medical or other; works empty = all."""

    kind: str
    works: tuple[str, ...]


@dataclass(frozen=True)
class PersonFacts:
    """What eligibility is judged by. ``firm_id`` is None for the plant's own staff. ``trainings``: subjects
    whose newest result is a pass that still counts."""

    id: str
    firm_id: str | None
    status: str  # active | frozen | left
    violations: int  # that count against him: of the last thirty days, not lifted
    certificates: tuple[CertificateFacts, ...]
    checkup: CheckupFacts | None = None
    restrictions: tuple[RestrictionFacts, ...] = ()
    trainings: tuple[str, ...] = ()


@dataclass(frozen=True)
class DelegateFacts:
    """Somebody sent to sign for a post, in force and active: what may entitle him, to be judged by the rule.

    ``posts`` he holds or deputises anywhere; ``certificates`` are the kinds valid today."""

    id: str
    by: str
    to: str
    types: tuple[str, ...]
    own_staff: bool
    posts: tuple[str, ...]
    certificates: tuple[str, ...]


@dataclass(frozen=True)
class PostFacts:
    """Who answers for a post, as person ids. Somebody frozen or gone holds nothing: then it is None (vacant).

    ``superior`` is who holds the superior post, or his deputy when that is vacant.
    """

    id: str
    code: str
    name: str
    holder: str | None
    deputy: str | None
    superior: str | None
    superior_code: str | None
    delegates: tuple[DelegateFacts, ...] = ()


@dataclass(frozen=True)
class HeldPost:
    """A post that a person holds or stands in for; all three places None means the whole plant."""

    code: str
    name: str
    area_id: str | None
    unit_id: str | None
    site_id: str | None
    deputy: bool


_FACTS = """
SELECT p.id::text, p.firm_id::text, p.status,
  coalesce(json_agg(json_build_object(
      'kind', c.kind, 'item', c.item, 'number', c.number,
      'valid_from', c.valid_from, 'valid_to', c.valid_to, 'review_due', c.review_due,
      'holder_match', CASE WHEN v.certificate_id IS NOT NULL THEN false WHEN c.holder_name = '' THEN NULL
        ELSE translate(c.holder_name, ' ·•　', '') = translate(p.name, ' ·•　', '') END)
    ORDER BY c.kind, c.item, c.number) FILTER (WHERE c.id IS NOT NULL), '[]') AS certificates,
  (SELECT count(*) FROM people_violation v WHERE v.company_id = p.company_id AND v.person_id = p.id
    AND v.happened_on > %(since)s AND v.lifted_on IS NULL) AS violations,
  (SELECT json_build_object('verdict', k.verdict, 'valid_to', k.valid_to) FROM people_checkup k
    WHERE k.company_id = p.company_id AND k.person_id = p.id AND k.done_on <= %(today)s
    ORDER BY k.done_on DESC, k.verdict = 'unfit' DESC, k.id DESC LIMIT 1) AS checkup,
  (SELECT json_agg(json_build_object('kind', r.kind, 'works', r.works)) FROM people_restriction r
    WHERE r.company_id = p.company_id AND r.person_id = p.id AND r.since <= %(today)s
    AND coalesce(r.until, %(today)s) >= %(today)s AND r.lifted_on IS NULL) AS restrictions,
  (SELECT json_agg(last.subject ORDER BY last.subject) FROM (SELECT DISTINCT ON (t.subject) t.subject,
    t.passed,
      t.valid_to FROM people_training t WHERE t.company_id = p.company_id AND t.person_id = p.id
      AND t.done_on <= %(today)s ORDER BY t.subject, t.done_on DESC, t.passed, t.id DESC) last
    WHERE last.passed AND last.valid_to >= %(today)s) AS trainings
FROM people_person p
LEFT JOIN people_certificate c ON c.company_id = p.company_id AND c.person_id = p.id
-- A paper that a source refuted counts no more than another's, until a source says otherwise.
LEFT JOIN verification_standing v ON v.company_id = c.company_id AND v.certificate_id = c.id
  AND v.verdict IN ('differs', 'not_found', 'revoked') AND v.source <> 'qr'
WHERE p.company_id = %(company)s AND p.id = ANY(%(people)s::uuid[])
GROUP BY p.id
"""
COUNTS_FOR = timedelta(days=30)
"""How long a violation counts against a person (features A6)."""


def facts(company_id: UUID, person_ids: Iterable[UUID | str], today: date) -> dict[str, PersonFacts]:
    """Eligibility facts by person id on that day; who is not in the company's register is not in it."""
    wanted = sorted({str(person_id) for person_id in person_ids})
    asked = {"company": company_id, "people": wanted, "since": today - COUNTS_FOR, "today": today}
    found = rows.many(_FACTS, asked) if wanted else []
    return {
        row["id"]: PersonFacts(
            id=row["id"],
            firm_id=row["firm_id"],
            status=row["status"],
            violations=row["violations"],
            certificates=tuple(_certificate(paper) for paper in _json(row["certificates"])),
            checkup=_checkup(_json(row["checkup"])),
            restrictions=tuple(
                RestrictionFacts(one["kind"], tuple(one["works"])) for one in _json(row["restrictions"]) or ()
            ),
            trainings=tuple(_json(row["trainings"]) or ()),
        )
        for row in found
    }


_POSTS = """
WITH here AS (
  SELECT id, unit_id, site_id FROM sites_area WHERE company_id = %(company)s AND id = %(area)s::uuid)
SELECT DISTINCT ON (post.code) post.id::text, post.code, post.name,
  holder.id::text AS holder, deputy.id::text AS deputy,
  coalesce(above_holder.id, above_deputy.id)::text AS superior, above.code AS superior_code,
  (SELECT json_agg(json_build_object('id', d.id, 'by', d.by_id, 'to', d.to_id, 'types', d.types,
     'own_staff', taker.firm_id IS NULL,
     'posts', (SELECT json_agg(DISTINCT held.code) FROM people_post held WHERE held.company_id = d.company_id
       AND d.to_id IN (held.holder_id, held.deputy_id)),
     'certificates', (SELECT json_agg(DISTINCT c.kind) FROM people_certificate c
       WHERE c.company_id = d.company_id AND c.person_id = d.to_id AND c.valid_to >= %(today)s
       AND coalesce(c.valid_from, %(today)s) <= %(today)s
       AND coalesce(c.review_due, %(today)s) >= %(today)s AND NOT EXISTS (SELECT 1
         FROM verification_standing v WHERE v.company_id = c.company_id AND v.certificate_id = c.id
         AND v.verdict IN ('differs', 'not_found', 'revoked') AND v.source <> 'qr'))))
   FROM people_delegation d
   JOIN people_person taker ON taker.company_id = d.company_id AND taker.id = d.to_id
     AND taker.status = 'active'
   WHERE d.company_id = post.company_id AND d.post_id = post.id AND d.by_id = post.holder_id
     AND d.revoked_at IS NULL AND d.starts_at <= %(now)s AND d.ends_at > %(now)s) AS delegates
FROM people_post post
LEFT JOIN here ON true
LEFT JOIN people_person holder ON holder.company_id = post.company_id
  AND holder.id = post.holder_id AND holder.status = 'active'
LEFT JOIN people_person deputy ON deputy.company_id = post.company_id
  AND deputy.id = post.deputy_id AND deputy.status = 'active'
LEFT JOIN people_post above ON above.company_id = post.company_id AND above.id = post.superior_id
LEFT JOIN people_person above_holder ON above_holder.company_id = above.company_id
  AND above_holder.id = above.holder_id AND above_holder.status = 'active'
LEFT JOIN people_person above_deputy ON above_deputy.company_id = above.company_id
  AND above_deputy.id = above.deputy_id AND above_deputy.status = 'active'
WHERE post.company_id = %(company)s
  AND (post.area_id IS NULL OR post.area_id = here.id)
  AND (post.unit_id IS NULL OR post.unit_id = here.unit_id)
  AND (post.site_id IS NULL OR post.site_id = here.site_id)
ORDER BY post.code, post.area_id IS NULL, post.unit_id IS NULL, post.site_id IS NULL
"""


def posts(company_id: UUID, area_id: UUID | None, now: datetime | None = None) -> dict[str, PostFacts]:
    """The posts that count in an area, by code: the area's own before its unit's, its site's, the plant's.

    The nearest one counts even when it is vacant: another scope's holder does not answer for this area.
    Without an area, or for an unknown one, only the plant's posts. Delegations count as of ``now`` (default
    the clock's), and only while he who gave them holds the post.
    """
    at = now or clock.now()
    asked = {"company": company_id, "area": area_id, "now": at, "today": at.astimezone(LOCAL).date()}
    found = rows.many(_POSTS, asked)
    return {row["code"]: PostFacts(**{**row, "delegates": _delegates(row["delegates"])}) for row in found}


def _delegates(found: Any) -> tuple[DelegateFacts, ...]:
    lists = ("types", "posts", "certificates")
    told = _json(found) or ()
    return tuple(DelegateFacts(**{**one, **{k: tuple(one[k] or ()) for k in lists}}) for one in told)


_POSTS_OF = """
SELECT code, name, area_id::text, unit_id::text, site_id::text, deputy_id = %(person)s AS deputy
FROM people_post
WHERE company_id = %(company)s AND (holder_id = %(person)s OR deputy_id = %(person)s)
ORDER BY code, area_id, unit_id, site_id
"""


def posts_of(company_id: UUID, person_id: UUID) -> list[HeldPost]:
    """What a person holds or stands in for."""
    found = rows.many(_POSTS_OF, {"company": company_id, "person": person_id})
    return [HeldPost(**{**row, "deputy": bool(row["deputy"])}) for row in found]


def holders_of(company_id: UUID, code: str) -> tuple[str, ...]:
    """The ids of all who hold a post of this code or stand in for its holder, wherever in the plant."""
    found = rows.many(
        "SELECT DISTINCT unnest(array_remove(ARRAY[holder_id, deputy_id], NULL))::text AS id FROM people_post"
        " WHERE company_id = %s AND code = %s ORDER BY id",
        (company_id, code),
    )
    return tuple(row["id"] for row in found)


def names(company_id: UUID, person_ids: Iterable[UUID | str]) -> dict[str, str]:
    """Person id → name, for showing; somebody unknown is not in the result."""
    wanted = sorted({str(person_id) for person_id in person_ids})
    statement = "SELECT id::text, name FROM people_person WHERE company_id = %s AND id = ANY(%s::uuid[])"
    return {row["id"]: row["name"] for row in rows.many(statement, [company_id, wanted])} if wanted else {}


def _certificate(paper: dict[str, Any]) -> CertificateFacts:
    days = {name: _day(paper[name]) for name in ("valid_from", "valid_to", "review_due")}
    return CertificateFacts(**{**paper, **days})


def _checkup(told: dict[str, Any] | None) -> CheckupFacts | None:
    return None if told is None else CheckupFacts(told["verdict"], _day(told["valid_to"]))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


_SIGNS_FOR = """
SELECT DISTINCT code FROM people_delegation WHERE company_id = %s AND to_id = %s AND revoked_at IS NULL
  AND starts_at <= %s AND ends_at > %s
"""


def signs_for(company_id: UUID, person_id: UUID, now: datetime) -> frozenset[str]:
    """The codes of the posts that somebody sent this person to sign for, now."""
    found = rows.many(_SIGNS_FOR, (company_id, person_id, now, now))
    return frozenset(row["code"] for row in found)
