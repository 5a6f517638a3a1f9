"""Puts every login and logout on the security record."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from davy.accounts import security
from davy.accounts.models import Account

__all__ = ["connect"]


def connect() -> None:
    """Start listening; called once when Django is ready."""
    user_logged_in.connect(_logged_in, dispatch_uid="davy.accounts.logged_in")
    user_logged_out.connect(_logged_out, dispatch_uid="davy.accounts.logged_out")


def _logged_in(request: HttpRequest | None, user: Account, **_signal: Any) -> None:
    security.record("login", company_id=user.company_id, account_id=user.id, request=request)


def _logged_out(request: HttpRequest | None, user: Account | None, **_signal: Any) -> None:
    if user is not None:  # somebody without a session may log out, too
        security.record("logout", company_id=user.company_id, account_id=user.id, request=request)
