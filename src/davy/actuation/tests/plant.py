"""Relay, fan and siren of a work point, and a table that two people stand behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from davy import clock
from davy.actuation import queries
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import Plant
from davy.db import rows, tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.instruments import store
from davy.instruments.models import Gateway
from davy_core.actuation.state import Actuation
from davy_core.instants import iso
from davy_core.instruments.apply import apply

__all__ = ["Desk", "enrolled"]

MARK = "Ex db IIC T6 Gb"


def enrolled(plant: Plant, serial: str, kind: str, gateway: UUID | None, site: UUID | None = None) -> UUID:
    """An instrument of the register."""
    made = uuid7()
    data: dict[str, Any] = {
        "at": iso(clock.now()),
        "by": plant.person("li"),
        "instrument": str(made),
        "kind": kind,
        "serial": serial,
        "site": str(site or plant.site),
        "gateway": str(gateway) if gateway else None,
        "ex": MARK,
        "firmware": None,
    }
    with tenant.company(plant.company):
        state = apply(None, "InstrumentEnrolled", data)
        store.save(plant.company, state, 1, [("InstrumentEnrolled", data, {"name": serial})])
    return made


class Desk:
    """Gives commands to the work point of a plant, as people and as Davy."""

    def __init__(self, plant: Plant, gateway: UUID | None = None) -> None:
        self.plant = plant
        with tenant.company(plant.company):
            self.gateway = (
                gateway
                or Gateway.objects.create(
                    company_id=plant.company, site_id=plant.site, key="gw1", name="网关", password_hash="x"
                ).id
            )
        self.relay = enrolled(plant, "SN-R", "cutoff_relay", self.gateway)
        self.fan = enrolled(plant, "SN-F", "fan", self.gateway)
        self.siren = enrolled(plant, "SN-S", "beacon", self.gateway)

    @property
    def rows(self) -> Sequence[Mapping[str, Any]]:
        """Gas cuts, ventilates and sounds; any stop cuts."""
        relay, fan, siren = str(self.relay), str(self.fan), str(self.siren)
        cut = {"effect": "cut_energy", "instrument": relay, "feeds": ["welding", "tools"]}
        return [
            {"cause": "gas", **cut},
            {"cause": "any_stop", **cut},
            {"cause": "gas", "effect": "start_ventilation", "instrument": fan, "position": "上风侧"},
            {"cause": "gas", "effect": "sound_siren", "instrument": siren},
        ]

    def in_force(self, rows_: Sequence[Mapping[str, Any]] | None = None) -> Desk:
        """冯班长 proposes, 郑安全 approves."""
        told = {"rows": [dict(row) for row in (self.rows if rows_ is None else rows_)]}
        assert self.give("feng", "propose_table", told)["verdict"] == "accepted"
        state = self.state
        assert state is not None
        answer = self.give("zheng", "approve_table", {"version": state.versions})
        assert answer["verdict"] == "accepted", answer
        return self

    @property
    def state(self) -> Actuation | None:
        """The work point as its events fold."""
        with tenant.company(self.plant.company):
            return queries.load(self.plant.company, self.plant.point)

    def give(
        self, who: str, kind: str, body: Mapping[str, Any], point: UUID | None = None, **more: Any
    ) -> Mapping[str, Any]:
        """Of a person by name, or of Davy (`watch`, `clock`, `driver`); the door's answer."""
        member = self.plant.people.get(who)
        sender = Sender("person", member.person, member.account) if member else Sender(who)
        data = {
            "v": 1,
            "id": str(uuid7()),
            "company": str(self.plant.company),
            "stream": f"actuation/{point or self.plant.point}",
            "kind": kind,
            "base_version": None,
            "body": dict(body),
            "occurred_at": iso(clock.now()),
            "app": "test",
            **more,
        }
        return execute(parse(seal(data)), sender)

    def back(self, who: str, instrument: UUID, **more: Any) -> list[str]:
        """Take the effect of this instrument back; events, or the codes of the refusal."""
        held = self.state.last(str(instrument)) if self.state else None
        assert held is not None
        told = {"order": held.id, "reason": "已查明原因"}
        answer = self.give(who, "restore_effect", told, **{"position": AT_POINT, **more})
        if answer["verdict"] == "accepted":
            return list(answer["events"])
        return [reason["code"] for reason in answer["reasons"]]

    def orders(self) -> list[dict[str, Any]]:
        """All orders, the oldest first."""
        with tenant.company(self.plant.company):
            return rows.many(
                "SELECT i.serial, o.* FROM actuation_order o JOIN instruments_instrument i"
                " ON i.company_id = o.company_id AND i.id = o.instrument_id"
                " WHERE o.company_id = %s ORDER BY o.requested_at, o.id",
                (self.plant.company,),
            )

    def rung(self, hands: Hands) -> list[str]:
        """The open alarms of the permit."""
        with tenant.company(self.plant.company):
            found = rows.many(
                "SELECT kind FROM alarms_alarm"
                " WHERE company_id = %s AND permit_id = %s AND state <> 'closed'",
                (self.plant.company, hands.permit),
            )
        return sorted(row["kind"] for row in found)
