"""Who is behind a session cookie, for the front that holds streams of changes open without middleware."""

from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.http.cookie import parse_cookie

from davy.accounts import companies
from davy.accounts.models import Account

__all__ = ["company_of"]


def company_of(cookie_header: str, host: str) -> tuple[UUID, UUID] | None:
    """Company id and account id of a live session at this host, or None for anything else.

    None too for a session of another company, a disabled account, a session from before a password change,
    and the login of a contractor firm: the stream tells of the whole plant.
    """
    key = parse_cookie(cookie_header).get(settings.SESSION_COOKIE_NAME)
    company = companies.at(host)
    if not key or company is None:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key=key)
    account = get_user(request)
    if not isinstance(account, Account) or account.company_id != company.id or account.firm_id:
        return None
    return company.id, account.id
