"""Binds each request to the company of its host name and refuses sessions of another company."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse

from davy.accounts import companies, security
from davy.accounts.here import TenantRequest, account_of
from davy.problems.response import problem

__all__ = ["CompanyMiddleware"]


class CompanyMiddleware:
    """Sets ``request.company``. Stands behind the session and authentication middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        company = companies.at(request.get_host())
        if company is None:
            return problem("company_unknown")
        cast("TenantRequest", request).company = company
        account = account_of(request)
        if account is not None and account.company_id != company.id:
            security.record("session_of_other_company", company_id=company.id, request=request)
            return problem("session_of_other_company")
        return self._get_response(request)
