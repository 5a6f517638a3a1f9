"""What may be done and why, as data: davy_law/actuation/effects.yaml, every fault told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from davy_core.fields import Fields

MARKS = frozenset({"clause", "brief", "judgement"})
NEEDS = frozenset({"no_cause", "stopped", "nobody_inside"})
LONGEST_S = 600


@dataclass(frozen=True)
class Proof:
    """One reading that proves an effect: the channel shows exactly `equals`, or more than `above`."""

    channel: str
    equals: Decimal | None = None
    above: Decimal | None = None

    def shown_by(self, value: Decimal) -> bool:
        """Whether this value proves it."""
        if self.equals is not None:
            return value == self.equals
        return self.above is not None and value > self.above


@dataclass(frozen=True)
class Effect:
    """One effect. `manual`: no cause asks for it, only a person on site; `needs`: what he waits for then.
    `confirm_in`: without proof for so long the alarm rings; `valid_for`: the order is void after that.
    `back`: the manual effect that takes it back; `feeds`: its rows tell what hangs on the circuit; `ex`: in a
    classed area only with Ex mark and approved position; `siren`: sounds when a pause is not received."""

    code: str
    kinds: frozenset[str]
    proofs: tuple[Proof, ...]
    confirm_in: timedelta
    valid_for: timedelta
    group: str | None
    back: str | None
    manual: bool
    needs: frozenset[str]
    feeds: bool
    ex: bool
    siren: bool


@dataclass(frozen=True)
class Cause:
    """What makes a row act: kinds of pauses, watch rules, kinds of alarms; `asked`: a rule that names the
    effect's group; `ended`: the permit is void after its work began; `siren`: stands in every table that has
    a siren."""

    code: str
    pause: frozenset[str]
    rules: frozenset[str]
    alarms: frozenset[str]
    asked: bool
    ended: bool
    siren: bool


@dataclass(frozen=True)
class ActuationBook:
    """Effects and causes by code, loads with whether they may never be cut, duties that may take back."""

    effects: Mapping[str, Effect]
    causes: Mapping[str, Cause]
    loads: Mapping[str, bool]
    restorers: frozenset[str]

    @classmethod
    def load(cls, parsed: Mapping[str, Any]) -> ActuationBook:
        """The book of the parsed file. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(parsed, "actuation", faults)
        _ = top.text("id"), top.text("version")
        effects = {
            c: _effect(c, Fields(row, f"effects.{c}", faults)) for c, row in top.entries("effects").items()
        }
        causes = {
            c: _cause(c, Fields(row, f"causes.{c}", faults)) for c, row in top.entries("causes").items()
        }
        loads = {c: _load(Fields(row, f"loads.{c}", faults)) for c, row in top.entries("loads").items()}
        found = cls(effects, causes, loads, frozenset(top.words("restore")))
        top.finish()
        faults += _against(found)
        if faults:
            raise ValueError("; ".join(faults))
        return found


def _against(book: ActuationBook) -> list[str]:
    """What makes the whole unsafe whatever its parts say."""
    found = []
    for one in book.effects.values():
        back = book.effects.get(one.back or "")
        if not one.manual and (back is None or not back.manual or back.kinds != one.kinds):
            found.append(f"effects.{one.code}: nothing by hand takes it back")
        if one.manual and (one.group or one.back or not one.needs):
            found.append(f"effects.{one.code}: by hand, and yet asked for by a rule, or free of conditions")
        if not one.manual and one.needs:
            found.append(f"effects.{one.code}: a cause waits for nothing")
    if not any(book.loads.values()) or not book.restorers:
        found.append("actuation: nothing is kept from being cut, or nobody may take an effect back")
    return found


def _effect(code: str, row: Fields) -> Effect:
    _described(row)
    proofs = tuple(_proof(Fields(p, f"{row.place}.confirm", row.faults)) for p in row.items("confirm"))
    needs = frozenset(row.words("needs"))
    found = Effect(
        code=code,
        kinds=frozenset(row.words("kinds")),
        proofs=proofs,
        confirm_in=_span(row, "confirm_s"),
        valid_for=_span(row, "valid_s"),
        group=row.maybe_text("group"),
        back=row.maybe_text("back"),
        manual=row.flag("manual"),
        needs=needs,
        feeds=row.flag("feeds"),
        ex=row.flag("ex"),
        siren=row.flag("siren"),
    )
    if not proofs or not found.kinds or needs - NEEDS:
        row.fault("no proof, no kind of instrument, or an unknown need")
    if found.valid_for < found.confirm_in:
        row.fault("void before its proof is due")
    row.finish()
    return found


def _proof(row: Fields) -> Proof:
    found = Proof(row.text("channel"), row.decimal("equals"), row.decimal("above"))
    if (found.equals is None) == (found.above is None):
        row.fault("either equals or above")
    row.finish()
    return found


def _cause(code: str, row: Fields) -> Cause:
    _described(row)
    found = Cause(
        code=code,
        pause=frozenset(row.words("pause")),
        rules=frozenset(row.words("rules")),
        alarms=frozenset(row.words("alarms")),
        asked=row.flag("asked"),
        ended=row.flag("ended"),
        siren=row.flag("siren"),
    )
    if not (found.pause or found.rules or found.alarms or found.asked or found.ended):
        row.fault("nothing causes it")
    row.finish()
    return found


def _load(row: Fields) -> bool:
    never = row.flag("never")
    _ = row.text("zh"), row.text("en")
    row.finish()
    return never


def _described(row: Fields) -> None:
    _ = row.text("zh"), row.text("en"), row.text("source")
    if row.choice("mark", MARKS) is None:
        row.fault("mark is missing")


def _span(row: Fields, key: str) -> timedelta:
    found = row.raw(key)
    if isinstance(found, int) and not isinstance(found, bool) and 0 < found <= LONGEST_S:
        return timedelta(seconds=found)
    row.fault(f"{key} is not a number of seconds from 1 to {LONGEST_S}")
    return timedelta(seconds=1)
