"""Random bursts by seed over real MQTT, some readings twice and some behind the next, while reader and broker
are killed now and then: none is missing and none is there twice. 10,000 bursts in the long run."""

import os
import random  # noqa: TID251 - a seeded set, the same at every run
import time
from collections.abc import Iterator

import pytest

from davy.sensing.tests.field import Client, Field, until

pytestmark = pytest.mark.kill

BURSTS = int(os.environ.get("DAVY_DEPTH", "100"))
KILLED_EVERY = max(40, BURSTS // 20)
SERIALS = [f"SN-{n}" for n in range(6)]
LONGEST = 8
UNACKNOWLEDGED = 500  # then the bursts wait for the broker


class Bursts:
    """What was told so far, by serial number."""

    def __init__(self, field: Field, gateway: Client, seed: int) -> None:
        self.told = dict.fromkeys(SERIALS, 0)
        self.sent = 0
        self._dice = random.Random(seed)  # noqa: S311 - no secret
        self._field, self._gateway = field, gateway

    def one(self) -> None:
        """One burst of one instrument."""
        serial = self._dice.choice(SERIALS)
        first = self.told[serial] + 1
        self.told[serial] += self._dice.randint(1, LONGEST)
        for seq in self._disturbed(list(range(first, self.told[serial] + 1))):
            level = (seq * 7) % 50 / 10
            self._gateway.send(self._field.topic(serial), {"seq": seq, "boot": "a", "lel": level}, wait=False)
            self.sent += 1

    def _disturbed(self, numbers: list[int]) -> Iterator[int]:
        for n in range(len(numbers) - 1):
            if self._dice.random() < 0.1:
                numbers[n], numbers[n + 1] = numbers[n + 1], numbers[n]
        for number in numbers:
            yield number
            if self._dice.random() < 0.1:
                yield number


def test_none_is_missing_and_none_is_there_twice(field: Field) -> None:
    gateway = field.gateway()
    made = {str(field.instrument(serial)): serial for serial in SERIALS}
    field.start()
    gateway.connect(60)
    bursts = Bursts(field, gateway, 20261123)
    for number in range(1, BURSTS + 1):
        bursts.one()
        time.sleep(0.002)
        until(lambda: bursts.sent - len(gateway.acked) < UNACKNOWLEDGED)
        if number % KILLED_EVERY == 0:
            field.kill_broker() if number % (2 * KILLED_EVERY) else field.kill_watch()
            if field.watches[-1].poll() is not None:
                field.watch()
    until(lambda: len(gateway.acked) >= bursts.sent)
    wanted = sum(bursts.told.values())
    until(lambda: len(field.readings()) >= wanted, 60 + BURSTS / 20)
    stored: dict[str, list[int]] = {serial: [] for serial in SERIALS}
    for row in field.readings():
        stored[made[str(row["instrument_id"])]].append(row["seq"])
    for serial, told in bursts.told.items():
        assert sorted(stored[serial]) == list(range(1, told + 1))
    assert field.aside() == []
