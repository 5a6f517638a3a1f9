"""A gate after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.gate.state import Drift, Gate, Listed, ListRow, Pass
from davy_core.instants import instant
from davy_core.outcome import RECORDED_WHEN_REFUSED

Data = Mapping[str, Any]


def apply(state: Gate | None, event_type: str, data: Data) -> Gate | None:
    """The gate after this event. Raises KeyError for an unknown type."""
    if event_type in RECORDED_WHEN_REFUSED:
        return state
    return STEPS[event_type](state or Gate(data["gate"]), data)


def _granted(state: Gate, data: Data) -> Gate:
    at = instant(data["at"])
    made = Pass(
        id=data["pass"],
        person=data["person"],
        start=instant(data["from"]),
        end=instant(data["until"]),
        permits=tuple(data["permits"]),
        granted_at=at,
        asked_at=at,
    )
    return replace(state, passes=(*state.passes, made))


def _changed(held: Pass, data: Data) -> Pass:
    start, end = instant(data["from"]), instant(data["until"])
    same = replace(held, start=start, end=end, permits=tuple(data["permits"]))
    if (start, end) == (held.start, held.end):
        return same
    return replace(same, asked_at=instant(data["at"]), confirmed_at=None, late_at=None)


def _revoked(held: Pass, data: Data) -> Pass:
    at = instant(data["at"])
    return replace(held, revoked_at=at, why=str(data["why"]), asked_at=at, confirmed_at=None, late_at=None)


PASSES: Mapping[str, Callable[[Pass, Data], Pass]] = {
    "PassChanged": _changed,
    "PassRevoked": _revoked,
    "PassConfirmed": lambda held, data: replace(held, confirmed_at=instant(data["at"]), late_at=None),
    "PassTimedOut": lambda held, data: replace(held, late_at=instant(data["at"])),
}


def _of_pass(step: Callable[[Pass, Data], Pass]) -> Callable[[Gate, Data], Gate]:
    def fold(state: Gate, data: Data) -> Gate:
        return replace(
            state, passes=tuple(step(p, data) if p.id == data["pass"] else p for p in state.passes)
        )

    return fold


def _gone(state: Gate, data: Data) -> Gate:
    return replace(state, passes=tuple(p for p in state.passes if p.id != data["pass"]))


def _drifted(state: Gate, data: Data) -> Gate:
    since = state.drift.since if state.drift else instant(data["at"])
    lists = {name: tuple(data[name]) for name in ("missing", "extra", "wrong")}
    return replace(state, drift=Drift(since=since, foreign=int(data["foreign"]), **lists))


def _listed(state: Gate, data: Data) -> Gate:
    rows = tuple(
        ListRow(row["person"], instant(row["from"]), instant(row["until"]), row["permit"])
        for row in data["rows"]
    )
    made = Listed(int(data["number"]), instant(data["at"]), str(data["by"]), instant(data["until"]), rows)
    return replace(state, listed=made)


def _outdated(state: Gate, data: Data) -> Gate:
    if state.listed is None:
        raise ValueError("a list is outdated that nobody made")
    return replace(state, listed=replace(state.listed, outdated_at=instant(data["at"])))


STEPS: Mapping[str, Callable[[Gate, Data], Gate]] = {
    "PassGranted": _granted,
    "PassGone": _gone,
    "DriftFound": _drifted,
    "DriftGone": lambda state, _: replace(state, drift=None),
    "ListIssued": _listed,
    "ListOutdated": _outdated,
    "GateSilent": lambda state, data: replace(state, silent_since=instant(data["since"])),
    "GateAnswered": lambda state, _: replace(state, silent_since=None),
    **{name: _of_pass(step) for name, step in PASSES.items()},
}
