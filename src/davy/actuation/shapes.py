"""What is told about tables of effects and their orders over HTTP."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema

from davy.problems.shapes import Words

__all__ = ["ActuationWords", "EffectOrder", "EffectTable", "EffectsOut", "InterlocksOut"]


class EffectWords(Words):
    """An effect. `kinds` of instruments can do it; `manual`: only by hand and on site; `feeds`: its rows tell
    what hangs on the circuit; `placed`: in a classed area its rows tell where it stands."""

    source: str
    mark: str
    kinds: list[str]
    manual: bool
    feeds: bool
    placed: bool
    confirm_s: int


class CauseWords(Words):
    """A cause. `always`: it belongs to every table that has a siren."""

    source: str
    mark: str
    always: bool


class LoadWords(Words):
    """What may hang on a circuit; `never`: it must not be cut."""

    never: bool


class ActuationWords(Schema):
    """What effects, causes and loads are called, by code."""

    effects: dict[str, EffectWords]
    causes: dict[str, CauseWords]
    loads: dict[str, LoadWords]


class EffectRow(Schema):
    """One row of a table. `name`, `serial`, `instrument_kind` are those of the register now."""

    id: str
    cause: str
    effect: str
    instrument: UUID
    name: str
    serial: str
    instrument_kind: str
    feeds: list[str]
    position: str | None


class EffectTable(Schema):
    """One version of a table; without `approved_at` it moves nothing."""

    version: int
    rows: list[EffectRow]
    proposed_at: datetime
    proposed_by: UUID
    proposed_name: str
    approved_at: datetime | None
    approved_name: str | None


class EffectsOut(Schema):
    """The table of a work point and the proposal for another one. `version` is that of the stream; `may` are
    the commands that the reader may give now."""

    point: UUID
    version: int
    table: EffectTable | None
    proposal: EffectTable | None
    may: list[str]


class EffectOrder(Schema):
    """One order with its times: requested, first sent, delivered (the device says it has it), confirmed (its
    reading proves it) or timed out. `state` sums them up: requested, sent, delivered, confirmed, timed_out,
    refused, contradicted, superseded. `back` is the effect that takes it back, `blocked` why that is not
    possible now; None: nothing is to be taken back, or not by the reader."""

    id: str
    effect: str
    manual: bool
    instrument_id: UUID
    instrument: str
    serial: str
    causes: list[str]
    state: str
    requested_at: datetime
    requested_name: str | None
    reason: str | None
    restores: str | None
    due_at: datetime
    until_at: datetime
    sent_at: datetime | None
    tries: int
    delivered_at: datetime | None
    confirmed_at: datetime | None
    timed_out_at: datetime | None
    refused: str | None
    contradicted_at: datetime | None
    contradictions: int
    back: str | None
    blocked: list[Words] | None


class InterlocksOut(Schema):
    """What Davy does at the place of a permit: the rows that are armed, and the orders, the newest first."""

    point: UUID
    armed: list[EffectRow]
    orders: list[EffectOrder]
