"""An instrument behind a gateway of a plant, a portable detector unless it is said; its messages come as the
log hands them on."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import tenant
from davy.ids import uuid7
from davy.instruments import gateways, store
from davy.instruments.kinds import kinds
from davy.instruments.models import Gateway
from davy.instruments.topics import Wire, partition_of
from davy.sensing import commit as committing
from davy.sensing.commit import commit
from davy.sensing.lease import Lease, beat
from davy.sensing.messages import Message
from davy.sensing.tests.watching import bind, ready
from davy_core.instants import iso
from davy_core.instruments.apply import apply

__all__ = ["Detector"]


AIR = {"o2": 20.8, "co": 0, "h2s": 0}
"""What it tells beside combustible gas."""


class Reader:
    """Who reads the log; its places are counted on over all detectors of a run, as the broker counts them."""

    def __init__(self) -> None:
        self.worker, self.held, self.place = uuid7(), list[Lease](), 0
        committing._companies.clear()  # remembered for a minute; here every test has its own company

    def lease(self, partition: int) -> Lease:
        self.held, _ = beat(self.worker, self.held)
        return next(one for one in self.held if one.partition == partition)


class Detector:
    """A four-gas detector, calibrated and bump-tested, or another `kind`; bound where `hands` are given.
    `beside`: another one of the same run, whose reader takes this one's messages too."""

    def __init__(
        self,
        plant: Plant,
        hands: Hands | None = None,
        *,
        serial: str = "SN-1",
        kind: str = "multi_gas",
        beside: Detector | None = None,
    ) -> None:
        self.plant, self.serial, self.kind = plant, serial, kind
        self.id: UUID = uuid7()
        self.number = 0
        self.wire = self._enrolled()
        self.air = AIR if kinds()[kind].gas else {}
        if self.air:
            ready(plant, self.id)
        if hands is not None:
            bind(hands, self.id)
        self.reader: Reader = beside.reader if beside else Reader()

    def _enrolled(self) -> Wire:
        plant = self.plant
        with tenant.company(plant.company):
            gateway, _ = Gateway.objects.get_or_create(
                company_id=plant.company,
                key="gw1",
                defaults={"site_id": plant.site, "name": "网关", "password_hash": "x"},
            )
            data = {
                "at": iso(clock.now()), "by": plant.person("li"), "instrument": str(self.id),
                "kind": self.kind, "serial": self.serial, "site": str(plant.site),
                "gateway": str(gateway.id), "ex": None, "firmware": None,
            }  # fmt: skip
            enrolled = [
                ("InstrumentEnrolled", data, {"name": f"四合一 {self.serial.removeprefix('SN-')} 号"})
            ]
            store.save(plant.company, apply(None, "InstrumentEnrolled", data), 1, enrolled)
            return gateways.wire(gateway)

    def tells(self, lel: str | None = "0.4", *, at: datetime | None = None, **more: Any) -> None:
        """One message through the whole way of the reader; `at`: by its own clock. What is None is left
        out."""
        self.number += 1
        here = partition_of(self.wire, self.serial)
        lease = self.reader.lease(here)
        subject = f"davy.r.{here}.{self.wire.company}.{self.wire.site}.{self.wire.gateway}.{self.serial}"
        told = {"seq": self.number, "boot": "a", "lel": float(lel) if lel else None, **self.air, **more}
        told |= {"at": iso(at)} if at else {}
        body = json.dumps({name: value for name, value in told.items() if value is not None}).encode()
        self.reader.place += 1
        commit(lease, [Message(self.reader.place, subject, clock.now(), body)], 0)
