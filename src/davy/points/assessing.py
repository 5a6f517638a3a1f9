"""A month, a quarter or a year of points: who stands where, and how much of that each reader is told."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.accounts.models import Company
from davy.points import queries
from davy.points.book import book
from davy_core.points.periods import span
from davy_core.points.ranking import ranked, told_to_all

__all__ = ["Days", "days", "entries", "groups", "mine", "people"]

Line = dict[str, Any]
SUMS = ("points", "given", "taken", "held", "works", "complete", "faults")


@dataclass(frozen=True)
class Days:
    """A period with its first and last day in the plant's calendar, and the instants between which it is."""

    period: str
    first: date
    last: date
    since: datetime
    until: datetime


def days(company: Company, period: str, day: date | None) -> Days:
    """The period that `day` (default: today) lies in."""
    zone = ZoneInfo(company.timezone)
    first, last = span(period, day or company.today())
    since = datetime.combine(first, time.min, zone)
    return Days(period, first, last, since, datetime.combine(last + timedelta(days=1), time.min, zone))


def people(company_id: UUID, of: Days) -> list[Line]:
    """Everybody with his figures, the best first, each with his place."""
    found = {str(row["id"]): row for row in queries.figures(company_id, of.since, of.until)}
    places = ranked({who: row["points"] for who, row in found.items()})
    return [{**found[one.who], "place": one.place} for one in places]


def groups(lines: Iterable[Line], by: str, *, all_told: bool) -> list[Line]:
    """Teams or firms with the sum and the mean of their people, by the mean. Of a group that is too small the
    figures are left out for who may not see each of its people: they would be those of one person."""
    parts: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        name = line["team"] if by == "team" else line["firm"]
        parts[name or ""].append(line)
    found = [_group(name, some) for name, some in parts.items()]
    small = [one for one in found if one["people"] < book().least_group and not all_told]
    told = [one for one in found if one not in small]
    places = {one.who: one.place for one in ranked({one["name"]: round(100 * one["mean"]) for one in told})}
    hidden = dict.fromkeys((*SUMS, "mean", "place"))
    best = sorted(told, key=lambda one: (places[one["name"]], one["name"]))
    return [{**one, "place": places[one["name"]]} for one in best] + [{**one, **hidden} for one in small]


def _group(name: str, some: list[Line]) -> Line:
    sums = {what: sum(one[what] for one in some) for what in SUMS}
    return {"name": name, "people": len(some), **sums, "mean": round(sums["points"] / len(some), 1)}


def mine(company_id: UUID, person_id: UUID, of: Days) -> dict[str, Any]:
    """His own figures, and the first places of all; nobody else's low place."""
    lines = people(company_id, of)
    own = next((one for one in lines if one["id"] == person_id), None)
    rules = book()
    points = {str(one["id"]): one["points"] for one in lines}
    best = told_to_all(ranked(points), top=rules.top, least_group=rules.least_group)
    names = {str(one["id"]): one["name"] for one in lines}
    spend, held = queries.balance(company_id, person_id)
    return {
        "balance": max(0, spend),
        "owed": max(0, -spend),
        "waiting": held,
        "figures": own,
        "of": len(lines),
        "top": [
            {
                "place": one.place,
                "name": names[one.who],
                "points": one.points,
                "own": one.who == str(person_id),
            }
            for one in best
        ],
    }


def entries(company_id: UUID, person_id: UUID, of: Days) -> list[dict[str, Any]]:
    """What his figures are made of."""
    return [_entry(row) for row in queries.entries(company_id, person_id, of.since, of.until)]


def _entry(row: Mapping[str, Any]) -> dict[str, Any]:
    first, last = json.loads(row["first"]), json.loads(row["last"])
    permit = row["permit_id"] and {
        "id": row["permit_id"], "number": row["number"], "work": row["work"], "point": row["point"]
    }  # fmt: skip
    return {
        "rule": row["rule"],
        "kind": row["kind"],
        "about": row["about"],
        "points": row["points"],
        "at": row["at"],
        "held": row["held"],
        "void": bool(last.get("void")),
        "lifted": bool(last.get("lifted")),
        "corrected": row["words"] > 1,
        "lacks": first.get("lacks", []),
        "over": first.get("over", 0),
        "minutes": first.get("minutes"),
        "times": first.get("times"),
        "permit": permit or None,
    }
