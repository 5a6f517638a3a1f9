"""The rules of watching as this release has them, and what they say of channels and of doubts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml

from davy_core.instruments.last import SILENT
from davy_core.watch.rulebook import WatchBook, load_rules

__all__ = ["book", "doubting", "gases"]

GAP = "gap"
"""Told by the reader itself where nobody judges the readings."""


@cache
def book() -> WatchBook:
    """The rules of watching. Raises WatchRulesError for faulty data."""
    file = resources.files("davy_law").joinpath("watch", "rules.yaml")
    return load_rules(yaml.safe_load(file.read_text(encoding="utf-8")))


@cache
def gases() -> Mapping[str, str]:
    """By channel, the gas that it measures."""
    found = {name: channel.substance for name, channel in book().channels.items() if channel.substance}
    return MappingProxyType(found)


@cache
def doubting() -> Mapping[str, str]:
    """By rule, what an open episode of it says of a sensor: it stands still, is silent, or in doubt."""
    said = {"flat": "flat", "silence": SILENT}
    found = {r.id: said.get(r.kind, "fault") for r in book().rules.values() if r.unknown}
    return MappingProxyType({GAP: "fault", **found})
