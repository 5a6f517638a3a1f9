"""Read a table of gas limits from parsed data, collecting every fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields as names_of
from decimal import Decimal
from types import MappingProxyType
from typing import cast

from davy_core.fields import Fields
from davy_core.gas.limits import AddedLevel, Demand, Figure, Figures, LimitTable, WorkRule
from davy_core.gas.substances import GENERIC, Kind, Quality, Substance
from davy_core.gas.units import PERCENT_VOLUME, GasError, Quantity, checked, quantity

KINDS = ("combustible", "toxic", "oxygen", "both")
QUALITIES = ("combustible", "toxic", "oxygen")
GRADES = ("A", "B", "C", "M+", "M", "M-")
CONFIRMED_GRADES = frozenset({"A", "B"})
_FACTS = ("lel", "mac", "pc_stel", "pc_twa")
_CODE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


class LimitsError(ValueError):
    """A limit table that may not be used; `faults` lists everything wrong with it."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep the faults and say them all."""
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def load_limits(mapping: Mapping[str, object]) -> LimitTable:
    """A table from parsed data (shape: schemas/limits.json). Raises LimitsError with all faults."""
    faults: list[str] = []
    fields = Fields(mapping, "limits", faults)
    figures = _figures(fields.raw("figures"), faults)
    found = [_substance(s, at, faults) for at, s in enumerate(fields.items("substances"))]
    substances = {s.code: s for s in found}
    faults.extend(f"substances: {s.code} stands twice" for s in found if substances[s.code] is not s)
    table = LimitTable(
        id=fields.text("id"),
        version=fields.text("version"),
        source=fields.text("source"),
        substances=MappingProxyType(substances),
        figures=figures,
        levels=tuple(_level(s, substances, faults) for s in fields.items("levels")),
        work=MappingProxyType(
            {name: _work(s, name, substances, faults) for name, s in fields.entries("work").items()}
        ),
    )
    fields.finish()
    if faults:
        raise LimitsError(faults)
    return table


def _figures(source: object, faults: list[str]) -> Figures:
    fields = Fields(source, "figures", faults)
    figures = Figures(**{f.name: _figure(fields, f.name) for f in names_of(Figures)})
    fields.finish()
    if not figures.combustible_low.value <= figures.combustible_high.value:
        fields.fault("combustible_low is above combustible_high")
    if not figures.oxygen_low.value < figures.oxygen_high.value <= figures.oxygen_rich_high.value:
        fields.fault("the oxygen figures are out of order")
    return figures


def _figure(parent: Fields, name: str) -> Figure:
    fields = Fields(parent.raw(name), f"figures.{name}", parent.faults)
    value, grade, to_confirm = _graded(fields)
    unit = fields.text("unit")
    if unit != PERCENT_VOLUME:
        fields.fault(f"unit is {unit!r}, not {PERCENT_VOLUME}")
    figure = Figure(value or Decimal(0), unit, fields.text("clause"), grade, to_confirm)
    fields.finish()
    return figure


def _graded(fields: Fields) -> tuple[Decimal | None, str, bool]:
    """A positive value, how sure it is, and whether it is still to be confirmed."""
    value = fields.decimal("value")
    if value is None or value <= 0:
        fields.fault("value is missing or not positive")
        value = None
    grade = fields.choice("grade", GRADES) or ""
    to_confirm = fields.flag("to_confirm")
    if to_confirm is (grade in CONFIRMED_GRADES):
        fields.fault(f"grade {grade or 'missing'}: to_confirm must be true for C and M, and only for them")
    fields.maybe_text("source")
    return value, grade, to_confirm


def _substance(source: object, at: int, faults: list[str]) -> Substance:
    fields = Fields(source, f"substances[{at}]", faults)
    code = fields.text("code")
    if code == GENERIC or not _CODE.fullmatch(code):
        fields.fault(f"{code!r} is no code for a substance")
    name = Fields(fields.raw("name"), f"{code}.name", faults)
    graded = {key: _fact(fields, key, code) for key in _FACTS if fields.has(key)}
    found = Substance(
        code=code,
        zh=name.text("zh"),
        en=name.text("en"),
        kind=cast("Kind", fields.choice("kind", KINDS) or "both"),
        molar_mass=fields.decimal("molar_mass"),
        formula=fields.maybe_text("formula"),
        cas=fields.maybe_text("cas"),
        grades=MappingProxyType({key: grade for key, (_, grade, _) in graded.items()}),
        to_confirm=frozenset(key for key, (_, _, to_confirm) in graded.items() if to_confirm),
        **{key: value for key, (value, _, _) in graded.items()},
    )
    name.finish()
    fields.finish()
    faults.extend(f"{code}: {fault}" for fault in _whole(found))
    return found


def _fact(parent: Fields, key: str, code: str) -> tuple[Decimal | None, str, bool]:
    fields = Fields(parent.raw(key), f"{code}.{key}", parent.faults)
    found = _graded(fields)
    fields.finish()
    return found


def _whole(found: Substance) -> Iterator[str]:
    toxic_limits = [v for v in (found.mac, found.pc_stel, found.pc_twa) if v is not None]
    if found.burns is (found.lel is None):
        yield f"kind {found.kind} and its LEL do not agree"
    if found.lel is not None and found.lel > 100:
        yield "LEL is above 100 %vol"
    if found.poisons is not bool(toxic_limits):
        yield f"kind {found.kind} and its occupational limits do not agree"
    if found.molar_mass is not None and found.molar_mass <= 0:
        yield "molar_mass is not positive"


def _level(source: object, substances: Mapping[str, Substance], faults: list[str]) -> AddedLevel:
    fields = Fields(source, "levels", faults)
    code, about = fields.text("code"), fields.maybe_text("substance")
    above = Fields(fields.raw("above"), f"levels.{code}.above", faults)
    high = Quantity(Decimal(0), PERCENT_VOLUME)
    try:
        high = quantity(above.text("value"), above.text("unit"))
        if about is not None and about in substances:
            checked(high, substances[about])
    except GasError as error:
        above.fault(error.code)
    if about is not None and about not in substances:
        fields.fault(f"{about!r} is no substance of the table")
    above.finish()
    level = AddedLevel(code, about, high, fields.text("basis"))
    fields.finish()
    return level


def _work(source: object, name: str, substances: Mapping[str, Substance], faults: list[str]) -> WorkRule:
    fields = Fields(source, f"work.{name}", faults)
    qualities = fields.words("qualities")
    if not qualities or set(qualities) - set(QUALITIES):
        fields.fault("qualities are missing or unknown")
    always = tuple(_demand(s, f"work.{name}.always", substances, faults) for s in fields.items("always"))
    if not always:
        fields.fault("always is empty: something must be measured")
    rule = WorkRule(frozenset(cast("tuple[Quality, ...]", qualities)), always, fields.text("clause"))
    fields.finish()
    return rule


def _demand(source: object, place: str, substances: Mapping[str, Substance], faults: list[str]) -> Demand:
    fields = Fields(source, place, faults)
    code, quality = fields.text("substance"), fields.choice("quality", QUALITIES) or ""
    if code == GENERIC:
        fits = quality == "combustible"
    else:
        fits = code in substances and substances[code].has(cast("Quality", quality))
    if not fits:
        fields.fault(f"{code!r} has no limit as {quality or 'nothing'}")
    fields.finish()
    return Demand(code, cast("Quality", quality))
