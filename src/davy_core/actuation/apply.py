"""The actuation of a work point after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.actuation.state import Actuation, Order, Row, Table
from davy_core.instants import instant
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.streams import Mark

Data = Mapping[str, Any]
REMEMBERED = 40
"""So many orders that hold no more are remembered; all of them stand in the chain."""


def apply(state: Actuation | None, event_type: str, data: Data) -> Actuation | None:
    """The state after this event. Raises KeyError for an unknown type, ValueError before anything was
    proposed."""
    if event_type in RECORDED_WHEN_REFUSED or event_type == "EffectWithheld":
        return state
    if event_type == "TableProposed":
        return _proposed(state or Actuation(data["point"]), data)
    if state is None:
        raise ValueError(f"{event_type} before a table was proposed")
    return STEPS[event_type](state, data)


def _mark(data: Data) -> Mark:
    return Mark(instant(data["at"]), str(data["by"]))


def _proposed(state: Actuation, data: Data) -> Actuation:
    rows = tuple(
        Row(r["id"], r["cause"], r["effect"], r["instrument"], tuple(r["feeds"]), r["positioned"])
        for r in data["rows"]
    )
    table = Table(data["version"], rows, _mark(data))
    return replace(state, proposal=table, versions=table.version)


def _approved(state: Actuation, data: Data) -> Actuation:
    if state.proposal is None:
        raise ValueError("a table is approved that nobody proposed")
    return replace(state, table=replace(state.proposal, approved=_mark(data)), proposal=None)


def _requested(state: Actuation, data: Data) -> Actuation:
    made = Order(
        id=data["order"],
        instrument=data["instrument"],
        effect=data["effect"],
        requested=_mark(data),
        due=instant(data["due"]),
        until=instant(data["until"]),
        table=data["table"],
        causes=tuple(data["causes"]),
        permits=tuple(data["permits"]),
        restores=data.get("restores"),
    )
    before = tuple(
        replace(o, superseded=True) if o.instrument == made.instrument else o for o in state.orders
    )
    return replace(state, orders=_kept((*before, made)))


def _kept(orders: tuple[Order, ...]) -> tuple[Order, ...]:
    over = [o.id for o in orders if o.superseded]
    gone = set(over[: max(0, len(over) - REMEMBERED)])
    return tuple(o for o in orders if o.id not in gone)


def _joined(order: Order, data: Data) -> Order:
    return replace(
        order,
        permits=tuple(dict.fromkeys((*order.permits, *data["permits"]))),
        causes=tuple(dict.fromkeys((*order.causes, *data["causes"]))),
    )


def _confirmed(order: Order, data: Data) -> Order:
    return replace(order, confirmed_at=instant(data["at"]), contradicted_at=None)


def _contradicted(order: Order, data: Data) -> Order:
    return replace(order, contradicted_at=instant(data["at"]), contradictions=order.contradictions + 1)


ORDERS: Mapping[str, Callable[[Order, Data], Order]] = {
    "OrderJoined": _joined,
    "OrderDelivered": lambda order, data: replace(order, delivered_at=instant(data["at"])),
    "OrderConfirmed": _confirmed,
    "OrderTimedOut": lambda order, data: replace(order, timed_out_at=instant(data["at"])),
    "OrderRefused": lambda order, data: replace(order, refused=str(data["why"])),
    "OrderContradicted": _contradicted,
    "OrderLeft": lambda order, _: replace(order, left=True),
    "OrderHoldsAgain": lambda order, _: replace(order, contradicted_at=None),
}


def _of_order(step: Callable[[Order, Data], Order]) -> Callable[[Actuation, Data], Actuation]:
    def fold(state: Actuation, data: Data) -> Actuation:
        orders = tuple(step(o, data) if o.id == data["order"] else o for o in state.orders)
        return replace(state, orders=orders)

    return fold


STEPS: Mapping[str, Callable[[Actuation, Data], Actuation]] = {
    "TableApproved": _approved,
    "TableWithdrawn": lambda state, _: replace(state, proposal=None),
    "OrderRequested": _requested,
    **{name: _of_order(step) for name, step in ORDERS.items()},
}
