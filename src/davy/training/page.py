"""The public pages of training as HTML: no script, no foreign host, one hashed style, for any phone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import Context, Engine

from davy import clock
from davy.accounts.here import TenantRequest
from davy.accounts.models import Company
from davy.problems.catalogue import refusal
from davy.problems.response import Problem

__all__ = ["company_of", "note", "shown"]

PAGES = Path(str(resources.files("davy.training").joinpath("pages")))


def company_of(request: HttpRequest) -> Company:
    """The company of the address."""
    return cast("TenantRequest", request).company


def shown(request: HttpRequest, name: str, values: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """One page of this package."""
    company, (look, digest) = company_of(request), _look()
    now = clock.now().astimezone(ZoneInfo(company.timezone))
    told = {"company": company, "token": get_token(request), "now": now.strftime("%H:%M"), "look": look}
    text = _engine().get_template(name).render(Context({**told, **values}))
    answer = HttpResponse(text, status=status)
    answer["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "same-origin"
    return answer


def note(request: HttpRequest, problem: Problem | str, back: str = "") -> HttpResponse:
    """A page that says one refusal of the catalogue, with its way out; `back`: where to try again."""
    told = refusal(problem) if isinstance(problem, str) else problem.refusal
    values = {} if isinstance(problem, str) else problem.values
    remedy = told.remedy or told.says
    said = {"says": told.says.filled(values), "remedy": remedy, "clause": told.clause, "back": back}
    return shown(request, "note.html", said, status=told.http)


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(PAGES)], autoescape=True)


@cache
def _look() -> tuple[str, str]:
    """The style and its digest as the content policy wants it."""
    style = (PAGES / "look.css").read_text(encoding="utf-8").strip()
    return style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
