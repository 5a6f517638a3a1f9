"""The PIN of a person, for his own phone and for shared terminals: six digits, kept as a slow hash only."""

from __future__ import annotations

from itertools import pairwise

from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from davy import clock
from davy.accounts import security
from davy.accounts.attempts import LIMIT, WINDOW, Outcome, Subject, attempt
from davy.accounts.models import Account, SecurityEvent
from davy.db import tenant
from davy.problems.response import Problem
from davy.signatures.models import Pin

__all__ = ["choose", "is_set", "require", "tried_out"]

DIGITS = 6
_SALT = "davy.signatures.pin"
SHARED = "kiosk_pin"


def is_set(account: Account) -> bool:
    """Whether the account has one. Inside a tenant block."""
    return Pin.objects.filter(company_id=account.company_id, account_id=account.id).exists()


def choose(account: Account, pin: str, request: HttpRequest | None = None) -> None:
    """Set it, or another one. The caller has asked for the password. Raises Problem pin_too_simple."""
    if not _good(pin):
        raise Problem("pin_too_simple", digits=DIGITS)
    with tenant.company(account.company_id):
        Pin.objects.update_or_create(
            company_id=account.company_id,
            account_id=account.id,
            defaults={"hash": make_password(_peppered(account, pin)), "set_at": clock.now()},
        )
        security.record("pin_set", company_id=account.company_id, account_id=account.id, request=request)


def require(account: Account, pin: str, request: HttpRequest | None = None, *, shared: bool = False) -> None:
    """Raises Problem pin_wrong, pin_attempts_exceeded, or pin_missing when none was ever set. Outside of a
    transaction: a wrong one must stay on record. `shared`: entered at a shared terminal, where somebody else
    can try; what is wrong there is counted by itself and locks nobody out of his own phone."""
    with tenant.company(account.company_id):
        kept = Pin.objects.filter(company_id=account.company_id, account_id=account.id).first()
    if kept is None:
        raise Problem("pin_missing")
    action = SHARED if shared else "pin"
    subject = Subject(company_id=account.company_id, action=action, account_id=account.id)
    told = attempt(
        subject, request, lambda: account.is_active and check_password(_peppered(account, pin), kept.hash)
    )
    if told is Outcome.WRONG:
        raise Problem("pin_wrong")
    if told is Outcome.BLOCKED:
        raise Problem("pin_attempts_exceeded", limit=LIMIT, minutes=int(WINDOW.total_seconds() // 60))


def tried_out(account: Account) -> bool:
    """Whether somebody has used up the attempts at shared terminals. Inside a tenant block."""
    wrong = SecurityEvent.objects.filter(
        company_id=account.company_id,
        account_id=account.id,
        kind=f"{SHARED}_failed",
        at__gt=clock.now() - WINDOW,
    )
    return wrong.count() >= LIMIT


def _good(pin: str) -> bool:
    """Six digits that are neither one digit nor a run such as 123456."""
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        return False
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps not in ({0}, {1}, {9})


def _peppered(account: Account, pin: str) -> str:
    """Six digits alone could be tried out by whoever has the table; he has not the installation's key."""
    return salted_hmac(_SALT, f"{account.id}:{pin}", algorithm="sha256").hexdigest()
