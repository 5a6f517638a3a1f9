"""What the authentication library asks of us: closed sign-up, our attempt limits, what an account shows."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.headless.adapter import DefaultHeadlessAdapter
from django.contrib.auth import authenticate
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from davy.accounts import attempts, reauth
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account

__all__ = ["AccountAdapter", "HeadlessAdapter"]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """Passwords are tried through ``attempts``, so the library's own counting in the cache is not needed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the name is the library's
        """Never: accounts are made by the company's administrator."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """The account for user name and password. Raises the library's error when attempts are used up."""
        found: list[AbstractBaseUser] = []

        def check() -> bool:
            account = authenticate(request, **credentials)
            if account is not None:
                found.append(account)
            return account is not None

        subject = attempts.Subject(
            company_id=cast("TenantRequest", request).company.id,
            action="login",
            login=str(credentials.get("username", "")),
        )
        if attempts.attempt(subject, request, check) is attempts.Outcome.BLOCKED:
            raise self.validation_error("too_many_login_attempts")
        return found[0] if found else None

    def reauthenticate(self, user: Account, password: str) -> bool:
        """Whether this is the password of the logged-in account; counted together with signatures."""
        return reauth.check(user, password, context.request)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The peer's address; a unix socket has none and counts as one place."""
        return str(request.META.get("REMOTE_ADDR") or "local")


class HeadlessAdapter(DefaultHeadlessAdapter):  # type: ignore[misc]  # the library is untyped
    """An account without the library's e-mail lookups: Davy has no e-mail addresses."""

    def serialize_user(self, user: AbstractBaseUser) -> dict[str, Any]:
        """What login and session answers say of the account; the rest is GET /api/v1/session."""
        account = cast("Account", user)
        return {"id": str(account.id), "username": account.username, "display": account.username}
