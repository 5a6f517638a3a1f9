"""Take a gas round from a bound instrument: the server's own last reading, never a number that a phone sent.

It is judged as a typed round is, by the same function. What speaks against the instrument, the reading or the
tap refuses it, and nothing missing is filled in; a value over a limit is recorded all the same (S3, S4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from davy_core.gas.limits import LimitTable
from davy_core.gas.plan import SamplingPlan
from davy_core.gas.substances import GENERIC
from davy_core.gas.units import GasError, quantity
from davy_core.gas.verdict import Reading, Sensor, judge_reading
from davy_core.instants import iso
from davy_core.instruments.fitness import fit_for_gas_test
from davy_core.instruments.last import InstrumentSeen, LastReading
from davy_core.outcome import Outcome, Reason, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Round
from davy_core.permits.provenance import Provenance
from davy_core.permits.rounds import Taken, against, begun, last_sampled, settled
from davy_core.permits.state import Permit

WAITED = timedelta(minutes=2)
"""A tap older than this waited in a phone: what the instrument shows now is not what he saw (S16)."""
LONGEST = 60
"""Letters of an instrument's name in a row."""
SENSORS: Mapping[str, Sensor] = {"over_range": "over_range", "flat": "flat", "uncalibrated": "uncalibrated"}
"""What speaks against a channel, as the gas test names it; everything else is a fault."""


def take_round(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The last reading of this instrument at the point where it is bound becomes the round there; `round`
    continues the analyst's open one. The same reading is taken once."""
    plan, seen = plan_of(permit, facts), facts.instrument
    if plan is None:
        return refuse("gas_not_planned")
    if seen is None:
        return refuse("gas_take_unknown")
    told, bound = {"serial": seen.instrument.serial}, seen.instrument.binding
    if bound is None or bound.permit != permit.id:
        return refuse("gas_take_unbound", **told)
    if bound.point != command.body["point"]:
        return refuse("gas_take_moved", **told)
    if seen.last is None:
        return refuse("gas_take_silent", **told)
    origin = _origin(seen, seen.last)
    earlier = next((r for r in permit.rounds if _holds(r, origin)), None)
    if earlier is not None:
        own = earlier.by == facts.actor.person
        return accept() if own else refuse("gas_take_taken", **told, at=iso(seen.last.taken_at))
    open_round = begun(permit, command, facts)
    reasons = [*_unfit(seen, facts), *_speaks_against(seen, seen.last, plan, facts)]
    if command.body.get("round") and open_round is None:
        reasons.append(Reason("round_unknown", {"round": command.body["round"]}))
    taken = [t for t in _readings(permit, command, seen, plan, facts) if _counts(t[0], plan, facts)]
    last = last_sampled(permit, without=open_round)
    for reading, _ in taken:
        reasons += against(reading, facts, last)
    return settled(permit, command, facts, taken, reasons, plan=plan, open_round=open_round, origin=origin)


def _origin(seen: InstrumentSeen, last: LastReading) -> Provenance:
    one = seen.instrument
    return Provenance(
        one.id,
        one.serial,
        last.boot,
        last.seq,
        last.received_at,
        calibrated_until=one.calibrated_until,
        bumped_at=one.bumped_at,
    )


def _holds(found: Round, origin: Provenance) -> bool:
    return any(origin.is_same(reading.taken) for reading in found.readings)


def _unfit(seen: InstrumentSeen, facts: Facts) -> tuple[Reason, ...]:
    return fit_for_gas_test(seen.instrument, seen.kind, facts.now)


def _speaks_against(
    seen: InstrumentSeen, last: LastReading, plan: SamplingPlan, facts: Facts
) -> Iterator[Reason]:
    told = {"serial": seen.instrument.serial}
    if facts.now - facts.occurred_at > WAITED:
        yield Reason("gas_take_waited")
    fresh = seen.kind.fresh if seen.kind else None
    age = facts.now - last.heard_at
    if fresh is None or age > fresh:
        yield Reason("gas_take_stale", {**told, "seconds": _whole(age), "most": _whole(fresh or timedelta())})
    asked = needed(seen, plan, facts.rulebook.limits, facts.now)
    if not asked:
        yield Reason("gas_take_measures_nothing", told)
    absent = [name for name in asked if name not in last.channels]
    if absent:
        yield Reason("gas_take_channel_missing", {**told, "channels": ", ".join(absent).upper()})


def needed(seen: InstrumentSeen, plan: SamplingPlan, table: LimitTable, now: datetime) -> list[str]:
    """The channels of such an instrument that the analysis asks for, whether it told them or not."""
    channels = seen.kind.channels if seen.kind else {}
    return [
        name
        for name, gas in seen.gases.items()
        if name in channels
        and any(
            judge_reading(_supposed(one, channels[name].unit, now), plan, table, now=now).covers
            for one in stands_for(gas, plan)
        )
    ]


def _supposed(substance: str, unit: str, now: datetime) -> Reading:
    return Reading("", "", substance, quantity(Decimal(0), unit), now, "")


def stands_for(gas: str, plan: SamplingPlan) -> tuple[str, ...]:
    """What a channel stands for here. One for combustible gas answers every demand for such, by its name, as
    people enter what their detector shows: each is held to its own limits."""
    asked = tuple(d.substance for d in plan.demands if d.quality == "combustible") if gas == GENERIC else ()
    return tuple(dict.fromkeys(asked)) or (gas,)


def _readings(
    permit: Permit, command: Command, seen: InstrumentSeen, plan: SamplingPlan, facts: Facts
) -> Iterator[Taken]:
    """Every gas it told, with the row as the event keeps it; a number no meter shows is none."""
    last, channels = seen.last, seen.kind.channels if seen.kind else {}
    assert last is not None
    one = seen.instrument
    row = {"source": "instrument", "instrument": f"{one.serial} {last.boot}#{last.seq}"[:LONGEST]}
    for name in (n for n in seen.gases if n in last.channels and n in channels):
        try:
            told = quantity(last.channels[name], channels[name].unit)
        except GasError:
            continue
        sensor = _sensor(permit, seen, last, name, facts)
        for substance in stands_for(seen.gases[name], plan):
            reading = Reading(
                id=f"{command.id}:{name}:{substance}",
                point=str(command.body["point"]),
                substance=substance,
                quantity=told,
                sampled_at=last.taken_at,
                by=facts.actor.person or "",
                clock=last.clock,
                device=one.id,
                bound=True,
                sensor=sensor,
            )
            yield reading, row if sensor == "ok" else {**row, "sensor": sensor}


def _sensor(permit: Permit, seen: InstrumentSeen, last: LastReading, name: str, facts: Facts) -> Sensor:
    """What speaks against this channel: the message, the fault flag in it, an open episode, its papers."""
    doubt = last.doubts.get(name)
    if doubt is not None:
        return SENSORS.get(doubt, "fault")
    if last.channels.get("fault", "0") not in {"0", "0.0"}:
        return "fault"
    watched = {
        seen.doubting[e.rule]
        for e in permit.episodes
        if e.is_open
        and e.instrument == seen.instrument.id
        and e.channel in {None, name}
        and e.rule in seen.doubting
    }
    if watched:
        return "flat" if "flat" in watched else "fault"
    return "uncalibrated" if _unfit(seen, facts) else "ok"


def _counts(reading: Reading, plan: SamplingPlan, facts: Facts) -> bool:
    """Whether it answers what is asked, or is over a limit. Of the rest nothing is to be said here."""
    judged = judge_reading(reading, plan, facts.rulebook.limits, now=facts.now)
    return bool(judged.covers) or judged.outcome == "fail"


def _whole(span: timedelta) -> int:
    return int(span.total_seconds())


HANDLERS = {"take_round": take_round}
