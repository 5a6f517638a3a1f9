"""What becomes of an order: the device has it, its reading proves it, it says no, nobody proves it in time,
or somebody switches at the machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Literal

from davy_core.actuation.again import again, again_at
from davy_core.actuation.book import Effect
from davy_core.actuation.facts import ActuationCommand, ActuationFacts
from davy_core.actuation.ordering import FAILED, alarm, failing, overdue
from davy_core.actuation.state import Actuation, Order
from davy_core.instants import instant
from davy_core.outcome import Event, Outcome, accept, refuse

OVERRIDDEN = "effect_overridden"
HAS_IT = frozenset({"received", "done"})
Tells = Literal["confirmed", "contradicted", "again"]


def tells(
    order: Order,
    effect: Effect,
    values: Mapping[str, Decimal],
    at: datetime,
    newest: datetime | None = None,
) -> Tells | None:
    """What a reading, taken at `at`, tells of this order; None: nothing new. Only a reading after the order
    counts, and only one that shows every channel of the proof proves it. One that is older than the `newest`
    that came before it tells how it was, not how it is. What a person took back is his: it is watched no
    further."""
    if order.superseded or at < order.requested.at or (newest is not None and at < newest):
        return None
    shown = [proof.shown_by(values[proof.channel]) for proof in effect.proofs if proof.channel in values]
    if not shown:
        return None
    if not all(shown):
        held = order.confirmed_at is not None and order.contradicted_at is None
        return "contradicted" if held and not effect.manual else None
    if len(shown) < len(effect.proofs):
        return None
    if order.confirmed_at is None:
        return "confirmed"
    return "again" if order.contradicted_at is not None else None


def note_reading(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """A reading of the instrument, whose time nobody has to doubt (S4: the sender sees to that)."""
    order = state.last(command.body["instrument"]) if state else None
    effect = facts.book.effects.get(order.effect) if order else None
    if order is None or effect is None:
        return accept()
    values = {name: Decimal(text) for name, text in command.body["values"].items()}
    found = tells(order, effect, values, instant(command.body["taken"]))
    if found is None:
        return accept()
    data = {**facts.mark(), "order": order.id, "shown": dict(command.body["values"])}
    if found == "confirmed":
        return accept(Event("OrderConfirmed", data))
    if found == "again":
        return accept(Event("OrderHoldsAgain", data))
    return accept(Event("OrderContradicted", data), alarm(OVERRIDDEN, order.instrument, order.permits, facts))


def is_news(order: Order, did: str) -> bool:
    """Whether what the device says of this order was not known before. It may say it as often as it likes."""
    if did in HAS_IT:
        return order.delivered_at is None
    return order.refused is None and order.confirmed_at is None and not order.superseded


def note_answer(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """The device echoes the order: it has it, did it, or will not. That it did it, its reading must prove."""
    order = state.order(command.body["order"]) if state else None
    if order is None or order.instrument != command.body["instrument"]:
        return refuse("actuation_order_unknown")
    did, mark = command.body["did"], {**facts.mark(), "order": order.id}
    if not is_news(order, did):
        return accept()
    if did in HAS_IT:
        return accept(Event("OrderDelivered", mark))
    raised = [] if order.timed_out_at else [alarm(FAILED, order.instrument, order.permits, facts)]
    return accept(Event("OrderRefused", {**mark, "why": did}), *raised)


def look(state: Actuation | None, _: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """The clock looks: what nobody proved in time has failed, and somebody is called; what failed and is void
    is ordered again while its danger goes on."""
    if state is None:
        return accept()
    late = [event for o in state.orders if overdue(o, facts.now) for event in failing(o, facts)]
    return accept(*late, *again(state, facts))


def looks_at(order: Order) -> datetime | None:
    """When the clock is to look at it: its proof is late, or it is void and failed. None: not any more."""
    if order.waits and order.timed_out_at is None:
        return order.due
    return again_at(order)
