"""What the code on a numbered sheet of an outage (停机票) tells anybody who scans it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from davy.outages import queries
from davy.outages.contract import words
from davy.rulebook import law
from davy_core.outages.gaps import gaps, meets
from davy_core.outages.ground import common
from davy_core.outages.serials import read_serial
from davy_core.outages.state import Block, Outage, Sheet

__all__ = ["Blank", "blank"]

SAYS = {
    "counts": ("停机中，可按本票作业", "In a declared outage: work may go on by this sheet"),
    "not_now": ("现在不是停机，不得凭它作业", "No outage goes on: nobody works by this sheet now"),
    "live": ("已登记，现场还没有清场", "Registered; its place is not cleared"),
    "closed": ("已清场，不得再用", "Cleared, and worth nothing any more"),
    "worthless": ("已作废，不得使用", "Worth nothing; do not use it"),
}


WHOLE = ("全厂", "Whole site")


@dataclass(frozen=True)
class Blank:
    """One sheet to the public. `where` it is at work, or may be: the lamp is of that place and no other. A
    `verdict` is a key of SAYS; `missing`: nobody told of it since an outage."""

    serial: str
    number: str
    title: dict[str, str]
    state: dict[str, str]
    where: str
    verdict: str
    missing: bool

    @property
    def zh(self) -> str:
        """The verdict in Chinese."""
        return SAYS[self.verdict][0]

    @property
    def en(self) -> str:
        """The verdict in English."""
        return SAYS[self.verdict][1]


def blank(company_id: UUID, told: str, now: datetime) -> Blank | None:
    """The sheet of that serial, None for any other text and for a serial nobody printed. Inside a tenant
    block."""
    serial = read_serial(told)
    block = queries.block_of(company_id, serial) if serial else None
    sheet = block.sheet(serial) if block and serial else None
    if block is None or sheet is None:
        return None
    outages = queries.outages_of(company_id, block.site)
    missing = {g.serial for o in outages for g in gaps(block, o)}
    going = [o for o in outages if o.state == "open" and o.starts_at <= now and meets(block, o)]
    return Blank(
        serial=sheet.serial,
        number=block.number,
        title=law.template(block.template)["title"],
        state=words()["sheets"][sheet.state],
        where=_where(company_id, block, sheet, going),
        verdict=_verdict(sheet, going=bool(going)),
        missing=sheet.serial in missing,
    )


def _where(company_id: UUID, block: Block, sheet: Sheet, going: Sequence[Outage]) -> str:
    """The place of its work; of a blank one where it counts now, else where its block is for."""
    names = queries.places(company_id)
    if sheet.used is not None:
        place = sheet.used.place
        return " · ".join(names.get(one, "") for one in (place.site, place.area, place.point) if one)
    counts = [common(block.areas, outage.areas) for outage in going] or [block.areas]
    areas = () if () in counts else dict.fromkeys(area for each in counts for area in each)
    told = "、".join(names.get(area, "") for area in areas) or f"{WHOLE[0]} {WHOLE[1]}"
    return f"{names.get(block.site, '')} · {told}"


def _verdict(sheet: Sheet, *, going: bool) -> str:
    if sheet.state in {"live", "closed"}:
        return sheet.state
    if sheet.state != "blank":
        return "worthless"
    return "counts" if going else "not_now"
