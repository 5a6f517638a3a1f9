"""New requests: which work is to be done, where, by whom, and when."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.demo import pictures, sources, works
from davy.demo.cast import ZONE, Cast, Someone, Spot
from davy.demo.dice import Dice
from davy.demo.scene import Act
from davy_core.instants import iso
from davy_core.place.distance import Place, metres

__all__ = ["Busy", "Plan", "Wish", "permit_id", "plan"]

MEDIA = {
    "methanol": "甲醇", "benzene": "苯", "toluene": "甲苯", "xylene": "二甲苯", "methane": "天然气",
    "hydrogen": "氢气", "formaldehyde": "甲醛溶液", "hydrogen_sulfide": "含油污水",
}  # fmt: skip
FIRMS: Mapping[str, Mapping[str, float]] = {
    "hot": {"": 45, "LH": 55},
    "confined": {"": 25, "LH": 30, "CD": 45},
}
LONG: Mapping[str, float] = {"hot": 8, "confined": 9}  # hours of validity; of other works 8
STEP = timedelta(minutes=5)
APART_M = 20.0  # farther than any two works that need a coordinator (rulepacks/conflicts)
FAR_M = 32.0  # from blinding, under which no fire comes nearer than 30 m, and from a crane and its radius
FAR = frozenset({"blind", "lifting"})
WELDING = {"arc_welding", "gas_cutting", "arc_and_gas"}


@dataclass
class Busy:
    """Who and what is taken: points with an open permit, guardians of one, and others by name."""

    points: set[str] = field(default_factory=set)
    guardians: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Wish:
    """A new permit with this id: what type of work, when it is asked for, and how long before it begins."""

    permit: str
    work_type: str
    at: datetime
    lead: timedelta


@dataclass(frozen=True)
class Plan:
    """A request that is going to be drafted."""

    permit: str
    spot: Spot
    act: Act


def permit_id(company: UUID, seed: str, at: datetime) -> str:
    """The same id for the same request of the past, ordered by its time."""
    digest = hashlib.sha256(f"{company} {seed}".encode()).digest()
    tail = int.from_bytes(digest[:10], "big")
    milliseconds = int(at.timestamp() * 1000)
    number = (milliseconds << 80) | (0x7 << 76) | ((tail >> 62 & 0xFFF) << 64) | (0b10 << 62)
    return str(UUID(int=number | (tail & ((1 << 62) - 1))))


def plan(cast: Cast, wish: Wish, busy: Busy, guardians: Collection[str] | None = None) -> Plan | None:
    """The draft that fulfils a wish, or None when nobody or no place is free.

    `guardians` limits whom it may ask to guard."""
    permit, work_type = wish.permit, wish.work_type
    dice = Dice(permit)
    spots = [s for s in cast.spots.values() if s.type == work_type and _is_free(s, busy, cast)]
    # Fire at height asks for a permit at height beside it; they weld below.
    spots = [s for s in spots if work_type != "hot" or not s.high]
    if not spots:
        return None
    spot = dice.choice(spots, "spot")
    job = _job(dice, spot)
    crew = _crew(cast, dice, busy, guardians, trades=_trades(work_type, job))
    if crew is None:
        return None
    begins = wish.at + wish.lead
    if wish.lead > timedelta(0):
        begins = _rounded(begins)
    body = {
        "type": work_type,
        "place": {"site": spot.site, "area": spot.area, "point": spot.id, "equipment": spot.equipment},
        "window": {"from": iso(begins), "to": iso(begins + timedelta(hours=LONG.get(work_type, 8)))},
        "crew": crew,
        "work": _work(work_type, dice, spot, job, crew["workers"]),
        "content": job["content"].format(p=spot.name, e=spot.equipment_name),
        "photos": [pictures.shot(cast.company, "request", permit)],
        "plan": {"kind": "order", "id": cast.yearly[begins.astimezone(ZONE).year]},
    }
    if spot.id in cast.schemes:
        body["scheme"] = cast.schemes[spot.id]
    return Plan(permit, spot, Act(wish.at, str(crew["responsible"]), "draft", body))


def _trades(work_type: str, job: Mapping[str, Any]) -> Sequence[str]:
    """Who does it: fire without welding is fitters' work too."""
    if work_type == "hot" and job.get("mode") not in WELDING:
        return ("fitter",)
    return works.HANDS.get(work_type, ("fitter",))


def _work(
    work_type: str, dice: Dice, spot: Spot, job: Mapping[str, Any], workers: Sequence[str]
) -> dict[str, Any]:
    if work_type == "hot":
        return _hot(dice, spot, job)
    if work_type == "confined":
        return _confined(dice, spot)
    return works.answers(work_type, dice, spot, workers)


def _is_free(spot: Spot, busy: Busy, cast: Cast) -> bool:
    """Nobody works at the point, nor so near that somebody would have to coordinate (S23)."""
    if spot.id in busy.points:
        return False
    taken = [cast.spots[point] for point in busy.points if point in cast.spots]
    here = Place(spot.lat, spot.lon)
    return not any(
        (spot.equipment and spot.equipment == other.equipment)
        or metres(here, Place(other.lat, other.lon)) <= (FAR_M if FAR & {spot.type, other.type} else APART_M)
        for other in taken
    )


def _rounded(at: datetime) -> datetime:
    """Up to the next five minutes: nobody plans by the second."""
    past = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at if not past else at - past + STEP


def _job(dice: Dice, spot: Spot) -> Mapping[str, Any]:
    jobs = sources.jobs()
    among = jobs["hot"]["high" if spot.high else "low"] if spot.type == "hot" else jobs[spot.type]
    found: Mapping[str, Any] = dice.choice(among, "job")
    return found


def _hot(dice: Dice, spot: Spot, job: Mapping[str, Any]) -> dict[str, Any]:
    down = not spot.special and not spot.rack and dice.chance(0.3, "down")
    return {
        "mode": job["mode"],
        "in_operation": spot.running,
        "whole_unit_down": down,
        "outdoors": True,
        "over_height": spot.high,
        "big_equipment": False,
        "outer_wall": dice.chance(0.4, "outer wall"),
        "oxygen_equipment": False,
        "needs_plan": spot.special,
    }


def _confined(dice: Dice, spot: Spot) -> dict[str, Any]:
    medium = spot.substances[-1] if spot.substances else ""
    return {
        "space_name": spot.equipment_name,
        "former_medium": MEDIA.get(medium, "水"),
        "big_space": dice.chance(0.7, "big"),
        "flammable": True,
        "toxic": True,
        "corrosive": False,
        "wet_or_narrow": dice.chance(0.3, "wet"),
        "oxygen_rich_declared": False,
        "ventilation": "forced",
        "coating": False,
        "moving_parts": spot.code in {"U110-02", "N800-02"},
    }


def _crew(
    cast: Cast, dice: Dice, busy: Busy, guardians: Collection[str] | None, *, trades: Sequence[str]
) -> dict[str, Any] | None:
    welding, special = trades == ("welder",), trades not in {("welder",), ("fitter",)}
    firm = None if special else dice.weighted(FIRMS["hot" if welding else "confined"], "firm") or None
    leaders = "electrician" if trades == ("electrician",) else "responsible"
    leading = _free(cast.group(leaders, firm), busy.people) or _free(cast.group(leaders), busy.people)
    guarding = [
        g
        for g in dict.fromkeys((*cast.group("guardian", firm), *cast.group("guardian")))
        if g.id not in busy.guardians and (guardians is None or g.id in guardians)
    ]
    process, analysts = cast.group("process"), cast.group("analyst")
    if not leading or not guarding or len(process) < 3:
        return None
    responsible = dice.choice(leading, "responsible").id
    workers = _workers(cast, dice, {*busy.people, responsible}, trades, firm)
    if not workers:
        return None
    confirmers = dice.some(process, 2, "confirmers")
    return {
        "responsible": responsible,
        "guardian": dice.choice(guarding, "guardian").id,
        "workers": workers,
        "analysts": [a.id for a in dice.some(analysts, 2, "analysts")],
        "confirmers": [c.id for c in confirmers],
        "briefer": dice.choice([p for p in process if p not in confirmers], "briefer").id,
    }


def _workers(
    cast: Cast, dice: Dice, taken: Collection[str], trades: Sequence[str], firm: str | None
) -> list[str]:
    """One or two of the one trade, or one of each; empty when somebody is missing."""
    free = [_free(cast.group(trade, firm), taken) for trade in trades]
    if not all(free):
        return []
    if len(trades) == 1:
        return [w.id for w in dice.some(free[0], 2, "hands")]
    return [dice.choice(people, "hands", trade).id for trade, people in zip(trades, free, strict=True)]


def _free(people: Sequence[Someone], taken: Collection[str]) -> list[Someone]:
    return [p for p in people if p.id not in taken]
