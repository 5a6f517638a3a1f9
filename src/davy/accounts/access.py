"""Who may use an endpoint: the table ``access.yaml`` of the law, applied by one decorator.

Steps on a permit are not authorised here but by the actor's duty on it; their endpoint only needs a session.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, wraps
from importlib import resources
from typing import Any, Literal, ParamSpec, TypeVar, cast

import yaml
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja.decorators import decorate_view
from ninja.utils import check_csrf

from davy.accounts import security
from davy.accounts.here import TenantRequest, account_of
from davy.db import tenant
from davy.problems.response import problem

__all__ = ["ACCESS", "Access", "Verb", "allow", "may", "parse", "table"]

Verb = Literal["read", "write", "export"]
ACCESS = "davy_access"  # the attribute by which an endpoint names its row: (resource, verb)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

P = ParamSpec("P")
R = TypeVar("R")
_Run = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Access:
    """The parsed table: role names in both languages, those of people outside of the plant, rows, and paths
    that need no login."""

    roles: Mapping[str, Mapping[str, str]]
    outside: Mapping[str, Mapping[str, str]]
    rows: Mapping[tuple[str, str], frozenset[str]]
    public: Mapping[str, str]


def parse(document: Mapping[str, Any]) -> Access:
    """The table from its YAML. Raises ValueError for a role, verb or version that is not known."""
    roles, outside = document["roles"], document.get("outside", {})
    rows: dict[tuple[str, str], frozenset[str]] = {}
    for resource, verbs in document["resources"].items():
        for verb, named in verbs.items():
            plain = frozenset(named) - {"everybody"}
            allowed = plain | frozenset(roles) if "everybody" in named else plain
            if verb not in {"read", "write", "export"} or not allowed <= {*roles, *outside}:
                raise ValueError(f"{resource}.{verb}: unknown verb or role")
            rows[resource, verb] = allowed
    if document["v"] != 1:
        raise ValueError(f"version {document['v']} of the access table is not known")
    if set(roles) & set(outside):
        raise ValueError("a role is of the plant or outside of it")
    return Access(roles=roles, outside=outside, rows=rows, public=document["public"])


@cache
def table() -> Access:
    """The table that is in force."""
    text = resources.files("davy_law").joinpath("contracts", "access.yaml").read_text(encoding="utf-8")
    return parse(yaml.safe_load(text))


def may(roles: Iterable[str], resource: str, verb: Verb) -> bool:
    """Whether one of the roles has this row. Raises KeyError for a row that does not exist."""
    return not table().rows[resource, verb].isdisjoint(roles)


def allow(resource: str, verb: Verb, *, reads: bool = True) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Guard a ninja endpoint with a row of the table; to stand directly above the function.

    Before anything of the request is parsed: 401 without a session, 403 without a valid anti-forgery token
    on a changing method, 403 when no role of the account has the row (recorded). With ``reads`` the
    function runs inside ``tenant.company(request.company.id)``, one transaction that a raised Problem rolls
    back; commands go through the door, which opens its own. Raises KeyError at import for a row that does
    not exist.
    """
    allowed = table().rows[resource, verb]

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def inside(*args: P.args, **kwargs: P.kwargs) -> R:
            if not reads:
                return view(*args, **kwargs)
            with tenant.company(cast("TenantRequest", args[0]).company.id):
                return view(*args, **kwargs)

        # ninja reads the parameters here; resolved now, because it would look names up in this module.
        inside.__dict__["__signature__"] = inspect.signature(view, eval_str=True)
        inside.__dict__[ACCESS] = (resource, verb)
        return decorate_view(_gate(allowed))(inside)

    return decorate


def _gate(allowed: frozenset[str]) -> Callable[[_Run], _Run]:
    def around(run: _Run) -> _Run:
        @wraps(run)
        def guarded(request: HttpRequest, **path: Any) -> HttpResponseBase:
            return _refusal(request, allowed) or run(request, **path)

        return guarded

    return around


def _refusal(request: HttpRequest, allowed: frozenset[str]) -> HttpResponse | None:
    account = account_of(request)
    if account is None:
        return problem("not_logged_in")
    if request.method not in _SAFE and check_csrf(request) is not None:
        return problem("csrf_failed")
    if allowed.isdisjoint(account.roles):
        security.record(
            "access_denied", company_id=account.company_id, account_id=account.id, request=request
        )
        return problem("access_denied")
    return None
