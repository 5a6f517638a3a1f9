"""A plant with a permit that goes on and a gate before its area, in whose gatehouse a real server listens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.gate import queries
from davy.gate.judging import judge_all
from davy.gate.models import Controller
from davy.gate.setups import sealed
from davy.gate.visiting import visit
from davy.people.models import Person
from davy.simulator.gatehouse import Gatehouse
from davy_core.gate.state import Gate

__all__ = ["House"]

TOKEN = "of-the-gate"


class House:
    """The gate of the tank area, and how tests look at it."""

    def __init__(self, plant: Plant, server: Gatehouse, **more: Any) -> None:
        self.plant, self.server = plant, server
        with tenant.company(plant.company):
            self.gate: UUID = Controller.objects.create(
                company_id=plant.company,
                site_id=plant.site,
                area_ids=[plant.area],
                code="G-01",
                name="罐区东门",
                way="http",
                url=server.url,
                secret=sealed(server.token, plant.company),
                next_visit_at=clock.now(),
                **more,
            ).id

    def look(self) -> int:
        """What the clock does four times a minute: judge, then visit what is due; how many visits."""
        judge_all(self.plant.company)
        return visit(self.plant.company, self.gate)

    def due_now(self) -> None:
        """Somebody presses "visit now"."""
        with tenant.company(self.plant.company):
            Controller.objects.filter(id=self.gate).update(next_visit_at=clock.now())

    @property
    def state(self) -> Gate:
        """The gate as its events fold."""
        with tenant.company(self.plant.company):
            return queries.load(self.plant.company, self.gate) or Gate(str(self.gate))

    @property
    def row(self) -> Controller:
        """The gate's row."""
        with tenant.company(self.plant.company):
            return Controller.objects.get(id=self.gate)

    def inside_may(self) -> set[str]:
        """Who has a live pass, by the names of the plant."""
        who = {str(member.person): key for key, member in self.plant.people.items()}
        return {who[one.person] for one in self.state.live()}

    def at_the_gate(self) -> set[str]:
        """Whom the gate's own list of Davy's passes lets in, by the names of the plant."""
        codes = {self.code(key): key for key in self.plant.people}
        return {codes[code] for code in self.server.ours}

    def code(self, who: str) -> str:
        """His number in the company's records."""
        with tenant.company(self.plant.company):
            return str(Person.objects.get(id=self.plant.people[who].person).hr_code)

    def events(self, kind: str = "") -> list[tuple[str, Mapping[str, Any]]]:
        """What the gate's chain tells, in order."""
        with tenant.company(self.plant.company):
            told = evidence.events(self.plant.company, "gate", self.gate)
        return [(e.type, e.data) for e in told if not kind or e.type == kind]

    def alarms(self) -> list[str]:
        """The open alarms of the plant about gates."""
        with tenant.company(self.plant.company):
            found = rows.many(
                "SELECT kind FROM alarms_alarm WHERE company_id = %s AND state <> 'closed'"
                " AND kind LIKE 'gate%%' ORDER BY kind",
                (self.plant.company,),
            )
        return [row["kind"] for row in found]


def until_end(hands: Hands) -> timedelta:
    """How long the window of the permit is open still."""
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT ends_at FROM permits_permit WHERE id = %s", (hands.permit,))
    assert found is not None
    end: timedelta = found["ends_at"] - clock.now()
    return end
