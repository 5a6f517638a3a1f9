"""The public pages as HTML: no script, no foreign host, one hashed style; readable on any phone."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.template import Context, Engine

from davy.checking.blanks import Blank
from davy.checking.facts import Scan, Shown
from davy.problems.catalogue import refusal
from davy.rulebook import law

__all__ = ["blank", "note", "permit"]

PAGES = Path(str(resources.files("davy.checking").joinpath("pages")))


def permit(scan: Scan, about: dict[str, Any], *, csrf: str) -> HttpResponse:
    """The page of a permit, or of a work point with what counts there. It asks again each minute."""
    asked = about.get("plan")
    sheet = None if scan.is_point else about.get("sheet")
    shown = [{**_words(one), "paper": _paper(one, asked), "sheet": sheet} for one in scan.permits]
    return _page("permit.html", {**about, "scan": scan, "permits": shown, "token": csrf, "again": True})


def blank(found: Blank, about: dict[str, Any]) -> HttpResponse:
    """The page of a numbered sheet of an outage: what it is worth now, and nobody's name."""
    return _page("blank.html", {**about, "sheet": found, "again": True})


def note(code: str, about: dict[str, Any]) -> HttpResponse:
    """A page that says one refusal of the catalogue, with its status and its way out."""
    told = refusal(code)
    remedy = told.remedy or told.says
    return _page("note.html", {**about, "note": told.says, "remedy": remedy}, status=told.http)


def _paper(one: Shown, asked: str | None) -> str | None:
    """Whether the check code of a printed ventilation plan is that of the current one: None when nobody
    asked."""
    if not asked:
        return None
    return "same" if one.plan is not None and one.plan == asked.strip().upper() else "other"


def _words(one: Shown) -> dict[str, Any]:
    return {
        "shown": one,
        "type": law.template(one.template)["title"],
        "level": None if one.level == "none" else law.level_words(one.type, one.level),
        "state": law.states()[one.state],
    }


def _page(name: str, values: dict[str, Any], status: int = 200) -> HttpResponse:
    look, digest = _look()
    text = _engine().get_template(name).render(Context({**values, "look": look}))
    answer = HttpResponse(text, status=status)
    answer["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    answer["Cache-Control"] = "no-store"
    return answer


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(PAGES)], autoescape=True)


@cache
def _look() -> tuple[str, str]:
    """The style and its digest as the content policy wants it."""
    style = (PAGES / "look.css").read_text(encoding="utf-8").strip()
    return style, base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
