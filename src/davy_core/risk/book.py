"""The rows of a hazard analysis that a permit may get, and what is proposed for each, by the pinned scale.

A row of the template, of the library or of the company's own; nobody takes one away. A row that somebody
adds to one permit has no proposal: its factors are chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from davy_core.risk.scale import Scale, load_scale

__all__ = ["Factors", "RiskBook", "Row", "load_book"]

Factors = Mapping[str, str]
NONE: Factors = MappingProxyType({})


@dataclass(frozen=True)
class Row:
    """One row: its words, what it may lead to, its controls as told to people, where it comes from
    (template, library, company), and the proposed factors without and with controls."""

    id: str
    zh: str
    en: str
    source: str
    about: str
    consequence: Mapping[str, str]
    controls: tuple[Mapping[str, str], ...]
    before: Factors
    after: Factors
    when: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class RiskBook:
    """The chosen scale as parsed data and as it grades, and every row by its id, those of the template
    first."""

    scale: Scale
    told: Mapping[str, Any]
    rows: Mapping[str, Row]


def load_book(data: Mapping[str, Any], template: Mapping[str, Any]) -> RiskBook:
    """The book of one template from the part of its basis that is about risk. Raises ValueError for a scale
    that cannot be one, KeyError for a row of a kind that nobody described."""
    scale = load_scale(data["scale"])
    names = tuple(factor.id for factor in scale.factors)
    kind_of = {hazard: kind for kind, hazards in data["template"].items() for hazard in hazards}
    rows = [_row(h, "template", kind_of.get(h["id"]), data, names) for h in template["hazards"]]
    rows += [_row(r, "library", r["kind"], data, names) for r in data["rows"]]
    rows += [_row(r, "company", r["kind"], data, names) for r in data["own"]]
    return RiskBook(scale, data["scale"], MappingProxyType({row.id: row for row in rows}))


def _row(
    row: Mapping[str, Any], source: str, kind: str | None, data: Mapping[str, Any], names: tuple[str, ...]
) -> Row:
    """A hazard of a template that nobody put to a kind has no proposal, and is graded by whoever confirms."""
    told = data["kinds"][kind] if kind is not None else None
    proposed = told[data["scale"]["id"]] if told else {"before": (), "after": ()}
    return Row(
        id=row["id"],
        zh=row["zh"],
        en=row["en"],
        source=source,
        about=row.get("about", "work"),
        consequence=told["consequence"] if told else MappingProxyType({}),
        controls=tuple(row.get("controls", ())),
        before=_factors(names, proposed["before"]),
        after=_factors(names, proposed["after"]),
        when=row.get("when", {}),
    )


def _factors(names: tuple[str, ...], values: Any) -> Factors:
    if not values:
        return NONE
    return MappingProxyType({name: str(value) for name, value in zip(names, values, strict=True)})
