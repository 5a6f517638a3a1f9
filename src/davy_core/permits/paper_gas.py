"""Gas that stands on a sheet of paper: which of its readings are over a limit, and which tell nothing.

What nobody can read is no good air: "OL", a unit that the substance has not, a number no meter shows. It
counts as bad until a new round has said otherwise (S1, S4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from davy_core.gas.rounds import admit
from davy_core.gas.units import GasError, quantity
from davy_core.gas.verdict import judge_reading
from davy_core.instants import iso
from davy_core.outcome import Accepted, Event
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.rounds import failing, read_row, record_round
from davy_core.permits.state import Permit

Row = Mapping[str, Any]
PAPER = frozenset({"gas_clock_not_trusted", "gas_reading_in_future", "gas_reading_older_than_last"})
"""What is true of the time of every line on paper, and says nothing of the air."""


def over(permit: Permit, command: Command, late: Facts, written: datetime) -> list[Event]:
    """The readings over a limit as a round of their own, with what follows from it (S3, S4)."""
    bad = failing(permit, replace(command, body={"readings": _rows(command, written)}), late)
    if not bad:
        return []
    told = record_round(permit, replace(command, body={"readings": bad}), late)
    return list(told.events) if isinstance(told, Accepted) else []


def unread(permit: Permit, command: Command, late: Facts, written: datetime) -> dict[int, str]:
    """The readings that say nothing of the air, by their place in the line: why no verdict rests on them."""
    rows = _rows(command, written)
    plan = plan_of(permit, late)
    if plan is None:
        return {n: "gas_not_planned" for n, _ in enumerate(rows)}
    found = {}
    for n, row in enumerate(rows):
        try:
            reading = read_row(f"{command.id}:{n}", row, late)
        except GasError as error:
            found[n] = error.code
            continue
        table = late.rulebook.limits
        judged = judge_reading(reading, plan, table, now=late.now)
        told = [*admit(reading, table, now=late.now), *([judged.reason] if judged.reason else ())]
        doubts = [code for code in told if code not in PAPER]
        if judged.outcome != "fail" and doubts:
            found[n] = doubts[0]
    return found


def kept(readings: Sequence[Row], why: Mapping[int, str]) -> Iterator[tuple[dict[str, Any], str | None]]:
    """Each reading as the event keeps it, and the words on the paper where they are no number: those are
    private, for anything may stand there."""
    for n, row in enumerate(readings):
        told = {"point": row["point"], "substance": row["substance"]}
        if n in why:
            told["unread"] = why[n]
        try:
            yield {**told, "value": quantity(row["value"]["value"], row["value"]["unit"]).plain()}, None
        except GasError:
            yield told, f"{row['value']['value']} {row['value']['unit']}"


def _rows(command: Command, written: datetime) -> list[dict[str, Any]]:
    return [
        {"point": r["point"], "substance": r["substance"], "value": r["value"], "sampled_at": iso(written)}
        for r in command.body.get("readings", ())
    ]
