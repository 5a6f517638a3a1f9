"""Our list for a partner that asks: masked, signed, counted, and written into the log.

A stranger, a changed question and a partnership that is not finished are answered alike, with nothing. Who
took its consent back says so once asked, signed and with nobody on the list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.outside.sealed import LostKeyError
from davy.park import keys, noting
from davy.park.consenting import ended
from davy.park.keys import Keys
from davy.park.masking import mask
from davy.park.models import Masked, Partner
from davy_core.instants import iso
from davy_core.park.exchange import ASK, LIST, WrongError, asked

__all__ = ["StrangerError", "answer", "last_moment", "opened", "wrapped"]

_STATUS = {"often": 429, "again": 409, "clock": 409}
_MOST_TOLD = 200
# Who is frozen by a source or by hand, and everybody of a firm that is shut out. Health and certificates are
# not among it; a restriction of some works is nobody else's business.
_OURS = """
SELECT DISTINCT ON (m.masked) m.masked, t.state, t.kind, t.since
FROM park_masked m
JOIN people_person p ON p.company_id = m.company_id AND p.id = m.person_id
LEFT JOIN verification_person v ON v.company_id = p.company_id AND v.id = p.id
LEFT JOIN contractors_ban b ON b.company_id = p.company_id AND b.firm_id = p.firm_id AND b.lifted_on IS NULL
CROSS JOIN LATERAL (VALUES
  (1, 'frozen', CASE WHEN v.cause = 'verification' THEN 'certificate' ELSE 'decided' END, v.frozen_at,
    p.status = 'frozen'),
  (2, 'shut_out', 'firm', b.since::timestamp AT TIME ZONE %(zone)s, b.id IS NOT NULL)
) AS t (first, state, kind, since, so)
WHERE m.company_id = %(company)s AND m.partner_id = %(partner)s AND p.status <> 'left' AND t.so
  AND t.state = ANY(%(shares)s)
ORDER BY m.masked, t.first
"""


class StrangerError(Exception):
    """Nobody whom we share with; `status` is the answer."""

    def __init__(self, status: int = 404) -> None:
        """Keep the answer."""
        super().__init__(str(status))
        self.status = status


def wrapped(body: str, signature: str) -> str:
    """A message as it is sent: the exact text that was signed, and its signature."""
    return json.dumps({"body": body, "signature": signature})


def opened(text: str) -> tuple[str, Mapping[str, Any], str]:
    """The signed text, what it says, and the signature. Raises ValueError."""
    told = json.loads(text)
    if not isinstance(told, dict) or not isinstance(told.get("body"), str):
        raise ValueError("no message")  # noqa: TRY004 - what came is data
    inner = json.loads(told["body"])
    if not isinstance(inner, dict):
        raise ValueError("no message")  # noqa: TRY004 - what came is data
    return told["body"], inner, str(told.get("signature", ""))


def answer(company_id: UUID, text: str) -> str:
    """Our list for this question. Raises StrangerError for whoever is not answered; a partner that asks too
    often or again is told so."""
    refused: StrangerError | None = None
    with tenant.company(company_id):
        try:
            return _answered(company_id, text)
        except StrangerError as error:
            refused = error
    raise refused


def _answered(company_id: UUID, text: str) -> str:
    try:
        body, told, signature = opened(text)
        pair = UUID(str(told.get("pair")))
    except (ValueError, RecursionError):
        raise StrangerError from None
    partner = Partner.objects.select_for_update().filter(company_id=company_id, pair=pair).first()
    if partner is None or partner.state == "invited":
        raise StrangerError
    now = clock.now()
    try:
        ours = keys.opened(bytes(partner.sealed), company_id, partner.id)
    except LostKeyError:
        raise StrangerError from None
    if not ours.holds(ASK, body, signature):
        raise StrangerError
    try:
        partner.asked_at = asked(told, str(pair), partner.asked_at, now)
    except WrongError as error:
        noting.note(partner, "refused", why=error.code)
        raise StrangerError(_STATUS.get(error.code, 404)) from None
    return _signed(partner, ours, told, now)


def _signed(partner: Partner, ours: Keys, told: Mapping[str, Any], now: datetime) -> str:
    company = Company.objects.get(id=partner.company_id)
    if partner.state == "active" and now > last_moment(partner, company):
        ended(partner, "period")
    partner.seq += 1
    partner.save(update_fields=["seq", "asked_at"])
    entries = _ours(partner, company, ours, now) if partner.state == "active" else []
    if partner.state == "active":
        _take_told(partner, told.get("looked"))
        noting.note(partner, "answered", count=len(entries))
    else:
        noting.note(partner, "refused", why="ended")
    body = json.dumps(
        {
            "v": 1, "pair": str(partner.pair), "nonce": told["nonce"], "at": iso(now), "seq": partner.seq,
            "company": company.name, "ended": partner.state != "active", "entries": entries,
        },
        ensure_ascii=False,
    )  # fmt: skip
    return wrapped(body, ours.signed(LIST, body))


def _ours(partner: Partner, company: Company, ours: Keys, now: datetime) -> list[dict[str, Any]]:
    mask(partner, ours, now)
    asked_for = {
        "company": company.id, "partner": partner.id, "shares": partner.shares, "zone": company.timezone,
    }  # fmt: skip
    until = iso(last_moment(partner, company))
    return [
        {**row, "since": iso(row["since"]) if row["since"] else None, "until": until}
        for row in rows.many(_OURS, asked_for)
    ]


def last_moment(partner: Partner, company: Company) -> datetime:
    """The end of the last day of our consent, by the plant's clock."""
    after = datetime.combine(partner.until + timedelta(days=1), time(), ZoneInfo(company.timezone))
    return after - timedelta(milliseconds=1)


def _take_told(partner: Partner, looked: Any) -> None:
    """The partner says whom of our list it met. Only who is known here is written down."""
    if not isinstance(looked, list):
        return
    told = {str(one["masked"]) for one in looked[:_MOST_TOLD] if isinstance(one, dict) and "masked" in one}
    known = Masked.objects.filter(
        company_id=partner.company_id, partner_id=partner.id, masked__in=sorted(told)
    )
    for one in known:
        noting.note(partner, "told", masked=one.masked, why="met")
