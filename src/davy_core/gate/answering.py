"""What a gate shows of itself against what it should show: both ways, and what is not ours is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from davy_core.gate.facts import GateCommand, GateFacts
from davy_core.gate.state import OURS, Drift, Gate, Pass
from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept

Shown = Mapping[str, tuple[datetime, datetime]]
"""By name what a gate's list says: from when to when it lets in."""


@dataclass(frozen=True)
class Owed:
    """What is to be done at the gate so that its list becomes ours: passes to put there, names to take
    away."""

    put: tuple[Pass, ...]
    take: tuple[str, ...]


def owed(gate: Gate, shown: Shown) -> Owed:
    """By its list what a gate still lacks, and what of ours it has that it should not. Cards of others are
    never touched: Davy does not know whom they let in, and why."""
    wanted = {held.name: held for held in gate.live()}
    put = tuple(held for name, held in wanted.items() if shown.get(name) != (held.start, held.end))
    return Owed(put, tuple(sorted(n for n in shown if n.startswith(OURS) and n not in wanted)))


def drift_of(
    gate: Gate, shown: Shown, *, foreign: int, only_ours: bool, asked_before: datetime
) -> Drift | None:
    """What is wrong with the list of a gate, apart from what it was only just asked. `shown` is what it said
    before anything was put right."""
    wanted = {held.name: held for held in gate.live()}
    leaving = {held.name for held in gate.passes if not held.live and held.asked_at > asked_before}
    had = [held for held in wanted.values() if held.confirmed_at is not None]
    found = Drift(
        since=asked_before,
        missing=tuple(sorted(held.id for held in had if held.name not in shown)),
        extra=tuple(sorted(n for n in shown if n.startswith(OURS) and n not in wanted and n not in leaving)),
        wrong=tuple(sorted(h.id for h in had if h.name in shown and shown[h.name] != (h.start, h.end))),
        foreign=foreign if only_ours else 0,
    )
    return found if found.missing or found.extra or found.wrong or found.foreign else None


def note_answer(state: Gate | None, command: GateCommand, facts: GateFacts) -> Outcome:
    """What one visit came to: the list as it was found (`found`), and as it was left (`left`)."""
    gate, body = state or Gate(command.gate), command.body
    before, after = _shown(body["found"]), _shown(body["left"])
    drift = drift_of(
        gate,
        before,
        foreign=int(body["foreign"]),
        only_ours=facts.only_ours,
        asked_before=facts.now - facts.book.confirm_in,
    )
    events = [*_answered(gate, facts), *_drifted(gate, drift, facts), *_proven(gate, after, facts)]
    return accept(*events)


def note_silence(state: Gate | None, command: GateCommand, facts: GateFacts) -> Outcome:
    """Nothing came of the gate since `since`. Told once it lasts; what it lets in meanwhile nobody knows."""
    gate, since = state or Gate(command.gate), instant(command.body["since"])
    if gate.silent_since is not None or facts.now - since < facts.book.silent_after:
        return accept()
    told = {**facts.mark(gate.id), "since": iso(since), "problem": str(command.body["problem"])}
    alarm = {**facts.mark(gate.id), "kind": "gate_silent", "subject": facts.code or gate.id}
    return accept(Event("GateSilent", told), Event("AlarmRaised", alarm))


def _shown(rows: list[Mapping[str, str]]) -> Shown:
    return {row["name"]: (instant(row["from"]), instant(row["until"])) for row in rows}


def _answered(gate: Gate, facts: GateFacts) -> Iterator[Event]:
    if gate.silent_since is not None:
        yield Event("GateAnswered", facts.mark(gate.id))


def _drifted(gate: Gate, drift: Drift | None, facts: GateFacts) -> Iterator[Event]:
    """One alarm an episode: what is found while one goes on is written down and rings no second time."""
    held = gate.drift
    if drift is None:
        if held is not None:
            yield Event("DriftGone", facts.mark(gate.id))
        return
    same = held is not None and _parts(held) == _parts(drift)
    if not same:
        lists = {"missing": list(drift.missing), "extra": list(drift.extra), "wrong": list(drift.wrong)}
        yield Event("DriftFound", {**facts.mark(gate.id), **lists, "foreign": drift.foreign})
    if held is None:
        yield Event(
            "AlarmRaised", {**facts.mark(gate.id), "kind": "gate_drift", "subject": facts.code or gate.id}
        )


def _parts(drift: Drift) -> tuple[object, ...]:
    return drift.missing, drift.extra, drift.wrong, drift.foreign


def _proven(gate: Gate, shown: Shown, facts: GateFacts) -> Iterator[Event]:
    """A pass counts as given when the gate's own list has it, and as taken back when the list is without
    it."""
    for held in gate.passes:
        there = shown.get(held.name)
        data = {**facts.mark(gate.id), "pass": held.id}
        if not held.live and there is None:
            yield Event("PassGone", data)
        elif held.live and there == (held.start, held.end) and held.confirmed_at is None:
            yield Event("PassConfirmed", data)
