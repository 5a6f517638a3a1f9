"""Alarms as data: what kinds there are, who owns them, and which duty may do what with one in which state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from davy_core.alarms.bells import Bell, bells, seconds
from davy_core.fields import Fields

SEVERITIES = frozenset({"red", "task"})
LONGEST_S = 1800
"""No danger to life waits longer for an emergency, in seconds."""
UNDESCRIBED = "other"
"""The row that stands for a kind nobody described: an alarm is never lost for want of a sentence."""


@dataclass(frozen=True)
class Words:
    """A sentence in both languages."""

    zh: str
    en: str


@dataclass(frozen=True)
class Kind:
    """One kind of alarm. `code` is its AQ 3064.2 A.4 code, None when the event brings its own or there is
    none; `owner` the duty that must handle it, `tell` the duties that are told when it is raised; `shelf` for
    how long it may be shelved, None = as its severity says; `anew` that it calls again when it is raised
    after it was acknowledged; `near` the duties that are beside the danger, who acknowledge too; `emergency`
    after how long without an answer it opens an emergency, None = never."""

    code: str | None
    severity: str
    owner: str
    tell: tuple[str, ...]
    words: Words
    remedy: Words
    shelf: timedelta | None = None
    anew: bool = False
    near: tuple[str, ...] = ()
    emergency: timedelta | None = None


@dataclass(frozen=True)
class Rule:
    """One command of lifecycle/alarms.yaml: in which states, by which kind of sender, with which duties,
    the first of which takes the step when the alarm's owner may not."""

    sources: frozenset[str]
    senders: frozenset[str]
    duties: tuple[str, ...]


@dataclass(frozen=True)
class AlarmBook:
    """The contract of alarms. `states` maps a state to whether it is open, `codes` are those of table A.4,
    `bells` tells by severity how one goes on ringing."""

    kinds: Mapping[str, Kind]
    codes: Mapping[str, Words]
    states: Mapping[str, bool]
    rules: Mapping[str, Rule]
    bells: Mapping[str, Bell]

    @classmethod
    def load(cls, alarms: Mapping[str, Any], lifecycle: Mapping[str, Any]) -> AlarmBook:
        """The book of the parsed contracts. Raises ValueError naming every fault."""
        faults: list[str] = []
        top, life = Fields(alarms, "alarms", faults), Fields(lifecycle, "lifecycle/alarms", faults)
        codes = {c: _words(Fields(row, f"codes.{c}", faults)) for c, row in top.entries("codes").items()}
        kinds = {
            k: _kind(Fields(row, f"kinds.{k}", faults), codes) for k, row in top.entries("kinds").items()
        }
        states = {s: _open(Fields(row, f"states.{s}", faults)) for s, row in life.entries("states").items()}
        rules = {
            c: _rule(Fields(row, f"commands.{c}", faults)) for c, row in life.entries("commands").items()
        }
        ringing = bells(top, SEVERITIES)
        top.finish()
        life.finish()
        if UNDESCRIBED not in kinds:
            faults.append(f"alarms: there is no kind {UNDESCRIBED}")
        if faults:
            raise ValueError("; ".join(faults))
        return cls(kinds, codes, states, rules, ringing)

    def kind(self, name: str) -> Kind:
        """The row of a kind, or that of a kind nobody described."""
        return self.kinds.get(name) or self.kinds[UNDESCRIBED]

    def title(self, kind: str, code: str | None) -> Words:
        """What the alarm says: the words of its code, else those of its kind."""
        return self.codes.get(code or "") or self.kind(kind).words


def _words(row: Fields) -> Words:
    found = Words(row.text("zh"), row.text("en"))
    row.finish()
    return found


def _kind(row: Fields, codes: Mapping[str, Words]) -> Kind:
    code = row.maybe_text("code")
    if code is not None and code not in codes:
        row.fault(f"code {code} is not in table A.4")
    found = Kind(
        code=code,
        severity=row.choice("severity", SEVERITIES) or "",
        owner=row.text("owner"),
        tell=row.words("tell"),
        words=Words(row.text("zh"), row.text("en")),
        remedy=_words(Fields(row.raw("remedy"), f"{row.place}.remedy", row.faults)),
        shelf=seconds(row, "shelf_s"),
        anew=row.flag("anew"),
        near=row.words("near"),
        emergency=_emergency(row),
    )
    if not found.tell:
        row.fault("tells nobody")
    row.finish()
    return found


def _emergency(row: Fields) -> timedelta | None:
    found = row.raw("emergency_s")
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= LONGEST_S:
        row.fault(f"emergency_s is not a number of seconds from 0 to {LONGEST_S}")
        return timedelta(0)
    return timedelta(seconds=found)


def _open(row: Fields) -> bool:
    _ = row.text("zh"), row.text("en")
    found = row.flag("open")
    row.finish()
    return found


def _rule(row: Fields) -> Rule:
    _ = row.text("zh"), row.text("en"), row.words("to")
    found = Rule(frozenset(row.words("from")), frozenset(row.words("senders")), row.words("duties"))
    row.finish()
    return found
