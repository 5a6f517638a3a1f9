"""Re-entering the password before a signature: the person, not the open session, signs."""

from django.http import HttpRequest

from davy.accounts.attempts import LIMIT, WINDOW, Outcome, Subject, attempt
from davy.accounts.models import Account
from davy.problems.response import Problem

__all__ = ["check", "require"]


def check(account: Account, password: str, request: HttpRequest | None = None) -> bool:
    """Whether this is the account's password. False as well when it was wrong five times in five minutes.

    Wrong and blocked attempts are recorded. Must be called outside of a transaction, before the command that
    it is for (RuntimeError otherwise).
    """
    return _attempt(account, password, request) is Outcome.PASSED


def require(account: Account, password: str, request: HttpRequest | None = None) -> None:
    """As ``check``, but raises Problem ``password_wrong`` or ``password_attempts_exceeded``."""
    outcome = _attempt(account, password, request)
    if outcome is Outcome.WRONG:
        raise Problem("password_wrong")
    if outcome is Outcome.BLOCKED:
        raise Problem("password_attempts_exceeded", limit=LIMIT, minutes=int(WINDOW.total_seconds() // 60))


def _attempt(account: Account, password: str, request: HttpRequest | None) -> Outcome:
    subject = Subject(company_id=account.company_id, action="reauth", account_id=account.id)
    return attempt(subject, request, lambda: account.is_active and account.check_password(password))
