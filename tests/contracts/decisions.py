"""The law's data files and the decision vectors, read for the tests of the packs."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.rulebooks.preset import derive
from davy_core.rules.evaluate import Judgement, gate, watch
from davy_core.rules.pack import Pack, combine, load
from davy_core.rules.requirement import Requirement

WORKS = tuple(
    sorted(
        entry.name.removesuffix(".yaml")
        for entry in resources.files("davy_law").joinpath("templates").iterdir()
        if entry.name.endswith(".yaml") and entry.name not in {"routes.yaml", "industries.yaml"}
    )
)
"""Every template: a type of work, or a scenario of one."""
STANDARDS = tuple(
    sorted(
        entry.name
        for entry in resources.files("davy_law").joinpath("rulepacks").iterdir()
        if entry.joinpath("pack.yaml").is_file()
    )
)
ROW_KEYS = frozenset(("name", "base", "at", "while", "now", "set", "drop", "missing", "met", "idle", "until"))
NOT_VECTORS = ("bases", "levels")
VECTOR_FILES = tuple(
    sorted(
        name
        for entry in resources.files("davy_law").joinpath("contracts", "vectors", "decisions").iterdir()
        if entry.name.endswith(".yaml") and (name := entry.name.removesuffix(".yaml")) not in NOT_VECTORS
    )
)


@dataclass(frozen=True)
class Vector:
    """One decision: facts, the command or the state they are judged at, and what must come out.

    `missing` names everything that stands in the way with its outcome, and nothing else does; `met` and
    `idle` (not applicable) are asserted on top. `until` maps a requirement to the instant at which it lapses.
    """

    name: str
    work: str
    node: str
    watched: bool
    now: datetime
    facts: Mapping[str, Any]
    missing: Mapping[str, str]
    met: tuple[str, ...]
    idle: tuple[str, ...]
    until: Mapping[str, str]

    def judge(self, requirements: Sequence[Requirement]) -> tuple[Judgement, ...]:
        """What the given requirements come to at this vector's command or state."""
        look = watch if self.watched else gate
        return look(requirements, self.node, self.facts, self.now)


@cache
def read(*path: str) -> Any:
    """A YAML or JSON file of davy_law, parsed once: nobody changes what it returns. A template that builds on
    another is given whole."""
    found = yaml.safe_load(resources.files("davy_law").joinpath(*path).read_text(encoding="utf-8"))
    if path[0] == "templates" and "like" in found:
        return derive(read("templates", f"{found['like']}.yaml"), found)
    return found


def pack_files() -> list[tuple[str, str]]:
    """(standard, part) of every pack file."""
    return [
        (standard, part)
        for standard in STANDARDS
        for part in read("rulepacks", standard, "pack.yaml")["files"]
    ]


@cache
def packs(work: str) -> tuple[Pack, ...]:
    """The loaded packs that speak about the work of a template."""
    kind = read("templates", f"{work}.yaml")["type"]
    return tuple(
        load(read("rulepacks", standard, f"{part}.yaml"))
        for standard, part in pack_files()
        if part in ("every", kind, work)
    )


@cache
def requirements(work: str) -> tuple[Requirement, ...]:
    """Every requirement on a work type."""
    return combine(packs(work))


@cache
def bases() -> Mapping[str, Any]:
    """Every named set as it is written: those of all works, and each work's own beside its vectors."""
    folder = ("contracts", "vectors", "decisions")
    own = [
        f
        for f in (*VECTOR_FILES,)
        if resources.files("davy_law").joinpath(*folder, "bases", f"{f}.yaml").is_file()
    ]
    found = dict(read(*folder, "bases.yaml"))
    for name in own:
        found |= read(*folder, "bases", f"{name}.yaml")
    return found


@cache
def base(name: str) -> Mapping[str, Any]:
    """A named set of good facts: {work, now, facts}."""
    source = bases()[name]
    found = copy.deepcopy(dict(base(source["like"]))) if "like" in source else {}
    found |= {key: source[key] for key in ("work", "now", "facts") if key in source}
    found["facts"] = changed(found["facts"], source.get("set", {}), source.get("drop", ()))
    return found


def changed(facts: Mapping[str, Any], put: Mapping[str, Any], drop: Sequence[str]) -> dict[str, Any]:
    """A copy of the facts with some set and some dropped, by dotted path. Raises KeyError when a dropped one
    is not there: a vector that drops nothing proves nothing."""
    found: dict[str, Any] = copy.deepcopy(dict(facts))
    for path, value in put.items():
        holder, key = _holder(found, path)
        holder[key] = copy.deepcopy(value)
    for path in drop:
        holder, key = _holder(found, path)
        del holder[key]
    return found


def _holder(facts: Any, path: str) -> tuple[Any, Any]:
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        facts = facts[step]
    return facts, last


@cache
def vectors() -> tuple[Vector, ...]:
    """Every decision vector of every file."""
    return tuple(_vector(name, row) for name in VECTOR_FILES for row in _rows(name))


def _rows(name: str) -> Iterator[Mapping[str, Any]]:
    rows: Sequence[Mapping[str, Any]] = read("contracts", "vectors", "decisions", f"{name}.yaml")
    yield from rows


def _vector(source: str, row: Mapping[str, Any]) -> Vector:
    unknown = set(row) - ROW_KEYS
    if unknown or ("at" in row) == ("while" in row):
        raise ValueError(f"{source}: {row.get('name')}: {sorted(unknown)} or not exactly one of at, while")
    good = base(row["base"])
    return Vector(
        name=f"{source}: {row['name']}",
        work=good["work"],
        node=row["at"] if "at" in row else row["while"],
        watched="while" in row,
        now=datetime.fromisoformat(row.get("now", good["now"])),
        facts=changed(good["facts"], row.get("set", {}), row.get("drop", ())),
        missing=row.get("missing", {}),
        met=tuple(row.get("met", ())),
        idle=tuple(row.get("idle", ())),
        until=row.get("until", {}),
    )
