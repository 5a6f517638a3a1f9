"""Work plans of the simulated plant: an approved one wherever hot work is of the special level, a lift under
review with its remarks, and one that somebody has begun to write. They come through the door like everything
else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import RefusedError, envelope
from davy.db import rows, tenant
from davy.demo import sources
from davy.demo.cast import Cast, Spot
from davy.demo.hand import APP
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy_core.signatures.ways import PASSWORD

__all__ = ["build"]

BEFORE = timedelta(days=70)
"""So long before today they were approved: the past of the plant begins 60 days ago."""


def build(cast: Cast) -> None:
    """Write those that are missing."""
    with tenant.company(cast.company):
        there = {
            row["point"]
            for row in rows.many(
                "SELECT point_id::text AS point FROM schemes_scheme WHERE company_id = %s", (cast.company,)
            )
        }
    told, then = sources.schemes(), clock.now() - BEFORE
    for spot in cast.spots.values():
        if spot.special and spot.type == "hot" and spot.id not in there:
            _Desk(cast, spot, then).approved(told["hot"])
    places = [s for s in cast.spots.values() if s.type == "confined"]
    for spot, name in zip(places, ("review", "draft"), strict=False):
        if spot.id not in there:
            _Desk(cast, spot, clock.now() - timedelta(hours=20)).begun(told[name])


@dataclass
class _Desk:
    """Gives the commands of one scheme: who leads work there writes, the post that must approves."""

    cast: Cast
    spot: Spot
    at: datetime
    id: UUID = field(default_factory=uuid7)
    version: int = 0

    @property
    def author(self) -> str:
        return self.cast.group("responsible")[0].id

    def give(self, person: str, kind: str, body: Mapping[str, Any]) -> None:
        """Send and insist; a few minutes go by."""
        self.at += timedelta(minutes=6)
        known = self.cast.people.get(person)
        sender = Sender("person", UUID(person), known.account if known else None, PASSWORD, self.at)
        sent = envelope(
            self.cast.company, self.id, kind, body, stream_kind="scheme", occurred_at=self.at,
            base_version=self.version, app=APP,
        )  # fmt: skip
        answer = execute(sent, sender)
        if answer["verdict"] != "accepted":
            raise RefusedError(f"{kind}: {[(r['code'], r['values']) for r in answer['reasons']]}")
        self.version = int(answer["version"])

    def write(self, work: str, level: str, told: Mapping[str, Any]) -> None:
        """Draft it and write its sections; the drawings with a picture."""
        spot = self.spot
        place = {"site": spot.site, "area": spot.area, "point": spot.id}
        head = {"type": work, "level": level, "place": place, "title": self._words(told["title"])}
        self.give(self.author, "draft_scheme", head)
        for section, text in told["sections"].items():
            body: dict[str, Any] = {"section": section, "text": self._words(text)}
            if section == "drawings":
                body["attachments"] = list(self.cast.pictures["request"])[:1]
            self.give(self.author, "write_section", body)

    def approved(self, told: Mapping[str, Any]) -> None:
        """Written, sent, and approved by the leader in charge."""
        self.write("hot", "special", told)
        self.give(self.author, "submit_scheme", {})
        self.give(self._holder("leader"), "approve_scheme", {"version": 1})

    def begun(self, told: Mapping[str, Any]) -> None:
        """A lift as far as it has come; where there are remarks it is under review."""
        self.write("lifting", told["level"], told)
        if "remarks" not in told:
            return
        self.give(self.author, "submit_scheme", {})
        for section, text in told["remarks"]:
            self.give(self._holder("area_head"), "annotate", {"section": section, "version": 1, "text": text})

    def _holder(self, post: str) -> str:
        found = self.cast.posts[self.spot.area][post]
        person = found.holder or found.deputy
        if person is None:
            raise LookupError(f"nobody holds {post}")
        return person

    def _words(self, text: str) -> str:
        return text.format(p=self.spot.name, e=self.spot.equipment_name)
