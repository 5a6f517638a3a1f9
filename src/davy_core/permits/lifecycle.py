"""The lifecycle as data: which command may be given in which state by which duty. Absence is refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Rule:
    """One row of lifecycle/commands.yaml."""

    kind: str
    sources: frozenset[str]
    targets: frozenset[str]
    duties: frozenset[str]
    duty_sources: Mapping[str, frozenset[str]]
    needs_open_clearance: bool
    stops: bool
    live: bool
    position: bool
    signs: bool
    title: Mapping[str, str]

    def allows(self, state: str, duty: str, clearance: str = "none") -> bool:
        """Whether this duty may give the command in this state."""
        if state not in self.sources or duty not in self.duties:
            return False
        if state in {"voided", "withdrawn"} and self.needs_open_clearance and clearance != "open":
            return False
        return state in self.duty_sources.get(duty, self.sources)


@dataclass(frozen=True)
class Lifecycle:
    """All rows, and the AQ 3064.2 status of each state."""

    rules: Mapping[str, Rule]
    aq_status: Mapping[str, str]

    @classmethod
    def load(cls, commands: Mapping[str, Any], states: Mapping[str, Any]) -> Lifecycle:
        """The lifecycle of parsed contract data. Raises KeyError when a row lacks `from` or `duties`."""
        return cls(
            {kind: _rule(kind, row) for kind, row in commands.items()},
            {s: r["aq"] for s, r in states.items()},
        )

    def rule(self, kind: str) -> Rule | None:
        """The row of a command, or None when the lifecycle does not know it."""
        return self.rules.get(kind)

    def possible(self, state: str, duties: frozenset[str], clearance: str = "none") -> tuple[str, ...]:
        """The commands that these duties may give in this state (gates still apply)."""
        return tuple(k for k, r in self.rules.items() if any(r.allows(state, d, clearance) for d in duties))


def _rule(kind: str, row: Mapping[str, Any]) -> Rule:
    return Rule(
        kind=kind,
        sources=frozenset(row["from"]),
        targets=frozenset(row.get("to", ())),
        duties=frozenset(row["duties"]),
        duty_sources={d: frozenset(s) for d, s in row.get("duty_from", {}).items()},
        needs_open_clearance=bool(row.get("clearance", False)),
        stops=bool(row.get("stops", False)),
        live=bool(row.get("live", False)),
        position=bool(row.get("position", False)),
        signs=bool(row.get("signs", False)),
        title=MappingProxyType({"zh": row["zh"], "en": row["en"]}),
    )
