"""Finds the account of a login: the user name within the company of the host name."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from davy.accounts.models import Account, Company

__all__ = ["CompanyBackend"]


class CompanyBackend(BaseBackend):
    """The only way from a user name and password to an account."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_other: Any,
    ) -> Account | None:
        """The active account with this password, or None. Takes as long for a name that does not exist."""
        company = getattr(request, "company", None)
        if not isinstance(company, Company) or not username or not password:
            return None
        account = Account.objects.of(company.id, username)
        if account is None:
            Account().set_password(password)
            return None
        return account if account.check_password(password) and account.is_active else None

    def get_user(self, user_id: Any) -> Account | None:
        """The account of a session; a disabled account ends all of its sessions."""
        return Account.objects.filter(pk=user_id, is_active=True).first()
