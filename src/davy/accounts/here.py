"""The request as the endpoints see it: with the company of its host name and the account of its session."""

from django.http import HttpRequest

from davy.accounts.models import Account, Company

__all__ = ["TenantRequest", "account_of", "address"]


class TenantRequest(HttpRequest):
    """What a request is behind CompanyMiddleware and ``access.allow``: company and account are certain."""

    company: Company
    user: Account


def account_of(request: HttpRequest) -> Account | None:
    """The account of the request's session, or None for a visitor."""
    return request.user if isinstance(request.user, Account) else None


def address(request: HttpRequest | None) -> str:
    """The network address the request came from, empty when there is none (a unix socket)."""
    return "" if request is None else str(request.META.get("REMOTE_ADDR", ""))[:45]
