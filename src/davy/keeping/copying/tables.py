"""Reads what tables keep of one person, as davy_law/privacy/tables.yaml judges each of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.db import rows
from davy.keeping import traces
from davy.keeping.copying.others import Others
from davy.people import vault

__all__ = ["MOST", "Column", "Judged", "codes", "judged", "kept_in"]

MOST = 5000
"""Rows of one table that are told, the newest; a table that has more says so."""

_PLAIN = re.compile(r"[a-z][a-z0-9_]*")
_PLACE = "(SELECT r.name FROM {table} r WHERE r.company_id = t.company_id AND r.id = t.{column})"
_NAMED_BY = {
    "person": _PLACE.replace("{table}", "people_person"),
    "firm": _PLACE.replace("{table}", "people_firm"),
    "unit": _PLACE.replace("{table}", "sites_unit"),
    "site": _PLACE.replace("{table}", "sites_site"),
    "area": _PLACE.replace("{table}", "sites_area"),
    "instrument": _PLACE.replace("{table}", "instruments_instrument"),
    "gate": _PLACE.replace("{table}", "gate_controller"),
    "account": (
        "(SELECT coalesce(p.name, a.username) FROM accounts_account a LEFT JOIN people_person p"
        " ON p.company_id = a.company_id AND p.id = a.person_id"
        " WHERE a.company_id = t.company_id AND a.id = t.{column})"
    ),
}
# What each sealed text is bound to (davy.people.protected).
_BOUND = {"people_protected": "person", "people_checkup": "checkup", "people_restriction": "restriction"}


@dataclass(frozen=True)
class Column:
    """One column that is told: its word, and what it is (``plain``, or a kind of the file's head)."""

    name: str
    word: str
    kind: str


@dataclass(frozen=True)
class Judged:
    """One table: its word, by which columns a row is his, what is told and what is left, each with why.
    `none`: why nothing of it is told."""

    name: str
    word: str
    of: tuple[str, ...]
    of_account: tuple[str, ...]
    told: tuple[Column, ...]
    left: Mapping[str, str]
    none: str


@cache
def judged() -> Mapping[str, Judged]:
    """Every table that was judged, by name. Raises ValueError for a word that is no plain name."""
    return {name: _table(name, row) for name, row in _document()["tables"].items()}


def codes() -> Mapping[str, str]:
    """What a code is called on the page for people."""
    found: Mapping[str, str] = _document()["codes"]
    return found


def everywhere() -> frozenset[str]:
    """Columns that say nothing of anybody."""
    return frozenset(_document()["everywhere"])


def kept_in(company_id: UUID, person_id: UUID, table: Judged, others: Others) -> Iterator[dict[str, Any]]:
    """The rows of this table that are his, MOST at the most, each as column → value. Inside a tenant block.
    Raises LostKeyError where something sealed does not open."""
    his = [f"t.{column} = %(person)s" for column in table.of]
    his += [f"t.{column} = ANY(%(accounts)s)" for column in table.of_account]
    picked = ", ".join(f"{_read(column)} AS {column.name}" for column in table.told)
    bound = (
        f", t.{'person_id' if table.name == 'people_protected' else 'id'} AS row_" if _sealed(table) else ""
    )
    # Names of our own file, each of them checked.
    asked = f"""
    SELECT {picked}{bound} FROM {table.name} t
    WHERE t.company_id = %(company)s AND ({" OR ".join(his)}) ORDER BY 1 DESC LIMIT %(most)s
    """  # noqa: S608
    whom = {
        "company": company_id,
        "person": person_id,
        "accounts": traces.accounts_of(company_id, person_id),
        "most": MOST,
    }
    for row in rows.many(asked, whom):
        yield {column.name: _value(company_id, table, column, row, others) for column in table.told}


def _value(company_id: UUID, table: Judged, column: Column, row: Mapping[str, Any], others: Others) -> object:
    value = row[column.name]
    if column.kind == "sealed":
        return vault.unseal(bytes(value), company_id, f"{_BOUND[table.name]}/{row['row_']}")
    return others.blanked(value) if column.kind == "words" and isinstance(value, str) else value


def _read(column: Column) -> str:
    return _NAMED_BY.get(column.kind, "t.{column}").format(column=column.name)


def _sealed(table: Judged) -> bool:
    return any(column.kind == "sealed" for column in table.told)


def _table(name: str, row: Mapping[str, Any]) -> Judged:
    told = tuple(
        Column(column, *((word, "plain") if isinstance(word, str) else word))
        for column, word in row.get("told", {}).items()
    )
    of, of_account = tuple(row.get("of", ())), tuple(row.get("of_account", ()))
    for word in (name, *of, *of_account, *(column.name for column in told)):
        if not _PLAIN.fullmatch(word):
            raise ValueError(f"{name}: {word} is no plain name")
    return Judged(name, row.get("zh", ""), of, of_account, told, row.get("left", {}), row.get("none", ""))


@cache
def _document() -> Mapping[str, Any]:
    file = resources.files("davy_law").joinpath("privacy", "tables.yaml")
    found: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
