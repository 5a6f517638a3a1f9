"""The contract of isolations as data: kinds of points, figures, and who may do what in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from davy_core.fields import Fields


@dataclass(frozen=True)
class Kind:
    """A kind of point. `locked`: it takes a lock of its own; `numbered`: its unified number is due."""

    locked: bool
    numbered: bool


@dataclass(frozen=True)
class Rule:
    """One command: in which states of the isolation, in which of the point it names (empty: none is asked),
    by which duties. `stops`: always effective, by anyone known (S15)."""

    sources: frozenset[str]
    points: frozenset[str]
    duties: frozenset[str]
    stops: bool

    def allows(self, state: str, duty: str) -> bool:
        """Whether this duty may give the command while the isolation is in this state."""
        return state in self.sources and duty in self.duties


@dataclass(frozen=True)
class IsolationBook:
    """The contract. `count_holds` is how long a count of people stands."""

    kinds: Mapping[str, Kind]
    rules: Mapping[str, Rule]
    count_holds: timedelta

    @classmethod
    def load(cls, isolations: Mapping[str, Any], lifecycle: Mapping[str, Any]) -> IsolationBook:
        """The book of the parsed contracts. Raises ValueError naming every fault."""
        faults: list[str] = []
        top, life = Fields(isolations, "isolations", faults), Fields(lifecycle, "lifecycle", faults)
        kinds = {k: _kind(Fields(row, f"kinds.{k}", faults)) for k, row in top.entries("kinds").items()}
        for source, key in ((top, "locks"), (life, "points"), (life, "states"), (life, "duties")):
            for name, row in source.entries(key).items():
                _words(Fields(row, f"{key}.{name}", faults))
        rules = {
            k: _rule(Fields(row, f"commands.{k}", faults)) for k, row in life.entries("commands").items()
        }
        seconds = top.raw("count_holds_s")
        top.finish()
        life.finish()
        if not isinstance(seconds, int) or not 0 < seconds <= 3600:
            faults.append("isolations: count_holds_s is not between 1 and 3600")
            seconds = 1
        if faults:
            raise ValueError("; ".join(faults))
        return cls(kinds, rules, timedelta(seconds=seconds))


def _words(row: Fields) -> None:
    _ = row.text("zh"), row.text("en")
    row.finish()


def _kind(row: Fields) -> Kind:
    _ = row.text("zh"), row.text("en")
    found = Kind(row.flag("locked"), row.flag("numbered"))
    row.finish()
    return found


def _rule(row: Fields) -> Rule:
    _ = row.text("zh"), row.text("en"), row.words("to")
    found = Rule(
        frozenset(row.words("from")),
        frozenset(row.words("points")),
        frozenset(row.words("duties")),
        row.flag("stops"),
    )
    if not found.sources or not found.duties:
        row.fault("nobody may ever give it")
    row.finish()
    return found
