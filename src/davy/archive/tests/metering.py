"""A permit at work whose gas is measured by an instrument of the register, and whose hours are sealed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from davy import clock
from davy.archive.tests.taken import at_work
from davy.building.envelopes import envelope
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.instruments import queries
from davy.instruments.models import Gateway
from davy.readings import store
from davy.readings.store import Known, Row
from davy.watch.sealing.sealing import seal
from davy_core.instants import iso
from davy_core.instruments.order import Order

__all__ = ["Metered"]


class Metered:
    """One detector that serves the permit of `hands` from now on."""

    def __init__(self, step_clock: Callable[[timedelta], None]) -> None:
        self.step = step_clock
        self.hands: Hands = at_work(step_clock)
        self.plant: Plant = self.hands.plant
        self.instrument = uuid7()
        with tenant.company(self.plant.company):
            self.gateway = Gateway.objects.create(
                company_id=self.plant.company, site_id=self.plant.site, key="gw1", name="网关"
            ).id
        asked = {"kind": "multi_gas", "serial": "SN-1", "site": str(self.plant.site), "name": "四合一"}
        self.must("zheng", "enrol_instrument", {**asked, "gateway": str(self.gateway)})
        self.must("zheng", "calibrate_instrument", {"on": iso(clock.now() - timedelta(days=1))})
        self.must("zhou", "bump_test_instrument", {"passed": True})
        self.begun = clock.now()
        bound = {"code": self.code, "permit": str(self.hands.permit), "point": "representative"}
        self.must("li", "bind_instrument", bound)

    @property
    def code(self) -> str:
        with tenant.company(self.plant.company):
            return queries.code_of(self.plant.company, self.instrument) or ""

    def wait(self, span: timedelta) -> None:
        """The clock goes on by so much."""
        self.step(clock.now() + span - datetime.now(UTC))  # noqa: TID251 - from the machine's own clock

    def must(self, who: str, kind: str, body: dict[str, Any]) -> None:
        """A command on the instrument, which is accepted."""
        member = self.plant.people[who]
        made = envelope(
            self.plant.company, self.instrument, kind, body, occurred_at=clock.now(), stream_kind="instrument"
        )
        answer = execute(made, Sender("person", member.person, member.account))
        assert answer["verdict"] == "accepted", answer

    def release(self) -> None:
        """It serves nobody any more."""
        self.must("li", "release_instrument", {})

    def tells(self, lel: Sequence[tuple[datetime, str]], first: int = 0) -> None:
        """Readings taken at these instants, numbered from `first` on."""
        found = [_row(self, at, first + n, value) for n, (at, value) in enumerate(lel)]
        with tenant.company(self.plant.company):
            store.make_days({store.day_of(row.taken_at) for row in found})
            known = Known()
            for row in found:
                known.move(row, Order(), None, None, None)
            store.keep(self.plant.company, found, {self.instrument: known})

    def seal(self) -> int:
        """What is over and unsealed."""
        return seal(self.plant.company, timedelta(hours=12))


def _row(of: Metered, at: datetime, number: int, lel: str) -> Row:
    told = {"lel": lel, "o2": "20.9", "co": "0", "h2s": "0", "battery": "90"}
    return Row(of.instrument, at, "a", number, at, "server", of.gateway, None, number, told, None)
