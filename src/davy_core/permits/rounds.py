"""Record a gas round: the readings as sent, each with the server's verdict; a failing one stops live work
(S3, S4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from davy_core.gas.plan import SamplingPlan
from davy_core.gas.rounds import RoundVerdict, admit, judge_round
from davy_core.gas.units import GasError, quantity
from davy_core.gas.verdict import Reading, Sensor, Verdict, judge_reading
from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Round
from davy_core.permits.provenance import Provenance
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused

Taken = tuple[Reading, Mapping[str, Any]]
"""A reading and the row it was sent in."""


def record_round(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Readings of one round; `round` continues the analyst's open round point by point.

    Bad news is never refused: where anything speaks against the readings as a whole, those that are over a
    limit are recorded all the same. A failing round pauses live work at once."""
    plan = plan_of(permit, facts)
    if plan is None:
        return refuse("gas_not_planned")
    open_round = begun(permit, command, facts)
    taken, reasons = _readings(command, facts, last_sampled(permit, without=open_round))
    if command.body.get("round") and open_round is None:
        reasons.append(Reason("round_unknown", {"round": command.body["round"]}))
    return settled(permit, command, facts, taken, reasons, plan=plan, open_round=open_round)


def settled(
    permit: Permit,
    command: Command,
    facts: Facts,
    taken: list[Taken],
    reasons: Sequence[Reason],
    *,
    plan: SamplingPlan,
    open_round: Round | None,
    origin: Provenance | None = None,
) -> Outcome:
    """The round of these readings with what follows from it, whoever or whatever told them (`origin`)."""
    table = facts.rulebook.limits
    if reasons:
        taken = [
            (r, row) for r, row in taken if judge_reading(r, plan, table, now=facts.now).outcome == "fail"
        ]
        open_round = None
    if not taken:
        return Refused(tuple(reasons))
    earlier = as_readings(open_round) if open_round else []
    judged = judge_round([*earlier, *(r for r, _ in taken)], plan, table, now=facts.now)
    recorded = _event(command, facts, open_round, taken, judged, doubts=[r.code for r in reasons])
    if origin is not None:
        recorded = replace(recorded, data={**recorded.data, "taken": _told(origin)})
    return accept(recorded, *_consequence(permit, facts, judged, taken))


def failing(permit: Permit, command: Command, facts: Facts) -> list[Mapping[str, Any]]:
    """The rows of a record_round body that are over a limit, whatever else is to be said of them."""
    plan = plan_of(permit, facts)
    if plan is None:
        return []
    taken, _ = _readings(command, facts, {})
    table = facts.rulebook.limits
    return [row for r, row in taken if judge_reading(r, plan, table, now=facts.now).outcome == "fail"]


def overtaken(permit: Permit, sampled: datetime) -> bool:
    """Whether a later whole passing round says how the air was afterwards: then bad gas is history (S18)."""
    return any(
        r.complete and r.verdict == "pass" and r.sampled_at is not None and r.sampled_at > sampled
        for r in permit.rounds
    )


def _consequence(permit: Permit, facts: Facts, judged: RoundVerdict, taken: Sequence[Taken]) -> list[Event]:
    """The pause and the alarm of a failing round; one that a later whole passing round has overtaken is
    history (S18)."""
    if judged.outcome != "fail":
        return []
    alarm = Event("AlarmRaised", {**stamp(facts), "kind": "gas_limit", "subject": _worst_point(judged)})
    newest = max(r.sampled_at for r, _ in taken)
    if permit.started and permit.state in {"active", "paused"} and not overtaken(permit, newest):
        return [paused(permit, facts, "gas"), alarm]
    return [alarm]


def begun(permit: Permit, command: Command, facts: Facts) -> Round | None:
    """The analyst's own round that still lacks something; a whole one is closed and never edited (S4)."""
    wanted = command.body.get("round")
    latest = permit.rounds[-1] if permit.rounds else None
    if latest is None or latest.id != wanted or latest.by != facts.actor.person or latest.complete:
        return None
    return latest


def last_sampled(permit: Permit, without: Round | None) -> dict[tuple[str, str], datetime]:
    """When each substance was last sampled at each point, in other rounds than this one."""
    last: dict[tuple[str, str], datetime] = {}
    for found in permit.rounds:
        if without is not None and found.id == without.id:
            continue
        for reading in found.readings:
            key = (reading.point, reading.substance)
            last[key] = max(reading.sampled_at, last.get(key, reading.sampled_at))
    return last


def _readings(
    command: Command, facts: Facts, last: Mapping[tuple[str, str], datetime]
) -> tuple[list[Taken], list[Reason]]:
    """Every reading that can be read at all with the row it came in, and all that speaks against any."""
    taken: list[Taken] = []
    reasons: list[Reason] = []
    for number, row in enumerate(command.body["readings"]):
        where = {"point": row["point"], "substance": row["substance"]}
        try:
            found = read_row(f"{command.id}:{number}", row, facts)
        except GasError as error:
            reasons.append(Reason(error.code, where))
            continue
        reasons += against(found, facts, last)
        if row.get("photo") is not None and row["photo"] not in facts.attachments:
            reasons.append(Reason("photo_unknown", {"photo": row["photo"]}))
        taken.append((found, row))
    return taken, reasons


def against(reading: Reading, facts: Facts, last: Mapping[tuple[str, str], datetime]) -> list[Reason]:
    """Why this reading may not even be recorded, whoever told it."""
    before = last.get((reading.point, reading.substance))
    why = admit(reading, facts.rulebook.limits, now=facts.now, last=before)
    return [Reason(code, {"point": reading.point, "substance": reading.substance}) for code in why]


def read_row(reading_id: str, row: Mapping[str, Any], facts: Facts) -> Reading:
    """One row as a reading of the sender. Raises GasError for what no meter shows."""
    return Reading(
        id=reading_id,
        point=row["point"],
        substance=row["substance"],
        quantity=quantity(row["value"]["value"], row["value"]["unit"]),
        sampled_at=instant(row["sampled_at"]),
        by=facts.actor.person or "",
        clock=facts.clock,
    )


def as_readings(found: Round) -> list[Reading]:
    """As they were taken, with the same doubts: one sensor stays one sensor in all of a round (S4)."""
    return [
        Reading(
            f"{found.id}/{n}",
            r.point,
            r.substance,
            quantity(r.value, r.unit),
            r.sampled_at,
            found.by,
            r.clock,
            device=r.taken.instrument if r.taken else None,
            bound=r.taken is not None,
            sensor=cast("Sensor", r.taken.sensor) if r.taken else "ok",
        )
        for n, r in enumerate(found.readings)
    ]


def _told(origin: Provenance) -> dict[str, Any]:
    """Where the readings of an event come from, as it keeps it."""
    found = {
        "instrument": origin.instrument,
        "serial": origin.serial,
        "boot": origin.boot,
        "seq": origin.seq,
        "received_at": iso(origin.received_at),
        "calibrated_until": iso(origin.calibrated_until) if origin.calibrated_until else None,
        "bumped_at": iso(origin.bumped_at) if origin.bumped_at else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _event(
    command: Command,
    facts: Facts,
    open_round: Round | None,
    taken: Sequence[Taken],
    judged: RoundVerdict,
    *,
    doubts: Sequence[str],
) -> Event:
    sent = {r.id: row for r, row in taken}
    rows = [_row(v, sent[v.reading.id]) for v in judged.readings if v.reading.id in sent]
    data = {
        **stamp(facts),
        "round": open_round.id if open_round else command.id,
        "readings": rows,
        "verdict": judged.outcome,
        "complete": judged.complete,
        "points": {p.point: p.outcome for p in judged.points if p.sampled_at is not None},
    }
    if judged.sampled_from is not None:
        data["sampled_at"] = iso(judged.sampled_from)
    if doubts:
        data["doubts"] = list(dict.fromkeys(doubts))
    return Event("RoundRecorded", data)


def _row(verdict: Verdict, sent: Mapping[str, Any]) -> dict[str, Any]:
    reading = verdict.reading
    found: dict[str, Any] = {
        "point": reading.point,
        "substance": reading.substance,
        "value": reading.quantity.plain(),
        "sampled_at": iso(reading.sampled_at),
        "verdict": verdict.outcome,
        "clock": reading.clock,
        "source": sent.get("source", "manual"),
    }
    optional = {
        "reason": verdict.reason,
        "limit": f"{verdict.limit.high.normalize():f}" if verdict.limit else None,
        "limit_unit": verdict.limit.unit if verdict.limit else None,
        "photo": sent.get("photo"),
        "instrument": sent.get("instrument"),
        "sensor": sent.get("sensor"),
    }
    return {**found, **{k: v for k, v in optional.items() if v is not None}}


def _worst_point(judged: RoundVerdict) -> str:
    return next((p.point for p in judged.points if p.outcome == "fail"), "round")
