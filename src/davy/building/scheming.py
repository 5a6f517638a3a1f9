"""Somebody who writes a work plan (作业方案) and those who review it, through the door: what tests start from
and the demo lives by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.building.hands import Hands, RefusedError, envelope
from davy.building.plant import Plant, photo
from davy.db import rows, tenant
from davy.door.envelope import Envelope
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.schemes import queries
from davy_core.schemes.state import Scheme
from davy_core.signatures.ways import PASSWORD

__all__ = ["SECTIONS", "Scheming", "approved"]

SECTIONS: Mapping[str, str] = {
    "overview": "在甲醇罐区吊出换热器管束 E-201，重 50 吨，一天做完；东侧是在用管廊。",
    "basis": "GB 30871-2022 第 9 章、GB 6067.1、设备图纸 E-201-03、本企业吊装管理规定。",
    "steps": "一、站位，支腿垫钢板；二、挂索具，离地 20 厘米试吊 10 分钟；三、起吊、落车；四、收车清场。",
    "people": "指挥 1 人（Q1），司机 1 人（Q2），司索 2 人，警戒 2 人，监护 1 人；由指挥统一发令。",
    "measures": "支腿下陷：垫 2 米×2 米钢板并专人看守。吊物碰管廊：溜绳两根，半径 15 米警戒，风力 6 级停吊。",
    "emergency": "出事先停吊、放下吊物；人往上风向撤到 3 号集合点；打 8119 报中控；担架和急救箱在班组门口。",
    "monitoring": "支腿沉降每 10 分钟看一次，超过 20 毫米停；风速每 30 分钟测一次，到 10.8 米/秒停。",
    "drawings": "站位图和吊装路线图见附图。",
}


@dataclass
class Scheming:
    """Gives commands on one scheme: 李工 writes, 唐专业 (or whoever must) approves."""

    plant: Plant
    scheme: UUID = field(default_factory=uuid7)
    at: datetime | None = None

    def give(
        self, who: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
    ) -> Mapping[str, Any]:
        """Send one command as this person, decided on the scheme as it is; the door's answer."""
        member = self.plant.people[who]
        sender = Sender("person", member.person, member.account, extra.pop("proof", PASSWORD), self.at)
        extra.setdefault("base_version", self.version)
        return execute(self.sealed(kind, body or {}, **extra), sender)

    def sealed(self, kind: str, body: Mapping[str, Any], **extra: Any) -> Envelope:
        """The command as it is sent."""
        at = extra.pop("occurred_at", self.at or clock.now())
        return envelope(
            self.plant.company, self.scheme, kind, body, stream_kind="scheme", occurred_at=at, **extra
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
    def version(self) -> int:
        """How far its stream has come; 0 before it is drafted."""
        with tenant.company(self.plant.company):
            row = rows.one(
                "SELECT version FROM schemes_scheme WHERE company_id = %s AND id = %s",
                (self.plant.company, self.scheme),
            )
        return row["version"] if row else 0

    @property
    def state(self) -> Scheme:
        """The scheme as its row tells it. Raises LookupError when there is none."""
        with tenant.company(self.plant.company):
            found = queries.load(self.plant.company, self.scheme)
        if found is None:
            raise LookupError(str(self.scheme))
        return found

    def draft(self, work: str = "lifting", level: str = "second", **over: Any) -> Scheming:
        """李工 drafts it for the plant's first point."""
        plant = self.plant
        place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.point)}
        body = {"type": work, "level": level, "place": place, "title": "换热器管束吊装方案", **over}
        self.must("li", "draft_scheme", body)
        return self

    def write(self, section: str, text: str | None = None) -> Scheming:
        """李工 writes a section; the drawings with a picture."""
        pictures = [photo(self.plant.company, "scheme-drawing")] if section == "drawings" else []
        words = SECTIONS[section] if text is None else text
        self.must("li", "write_section", {"section": section, "text": words, "attachments": pictures})
        return self

    def submit(self) -> Scheming:
        """李工 writes every section that is not written yet and sends it for review."""
        for section in SECTIONS:
            if self.state.section(section) is None:
                self.write(section)
        self.must("li", "submit_scheme")
        return self

    def approve(self, who: str = "tang", **body: Any) -> Scheming:
        """Whoever must approves the version that lies there."""
        self.must(who, "approve_scheme", {"version": len(self.state.versions), **body})
        return self

    def name(self, version: int = 1) -> dict[str, Any]:
        """What a permit's request says of it."""
        return {"id": str(self.scheme), "version": version}


def approved(hands: Hands, work: str = "lifting", level: str = "second", who: str = "tang") -> Scheming:
    """A scheme for such work at the plant's first point, written, sent and approved."""
    return Scheming(hands.plant, at=hands.at).draft(work, level).submit().approve(who)
