"""Consent to share with another company: given by two codes passed by hand, taken back at any time.

Who invites makes the first code, who joins answers with the second; each side records its own consent with
purpose, period and what it shares. Inside the tenant block of the company."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from davy import clock, ids
from davy.accounts import audit
from davy.accounts.here import TenantRequest
from davy.outside.reach import OutsideError, check
from davy.outside.sealed import LostKeyError
from davy.park import keys, noting
from davy.park.keys import Code, CodeError, Keys
from davy.park.models import Entry, Hit, Masked, Partner
from davy.park.shapes import ConsentIn
from davy.problems.response import Problem

__all__ = ["end", "ended", "finish", "invite", "join", "of"]

_TOLD = ("state", "purpose", "shares", "until", "url", "private_net", "name")


def of(company_id: UUID, partner_id: UUID) -> Partner:
    """The partnership, locked. Raises Problem ``not_found``."""
    found = Partner.objects.select_for_update().filter(company_id=company_id, id=partner_id).first()
    if found is None:
        raise Problem("not_found")
    return found


def invite(request: TenantRequest, body: ConsentIn) -> tuple[Partner, str]:
    """Our consent, and the first code. Raises Problem ``park_consent_invalid``."""
    made = keys.fresh()
    partner = _consented(request, body, ids.uuid7(), made)
    return partner, _code(request, body, partner, made, 1)


def join(request: TenantRequest, body: ConsentIn, code: str) -> tuple[Partner, str]:
    """Our consent to who invited us, and the second code for him. Raises Problem ``park_code_wrong``, also
    for our own and for one that was used; ``park_consent_invalid``."""
    theirs = _opened(code, 1)
    if Partner.objects.filter(company_id=request.company.id, pair=theirs.pair).exists():
        raise Problem("park_code_wrong")
    made = keys.fresh()
    joined = made.joined(theirs.pair, theirs.half, made.half, theirs.point)
    told = {"state": "active", "name": theirs.company, "url": theirs.url}
    return (
        partner := _consented(request, body, theirs.pair, joined, **told),
        _code(request, body, partner, made, 2),
    )


def finish(request: TenantRequest, partner_id: UUID, code: str) -> Partner:
    """The partner's code came back: from now on both ask and answer. Raises Problem ``park_code_wrong``."""
    partner, theirs = of(request.company.id, partner_id), _opened(code, 2)
    if partner.state != "invited" or theirs.pair != partner.pair:
        raise Problem("park_code_wrong")
    ours = keys.opened(bytes(partner.sealed), partner.company_id, partner.id)
    joined = ours.joined(partner.pair, ours.half, theirs.half, theirs.point)
    before = {"state": partner.state}
    partner.state, partner.name, partner.url = "active", theirs.company, theirs.url
    partner.sealed = joined.sealed(partner.company_id, partner.id)
    partner.save()
    _audited(request, partner, before)
    return partner


def end(request: TenantRequest, partner_id: UUID, why: str) -> Partner:
    """Take our consent back: at once nothing is answered, and what came of the partner is gone."""
    partner = of(request.company.id, partner_id)
    if partner.state != "ended":
        before = {"state": partner.state}
        partner.ended_by_id, partner.ended_why = request.user.person_id, why
        ended(partner, "us", account=request.user.id)
        _audited(request, partner, before)
    return partner


def ended(partner: Partner, by: str, *, account: UUID | None = None) -> None:
    """The partnership is over, by us, them, or its period: lists, masks, hits and the key that masks go. The
    log stays, with masks that nobody can make again."""
    asked = {"company_id": partner.company_id, "partner_id": partner.id}
    for table in (Entry, Masked, Hit):
        table.objects.filter(**asked).delete()
    try:
        ours = keys.opened(bytes(partner.sealed), partner.company_id, partner.id)
        partner.sealed = ours.without_pair().sealed(partner.company_id, partner.id)
    except LostKeyError:  # what cannot be opened any more ends all the same
        partner.sealed = b""
    partner.state, partner.ended_at, partner.ended_by = "ended", clock.now(), by
    partner.save()
    noting.note(partner, "ended", why=by, account_id=account)


def _consented(request: TenantRequest, body: ConsentIn, pair: UUID, made: Keys, **told: Any) -> Partner:
    _check(request, body)
    company = request.company.id
    partner = Partner(
        company_id=company, pair=pair, private_net=body.private_net, purpose=body.purpose,
        shares=sorted(set(body.shares)), until=body.until, consented_by_id=request.user.person_id, **told,
    )  # fmt: skip
    partner.sealed = made.sealed(company, partner.id)
    partner.save(force_insert=True)
    _audited(request, partner, None)
    noting.note(partner, "consented", account_id=request.user.id)
    return partner


def _check(request: TenantRequest, body: ConsentIn) -> None:
    wrong = []
    try:
        check(body.our_url)
    except OutsideError:
        wrong.append({"at": "our_url"})
    today: date = request.company.today()
    if body.until < today:
        wrong.append({"at": "until"})
    if not body.purpose.strip():
        wrong.append({"at": "purpose"})
    if not body.shares:
        wrong.append({"at": "shares"})
    if wrong:
        raise Problem("park_consent_invalid", missing=wrong)


def _opened(text: str, step: int) -> Code:
    try:
        return Code.of(text, step, clock.now())
    except CodeError:
        raise Problem("park_code_wrong") from None


def _code(request: TenantRequest, body: ConsentIn, partner: Partner, made: Keys, step: int) -> str:
    url = body.our_url.rstrip("/")
    told = Code(step, partner.pair, request.company.name, url, made.half, made.point, clock.now())
    return told.text


def _audited(request: TenantRequest, partner: Partner, before: dict[str, Any] | None) -> None:
    after = {name: getattr(partner, name) for name in _TOLD}
    audit.write(
        company_id=partner.company_id,
        account_id=request.user.id,
        resource="park",
        resource_id=partner.id,
        before=before,
        after={**after, "until": partner.until.isoformat()},
    )
