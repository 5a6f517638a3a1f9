"""The rules of points as data: what gives, what takes, to whom, and where the list of anomalies begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NEEDS = frozenset({"briefed_by_all", "own_briefing", "tests_on_time", "rounds_in_time", "closed_in_time"})
ROLES = frozenset({"applicant", "responsible", "guardian", "worker", "analyst"})
FAULTS = frozenset({"late_rounds", "taken_back"})
MARKS = frozenset({"violation_general", "violation_serious", "finding_confirmed"})


@dataclass(frozen=True)
class Rule:
    """One rule. It gives `points` > 0 to a role for a work that has what it `needs`, at most `day` of them in
    a day; or it takes (`points` < 0) `on` a fault of the work or on a mark somebody entered about a person
    (`to` is "marked")."""

    id: str
    points: int
    to: str
    needs: tuple[str, ...] = ()
    on: str = ""
    day: int | None = None


@dataclass(frozen=True)
class Farming:
    """Where an anomaly begins; minutes of live work, numbers of permits, per cent. All judgement (j)."""

    quick_minutes: int
    split_permits: int
    split_minutes: int
    pair_permits: int
    pair_share: int


@dataclass(frozen=True)
class Book:
    """All rules of one version. `day` and `month`: what one person is given at the most."""

    version: str
    day: int
    month: int
    least_minutes: int
    close_hours: int
    least_group: int
    top: int
    farming: Farming
    rules: tuple[Rule, ...]


def parse(document: Mapping[str, Any]) -> Book:
    """The rules from their document. Raises ValueError for a rule that gives on a fault, takes from a whole
    role for what it did not do, or names what is not known."""
    if document["v"] != 1:
        raise ValueError("version of the rules of points is not known")
    rules = tuple(_rule(row) for row in document["rules"])
    if len({rule.id for rule in rules}) < len(rules):
        raise ValueError("a rule of points stands there twice")
    return Book(
        version=str(document["version"]),
        day=int(document["most"]["day"]),
        month=int(document["most"]["month"]),
        least_minutes=int(document["least_minutes"]),
        close_hours=int(document["close_hours"]),
        least_group=int(document["least_group"]),
        top=int(document["top"]),
        farming=Farming(**{name: int(value) for name, value in document["farming"].items()}),
        rules=rules,
    )


def _rule(row: Mapping[str, Any]) -> Rule:
    rule = Rule(
        id=str(row["id"]),
        points=int(row["points"]),
        to=str(row["to"]),
        needs=tuple(row.get("needs", ())),
        on=str(row.get("fault", "")),
        day=row.get("day"),
    )
    gives = rule.points > 0 and not rule.on and rule.to in ROLES and set(rule.needs) <= NEEDS and rule.day
    takes = (
        rule.points < 0
        and not rule.needs
        and ((rule.on in FAULTS and rule.to in ROLES) or (rule.on in MARKS and rule.to == "marked"))
    )
    if not (gives or takes):
        raise ValueError(f"{rule.id}: neither gives for a work nor takes for a fault")
    return rule
