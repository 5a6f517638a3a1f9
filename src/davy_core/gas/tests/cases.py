"""The shared cases of contracts/vectors/gas, the shipped limits, and readings made from plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from davy_core.gas.limits import LimitTable, Substance
from davy_core.gas.plan import Work
from davy_core.gas.tables import load_limits
from davy_core.gas.units import quantity
from davy_core.gas.verdict import Reading

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
LAW = files("davy_law")


@cache
def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file of vectors."""
    found: list[dict[str, Any]] = json.loads((LAW / "contracts/vectors/gas" / name).read_text("utf-8"))[
        "cases"
    ]
    return found


def shipped_data() -> dict[str, Any]:
    """The shipped limits as parsed data, a copy of one's own."""
    return deepcopy(_parsed())


@cache
def _parsed() -> dict[str, Any]:
    text = (LAW / "rulepacks/limits/substances.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@cache
def shipped() -> LimitTable:
    """The shipped limits."""
    return load_limits(shipped_data())


def substance(data: Mapping[str, str], code: str = "made_up") -> Substance:
    """A substance from the figures of a case."""
    figures: dict[str, Any] = {k: Decimal(v) for k, v in data.items() if k != "kind"}
    kind: Any = data["kind"]
    return Substance(code=code, zh="某气", en="Some gas", kind=kind, **figures)


def work(data: Mapping[str, Any]) -> Work:
    """A work from the data of a case."""
    listed = {key: tuple(data[key]) for key in ("substances", "plant") if key in data}
    return Work(**{**data, **listed})


def reading(data: Mapping[str, Any], identifier: str = "r") -> Reading:
    """A reading from the data of a case: `minute` and `second` say how long before NOW it was sampled."""
    age = timedelta(minutes=data.get("minute", 0), seconds=data.get("second", 0))
    return Reading(
        id=identifier,
        point=data["point"],
        substance=data["substance"],
        quantity=quantity(data["value"], data["unit"]),
        sampled_at=NOW - age,
        by=data.get("by", "wang"),
        clock=data.get("clock", "server"),
        device=data.get("device"),
        bound=data.get("bound", False),
        sensor=data.get("sensor", "ok"),
    )
