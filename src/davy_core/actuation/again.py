"""An effect that failed while the danger goes on is ordered again, until proven or the danger is over."""

from __future__ import annotations

from datetime import datetime

from davy_core.actuation.book import Effect
from davy_core.actuation.facts import ActuationFacts, PermitSeen
from davy_core.actuation.ordering import ordered
from davy_core.actuation.state import Actuation, Order, Row
from davy_core.actuation.tables import against
from davy_core.outcome import Event


def again_at(order: Order) -> datetime | None:
    """When it is asked whether a failed order is to be given again: once it is void. None: no more. What a
    person takes back is his to try again, and who switched at the machine is not fought."""
    asks = order.failed and not (order.superseded or order.left or order.restores)
    return order.until if asks else None


def again(state: Actuation, facts: ActuationFacts) -> list[Event]:
    """A new order for each that failed and is void while one of the permits that asked goes on asking; where
    none does, or the table has it no more, the order is left alone."""
    events: list[Event] = []
    for order in state.orders:
        at = again_at(order)
        if at is None or facts.now <= at:
            continue
        permits = [p for p in order.permits if _asks(facts.permits.get(p), order, facts)]
        row = _row(state, order)
        if not permits or row is None or against(row, facts):
            events.append(Event("OrderLeft", {**facts.mark(), "order": order.id}))
            continue
        events.append(
            ordered(
                order.effect,
                order.instrument,
                facts,
                number=len(events),
                table=state.table.version if state.table else 0,
                causes=order.causes,
                permits=permits,
            )
        )
    return events


def _row(state: Actuation, order: Order) -> Row | None:
    rows = state.table.rows if state.table else ()
    return next((r for r in rows if r.instrument == order.instrument and r.effect == order.effect), None)


def _asks(permit: PermitSeen | None, order: Order, facts: ActuationFacts) -> bool:
    """Whether the danger for which it asked goes on: what taking the effect back waits for, people apart."""
    effect: Effect | None = facts.book.effects.get(order.effect)
    back = facts.book.effects.get(effect.back or "") if effect else None
    if permit is None or back is None or not permit.on_place:
        return False
    if "no_cause" in back.needs and (permit.causes or permit.going_on):
        return True
    return "stopped" in back.needs and not permit.confirmed
