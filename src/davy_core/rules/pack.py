"""A pack: the requirements of one standard, loaded whole or refused with all its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from davy_core.fields import Fields
from davy_core.rules import parse
from davy_core.rules.requirement import Param, Requirement, Text
from davy_core.signatures import demand
from davy_core.signatures.demand import Demand

__all__ = ["LevelRule", "Levels", "Pack", "PackError", "Param", "Requirement", "Text", "combine", "load"]

_PACK_ID = re.compile(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9_-]+)?", re.ASCII)


class PackError(ValueError):
    """A pack that may not be used; `faults` lists everything wrong with it, each with its place."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults and say them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class LevelRule:
    """The level that stands when `when` (BOOL) is true or unknown (S10)."""

    level: str
    when: str
    clause: str


@dataclass(frozen=True)
class Levels:
    """The levels of a work type from highest to lowest, the rules that set the minimum, and the default.
    `escalates`: the law asks for a step up in special periods."""

    order: tuple[str, ...]
    rules: tuple[LevelRule, ...]
    default: str
    escalates: bool = False


@dataclass(frozen=True)
class Pack:
    """Requirements of one standard. `parameters` are the figures several requirements share; `work` is the
    type of work it is about, None = every type; `signatures` how strong which signature must be."""

    id: str
    version: str
    title: Text
    source: str
    requirements: tuple[Requirement, ...]
    parameters: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))
    work: str | None = None
    levels: Levels | None = None
    signatures: tuple[Demand, ...] = ()


def load(mapping: Mapping[str, object]) -> Pack:
    """A pack from parsed data (shape: schemas/pack.json). Raises PackError with all its faults."""
    faults: list[str] = []
    fields = Fields(mapping, "pack", faults)
    pack_id = fields.text("id")
    if pack_id and not _PACK_ID.fullmatch(pack_id):
        fields.fault(f"{pack_id!r} is no identifier")
    shared = parse.figures(fields.entries("parameters"), "parameters", faults)
    requirements = tuple(
        parse.requirement(source, _place(source, at), pack_id, shared, faults)
        for at, source in enumerate(fields.items("requirements"))
    )
    found = Pack(
        id=pack_id,
        version=fields.text("version"),
        title=parse.text(fields.raw("title"), "title", faults),
        source=fields.text("source"),
        requirements=requirements,
        parameters=MappingProxyType(shared),
        work=fields.maybe_text("work"),
        levels=_levels(fields.raw("levels"), faults) if fields.has("levels") else None,
        signatures=tuple(
            demand.load(source, f"signatures[{at}]", faults)
            for at, source in enumerate(fields.items("signatures"))
        ),
    )
    fields.finish()
    faults.extend(_whole(found))
    if faults:
        raise PackError(faults)
    return found


def combine(packs: Sequence[Pack]) -> tuple[Requirement, ...]:
    """All requirements of all packs: they simply all apply, so the strictest wins.

    Raises PackError when two packs have the same id or two requirements do."""
    together = tuple(r for pack in packs for r in pack.requirements)
    faults = [f"pack {name} stands twice" for name in _twice([p.id for p in packs])]
    faults += [f"requirement {name} stands twice" for name in _twice([r.id for r in together])]
    if faults:
        raise PackError(faults)
    return together


def _whole(pack: Pack) -> Iterator[str]:
    """Faults that show only in the whole pack."""
    if not pack.requirements:
        yield "pack: has no requirements"
    for name in _twice([r.id for r in pack.requirements]):
        yield f"pack: requirement {name} stands twice"
    for name in demand.twice(pack.signatures):
        yield f"pack: signature {name} stands twice"
    for name in sorted(pack.parameters):
        if not any(name in r.params for r in pack.requirements):
            yield f"parameters.{name}: is not used"


def _levels(source: object, faults: list[str]) -> Levels:
    fields = Fields(source, "levels", faults)
    order = fields.words("order")
    rules = tuple(_level_rule(rule, order, faults) for rule in fields.items("rules"))
    default = fields.text("default")
    if default not in order:
        fields.fault(f"default {default!r} is not in order")
    escalates = fields.flag("escalates")
    fields.finish()
    return Levels(order, rules, default, escalates)


def _level_rule(source: object, order: Sequence[str], faults: list[str]) -> LevelRule:
    fields = Fields(source, "levels.rules", faults)
    rule = LevelRule(fields.text("level"), fields.text("when"), fields.text("clause"))
    if rule.level not in order:
        fields.fault(f"{rule.level!r} is not in order")
    for fault in parse.expression(rule.when, "BOOL") if rule.when else ():
        fields.fault(f"when {fault}")
    fields.finish()
    return rule


def _place(source: object, at: int) -> str:
    name = source.get("id") if isinstance(source, Mapping) else None
    return str(name) if name else f"requirements[{at}]"


def _twice(names: Sequence[str]) -> list[str]:
    return sorted({name for name in names if names.count(name) > 1})
