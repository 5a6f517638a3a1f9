"""A few isolations of the simulated plant, for the room of isolations: one verified and locked,
one half done. They come through the door like everything else."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from davy import clock
from davy.attachments import store
from davy.building.hands import RefusedError, envelope
from davy.db import tenant
from davy.demo import phones, pictures
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.people import queries as people
from davy.people.models import Person
from davy.sites.models import Area, WorkPoint

__all__ = ["build"]

PUMP = (
    ("disconnection", "进口法兰拆断加盲法兰", "", "P-1201", True, 0.20, 0.55),
    ("disconnection", "出口法兰拆断加盲法兰", "", "P-1202", True, 0.80, 0.30),
    ("switch", "电机断路器", "MCC-3-07", "", False, 0.50, 0.85),
)
TANK = (
    ("valve", "蒸汽伴热根部阀", "XV-1315", "S-0411", False, 0.50, 0.85),
    ("blind", "进料管盲板", "MB-102-01", "P-1310", True, 0.20, 0.55),
    ("disconnection", "氮气管拆断", "", "N-0207", True, 0.80, 0.30),
)
JOBS = (("P-101 泵检修隔离", "T100-04", PUMP, 3), ("V-102 储罐检修隔离", "T100-02", TANK, 1))
"""Title, code of the work point, points, and how many of them are done."""
SKETCH = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450" width="800" height="450">'
    '<rect width="800" height="450" fill="#ffffff"/>'
    '<g fill="none" stroke="#14181f" stroke-width="4">'
    '<path d="M40 248 H340"/><path d="M460 220 V135 H760"/><circle cx="400" cy="248" r="60"/>'
    '<path d="M400 308 V360"/><rect x="345" y="360" width="110" height="46"/>'
    '<path d="M160 228 V268"/><path d="M640 115 V155"/></g>'
    '<g fill="#14181f" font-size="22" font-family="sans-serif">'
    '<text x="50" y="230">IN</text><text x="700" y="120">OUT</text>'
    '<text x="392" y="256">E</text><text x="390" y="391">M</text></g></svg>'
)


def build(company_id: UUID) -> None:
    """Draw them up and carry them out as far as they have come."""
    content = SKETCH.encode()
    drawing = hashlib.sha256(content).hexdigest()
    store.take(io.BytesIO(content), company_id=company_id, sha256=drawing, account_id=None, drawing=True)
    with tenant.company(company_id):
        photos = iter([shot for shots in pictures.known(company_id).values() for shot in shots])
        staff = list(Person.objects.filter(company_id=company_id, status="active").order_by("hr_code"))
        hands = [_Hand(company_id, code, staff) for _, code, _, _ in JOBS]
    for (title, _, points, done), hand in zip(JOBS, hands, strict=True):
        hand.plan(title, points, drawing)
        for number in range(1, done + 1):
            hand.isolate(number, points[number - 1][0], photos)


class _Hand:
    """Gives the commands of one isolation: the shift leader of the area, and two others."""

    def __init__(self, company_id: UUID, code: str, staff: Sequence[Person]) -> None:
        """Inside a tenant block."""
        point = WorkPoint.objects.get(company_id=company_id, code=code)
        area = Area.objects.get(company_id=company_id, id=point.area_id)
        post = people.posts(company_id, area.id)["shift_leader"]
        self.company, self.id = company_id, uuid7()
        self.phone = next(iter(phones.known(company_id).values()), None)
        self.leader = UUID(str(post.holder or post.deputy))
        self.isolator, self.verifier = [p.id for p in staff if p.id != self.leader and p.firm_id is None][:2]
        self.place = {"site": str(area.site_id), "area": str(area.id), "point": str(point.id)}

    def give(self, person: UUID, kind: str, body: Mapping[str, Any]) -> None:
        """Send and insist."""
        now = clock.now()
        sent = envelope(self.company, self.id, kind, body, stream_kind="isolation", occurred_at=now)
        answer = execute(sent, Sender("person", person, device=self.phone))
        if answer["verdict"] != "accepted":
            raise RefusedError(f"{kind}: {[r['code'] for r in answer['reasons']]}")

    def plan(self, title: str, points: Sequence[Sequence[Any]], drawing: str) -> None:
        """With every point on the drawing."""
        rows = []
        for kind, name, number, line, hazardous, x, y in points:
            row = {"kind": kind, "name": name, "hazardous": hazardous, "x": x, "y": y}
            rows.append({**row, **{k: v for k, v in (("number", number), ("line", line)) if v}})
        people_of_it = {"isolators": [str(self.isolator)], "verifiers": [str(self.verifier)]}
        body = {"place": self.place, "title": title, "drawing": drawing, "points": rows, **people_of_it}
        self.give(self.leader, "plan_isolation", body)

    def isolate(self, number: int, kind: str, photos: Iterator[str]) -> None:
        """One point applied by one and verified by the other."""
        point, tag = {"point": f"p{number}"}, f"GP-{self.id.hex[-4:]}-{number}"
        lock = {} if kind == "disconnection" else {"lock": f"SO-{self.id.hex[-4:]}-{number}"}
        self.give(self.isolator, "apply_point", {**point, "tag": tag, "photo": next(photos), **lock})
        seen = {"tag": tag, "zero_energy": True, "photo": next(photos)}
        self.give(self.verifier, "verify_point", {**point, **seen})
