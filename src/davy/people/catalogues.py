"""The packs of certificates, trainings and examinations, read from the law once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml
from yaml import CSafeLoader

from davy_core.papers.catalogue import Catalogue, later, read

__all__ = ["catalogues", "checkups", "contraindications", "packs", "proposed_end", "trainings", "works"]


@cache
def packs() -> tuple[Mapping[str, Any], ...]:
    """Every pack of the folder as a parsed mapping, by file name."""
    folder = resources.files("davy_law").joinpath("rulepacks", "certificates")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    texts = (folder.joinpath(name).read_text(encoding="utf-8") for name in names)
    return tuple(yaml.load(text, Loader=CSafeLoader) for text in texts)


@cache
def catalogues() -> tuple[Catalogue, ...]:
    """The catalogues of certificates, the newest first."""
    return read(packs())


def trainings() -> Mapping[str, Mapping[str, Any]]:
    """Subjects of training by id: both names, and for how many months one counts."""
    return {row["id"]: row for row in _people()["trainings"]}


def checkups() -> Mapping[str, Mapping[str, Any]]:
    """Kinds of medical examination by id."""
    return {row["id"]: row for row in _people()["checkups"]}


def contraindications() -> list[Mapping[str, Any]]:
    """What commonly keeps somebody from a type of work: a proposal, a physician decides."""
    return list(_people()["contraindications"])


@cache
def works() -> tuple[str, ...]:
    """The types of work there are."""
    folder = resources.files("davy_law").joinpath("templates")
    read_in = (entry for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    loaded = (yaml.load(entry.read_text(encoding="utf-8"), Loader=CSafeLoader) for entry in read_in)
    return tuple(
        sorted({one["type"] for one in loaded if isinstance(one, dict) and "type" in one and "duties" in one})
    )


def proposed_end(row: Mapping[str, Any], done_on: date) -> date | None:
    """Until when a training or an examination of that day counts by its pack; None: the pack does not say."""
    return None if row["months"] is None else later(done_on, int(row["months"]))


def _people() -> Mapping[str, Any]:
    return next(pack for pack in packs() if pack["id"] == "certificates/people")
