"""Taking an effect back: by a person who stands there, with a reason, when nothing speaks against it any
more. Nothing else ever gives energy back (S19)."""

from __future__ import annotations

from davy_core.actuation.book import Effect
from davy_core.actuation.facts import QUEUED, ActuationCommand, ActuationFacts
from davy_core.actuation.ordering import ordered
from davy_core.actuation.state import Actuation, Order
from davy_core.outcome import Outcome, Reason, Refused, accept, refuse
from davy_core.permits.stamp import CHECK_IN_FENCE_M, on_site


def restore(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """The effect of this order is taken back, or the taking back is tried once more."""
    order = state.order(command.body["order"]) if state else None
    if state is None or order is None:
        return refuse("actuation_order_unknown")
    effect = backward(order, facts)
    if effect is None or state.last(order.instrument) != order:
        return refuse("actuation_nothing_to_restore")
    wrong = [*_still_here(order, facts), *_who(facts), *_where(facts), *waits_for(effect, facts)]
    if wrong:
        return Refused(tuple(wrong))
    return accept(
        ordered(
            effect.code,
            order.instrument,
            facts,
            table=order.table,
            permits=order.permits,
            restores=order.restores or order.id,
            reason=str(command.body["reason"]),
        )
    )


def backward(order: Order, facts: ActuationFacts) -> Effect | None:
    """The effect that takes this order back; of a taking back that failed, itself."""
    known = facts.book.effects.get(order.effect)
    if known is None:
        return None
    if known.manual:
        return known if order.failed else None
    return facts.book.effects.get(known.back or "")


def _still_here(order: Order, facts: ActuationFacts) -> list[Reason]:
    """What it acts on is judged by the permits of this place alone: it must not act on another place's."""
    seen = facts.instruments.get(order.instrument)
    if seen is None or seen.retired:
        serial = seen.serial if seen else order.instrument
        return [Reason("actuation_restore_gone", {"serial": serial})]
    if seen.site != facts.site or seen.elsewhere:
        return [Reason("actuation_restore_elsewhere", {"serial": seen.serial})]
    return []


def _who(facts: ActuationFacts) -> list[Reason]:
    """Somebody active, with a duty on a permit of the place; what waited in a phone counts nothing (S16)."""
    found = []
    duties = frozenset(duty for permit in facts.permits.values() for duty in permit.duties)
    if facts.sender != "person" or facts.person is None or not duties & facts.book.restorers:
        found.append(Reason("actuation_restore_not_yours", {"duties": sorted(facts.book.restorers)}))
    elif not facts.active:
        found.append(Reason("person_frozen", {"person": facts.person}))
    if facts.now - facts.occurred_at > QUEUED:
        found.append(Reason("actuation_restore_waited"))
    return found


def _where(facts: ActuationFacts) -> list[Reason]:
    """He stands within the fence of the point with his whole error circle (S21)."""
    radius = facts.fence_m if facts.fence_m is not None else CHECK_IN_FENCE_M
    if facts.fix is None:
        return [Reason("position_missing")]
    where = on_site(facts.fix, radius)
    if where == "inside":
        return []
    values = {
        "distance": round(facts.fix.distance_m),
        "accuracy": round(facts.fix.accuracy_m),
        "radius": f"{radius:g}",
    }
    return [Reason("position_too_vague" if where == "unknown" else "not_on_site", values)]


def waits_for(effect: Effect, facts: ActuationFacts) -> list[Reason]:
    """What still speaks against taking it back, permit by permit of the place."""
    found = []
    for permit in sorted(facts.permits.values(), key=lambda p: p.number):
        if not permit.on_place:
            continue
        told = {"number": permit.number}
        if "no_cause" in effect.needs and (permit.causes or permit.going_on):
            causes = sorted(permit.causes) or ["episode"]
            found.append(Reason("actuation_cause_open", {**told, "causes": causes}))
        if "stopped" in effect.needs and not permit.confirmed:
            found.append(Reason("actuation_stop_unconfirmed", told))
        if "nobody_inside" in effect.needs and permit.inside:
            found.append(Reason("actuation_people_inside", {**told, "count": permit.inside}))
    return found
