"""Reads how far a company has come: one statement over its registers. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.accounts.models import Account
from davy.db import rows
from davy.rulebook import law

__all__ = ["contract", "items", "post_titles", "steps"]

_COUNTS = """
SELECT
  (SELECT count(*) FROM sites_site WHERE company_id = %(c)s) AS sites,
  (SELECT count(*) FROM sites_area WHERE company_id = %(c)s) AS areas,
  (SELECT count(*) FROM sites_work_point
    WHERE company_id = %(c)s AND lat IS NOT NULL AND lon IS NOT NULL) AS points,
  ARRAY(SELECT s.name FROM sites_site s
    LEFT JOIN sites_calendar k ON k.company_id = s.company_id AND k.site_id = s.id
    WHERE s.company_id = %(c)s AND k.configured IS NOT TRUE ORDER BY s.code) AS unset,
  (SELECT count(*) FROM people_person WHERE company_id = %(c)s AND status = 'active') AS people,
  ARRAY(SELECT DISTINCT t.kind FROM people_certificate t
    JOIN people_person p ON p.company_id = t.company_id AND p.id = t.person_id AND p.status = 'active'
    WHERE t.company_id = %(c)s) AS kinds,
  ARRAY(SELECT DISTINCT code FROM people_post
    WHERE company_id = %(c)s AND (holder_id IS NOT NULL OR deputy_id IS NOT NULL)) AS posts
"""
_HOLDERS = """
SELECT DISTINCT p.id, p.name FROM people_post o
JOIN people_person p ON p.company_id = o.company_id AND p.id IN (o.holder_id, o.deputy_id)
WHERE o.company_id = %s AND p.status = 'active' ORDER BY p.name
"""
_LEAST_PEOPLE = 3
"""Who works, who guards and who approves are three (S20)."""


@cache
def contract() -> Mapping[str, Any]:
    """`contracts/beginning.yaml`: steps, certificates and posts."""
    file = resources.files("davy_law").joinpath("contracts", "beginning.yaml")
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def post_titles() -> list[dict[str, Any]]:
    """The posts that approvals look for, those of nearly every work first."""
    posts = contract()["posts"].items()
    return [{"code": code, **about} for code, about in posts]


@cache
def items() -> list[dict[str, str]]:
    """The items that works ask for on certificates, each once."""
    asked = {
        (row["kind"], row["item"])
        for name in law.templates()
        for duty in law.template(name)["duties"].values()
        for row in duty.get("certificates", ())
        if row.get("item")
    }
    return [{"kind": kind, "item": item} for kind, item in sorted(asked)]


def steps(company_id: UUID) -> list[dict[str, Any]]:
    """Each step with what it still lacks, by name or code; done when it lacks nothing."""
    found = rows.one(_COUNTS, {"c": company_id}) or {}
    posts = {code: about for code, about in contract()["posts"].items() if about["always"]}
    lacking = {
        "site": [] if found["sites"] else ["site"],
        "area": [] if found["areas"] else ["area"],
        "point": [] if found["points"] else ["point"],
        "calendar": found["unset"] if found["sites"] else ["calendar"],
        "people": [] if found["people"] >= _LEAST_PEOPLE else ["people"],
        "certificate": [kind for kind in contract()["certificates"] if kind not in found["kinds"]],
        "post": [code for code in posts if code not in found["posts"]],
        "account": _without_account(company_id) if found["posts"] else ["account"],
    }
    return [{"id": step, **where, "lacking": lacking[step]} for step, where in contract()["steps"].items()]


def _without_account(company_id: UUID) -> list[str]:
    """The names of those who hold a post and cannot log in."""
    able = set(
        Account.objects.filter(company_id=company_id, is_active=True).values_list("person_id", flat=True)
    )
    return [row["name"] for row in rows.many(_HOLDERS, (company_id,)) if row["id"] not in able]
