"""Sheets, columns and words of a workbook of people, as contracts/importing.yaml tells them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from yaml import CSafeLoader

from davy.people import catalogues

__all__ = [
    "KEYS",
    "Column",
    "Sheet",
    "column",
    "columns",
    "contract",
    "finding",
    "guessed",
    "heading",
    "sheets",
    "words",
]

KEYS = ("hr_code", "name")
"""The columns that stand in front of every sheet but that of people, to tell whose row it is."""


@dataclass(frozen=True)
class Column:
    """One column: `kind` tells how a cell is read, `of` names the words of a choice."""

    id: str
    zh: str
    en: str
    kind: str
    most: int
    must: bool
    of: str
    also: tuple[str, ...]

    @property
    def group(self) -> str:
        """Which register it is for."""
        return self.id.partition(".")[0] if "." in self.id else "person"

    @property
    def field(self) -> str:
        """Its name within the register."""
        return self.id.rpartition(".")[2]


@dataclass(frozen=True)
class Sheet:
    """One sheet with its own columns."""

    id: str
    zh: str
    en: str
    columns: tuple[Column, ...]


@cache
def contract() -> Mapping[str, Any]:
    """The file as it is."""
    text = resources.files("davy_law").joinpath("contracts", "importing.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=CSafeLoader)
    return found


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every sheet in the order in which they are written."""
    return tuple(
        Sheet(row["id"], row["zh"], row["en"], tuple(_column(one) for one in row["columns"]))
        for row in contract()["sheets"]
    )


@cache
def columns() -> Mapping[str, Column]:
    """Every column by id."""
    return {one.id: one for sheet in sheets() for one in sheet.columns}


def column(name: str) -> Column:
    """The column of that id. Raises KeyError."""
    return columns()[name]


def finding(code: str) -> Mapping[str, str]:
    """What a finding says and how it is mended. Raises KeyError."""
    found: Mapping[str, str] = contract()["findings"][code]
    return found


@cache
def words(choice: str) -> Mapping[str, Sequence[str]]:
    """Code → the words that mean it, the one that is written first."""
    if choice == "training":
        return {code: (row["zh"], row["en"], code) for code, row in catalogues.trainings().items()}
    if choice == "checkup":
        return {code: (row["zh"], row["en"], code) for code, row in catalogues.checkups().items()}
    found: Mapping[str, Sequence[str]] = contract()["choices"][choice]
    return found


def heading(text: object) -> str:
    """A heading without what people write differently: blanks, brackets and what stands in them, stars."""
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return re.sub(r"[\s*:：_\-]|\(.*?\)", "", plain)


def guessed(headings: Sequence[object], remembered: Mapping[str, str]) -> dict[int, str]:
    """Which column means what: as the company said before, else by its words. Each meaning once, the first
    column that has it."""
    found: dict[int, str] = {}
    for at, text in enumerate(headings):
        name = remembered.get(heading(text)) or _names().get(heading(text), "")
        if name in columns() and name not in found.values():
            found[at] = name
    return found


@cache
def _names() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for one in columns().values():
        for text in (one.zh, one.en, *one.also):
            known.setdefault(heading(text), one.id)
    return known


def _column(row: Mapping[str, Any]) -> Column:
    return Column(
        id=row["id"],
        zh=row["zh"],
        en=row["en"],
        kind=row["kind"],
        most=int(row.get("most", 0)),
        must=bool(row.get("must")),
        of=row.get("of", ""),
        also=tuple(map(str, row.get("also", ()))),
    )
