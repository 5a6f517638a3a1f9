"""Somebody on site holds a card, a badge or a code: whose it is, his face, his certificates, his permits. One
look is one person. Inside the tenant block of the company."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from davy.contractors.queries import banned
from davy.db import rows
from davy.people import catalogues
from davy.people.standing import standing
from davy.signatures import badges
from davy.verification import listing, queries
from davy_core.verification.codes import Code, answer_of, read_code
from davy_core.verification.looking import Card, looked
from davy_core.verification.verdict import Verdict, judge

__all__ = ["look"]

_PERSON = """
SELECT p.id, p.name, p.hr_code, p.photo, p.status, p.trade, p.team, p.firm_id, f.name AS firm
FROM people_person p LEFT JOIN people_firm f ON f.company_id = p.company_id AND f.id = p.firm_id
WHERE p.company_id = %s AND p.id = %s
"""
# A number of one certificate may be written with or without the T before it.
_WHOSE = """
SELECT person_id AS id FROM people_certificate WHERE company_id = %(company)s
  AND upper(number) IN (upper(%(text)s), 'T' || upper(%(text)s))
UNION SELECT id FROM people_person WHERE company_id = %(company)s AND upper(hr_code) = upper(%(text)s)
LIMIT 2
"""
_ACCOUNT = "SELECT person_id AS id FROM accounts_account WHERE company_id = %s AND id = %s"
_PERMITS = """
SELECT w.id, w.number, w.type, w.state, a.name AS area, w.ends_at FROM permits_permit w
LEFT JOIN sites_area a ON a.company_id = w.company_id AND a.id = w.area_id
WHERE w.company_id = %s AND %s = ANY(w.people) AND w.state IN ('issued', 'active', 'paused')
ORDER BY w.state <> 'active', w.starts_at LIMIT 20
"""
_BARRED = """
SELECT works FROM people_restriction WHERE company_id = %(company)s AND person_id = %(person)s
  AND lifted_on IS NULL AND since <= %(today)s AND coalesce(until, %(today)s) >= %(today)s
"""


def look(company_id: UUID, text: str, now: datetime, today: date) -> dict[str, Any]:
    """What is told of whom the text points to: a staff code, a certificate's number, a badge, or the code on
    a certificate."""
    code = read_code(text)
    whose = _whose(company_id, code.number or text.strip())
    if whose is None:
        return {**_nobody(code), "word": "unknown"}
    person = rows.one(_PERSON, (company_id, whose)) or {}
    papers = listing.of_person(company_id, whose, now)
    verdict = _held_against(company_id, code, papers, now, today)
    cards = [Card(one["state"], standing(_Dated(one), today).value) for one in papers]
    differs = verdict is not None and verdict.kind == "differs"
    return {
        **_nobody(code),
        "word": looked(_status(company_id, person), cards, code_differs=differs).word,
        "person": person,
        "code_differs": list(verdict.differs) if verdict and differs else [],
        "papers": [
            {**listing.hidden(one, whole=False), "standing": card.standing}
            for one, card in zip(papers, cards, strict=True)
        ],
        "permits": rows.many(_PERMITS, (company_id, whose)),
        "barred": _barred(company_id, whose, today),
    }


def _status(company_id: UUID, person: Mapping[str, Any]) -> str:
    """His own, or that of his firm when it is shut out."""
    shut = person["status"] == "active" and person["firm_id"] is not None
    return "banned" if shut and banned(company_id, [person["firm_id"]]) else str(person["status"])


class _Dated:
    """The days of a line, for its standing."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.valid_from: date | None = told["valid_from"]
        self.valid_to: date | None = told["valid_to"]
        self.review_due: date | None = told["review_due"]


def _nobody(code: Code) -> dict[str, Any]:
    return {
        "code": code.kind,
        "link": code.link,
        "person": None,
        "code_differs": [],
        "papers": [],
        "permits": [],
        "barred": None,
    }


def _whose(company_id: UUID, text: str) -> UUID | None:
    """The one person whom the text names; None for nobody and for several."""
    found = rows.many(_WHOSE, {"company": company_id, "text": text})
    if len(found) == 1:
        return UUID(str(found[0]["id"]))
    badge = badges.find(company_id, text) if not found else None
    row = rows.one(_ACCOUNT, (company_id, badge.account_id)) if badge else None
    return row["id"] if row else None


def _held_against(
    company_id: UUID, code: Code, papers: list[dict[str, Any]], now: datetime, today: date
) -> Verdict | None:
    """What a code that claims something says against the certificate of that number and item."""
    if code.kind not in {"claim", "link"} or not code.number or not (code.name or code.item):
        return None
    judged = []
    for one in papers:
        row = queries.paper(company_id, one["id"])
        if row is None:
            continue
        verdict = judge(
            queries.claim(row),
            answer_of(code),
            source="qr",
            now=now,
            today=today,
            books=catalogues.catalogues(),
        )
        judged.append(verdict)
    # One number may stand for several items: the code is of the one that it differs from least.
    told = [one for one in judged if one.lacks != ("number",)]
    return min(told, key=lambda one: ("item" in one.differs, len(one.differs)), default=None)


def _barred(company_id: UUID, person: UUID, today: date) -> list[str] | None:
    """Types of work that he must not take part in: an empty list stands for all, None for none."""
    found = rows.many(_BARRED, {"company": company_id, "person": person, "today": today})
    if not found:
        return None
    works = sorted({work for row in found for work in row["works"]})
    return [] if any(not row["works"] for row in found) else works
