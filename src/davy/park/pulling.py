"""Ask a partner for its list, believe it or not, and hold our people against it.

What is not believed changes nothing: the last list stands, and its age says what it is worth."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.outside.ask import ask
from davy.outside.reach import OutsideError
from davy.outside.sealed import LostKeyError
from davy.park import keys, noting
from davy.park.answering import opened, wrapped
from davy.park.consenting import ended
from davy.park.keys import Keys
from davy.park.masking import mask, match
from davy.park.models import Entry, Hit, Partner
from davy_core.instants import iso
from davy_core.park.exchange import ASK, LIST, Listed, WrongError, listed

__all__ = ["News", "pull"]

MOST_BYTES = 6 * 1024 * 1024
_STATUS = {404: "refused", 409: "clock", 429: "often"}
_MOST_TOLD = 200


@dataclass(frozen=True)
class News:
    """What came of one try: new hits, whether the partner took its consent back, and the trouble if none
    came."""

    hits: list[Hit] = field(default_factory=list)
    ended: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class _Question:
    partner: Partner
    ours: Keys
    nonce: str
    text: str
    told: list[UUID]


def pull(company_id: UUID, partner_id: UUID) -> News:
    """Ask once. Never raises for what the other side does; opens its own tenant blocks, none of them while it
    waits."""
    try:
        question = _asked(company_id, partner_id)
    except LostKeyError:
        return _lost(company_id, partner_id, "lost_key")
    if question is None:
        return News()
    partner = question.partner
    try:
        answer = ask(
            f"{partner.url}/park/list",
            private_net=partner.private_net,
            body=question.text.encode(),
            headers={"Content-Type": "application/json"},
            most=MOST_BYTES,
        )
        body, told, signature = opened(answer.decode())
    except OutsideError as error:
        return _lost(company_id, partner_id, _STATUS.get(error.status or 0, error.code))
    except (ValueError, RecursionError):
        return _lost(company_id, partner_id, "form")
    if not question.ours.holds(LIST, body, signature):
        return _lost(company_id, partner_id, "signature")
    with tenant.company(company_id):
        standing = Partner.objects.select_for_update().get(company_id=company_id, id=partner_id)
        if standing.state != "active":  # taken back while the partner answered: nothing is kept
            return News()
        try:
            found = listed(told, str(standing.pair), question.nonce, standing.heard_seq, clock.now())
        except WrongError as error:
            trouble = error.code
        else:
            return _taken(standing, question, found)
    return _lost(company_id, partner_id, trouble)


def _asked(company_id: UUID, partner_id: UUID) -> _Question | None:
    with tenant.company(company_id):
        now = clock.now()
        partner = Partner.objects.filter(company_id=company_id, id=partner_id, state="active").first()
        if partner is None:
            return None
        Partner.objects.filter(company_id=company_id, id=partner_id).update(tried_at=now)
        ours, nonce = keys.opened(bytes(partner.sealed), company_id, partner_id), secrets.token_hex(16)
        fresh = Hit.objects.filter(company_id=company_id, partner_id=partner_id, told_at=None)[:_MOST_TOLD]
        looked = [(one.id, {"masked": one.masked, "at": iso(one.found_at)}) for one in fresh]
        body = json.dumps(
            {
                "v": 1, "pair": str(partner.pair), "at": iso(now), "nonce": nonce,
                "looked": [told for _, told in looked],
            }
        )  # fmt: skip
        return _Question(
            partner, ours, nonce, wrapped(body, ours.signed(ASK, body)), [one for one, _ in looked]
        )


def _taken(partner: Partner, question: _Question, found: Listed) -> News:
    now, company = clock.now(), partner.company_id
    if found.ended:
        ended(partner, "them")
        return News(ended=True)
    Entry.objects.filter(company_id=company, partner_id=partner.id).delete()
    Entry.objects.bulk_create(
        Entry(company_id=company, partner_id=partner.id, **vars(one)) for one in found.entries
    )
    partner.name = found.company or partner.name
    partner.heard_seq, partner.heard_at, partner.took_at, partner.trouble = found.seq, found.at, now, ""
    partner.save(update_fields=["name", "heard_seq", "heard_at", "took_at", "trouble"])
    Hit.objects.filter(company_id=company, id__in=question.told).update(told_at=now)
    noting.note(partner, "took", count=len(found.entries))
    mask(partner, question.ours, now)
    return News(hits=match(partner, now))


def _lost(company_id: UUID, partner_id: UUID, trouble: str) -> News:
    """Why nothing came; the log says it when it begins, not each time."""
    with tenant.company(company_id):
        partner = Partner.objects.select_for_update().get(company_id=company_id, id=partner_id)
        if partner.trouble != trouble:
            partner.trouble = trouble
            partner.save(update_fields=["trouble"])
            noting.note(partner, "lost", why=trouble[:16])
    return News(trouble=trouble)
