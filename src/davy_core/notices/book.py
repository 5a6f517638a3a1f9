"""Notices as data: which event is told to whom, and in which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from davy_core.fields import Fields
from davy_core.notices.holding import DUTIES


@dataclass(frozen=True)
class Row:
    """One notice. `to` are duties; `person` instead names a field of the event that holds a person id.
    `states` are those of the permit afterwards in which it is sent, empty for any. `ref` finds its words
    again."""

    ref: str
    to: tuple[str, ...]
    person: str | None
    states: frozenset[str]
    group: str | None
    zh: str
    en: str


@dataclass(frozen=True)
class Danger:
    """What is told of an emergency: how grave, in which words."""

    severity: str
    zh: str
    en: str


@dataclass(frozen=True)
class NoticeBook:
    """The contract of notices: `events` by event type, `reminders` by the first word of their key,
    `causes` by the cause of a pause the duties that are told of it as well, `emergencies` by the type
    of their event."""

    events: Mapping[str, tuple[Row, ...]]
    reminders: Mapping[str, Row]
    causes: Mapping[str, tuple[str, ...]]
    emergencies: Mapping[str, Danger]

    @classmethod
    def load(cls, document: Mapping[str, Any]) -> NoticeBook:
        """The book of the parsed contract. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(document, "notices", faults)
        listed = Fields(top.entries("events"), "events", faults)
        events = {
            kind: tuple(_row(Fields(r, f"{kind}.{n}", faults)) for n, r in enumerate(listed.items(kind)))
            for kind in top.entries("events")
        }
        reminders = {
            key: _row(Fields(r, f"reminder.{key}", faults)) for key, r in top.entries("reminders").items()
        }
        also = Fields(top.entries("causes"), "causes", faults)
        causes = {cause: also.words(cause) for cause in top.entries("causes")}
        faults += [f"causes.{c}: unknown duty" for c, duties in causes.items() if not set(duties) <= DUTIES]
        emergencies = {
            kind: _danger(Fields(row, f"emergencies.{kind}", faults))
            for kind, row in top.entries("emergencies").items()
        }
        top.finish()
        if faults:
            raise ValueError("; ".join(faults))
        return cls(events, reminders, causes, emergencies)

    def find(self, ref: str) -> Row:
        """The row of a notice that was sent earlier; when a newer contract has fewer rows, the first of
        its kind. Raises KeyError for a kind it does not have any more."""
        kind, _, number = ref.rpartition(".")
        if kind == "reminder":
            return self.reminders[number]
        rows = self.events[kind]
        return rows[int(number)] if int(number) < len(rows) else rows[0]


def _danger(row: Fields) -> Danger:
    found = Danger(row.choice("severity", ("red", "task")) or "red", row.text("zh"), row.text("en"))
    row.finish()
    return found


def _row(row: Fields) -> Row:
    to, person = row.words("to"), row.maybe_text("field")
    found = Row(
        ref=row.place,
        to=to,
        person=person,
        states=frozenset(row.words("in")),
        group=row.maybe_text("group"),
        zh=row.text("zh"),
        en=row.text("en"),
    )
    if bool(to) == bool(person):
        row.fault("names either duties or a field")
    if not set(to) <= DUTIES:
        row.fault(f"unknown duty {sorted(set(to) - DUTIES)}")
    row.finish()
    return found
