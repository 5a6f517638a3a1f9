"""Badges: registered to an account under a password, found by what a reader tells, dead at once when lost.

A number can be read off by whoever holds the badge for a second, and some are printed on it: it tells who is
meant, never that it is he. That is the PIN's part.
"""

from __future__ import annotations

import re
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from davy import clock
from davy.accounts import audit, security
from davy.problems.response import Problem
from davy.signatures.models import Badge, Visit

__all__ = ["LONGEST", "find", "of_company", "register", "revoke"]

SHORTEST, LONGEST = 6, 64
_SALT = "davy.signatures.badge"
_BETWEEN = re.compile(r"[\s:-]")
_NUMBER = re.compile(r"[0-9A-Z_.]+", re.ASCII)


def register(company_id: UUID, account_id: UUID, number: str, *, by: UUID) -> Badge:
    """A badge of this account. Inside a tenant block. Raises Problem badge_unreadable, and badge_known when
    the number is somebody's already, whoever's."""
    plain = _plain(number)
    row = Badge(
        company_id=company_id,
        account_id=account_id,
        number_hash=_hash(company_id, plain),
        ends_in=plain[-3:],
        made_by=by,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Problem("badge_known") from error
    _note(row, by, None, {"account": account_id, "ends_in": row.ends_in})
    security.record("badge_added", company_id=company_id, account_id=account_id)
    return row


def find(company_id: UUID, number: str) -> Badge | None:
    """The badge with this number, unless it is revoked or nobody's. Inside a tenant block."""
    try:
        wanted = _hash(company_id, _plain(number))
    except Problem:
        return None
    return Badge.objects.filter(company_id=company_id, number_hash=wanted, revoked_at=None).first()


def revoke(company_id: UUID, badge_id: UUID, *, by: UUID) -> Badge:
    """Lost or given back: from this moment on it opens nothing, and whoever stands at a terminal with it is
    forgotten. Inside a tenant block. Raises Problem not_found."""
    row = Badge.objects.select_for_update().filter(company_id=company_id, id=badge_id).first()
    if row is None:
        raise Problem("not_found")
    if row.revoked_at is None:
        row.revoked_at, row.revoked_by = clock.now(), by
        row.save(update_fields=["revoked_at", "revoked_by"])
        Visit.objects.filter(company_id=company_id, badge_id=badge_id, ended_at=None).update(
            ended_at=row.revoked_at
        )
        _note(row, by, {"revoked_at": None}, {"revoked_at": row.revoked_at})
        security.record("badge_revoked", company_id=company_id, account_id=row.account_id)
    return row


def of_company(company_id: UUID) -> list[Badge]:
    """All badges, the newest first, the revoked ones too."""
    return list(Badge.objects.filter(company_id=company_id).order_by("-made_at", "-id")[:2000])


def _plain(number: str) -> str:
    """As readers spell it, without what they put between: 04:a3-2f and 04A32F are one badge."""
    plain = _BETWEEN.sub("", number).upper()
    if not SHORTEST <= len(plain) <= LONGEST or not _NUMBER.fullmatch(plain):
        raise Problem("badge_unreadable")
    return plain


def _hash(company_id: UUID, plain: str) -> str:
    """Numbers are short and run on; without the installation's key the table tells none of them."""
    return salted_hmac(_SALT, f"{company_id}:{plain}", algorithm="sha256").hexdigest()


def _note(row: Badge, by: UUID, before: dict[str, object] | None, after: dict[str, object]) -> None:
    audit.write(
        company_id=row.company_id,
        account_id=by,
        resource="badges",
        resource_id=row.id,
        before=before,
        after=after,
    )
