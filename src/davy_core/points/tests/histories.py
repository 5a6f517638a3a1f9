"""Logs of works for the tests of points: 李工 leads, 王班 guards, 钱 and 孙 work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.findings.history import History, Step
from davy_core.points.rules import Book, parse

MONDAY = datetime(2026, 11, 2, 0, 0, tzinfo=UTC)
ZONE = timezone(timedelta(hours=8))


@cache
def book() -> Book:
    """The shipped rules."""
    text = resources.files("davy_law").joinpath("points", "rules.yaml").read_text(encoding="utf-8")
    return parse(yaml.safe_load(text))


def step(minute: float, type_: str, by: str = "clock", **data: Any) -> Step:
    """An event so many minutes after Monday morning; its name tells type and minute."""
    at = MONDAY + timedelta(minutes=minute)
    return Step(f"{type_}@{minute}@{by}", type_, at, at, by, data)


def work(
    permit: str = "p1",
    *,
    begin: float = 30,
    minutes: float = 120,
    point: str = "tank",
    leader: str = "li",
    guardian: str = "wang",
    workers: tuple[str, ...] = ("qian", "sun"),
    between: tuple[Step, ...] = (),
    closing: float = 30,
) -> History:
    """A work done in full: drafted, briefed, checked in, live for so many minutes, then accepted."""
    crew = {
        "applicant": leader,
        "responsible": leader,
        "guardian": guardian,
        "workers": list(workers),
        "analysts": ["gao"],
    }
    people = (leader, guardian, *workers)
    end = begin + minutes
    steps = [
        step(begin - 30, "PermitDrafted", leader, crew=crew),
        *(step(begin - 10, "BriefingSigned", one) for one in people),
        *(step(begin - 5, "CheckedIn", one) for one in people),
        step(begin - 4, "RoundRecorded", "gao"),
        step(begin, "WorkStarted", leader),
        *between,
        step(end, "WorkFinished", leader),
        step(end + closing, "WorkAccepted", "zhao"),
    ]
    return History(permit, "hot", point, steps)
