"""What is remembered no more went as superseded: its row says so, and holds its instrument no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from davy.actuation.store import _touched
from davy_core.actuation.apply import REMEMBERED, apply
from davy_core.actuation.state import Actuation
from davy_core.instants import iso

T0 = datetime(2026, 11, 23, tzinfo=UTC)


def _ordered(state: Actuation, name: str, instrument: str) -> Actuation:
    data = {
        "order": name, "instrument": instrument, "effect": "cut_energy", "at": iso(T0), "by": "driver",
        "due": iso(T0 + timedelta(seconds=5)), "until": iso(T0 + timedelta(seconds=120)), "table": 1,
        "causes": [], "permits": [],
    }  # fmt: skip
    after = apply(state, "OrderRequested", data)
    assert after is not None
    return after


def test_superseded_and_forgotten_by_one_event() -> None:
    state = _ordered(Actuation("point"), "first", "relay")
    for n in range(REMEMBERED + 1):
        state = _ordered(state, f"siren-{n}", "siren")
    after = _ordered(state, "second", "relay")
    assert after.order("first") is None
    touched = {o.id: o.superseded for o in _touched(after, {o.id: o for o in state.orders})}
    assert touched == {"second": False, "first": True}
