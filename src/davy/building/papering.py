"""Somebody who works on paper for a while, through the door: what tests start from and the demo lives by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import RefusedError, envelope
from davy.building.plant import Plant
from davy.db import tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.outages import queries
from davy_core.instants import iso
from davy_core.outages.state import Block

__all__ = ["Papering"]


@dataclass
class Papering:
    """Gives commands on one outage and one block of sheets: 郑安全 prints, 李工 holds, 冯班长 declares."""

    plant: Plant
    outage: UUID = field(default_factory=uuid7)
    block: UUID = field(default_factory=uuid7)
    at: datetime | None = None

    def give(self, who: str | None, kind: str, body: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """Send one command as this person (None: the clock); the door's answer."""
        stream = "outage" if kind.endswith("_outage") else "block"
        now = self.at or clock.now()
        sent = envelope(
            self.plant.company,
            self.outage if stream == "outage" else self.block,
            kind,
            body or {},
            stream_kind=stream,
            occurred_at=now,
        )
        if who is None:
            return execute(sent, Sender("clock", simulated_at=self.at))
        member = self.plant.people[who]
        return execute(sent, Sender("person", member.person, member.account, simulated_at=self.at))

    def must(self, who: str | None, kind: str, body: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """Send and insist. Raises RefusedError with the reasons."""
        answer = self.give(who, kind, body)
        if answer["verdict"] != "accepted":
            raise RefusedError(f"{kind} by {who}: {[(r['code'], r['values']) for r in answer['reasons']]}")
        return answer

    @property
    def now(self) -> datetime:
        """The builder's instant, else the clock's."""
        return self.at or clock.now()

    @property
    def state(self) -> Block:
        """The block as it stands. Raises LookupError before it is printed."""
        with tenant.company(self.plant.company):
            found = queries.block(self.plant.company, self.block)
        if found is None:
            raise LookupError(str(self.block))
        return found

    def serial(self, n: int = 0) -> str:
        """The n-th sheet of the block."""
        return self.state.sheets[n].serial

    def printed(
        self,
        count: int = 3,
        template: str = "hot",
        holder: str = "li",
        areas: Sequence[UUID] | None = None,
    ) -> Papering:
        """A block for the area of the plant or for others (none: the whole site), in its holder's hand."""
        body = {
            "template": template,
            "site": str(self.plant.site),
            **self._of(areas),
            "count": count,
        }
        self.must("zheng", "print_block", body)
        self.must("zheng", "hand_over_block", {"to": self.plant.person(holder)})
        self.must(holder, "take_block", {"counted": count})
        return self

    def _of(self, areas: Sequence[UUID] | None) -> Mapping[str, Any]:
        named = [str(area) for area in ((self.plant.area,) if areas is None else areas)]
        return {"areas": named} if named else {}

    def declared(
        self,
        since: timedelta = timedelta(0),
        until: timedelta = timedelta(hours=4),
        areas: Sequence[UUID] | None = None,
    ) -> Papering:
        """An outage of the area, or of others, that began `since` ago and is to end after `until`."""
        body = {
            "site": str(self.plant.site),
            **self._of(areas),
            "reason": "power",
            "from": iso(self.now - since),
            "until": iso(self.now + until),
        }
        self.must("feng", "declare_outage", body)
        return self

    def ended(self) -> Papering:
        """It is over now."""
        self.must("feng", "end_outage", {"ended": iso(self.now)})
        return self

    def register(self, who: str = "li", n: int = 0, **over: Any) -> Mapping[str, Any]:
        """A sheet turns up at the point of the plant, with work going on."""
        place = {"site": str(self.plant.site), "area": str(self.plant.area), "point": str(self.plant.point)}
        body = {"serial": self.serial(n), "place": place, "condition": "going_on", **over}
        return self.must(who, "register_sheet", body)

    def clear(self, who: str = "feng", n: int = 0, **over: Any) -> Mapping[str, Any]:
        """Somebody saw the place cleared, item by item."""
        items = [{"item": i, "so": True} for i in ("people_out", "tools_out", "fire_out", "made_safe")]
        return self.must(who, "close_sheet", {"serial": self.serial(n), "items": items, **over})
