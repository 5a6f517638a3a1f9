"""The catalogue of refusals: every code Davy may answer, its clause, its sentences in both languages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, cast

import yaml
from yaml import CSafeLoader

__all__ = ["Both", "Refusal", "UnknownRefusalError", "catalogue", "files", "parse", "refusal"]

Severity = Literal["refuse", "warn"]
STATUSES = frozenset({401, 403, 404, 409, 413, 415, 422, 429, 503})
_FIELDS = frozenset({"code", "severity", "clause", "http", "zh", "en", "remedy"})


class UnknownRefusalError(LookupError):
    """A code that stands in no refusal file: a mistake of the caller."""


@dataclass(frozen=True)
class Both:
    """One sentence in the two languages of the product."""

    zh: str
    en: str

    def filled(self, values: Mapping[str, object]) -> "Both":
        """The sentence with its ``{names}`` replaced. Raises KeyError when a name is not given."""
        return Both(zh=self.zh.format_map(values), en=self.en.format_map(values))

    def as_json(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}


@dataclass(frozen=True)
class Refusal:
    """One "no": its code, the HTTP status it leaves with, the clause behind it, sentence and remedy. `action`
    names the way out that a screen offers as a button."""

    code: str
    severity: Severity
    clause: str | None
    http: int
    says: Both
    remedy: Both | None
    action: str | None = None


def files() -> dict[str, str]:
    """The refusal files of the law as name → text, in the order of their names."""
    folder = resources.files("davy_law").joinpath("contracts", "refusals")
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".yaml")]
    return {entry.name: entry.read_text(encoding="utf-8") for entry in sorted(found, key=lambda e: e.name)}


def parse(rows: Iterable[Mapping[str, Any]]) -> list[Refusal]:
    """The rows of one file. Raises ValueError for a row that has not exactly the agreed fields."""
    return [_row(row) for row in rows]


@cache
def catalogue() -> Mapping[str, Refusal]:
    """All refusals by code. Raises ValueError when a code stands twice."""
    found: dict[str, Refusal] = {}
    for name, text in files().items():
        for item in parse(cast("list[Mapping[str, Any]]", yaml.load(text, Loader=CSafeLoader) or [])):
            if item.code in found:
                raise ValueError(f"{name}: {item.code} is defined twice")
            found[item.code] = item
    return found


def refusal(code: str) -> Refusal:
    """The refusal with this code. Raises UnknownRefusalError."""
    try:
        return catalogue()[code]
    except KeyError:
        raise UnknownRefusalError(code) from None


def _row(row: Mapping[str, Any]) -> Refusal:
    if set(row) != _FIELDS:
        raise ValueError(f"{row.get('code')}: fields are {sorted(_FIELDS)}, got {sorted(row)}")
    if row["severity"] not in {"refuse", "warn"} or row["http"] not in STATUSES:
        raise ValueError(f"{row['code']}: unknown severity or status")
    remedy = row["remedy"]
    if remedy is not None and not set(remedy) <= {"zh", "en", "action"}:
        raise ValueError(f"{row['code']}: a remedy has zh, en and action, got {sorted(map(str, remedy))}")
    return Refusal(
        code=row["code"],
        severity=row["severity"],
        clause=row["clause"],
        http=row["http"],
        says=_both(row["code"], row),
        remedy=None if remedy is None else _both(row["code"], remedy),
        action=None if remedy is None else remedy.get("action"),
    )


def _both(code: str, row: Mapping[str, Any]) -> Both:
    zh, en = row.get("zh"), row.get("en")
    if not (isinstance(zh, str) and zh.strip() and isinstance(en, str) and en.strip()):
        raise ValueError(f"{code}: a sentence is missing in zh or en")
    return Both(zh=zh, en=en)
