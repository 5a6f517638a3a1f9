"""Gateways and instruments in the register of a plant, entered as the desk does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from davy.building.plant import Plant
from davy.db import tenant
from davy.ids import uuid7
from davy.instruments import gateways, store
from davy.instruments.models import Gateway
from davy_core.instants import iso
from davy_core.instruments.apply import apply

__all__ = ["Login", "gateway", "instrument"]


@dataclass(frozen=True)
class Login:
    """How a gateway comes in, and its topics."""

    user: str
    password: str
    down: str
    up: str


def gateway(plant: Plant, key: str, adapter: str = "plain") -> Login:
    """A gateway of the register."""
    password, hashed = gateways.new_password()
    with tenant.company(plant.company):
        made = Gateway.objects.create(
            company_id=plant.company,
            site_id=plant.site,
            key=key,
            name=key,
            adapter=adapter,
            password_hash=hashed,
        )
        wire = gateways.wire(made)
    return Login(wire.user, password, wire.down, wire.up)


def instrument(plant: Plant, serial: str, behind: str, kind: str = "multi_gas") -> UUID:
    """An enrolled instrument behind the gateway of this key."""
    made = uuid7()
    with tenant.company(plant.company):
        through = Gateway.objects.get(company_id=plant.company, key=behind)
        data = {
            "at": iso(datetime.now(UTC)),  # noqa: TID251 - the broker's clock is that of the machine
            "by": plant.person("li"),
            "instrument": str(made),
            "kind": kind,
            "serial": serial,
            "site": str(plant.site),
            "gateway": str(through.id),
            "ex": None,
            "firmware": None,
        }
        state = apply(None, "InstrumentEnrolled", data)
        store.save(plant.company, state, 1, [("InstrumentEnrolled", data, {"name": serial})])
    return made
