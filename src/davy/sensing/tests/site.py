"""Hot work that goes on, and a meter behind a gateway; readings come as the reader hands them on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from davy.alarms import queries as alarms
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.clock import now
from davy.db import tenant
from davy.ids import uuid7
from davy.instruments import store
from davy.instruments.models import Gateway
from davy.readings.store import Row
from davy.sensing import silence
from davy.sensing.judging import judge
from davy.sensing.lease import Lease, beat
from davy.sensing.tests.watching import live, ready
from davy_core.instants import iso
from davy_core.instruments.apply import apply

__all__ = ["Site"]


class Site:
    """Work that goes on, hot work unless another is begun, and a meter behind a gateway."""

    def __init__(self, begun: Callable[[Plant], Hands] = live) -> None:
        self.plant = small_plant("hh", "hh.davy.test", simulated=True)
        self.hands: Hands = begun(self.plant)
        self.meter = uuid7()
        self.gateway = self._enrolled()
        self.number = 0
        ready(self.plant, self.meter)
        self.leases: list[Lease] = beat(uuid7(), [])[0]

    @property
    def company(self) -> UUID:
        return self.plant.company

    def _enrolled(self) -> UUID:
        with tenant.company(self.company):
            made = Gateway.objects.create(
                company_id=self.company, site_id=self.plant.site, key="gw1", name="网关", password_hash="x"
            )
            data: dict[str, Any] = {
                "at": iso(now()), "by": self.plant.person("li"), "instrument": str(self.meter),
                "kind": "multi_gas", "serial": "SN-1", "site": str(self.plant.site), "gateway": str(made.id),
                "ex": None, "firmware": None,
            }  # fmt: skip
            state = apply(None, "InstrumentEnrolled", data)
            store.save(self.company, state, 1, [("InstrumentEnrolled", data, {"name": "SN-1"})])
        return made.id

    def reads(self, lel: str = "0.4", **more: str) -> None:
        """One reading, taken and written."""
        self.number += 1
        row = Row(
            self.meter, now(), "a", self.number, now(), "server", self.gateway, None, self.number,
            {"lel": lel, "o2": "20.8", "co": "0", "h2s": "0", **more}, None,
        )  # fmt: skip
        with tenant.company(self.company):
            judge(self.company, self.partition, [row])

    @property
    def partition(self) -> int:
        """Where its messages come."""
        with tenant.company(self.company):
            return dict(silence._unheard(self.company, "hh")).get(self.meter, 0)

    def rung(self) -> list[str]:
        """The kinds of the open alarms of the permit."""
        with tenant.company(self.company):
            return sorted(a["kind"] for a in alarms.open_for(self.company, self.hands.permit))
