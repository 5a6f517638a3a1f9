"""Reads for the search: each kind by one statement over its own table. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.db.matching import contains, words
from davy.permits import listing

__all__ = ["KINDS", "MOST", "search"]

MOST = 6
"""Of each kind: more is looked for in its own list."""


@dataclass(frozen=True)
class Register:
    """A register that is searched: the access row that must be read, what its rows are, the columns in which
    each word may stand, and the order of what is found."""

    resource: str
    source: str
    shown: tuple[str, str, str]  # code, name, beside
    looked: tuple[str, ...]
    order: str


_AREA_OF = "LEFT JOIN sites_area a ON a.company_id = x.company_id AND a.id = x.area_id"
_FIRM_OF = "LEFT JOIN people_firm f ON f.company_id = x.company_id AND f.id = x.firm_id"
_SITE_OF = "LEFT JOIN sites_site s ON s.company_id = x.company_id AND s.id = x.site_id"
REGISTERS: Mapping[str, Register] = {
    "person": Register(
        "people",
        f"people_person x {_FIRM_OF}",
        ("x.hr_code", "x.name", "coalesce(f.name, nullif(x.trade, ''))"),
        ("x.name", "x.name_pinyin", "x.hr_code", "f.name"),
        "x.status = 'left', x.name, x.id",
    ),
    "area": Register(
        "sites", f"sites_area x {_SITE_OF}", ("x.code", "x.name", "s.name"), ("x.name", "x.code"), "x.code"
    ),
    "point": Register(
        "sites",
        f"sites_work_point x {_AREA_OF}",
        ("x.code", "x.name", "a.name"),
        ("x.name", "x.code", "a.name"),
        "x.code, x.id",
    ),
    "equipment": Register(
        "sites",
        f"sites_equipment x {_AREA_OF}",
        ("x.code", "x.name", "a.name"),
        ("x.name", "x.code", "x.medium", "a.name"),
        "x.code, x.id",
    ),
    "firm": Register("firms", "people_firm x", ("x.code", "x.name", "NULL"), ("x.name", "x.code"), "x.code"),
    "order": Register(
        "work_orders",
        "planning_work_order x",
        ("x.number", "x.title", "nullif(x.equipment_code, '')"),
        ("x.number", "x.title", "x.equipment_code"),
        "x.open DESC, x.starts_on DESC, x.id",
    ),
}
KINDS: Mapping[str, str] = {"permit": "board", **{kind: each.resource for kind, each in REGISTERS.items()}}
"""What can be looked for, each with the access row without which it is not."""


def search(company_id: UUID, text: str, kinds: Sequence[str]) -> list[dict[str, Any]]:
    """The groups of these kinds that found every word of the text, in the order of KINDS."""
    if not words(text):
        return []
    found = [(kind, _permits(company_id, text) if kind == "permit" else _rows(company_id, kind, text))
             for kind in KINDS if kind in kinds]  # fmt: skip
    return [{"kind": kind, "hits": hits[:MOST], "more": len(hits) > MOST} for kind, hits in found if hits]


def _permits(company_id: UUID, text: str) -> list[dict[str, Any]]:
    return [
        {
            "id": item["id"],
            "code": item["number"],
            "name": item["content"],
            "beside": item["point"]["name"],
            "permit": item,
        }
        for item in listing.newest(company_id, listing.BoardFilter(text=text, size=MOST + 1))
    ]


def _rows(company_id: UUID, kind: str, text: str) -> list[dict[str, Any]]:
    register = REGISTERS[kind]
    code, name, beside = register.shown
    params: dict[str, Any] = {"company": company_id, "most": MOST + 1, "typed": text.strip().lower()}
    parts = []
    for at, word in enumerate(words(text)):
        parts.append("(" + " OR ".join(f"{column} ILIKE %(word{at})s" for column in register.looked) + ")")
        params[f"word{at}"] = contains(word)
    statement = (
        f"SELECT x.id::text AS id, {code} AS code, {name} AS name, {beside} AS beside"  # noqa: S608 - constants
        f" FROM {register.source} WHERE x.company_id = %(company)s AND {' AND '.join(parts)}"
        f" ORDER BY lower({code}) <> %(typed)s, lower({name}) <> %(typed)s, {register.order} LIMIT %(most)s"
    )
    return [{**row, "permit": None} for row in rows.many(statement, params)]
