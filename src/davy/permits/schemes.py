"""The work plan that a permit names, as its rules and its card read it; and the permits at work under one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.db import rows
from davy_core.permits.plain import from_plain
from davy_core.permits.scheme import SchemeName, SchemeSeen
from davy_core.permits.state import Permit
from davy_core.schemes.book import SchemeBook
from davy_core.schemes.state import Scheme

__all__ = ["about", "naming", "shown", "working_under"]

GOING_LIVE = frozenset({"sign_stage", "start", "resume"})
"""Commands that stand on the scheme: it does not change until they are through."""
_ROW = (
    "SELECT title, number, state, standing, doc::text AS doc FROM schemes_scheme"
    " WHERE company_id = %s AND id = %s"
)


def about(company_id: UUID, permit: Permit | None, body: Mapping[str, Any], kind: str = "") -> dict[str, Any]:
    """The facts of the scheme that the command names, else of the one that the permit names."""
    told = body.get("scheme")
    name = SchemeName(told["id"], told["version"]) if told else permit.scheme if permit else None
    return {"scheme": _seen(company_id, name, locked=kind in GOING_LIVE) if name else None}


def _seen(company_id: UUID, name: SchemeName, *, locked: bool) -> SchemeSeen | None:
    row = rows.one(_ROW + (" FOR SHARE" if locked else ""), (company_id, name.id))
    if row is None:
        return None
    scheme: Scheme = from_plain(Scheme, json.loads(row["doc"]))
    version = scheme.version(name.version)
    if version is None:
        return None
    later = [v for v in scheme.versions if v.n > version.n]
    return SchemeSeen(
        type=scheme.type,
        level=scheme.level,
        site=scheme.place.site,
        area=scheme.place.area,
        point=scheme.place.point,
        withdrawn=scheme.withdrawn is not None,
        newest=not any(v.approved for v in later),
        pending=sum(1 for v in later if v.approved is None and v.returned is None),
        complete=not _book().lacking(scheme.type, scheme.level, version.sections),
        approved_at=version.approved.at if version.approved else None,
        lasts_to=version.lasts_to,
    )


@cache
def _book() -> SchemeBook:
    """The contract of schemes; the app of schemes is not known down here."""
    law = resources.files("davy_law").joinpath("contracts")
    life, own = law.joinpath("lifecycle", "schemes.yaml"), law.joinpath("schemes.yaml")
    return SchemeBook.load(
        yaml.safe_load(own.read_text(encoding="utf-8")), yaml.safe_load(life.read_text(encoding="utf-8"))
    )


def shown(company_id: UUID, permit: Permit) -> dict[str, Any] | None:
    """What the card tells of the scheme: its number and title, the named version and how it stands."""
    name = permit.scheme
    if name is None:
        return None
    row = rows.one(_ROW, (company_id, name.id))
    if row is None:
        return None
    standing = "withdrawn" if row["state"] == "withdrawn" else "standing"
    if standing == "standing" and row["standing"] != name.version:
        standing = "superseded" if (row["standing"] or 0) > name.version else "waiting"
    return {
        "id": name.id,
        "version": name.version,
        "number": row["number"],
        "title": row["title"],
        "standing": standing,
    }


def working_under(company_id: UUID, scheme_id: UUID) -> list[str]:
    """The permits that name a version of this scheme and are at work now."""
    found = rows.many(
        "SELECT id::text AS id FROM permits_permit WHERE company_id = %s AND state = 'active'"
        " AND doc->'scheme'->>'id' = %s ORDER BY id",
        (company_id, str(scheme_id)),
    )
    return [row["id"] for row in found]


def naming(company_id: UUID, scheme_id: UUID) -> list[dict[str, Any]]:
    """The permits that name a version of this scheme, the newest first."""
    return rows.many(
        "SELECT id::text AS id, number, state, (doc->'scheme'->>'version')::int AS version"
        " FROM permits_permit WHERE company_id = %s AND doc->'scheme'->>'id' = %s"
        " ORDER BY drafted_at DESC, id LIMIT 50",
        (company_id, str(scheme_id)),
    )
