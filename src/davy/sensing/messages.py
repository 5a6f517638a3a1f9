"""From a message of the log to what is stored of it: a reading in its order, or set aside with the reason."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.instruments.kinds import kinds
from davy.instruments.topics import Wire, partition_of, read_subject
from davy.readings.store import Aside, Known, Row
from davy.sensing.adapters import frame, plain
from davy.sensing.adapters.told import LARGEST, Told, UnreadableError, adapter
from davy_core.instruments.clocks import dated, undated
from davy_core.instruments.order import follow

__all__ = ["ADAPTERS", "Instrument", "Message", "Taker"]

ADAPTERS = (plain, frame)
"""Imported to be registered: a gateway names its adapter."""


@dataclass(frozen=True)
class Message:
    """One message of the log, with its number there and when the broker took it."""

    seq: int
    subject: str
    received_at: datetime
    data: bytes

    @property
    def company(self) -> str | None:
        """The company as its subject names it."""
        found = read_subject(self.subject)
        return found[1].company if found else None


@dataclass(frozen=True)
class Instrument:
    """What is known of an instrument when its message comes."""

    id: UUID
    kind: str
    gateway: UUID | None
    binding: UUID | None
    retired: bool


@dataclass
class Taker:
    """Takes messages of one company and one partition, in order. `gateways` by their key: id, site key and
    adapter; `instruments` by serial number; `known` by instrument is moved on with each message. `answers`
    are what devices say of orders, each with what is set aside when there is no such order."""

    company: UUID
    wire: str
    partition: int
    gateways: Mapping[str, tuple[UUID, str, str]]
    instruments: Mapping[str, Instrument]
    known: dict[UUID, Known]
    rows: list[Row] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    answers: list[tuple[dict[str, str], Aside]] = field(default_factory=list)

    def take(self, message: Message) -> None:
        """Take one. Whatever stands in it, the ones behind it are not held up."""
        found = read_subject(message.subject)
        gateway = instrument = None
        try:
            partition, wire, serial = _read(found, message.subject)
            gateway = self.gateways.get(wire.gateway)
            instrument = self.instruments.get(serial)
            self._topic(partition, wire, serial, gateway)
            self._take(message, gateway, instrument, serial)
        except UnreadableError as why:
            self._set_aside(message, why.code, why.detail, gateway, instrument)
        except Exception as why:  # noqa: BLE001 - a message that breaks its reader must not hold up the others
            self._set_aside(message, "reader_broken", repr(why)[:200], gateway, instrument)

    def leave(self, message: Message, why: str) -> None:
        """Set one aside that the database does not take."""
        self._set_aside(message, "reader_broken", why, None, None)

    def _topic(self, partition: int, wire: Wire, serial: str, gateway: tuple[UUID, str, str] | None) -> None:
        if gateway is None or gateway[1] != wire.site:
            raise UnreadableError("gateway_unknown", wire.gateway)
        if partition != self.partition or partition_of(wire, serial) != partition:
            raise UnreadableError("topic_wrong", "another partition than the instrument's")

    def _take(
        self,
        message: Message,
        gateway: tuple[UUID, str, str] | None,
        instrument: Instrument | None,
        serial: str,
    ) -> None:
        if instrument is None or gateway is None:
            raise UnreadableError("instrument_unknown", serial)
        if instrument.retired:
            raise UnreadableError("instrument_retired", serial)
        if instrument.gateway != gateway[0]:
            raise UnreadableError("instrument_elsewhere", serial)
        if len(message.data) > LARGEST:
            raise UnreadableError("too_large", f"{len(message.data)} bytes")
        kind = kinds().get(instrument.kind)
        if kind is None:
            raise UnreadableError("kind_unknown", instrument.kind)
        told = adapter(gateway[2])(message.data, kind)
        if told.answer is not None:
            answer = {"instrument": str(instrument.id), "order": told.answer[0], "did": told.answer[1]}
            aside = self._aside(message, "order_unknown", told.answer[0], gateway, instrument)
            self.answers.append((answer, aside))
        if told.values or told.doubts:
            self._keep(message, told, gateway[0], instrument)
        for code, detail in _grouped(told.dropped).items():
            self._set_aside(message, code, detail, gateway, instrument)

    def _keep(self, message: Message, told: Told, gateway: UUID, instrument: Instrument) -> None:
        known = self.known.setdefault(instrument.id, Known())
        when = dated(told.at, message.received_at, known.offset)
        if isinstance(when, str):
            raise UnreadableError(when, told.at.isoformat() if told.at else "")
        digest = hashlib.blake2b(message.data, digest_size=6).hexdigest()
        order, step = follow(known.order, told.boot, told.seq, digest)
        if step.kind == "repeated":
            known.duplicates += 1
            return
        if step.kind == "reused":
            raise UnreadableError("number_reused", f"{step.boot}/{told.seq}")
        if step.behind and told.at is None:
            when = undated(when, known.newest)
        row = Row(
            instrument=instrument.id,
            taken_at=when.taken_at,
            boot=step.boot,
            seq=told.seq,
            received_at=message.received_at,
            clock=when.quality,
            gateway=gateway,
            binding=instrument.binding,
            log_seq=message.seq,
            channels={name: format(value, "f") for name, value in told.values.items()},
            doubts=dict(told.doubts) or None,
            newest=known.newest,
        )
        known.move(row, order, when.offset, step.gap, step.filled)
        self.rows.append(row)

    def _set_aside(
        self,
        message: Message,
        code: str,
        detail: str,
        gateway: tuple[UUID, str, str] | None,
        instrument: Instrument | None,
    ) -> None:
        self.aside.append(self._aside(message, code, detail, gateway, instrument))

    def _aside(
        self,
        message: Message,
        code: str,
        detail: str,
        gateway: tuple[UUID, str, str] | None,
        instrument: Instrument | None,
    ) -> Aside:
        return Aside(
            partition=self.partition,
            log_seq=message.seq,
            code=code,
            detail=detail.replace("\x00", "�"),
            topic=message.subject[:200],
            gateway=gateway[0] if gateway else None,
            instrument=instrument.id if instrument else None,
            received_at=message.received_at,
            size=len(message.data),
            head=message.data[:512],
        )


def _read(found: tuple[int, Wire, str] | None, subject: str) -> tuple[int, Wire, str]:
    if found is None:
        raise UnreadableError("topic_wrong", subject[:200])
    return found


def _grouped(dropped: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for code, detail in dropped:
        found.setdefault(code, []).append(detail)
    return {code: ", ".join(details)[:200] for code, details in found.items()}
