"""The contract of emergencies as data: first tasks by kind of work, who leads, who gives the all-clear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from davy_core.fields import Fields

__all__ = ["EmergencyBook", "Rule", "TaskRow"]

ACTS = frozenset({"freeze"})


@dataclass(frozen=True)
class TaskRow:
    """One first task. `owner` is a duty of the responsibility table; `work` the kinds of work it is for,
    empty = all; `act` what the screen offers beside the tick."""

    owner: str
    work: frozenset[str]
    act: str | None


@dataclass(frozen=True)
class Rule:
    """One command: in which states, by which duties."""

    sources: frozenset[str]
    duties: frozenset[str]

    def allows(self, state: str, duty: str) -> bool:
        """Whether this duty may give the command in this state."""
        return state in self.sources and duty in self.duties


@dataclass(frozen=True)
class EmergencyBook:
    """The contract. `tasks` stand in the order in which they are shown; `own` and `plant` are the causes of a
    pause by which a stop that was not confirmed is none, or one of the whole site."""

    rules: Mapping[str, Rule]
    tasks: Mapping[str, TaskRow]
    closers: frozenset[str]
    leaders: frozenset[str]
    own: frozenset[str]
    plant: frozenset[str]

    @classmethod
    def load(cls, contract: Mapping[str, Any], lifecycle: Mapping[str, Any]) -> EmergencyBook:
        """The book of the parsed contracts. Raises ValueError naming every fault."""
        faults: list[str] = []
        top, life = (
            Fields(contract, "emergencies", faults),
            Fields(lifecycle, "lifecycle/emergencies", faults),
        )
        stops = Fields(top.entries("unconfirmed"), "emergencies.unconfirmed", faults)
        found = cls(
            rules=_rules(life),
            tasks={c: _task(Fields(row, f"tasks.{c}", faults)) for c, row in top.entries("tasks").items()},
            closers=frozenset(top.words("closers")),
            leaders=frozenset(top.words("leaders")),
            own=frozenset(stops.words("own")),
            plant=frozenset(stops.words("plant")),
        )
        stops.finish()
        top.finish()
        if not found.closers <= found.leaders or not found.closers:
            faults.append("emergencies: nobody ends one, or who ends it does not lead it")
        if found.own & found.plant:
            faults.append("emergencies: a cause is the crew's own and the plant's")
        if not any(not row.work for row in found.tasks.values()):
            faults.append("emergencies: work of a kind that nobody thought of has no first task")
        if faults:
            raise ValueError("; ".join(faults))
        return found

    def first(self, types: Iterable[str]) -> tuple[str, ...]:
        """The tasks of an emergency where these kinds of work are, in order."""
        there = frozenset(types)
        return tuple(code for code, row in self.tasks.items() if not row.work or row.work & there)


def _rules(life: Fields) -> dict[str, Rule]:
    for key in ("states", "duties"):
        for name, row in life.entries(key).items():
            said = Fields(row, f"{life.place}.{key}.{name}", life.faults)
            _ = said.text("zh"), said.text("en")
            said.finish()
    found = {
        k: _rule(Fields(v, f"{life.place}.commands.{k}", life.faults))
        for k, v in life.entries("commands").items()
    }
    life.finish()
    return found


def _rule(row: Fields) -> Rule:
    _ = row.text("zh"), row.text("en"), row.words("to")
    found = Rule(frozenset(row.words("from")), frozenset(row.words("duties")))
    if not found.sources or not found.duties:
        row.fault("nobody may ever give it")
    row.finish()
    return found


def _task(row: Fields) -> TaskRow:
    _ = row.text("zh"), row.text("en"), row.text("source")
    found = TaskRow(row.text("owner"), frozenset(row.words("work")), row.choice("act", ACTS))
    row.finish()
    return found
