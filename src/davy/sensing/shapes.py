"""What is told about instruments over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = [
    "AsideOut",
    "CurveOut",
    "GatewayIn",
    "GatewayMade",
    "GatewayOut",
    "InstrumentOut",
    "LabelOut",
    "LinkOut",
    "RefusalOut",
    "WordsOut",
]


class GatewayIn(Input):
    """A gateway of a site. `key` is its part of the topic and of its user name; `adapter` names how its
    messages are read."""

    site_id: UUID
    key: str = Field(min_length=1, max_length=32, pattern=r"^[A-Za-z0-9_-]+$")
    name: str = Field(min_length=1, max_length=64)
    adapter: str = Field("plain", max_length=32)


class GatewayOut(Schema):
    """A gateway. `user` is user name and client id; it publishes to `topic`/<serial number> at QoS 1 and may
    listen below `down`. `seen_at`: last let in; `heard_at`: the last reading of one of its `instruments`."""

    id: UUID
    site_id: UUID
    key: str
    name: str
    adapter: str
    user: str
    topic: str
    down: str
    password_at: datetime
    seen_at: datetime | None
    retired_at: datetime | None
    instruments: int
    heard_at: datetime | None


class GatewayMade(GatewayOut):
    """With its password, told once."""

    password: str


class Last(Schema):
    """The last reading of an instrument, its values as texts by channel in the units of `words`."""

    taken_at: datetime
    received_at: datetime
    clock: str
    channels: dict[str, str]
    readings: int
    duplicates: int
    missing: int


class InstrumentOut(Schema):
    """An instrument with whom it serves now. `condition`: how it stands with it, worst first, nothing when it
    is lively and in order; `unfit`: why its readings do not count for a gas test; `code` is what stands in
    its QR code, for whoever keeps the register."""

    id: UUID
    kind: str
    serial: str
    name: str
    site_id: UUID
    gateway_id: UUID | None
    gateway_name: str | None
    enrolled_at: datetime
    retired_at: datetime | None
    calibrated_at: datetime | None
    calibrated_until: datetime | None
    bumped_at: datetime | None
    bump_until: datetime | None
    bump_passed: bool | None
    ex: str | None
    firmware: str | None
    permit_id: UUID | None
    permit_number: str | None
    point: str | None
    person_id: UUID | None
    person_name: str | None
    from_at: datetime | None
    condition: list[str]
    silent: bool
    unfit: list[str]
    last: Last | None
    code: str | None


class LabelOut(Schema):
    """What is stuck on an instrument: its code as an address that phones open, and drawn."""

    code: str
    address: str
    svg: str


class AsideOut(Schema):
    """A message that could not be taken. `head` is how it begins, as far as it is text."""

    log_seq: int
    partition: int
    code: str
    detail: str
    topic: str
    gateway_id: UUID | None
    instrument_id: UUID | None
    received_at: datetime
    size: int
    head: str


class RefusalOut(Schema):
    """Gateways that were not let in, or wrote where they may not, counted by the hour."""

    gateway_id: UUID
    code: str
    hour: datetime
    last_at: datetime
    count: int
    detail: str


class LinkOut(Schema):
    """Whether readings come in. `watching`: a reader was seen lately and lets gateways in; `broker_gone`: a
    reader is there and reaches no broker; `broker_full`: it reaches one that takes no message; `behind`: so
    many messages wait in the broker; `moved_at`: when one was last written; `partitions` that somebody reads,
    of all; `set_aside` of the last day by reason; `lag_s`: seconds since the broker took the oldest message
    that waits; `dropped`: at most so many messages the broker dropped before they were read, in the last
    seven days, since `dropped_since`."""

    watching: bool
    broker_gone: bool
    broker_full: bool
    fault: str | None
    behind: int
    lag_s: int
    moved_at: datetime | None
    partitions: int
    of: int
    set_aside: dict[str, int]
    dropped: int
    dropped_since: datetime | None


class KindWord(Schema):
    """A kind by name. `gas`: its readings may enter a gas test; `worn`: it serves a person, `wearable`: a
    person or a permit; `calibrated`, `bumped`: either is asked of it; `fresh_s`: an older reading enters no
    gas test."""

    zh: str
    en: str
    gas: bool
    worn: bool
    wearable: bool
    calibrated: bool
    bumped: bool
    fresh_s: int | None


class ReasonWord(Schema):
    """What happened, and what to do."""

    says: dict[str, str]
    way: dict[str, str]


class WordsOut(Schema):
    """What kinds, channels with their units, and reasons are called."""

    kinds: dict[str, KindWord]
    channels: dict[str, dict[str, str]]
    adapters: list[str]
    aside: dict[str, ReasonWord]
    refusals: dict[str, ReasonWord]


class PermitLimit(Schema):
    """What the permit lets pass, in the unit of the channel."""

    low: str | None
    high: str | None
    basis: str | None


class SeriesOut(Schema):
    """One channel of one instrument at one point by columns: for each step from `at` its least and greatest
    value as texts. A step that is not there had no reading; `gaps` tell of numbers that never came. `limit`
    is the permit's, `set_points` are the instrument's own; after `silence_s` it counts as lost."""

    instrument_id: UUID
    name: str
    serial: str
    kind: str
    point: str | None
    channel: str
    unit: str
    at: list[datetime]
    least: list[str]
    greatest: list[str]
    gaps: list[dict[str, Any]]
    limit: PermitLimit | None
    set_points: dict[str, str]
    silence_s: int


class CurveOut(Schema):
    """The curves of a permit over a span, in steps of `step_s` seconds."""

    begin: datetime
    end: datetime
    step_s: int
    series: list[SeriesOut]
