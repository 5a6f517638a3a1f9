"""Limits how often a password may be guessed. The count is the security record itself.

So the limit holds across processes and restarts, and every refusal is on record. Attempts on one subject
are taken one after the other: a burst in parallel counts as a burst.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.http import HttpRequest

from davy import clock
from davy.accounts import security
from davy.accounts.here import address
from davy.accounts.models import SecurityEvent, hashed_login
from davy.db import tenant

__all__ = ["LIMIT", "WINDOW", "Outcome", "Subject", "attempt"]

LIMIT = 5
WINDOW = timedelta(minutes=5)
# Wrong passwords for one user name from everywhere together. Higher than LIMIT, so that somebody who types
# wrong passwords on purpose locks out his own address first and not the person whose name he uses.
LIMIT_FROM_EVERYWHERE = 30


class Outcome(StrEnum):
    """What became of an attempt."""

    PASSED = "passed"
    WRONG = "wrong"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Subject:
    """Whose password or PIN is tried: a typed user name (login) or a known account; or what is tried at, such
    as a terminal (login)."""

    company_id: UUID
    action: str  # "login", "reauth", "pin", "kiosk": its events are <action>_failed, <action>_blocked
    account_id: UUID | None = None
    login: str = ""
    limit: int = LIMIT

    @property
    def key(self) -> str:
        return f"{self.company_id}:{self.action}:{self.account_id or hashed_login(self.login)}"


def attempt(subject: Subject, request: HttpRequest | None, check: Callable[[], bool]) -> Outcome:
    """Run ``check`` unless the subject has used up its attempts; record a wrong or blocked one.

    Must not be called inside a transaction (RuntimeError): a rollback would forget the wrong attempt.
    """
    with transaction.atomic(durable=True), tenant.company(subject.company_id):
        _one_at_a_time(subject.key)
        if _used_up(subject, address(request)):
            outcome = Outcome.BLOCKED
        else:
            outcome = Outcome.PASSED if check() else Outcome.WRONG
        if outcome is not Outcome.PASSED:
            ending = "failed" if outcome is Outcome.WRONG else "blocked"
            security.record(
                f"{subject.action}_{ending}",
                company_id=subject.company_id,
                account_id=subject.account_id,
                login=subject.login,
                request=request,
            )
    return outcome


def _one_at_a_time(key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def _used_up(subject: Subject, from_address: str) -> bool:
    same = Q(account_id=subject.account_id) if subject.account_id else Q(login=hashed_login(subject.login))
    failed = SecurityEvent.objects.filter(
        same,
        company_id=subject.company_id,
        kind=f"{subject.action}_failed",
        at__gt=clock.now() - WINDOW,
    )
    addresses = list(failed.values_list("address", flat=True)[:LIMIT_FROM_EVERYWHERE])
    if subject.account_id is not None:  # only who is logged in can get here: no need to tell addresses apart
        return len(addresses) >= subject.limit
    return addresses.count(from_address) >= subject.limit or len(addresses) >= LIMIT_FROM_EVERYWHERE
