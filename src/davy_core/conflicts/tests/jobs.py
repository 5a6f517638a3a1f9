"""Jobs for tests: at the origin of a plant, so many metres east, so high, from so many hours to so many."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from davy_core.conflicts.job import Job, Spot
from davy_core.conflicts.matrix import Matrix
from davy_core.conflicts.tables import load_matrix
from davy_core.place.distance import Place

DAY = datetime(2026, 11, 23, tzinfo=UTC)
LAT, LON = 31.2304, 121.4737
LAW = files("davy_law")


@cache
def read(*path: str) -> Any:
    """A YAML file of the law."""
    return yaml.safe_load(LAW.joinpath(*path).read_text("utf-8"))


@cache
def matrix() -> Matrix:
    """The shipped matrix."""
    return load_matrix(read("rulepacks", "conflicts", "matrix.yaml"))


def east(metres: float) -> Place:
    """The place so many metres east of the origin, a hair less so that a boundary is a boundary."""
    degrees = (metres - 0.001) / (math.radians(1.0) * 6_371_008.8 * math.cos(math.radians(LAT)))
    return Place(LAT, LON + degrees) if metres else Place(LAT, LON)


def job(name: str, about: Mapping[str, Any], other: str = "") -> Job:
    """A job of vectors/conflicts: what is not said stands as the head of that file tells."""
    height = about.get("height", 0)
    unplaced = about.get("at") == "none"
    return Job(
        id=name,
        type=about["type"],
        spot=Spot(
            site="S1",
            area=about.get("area", "A1"),
            point=about.get("point", name),
            equipment=about.get("equipment"),
            bund=about.get("bund", False),
            place=None if unplaced else east(about.get("east", 0)),
            height_m=None if height == "none" else float(height),
        ),
        start=DAY + timedelta(hours=about.get("from", 8)),
        end=DAY + timedelta(hours=about.get("to", 16)),
        work=about.get("work", {}),
        responsible=about.get("led_by"),
        links=frozenset({other}) if about.get("linked") else frozenset(),
    )
