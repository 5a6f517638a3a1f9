"""The data files of the simulated company."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml
from yaml import CSafeLoader

__all__ = ["jobs", "people", "places", "schemes"]


def places() -> dict[str, Any]:
    """Company, site, plan, units, areas, equipment and work points."""
    return _read("places.yaml")


def people() -> dict[str, Any]:
    """Firms, groups of people, posts and papers."""
    return _read("people.yaml")


def jobs() -> dict[str, Any]:
    """What is done, and what people say about it."""
    return _read("jobs.yaml")


def schemes() -> dict[str, Any]:
    """Work plans, and what is written in them."""
    return _read("schemes.yaml")


@cache
def _read(name: str) -> dict[str, Any]:
    text = resources.files("davy.demo").joinpath("data", name).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=CSafeLoader)
    return found
