"""A reading that comes behind a later one is kept; it neither proves an order nor is it the air of now."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from davy.ids import uuid7
from davy.instruments.topics import Wire, partition_of
from davy.sensing.messages import Instrument, Message, Taker
from davy_core.instants import iso

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
WIRE, SERIAL = Wire("hh", "hh", "gw1"), "SN-R"


class Line:
    """The line of one relay, message by message, each a second after the one before."""

    def __init__(self) -> None:
        gateway, self.heard = uuid7(), NOW
        relay = Instrument(uuid7(), "cutoff_relay", gateway, None, retired=False)
        gateways = {"gw1": (gateway, "hh", "plain")}
        self.part = partition_of(WIRE, SERIAL)
        self.taker = Taker(uuid7(), "hh", self.part, gateways, {SERIAL: relay}, {})

    def tells(self, seq: int, **told: Any) -> None:
        self.heard += timedelta(seconds=1)
        body = json.dumps({"boot": "a", "seq": seq, **told}).encode()
        subject = f"davy.r.{self.part}.hh.hh.gw1.{SERIAL}"
        self.taker.take(Message(seq, subject, self.heard, body))
        assert not self.taker.aside, self.taker.aside


def test_without_a_time_of_its_own_it_is_untrusted_and_before_the_newest() -> None:
    line = Line()
    for seq in (6, 8, 7):
        line.tells(seq, on=int(seq != 7))
    old = line.taker.rows[-1]
    assert old.clock == "device_free"
    assert old.taken_at < line.taker.rows[-2].taken_at
    [known] = line.taker.known.values()
    assert known.last is line.taker.rows[-2]


def test_with_one_it_is_told_what_newest_came_before_it() -> None:
    line = Line()
    line.tells(1, on=1, at=iso(NOW + timedelta(seconds=1)))
    line.tells(2, on=1, at=iso(NOW + timedelta(seconds=1.5)))
    line.tells(3, on=0, at=iso(NOW + timedelta(seconds=0.5)))
    old = line.taker.rows[-1]
    assert old.newest is not None
    assert old.taken_at < old.newest
