"""Somebody who isolates a place, through the door: what tests start from and the demo lives by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import Hands, RefusedError, envelope
from davy.building.phones import marked
from davy.building.plant import Plant, photo
from davy.db import tenant
from davy.door.envelope import Envelope
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.isolations import queries
from davy_core.isolations.state import Isolation

__all__ = ["BLINDED", "PUMP", "Isolating"]

PUMP: tuple[Mapping[str, Any], ...] = (
    {"kind": "disconnection", "name": "泵出口法兰拆断", "hazardous": True, "number": "MB-101-1",
     "line": "P-1203", "medium": "methanol", "x": 0.3, "y": 0.4},
    {"kind": "switch", "name": "电机断路器", "hazardous": False, "number": "MCC-3-07", "x": 0.7,
     "y": 0.6},
)  # fmt: skip
BLINDED = ({**PUMP[0], "kind": "blind", "name": "泵出口法兰盲板"}, PUMP[1])
"""The same with a blind, the fitting of which needs a permit of its own (GB 30871 7.11)."""
_shots = count(1)


@dataclass
class Isolating:
    """Gives commands on one isolation: 冯班长 draws it up, 吴工艺 isolates, 周分析 verifies."""

    plant: Plant
    isolation: UUID = field(default_factory=uuid7)
    at: datetime | None = None

    def give(
        self, who: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
    ) -> Mapping[str, Any]:
        """Send one command as this person; the door's answer."""
        member = self.plant.people[who]
        camera = "photo" in (body or {}) and self.plant.ex_zone != "none"
        phone = marked(self.plant, who) if camera else None
        sender = Sender("person", member.person, member.account, simulated_at=self.at, device=phone)
        return execute(self.sealed(kind, body or {}, **extra), sender)

    def sealed(self, kind: str, body: Mapping[str, Any], **extra: Any) -> Envelope:
        """The command as it is sent."""
        at = extra.pop("occurred_at", self.at or clock.now())
        return envelope(
            self.plant.company, self.isolation, kind, body, stream_kind="isolation", occurred_at=at, **extra
        )

    def must(
        self, who: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
    ) -> Mapping[str, Any]:
        """Send and insist. Raises RefusedError with the reasons."""
        answer = self.give(who, kind, body, **extra)
        if answer["verdict"] != "accepted":
            raise RefusedError(f"{kind} by {who}: {[(r['code'], r['values']) for r in answer['reasons']]}")
        return answer

    @property
    def state(self) -> Isolation:
        """The isolation as its row tells it. Raises LookupError when there is none."""
        with tenant.company(self.plant.company):
            found = queries.load(self.plant.company, self.isolation)
        if found is None:
            raise LookupError(str(self.isolation))
        return found

    def shot(self) -> str:
        """A new photo."""
        return photo(self.plant.company, f"isolation-{next(_shots)}")

    def plan(self, points: tuple[Mapping[str, Any], ...] = PUMP, **over: Any) -> Isolating:
        """冯班长 draws it up."""
        plant = self.plant
        body = {
            "place": {"site": str(plant.site), "area": str(plant.area), "point": str(plant.point)},
            "title": "V-101 泵检修隔离",
            "isolators": [plant.person("wu")],
            "verifiers": [plant.person("zhou")],
            "points": [dict(p) for p in points],
            **over,
        }
        self.must("feng", "plan_isolation", body)
        return self

    def isolate(self, point: str, **extra: Any) -> None:
        """One point applied with tag and lock; a blind begun first. `permit` is the blind's own."""
        found = self.state.point(point)
        if found is not None and found.kind == "blind" and found.state == "planned":
            self.must("wu", "begin_blind", {"point": point, **extra})
        n = next(_shots)
        lock = {} if found is not None and found.kind == "blind" else {"lock": f"SO-{n}"}
        self.must("wu", "apply_point", {"point": point, "tag": f"GP-{n}", "photo": self.shot(), **lock})

    def verify(self, point: str) -> None:
        """周分析 reads the tag and tries that nothing comes."""
        found = self.state.point(point)
        tag = found.tag if found else None
        self.must(
            "zhou", "verify_point", {"point": point, "tag": tag, "zero_energy": True, "photo": self.shot()}
        )

    def isolate_all(self, permits: Mapping[str, str] | None = None) -> Isolating:
        """Every point isolated and verified; `permits` names the blind's own permit by point."""
        for one in self.state.points:
            self.isolate(one.id, **({"permit": permits[one.id]} if permits and one.id in permits else {}))
            self.verify(one.id)
        return self

    def restore(self, point: str) -> None:
        """Give one point back, and have it seen."""
        found = self.state.point(point)
        if found is not None and found.kind == "blind":
            self.must("wu", "begin_blind", {"point": point})
        self.must("wu", "remove_point", {"point": point, "photo": self.shot()})
        self.must("zhou", "confirm_restored", {"point": point, "photo": self.shot()})

    def unlock(self) -> None:
        """Every group lock off."""
        for lock in self.state.locks:
            if lock.kind == "group":
                self.must("wu", "take_lock_off", {"number": lock.number})

    def behind(self, *permits: Hands) -> None:
        """These permits rely on it, each by its responsible person."""
        for hands in permits:
            self.must("li", "rely", {"permit": str(hands.permit)})
