"""The rules as shipped, settings of made-up instruments, and readings from plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.gas.limits import LimitTable
from davy_core.gas.plan import Work, plan_for
from davy_core.gas.tables import load_limits
from davy_core.watch.fences import circle, plane_at
from davy_core.watch.happening import Happening
from davy_core.watch.preparing import prepare
from davy_core.watch.reading import Reading, Spot
from davy_core.watch.rulebook import WatchBook, load_rules
from davy_core.watch.setting import Bound, Profile, Setting, Worn
from davy_core.watch.space import Space, SpaceSetting, prepare_space
from davy_core.watch.state import State
from davy_core.watch.step import step
from davy_core.watch.tick import tick

LAW = resources.files("davy_law")
DAY = 1_795_334_400_000
"""22 November 2026, midnight UTC, in milliseconds: second 0 of every vector."""
HERE = (312_300_000, 1_214_700_000)
UNITS = {"position": "place"}
METRE = 90  # ten-millionths of a degree of latitude, rounded


@cache
def book() -> WatchBook:
    return load_rules(yaml.safe_load(LAW.joinpath("watch/rules.yaml").read_text("utf-8")))


@cache
def table() -> LimitTable:
    return load_limits(yaml.safe_load(LAW.joinpath("rulepacks/limits/substances.yaml").read_text("utf-8")))


def vectors(name: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load(
        LAW.joinpath(f"contracts/vectors/watch/{name}.yaml").read_text("utf-8")
    )
    return read


def bound(work: str = "confined", substances: Sequence[str] = (), **more: Any) -> Bound:
    plan = plan_for(Work(work, arrangement="single", substances=tuple(substances), **more), table())
    return Bound("p1", plan, table())


def setting(case: Mapping[str, Any]) -> Setting:
    channels = {c: UNITS.get(c, unit) for c, unit in case["channels"].items()}
    until = case.get("calibrated_until_s")
    profile = Profile(
        "i1",
        channels,
        case.get("period_s", 1) * 1000,
        DAY,
        None if until is None else DAY + until * 1000,
    )
    permits = [bound(**case["permit"])] if "permit" in case else []
    return prepare(profile, book(), permits, _worn(case["worn"]) if "worn" in case else None)


def _worn(told: Mapping[str, Any]) -> Worn:
    height = told.get("height")
    within, forbidden = told.get("within_m"), told.get("forbidden_m")
    return Worn(
        "w1",
        None if height is None else Decimal(height),
        (circle(*HERE, within * 1000),) if within else (),
        (circle(*HERE, forbidden * 1000),) if forbidden else (),
    )


def space(case: Mapping[str, Any]) -> SpaceSetting:
    voters = {"lel": frozenset(case["voters"])} if "voters" in case else {}
    return prepare_space(Space("s1", voters, plane_at(*HERE) if case.get("located") else None), book())


WORDS = {"at", "heard", "seq", "clock", "doubts", "spot", "tick", "happens", "unit", "of"}


def reading(told: Mapping[str, Any], seq: int, units: Mapping[str, str]) -> Reading:
    values = {c: (Decimal(str(v)), told.get("unit", units[c])) for c, v in told.items() if c not in WORDS}
    return Reading(
        instrument=told.get("of", "i1"),
        boot="b1",
        seq=told.get("seq", seq),
        at=DAY + round(told["at"] * 1000),
        heard=DAY + round(told.get("heard", told["at"]) * 1000),
        values=values,
        clock=told.get("clock", "server"),
        doubts=told.get("doubts", {}),
        spot=spot(told["spot"]) if "spot" in told else None,
    )


def spot(metres: Sequence[float]) -> Spot:
    """North and east of HERE, and the accuracy, all in metres."""
    plane = plane_at(*HERE)
    north, east, accuracy = (round(m * 1000) for m in metres)
    return Spot(
        HERE[0] + north * 1_000_000 // plane.north, HERE[1] + east * 1_000_000 // plane.east, accuracy
    )


def said(happened: Sequence[Happening]) -> list[str]:
    return sorted(f"{h.kind} {h.rule}" for h in happened)


def run(state: State, stream: Sequence[Reading | int], known: Setting) -> tuple[State, list[Happening]]:
    """A whole stream; a number is a look of the clock."""
    told: list[Happening] = []
    for item in stream:
        state, happened = tick(state, item, known) if isinstance(item, int) else step(state, item, known)
        told += happened
    return state, told
