"""Two companies of a park over real HTTP on the loopback: 华海, whom we are, and 东港."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import time_machine

from davy import clock
from davy.accounts.models import Account
from davy.db import rows, tenant
from davy.park import queries
from davy.park.pulling import News, pull
from davy.people import identity, protected, vault
from davy.people.models import Person
from davy.watch.tests.web import serving
from tests.plant import STAFF, Browser, Plant, build, said

__all__ = ["NUMBER", "Company", "Two", "two_companies"]

NUMBER = "11010519491231002X"
"""吴焊工's, who works for a contractor in both companies."""
NAME = "吴焊工"


@dataclass
class Company:
    """One of the two: its plant, its address, its partnership, and 吴焊工 in its register."""

    plant: Plant
    url: str
    wu: UUID
    partner: str = ""

    @property
    def id(self) -> UUID:
        return self.plant.company.id

    @property
    def he(self) -> Browser:
        """何工, who administers."""
        return self.plant.browser("he")

    def consent(self, **more: Any) -> dict[str, Any]:
        last = (self.plant.company.today() + timedelta(days=90)).isoformat()
        told = {"purpose": "园区联防", "shares": ["frozen", "shut_out"], "until": last, "our_url": self.url}
        return {**told, "private_net": True, **more}

    def send(self, path: str, body: Any, nick: str = "he") -> Any:
        return said(self.plant.browser(nick).send("POST", f"/api/v1/park/{path}", body))

    def freeze(self, status: str = "frozen") -> None:
        with tenant.company(self.id):
            Person.objects.filter(id=self.wu).update(status=status)

    def pull(self) -> News:
        return pull(self.id, UUID(self.partner))

    def standing(self, person: UUID | None = None) -> str:
        whose = str(person or self.wu)
        with tenant.company(self.id):
            return queries.standings(self.id, [whose], clock.now())[whose]

    def room(self) -> Any:
        return said(self.he.get("/api/v1/park"))

    def log(self) -> list[str]:
        return [line["what"] for line in reversed(said(self.he.get("/api/v1/park/lines")))]

    def rows_of(self, table: str) -> int:
        with tenant.company(self.id):
            found = rows.one(f"SELECT count(*) AS n FROM {table} WHERE company_id = %s", [self.id])  # noqa: S608
        assert found is not None
        return int(found["n"])


@dataclass
class Two:
    """Both, and the clock that they share."""

    ours: Company
    theirs: Company
    time: time_machine.Traveller

    def pair(self, **more: Any) -> None:
        """Both consent, by two codes that are passed by hand."""
        first = self.ours.send("invitations", self.ours.consent(**more))
        second = self.theirs.send("joins", {**self.theirs.consent(**more), "code": first["code"]})
        self.ours.partner, self.theirs.partner = first["partner"]["id"], second["partner"]["id"]
        done = self.ours.send(f"partners/{self.ours.partner}/finish", {"code": second["code"]})
        assert done["state"] == "active", done

    def later(self, **span: int) -> None:
        self.time.shift(timedelta(**span))


def entered(plant: Plant, number: str = NUMBER, name: str = NAME, code: str = "C1-W1") -> UUID:
    """Somebody of the contractor, with his number sealed."""
    with tenant.company(plant.company.id):
        one = Person.objects.create(
            company_id=plant.company.id, name=name, hr_code=code, firm_id=plant.firm_id,
            id_last4=identity.last4(number), id_hash=vault.index(number, plant.company.id),
        )  # fmt: skip
        protected.keep(plant.company.id, one.id, {"id_number": number}, None)
    return one.id


def _company(host: str, code: str, url: str) -> Company:
    plant = build(host, code, STAFF)
    Account.objects.filter(id=plant.accounts["he"].id).update(roles=["admin", "safety_officer"])
    return Company(plant, url, entered(plant))


@contextmanager
def two_companies(time: time_machine.Traveller) -> Iterator[Two]:
    """Both served; nothing agreed yet."""
    with serving() as url:
        port = url.rpartition(":")[2]
        ours = _company("127.0.0.1", "华海", f"http://127.0.0.1:{port}")
        theirs = _company("localhost", "东港", f"http://localhost:{port}")
        yield Two(ours, theirs, time)
