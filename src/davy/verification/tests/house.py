"""A plant with a permit that goes on, and how tests verify the papers of its people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.models import Account
from davy.building.envelopes import envelope
from davy.building.hands import Hands
from davy.building.journeys import state
from davy.building.plant import photo
from davy.db import rows, tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence import queries as evidence
from davy.people.models import Certificate, Person
from davy.verification import queries
from davy_core.verification.state import Checked

__all__ = ["House"]

ITEM = "熔化焊接与热切割作业"


class House:
    """The people of the plant, their papers, and the permit they work on."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.plant = hands, hands.plant
        with tenant.company(self.plant.company):
            Account.objects.filter(id=self.plant.people["chu"].account).update(
                roles=["control_room", "registrar"]
            )
        self.paper = self.paper_of("qian", ITEM)

    def paper_of(self, who: str, item: str) -> UUID:
        """A certificate of somebody by its item."""
        with tenant.company(self.plant.company):
            found: UUID = Certificate.objects.get(person_id=self.plant.people[who].person, item=item).id
        return found

    def answer(self, who: str = "qian", item: str = ITEM, **over: Any) -> dict[str, Any]:
        """What an honest source says of that paper, with something else in it."""
        with tenant.company(self.plant.company):
            row = Certificate.objects.get(id=self.paper_of(who, item))
        days = {name: str(getattr(row, name)) for name in ("valid_from", "valid_to")}
        told = {"found": True, "number": row.number, "name": self.plant.people[who].name}
        return {**told, "records": [{"item": item, "status": "valid", **days}], **over}

    def verify(self, answer: Mapping[str, Any] | None, by: str = "zheng", **over: Any) -> Mapping[str, Any]:
        """Somebody enters what the official page said of 钱焊工's paper, with his screenshot."""
        shot = photo(self.plant.company, "screenshot")
        body = {"certificate": str(self.paper), "source": "official", "answer": answer, "screenshot": shot}
        return self.give(by, "record_answer", {**body, **over})

    def give(
        self, by: str, kind: str, body: Mapping[str, Any] | None = None, whose: str = "qian"
    ) -> Mapping[str, Any]:
        """One command on the papers of a person."""
        member = self.plant.people[by]
        sent = envelope(
            self.plant.company,
            self.plant.people[whose].person,
            kind,
            body or {},
            occurred_at=clock.now(),
            stream_kind="person",
        )
        return execute(sent, Sender("person", member.person, member.account))

    def code(self, answer: Mapping[str, Any]) -> str:
        """The code of a refusal, or accepted."""
        return str(answer["reasons"][0]["code"]) if answer["verdict"] == "refused" else "accepted"

    def state(self, who: str = "qian") -> Checked:
        """His papers as the row keeps them."""
        with tenant.company(self.plant.company):
            found = queries.load(self.plant.company, self.plant.people[who].person)
        assert found is not None
        return found

    def status(self, who: str = "qian") -> str:
        """His state in the register."""
        with tenant.company(self.plant.company):
            return Person.objects.get(id=self.plant.people[who].person).status

    def events(self, who: str = "qian") -> list[str]:
        """What his chain tells, in order."""
        with tenant.company(self.plant.company):
            told = evidence.events(self.plant.company, "person", self.plant.people[who].person)
        return [event.type for event in told]

    def permit(self) -> tuple[str, list[str]]:
        """The state of the permit and why it is paused."""
        found = state(self.hands)
        return found.state, [cause.kind for cause in found.causes]

    def alarms(self) -> list[dict[str, Any]]:
        """The open alarms about papers."""
        with tenant.company(self.plant.company):
            return rows.many(
                "SELECT kind, subject, told FROM alarms_alarm WHERE company_id = %s AND state <> 'closed'"
                " AND (kind LIKE 'certificate%%' OR kind LIKE 'verification%%') ORDER BY kind",
                (self.plant.company,),
            )
