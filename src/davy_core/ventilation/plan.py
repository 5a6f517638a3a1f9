"""A ventilation plan: what was entered, what follows from it, and the code by which paper is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from davy_core.evidence.canonical import encode
from davy_core.gas.limits import LimitTable
from davy_core.gas.units import GasError, Quantity
from davy_core.ventilation.decay import Decay, NoDecayError, Reading, fit
from davy_core.ventilation.figures import Figures
from davy_core.ventilation.flow import flow_m3_per_h, is_plausible, likelier_unit
from davy_core.ventilation.purge import (
    Case,
    Residue,
    effective_changes_per_h,
    minimum,
    observed_mixing,
    seconds,
)
from davy_core.ventilation.residues import bases, required, residues

SHOWN = Decimal("0.0001")
FORMULA = "t = F · V / (Q · K) · ln(c0 / c_limit)"


class PlanError(ValueError):
    """A plan that cannot be made; `code` names the refusal, `values` fill its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep code and values."""
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True)
class History:
    """Readings of one substance while the same space was ventilated before, with the fan of that time."""

    substance: str
    unit: str
    flow: Decimal
    flow_unit: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Asked:
    """What a person enters. `declared` are the substances that the register knows of the place; `unit_sure`:
    he looked at the plate again."""

    volume_m3: Decimal
    flow: Decimal
    flow_unit: str
    duct: str
    work: str
    held: Sequence[tuple[str, Quantity]]
    declared: tuple[str, ...] = ()
    history: History | None = None
    unit_sure: bool = False


def plan(asked: Asked, figures: Figures, table: LimitTable) -> dict[str, Any]:
    """The result as plain data for the chain: decimals as text rounded to four places, times in seconds.

    The smaller of two mixing factors counts, that of the duct and that an earlier decay showed: history may
    lengthen a time and never shortens it. An arrangement or a work that the figures do not name counts as the
    worst one they do. Raises PlanError."""
    flow = _flow(asked, figures)
    decay = _decay(asked.history)
    told = figures.ducts.get(asked.duct, min(figures.ducts.values()))
    seen = _seen(asked, decay)
    factor = figures.works.get(asked.work, max(figures.works.values()))
    mixing = min(told, seen) if seen is not None else told
    case = Case(asked.volume_m3, flow, mixing, factor, figures.least_s)
    found = _residues(asked, table)
    need = minimum(case, found)
    return {
        "flow_m3_per_h": _text(flow),
        "nominal_per_h": _text(flow / asked.volume_m3),
        "effective_per_h": _text(effective_changes_per_h(case)),
        "mixing": _text(mixing),
        "mixing_from": "history" if seen is not None and seen < told else "duct",
        "factor": _text(factor),
        "least_s": figures.least_s,
        "formula": FORMULA,
        "residues": [_row(r, case) for r in found],
        "decides": _row(need.residue, case),
        "minimum_s": need.seconds,
        **({"fit": _fit(decay, seen, figures)} if decay is not None and seen is not None else {}),
    }


def check_code(permit: str, version: int, content: Mapping[str, Any]) -> str:
    """Twelve characters of the SHA-256 of the plan's canonical content: another figure, another code."""
    digest = hashlib.sha256(encode({"permit": permit, "version": version, "plan": dict(content)})).hexdigest()
    return "-".join(digest[n : n + 4] for n in (0, 4, 8)).upper()


def _flow(asked: Asked, figures: Figures) -> Decimal:
    if asked.volume_m3 <= 0 or asked.flow <= 0:
        raise PlanError("ventilation_not_positive")
    flow = flow_m3_per_h(asked.flow, asked.flow_unit)
    if not asked.unit_sure and not is_plausible(flow, asked.volume_m3, figures.bounds):
        better = likelier_unit(asked.flow, asked.flow_unit, asked.volume_m3, figures.bounds)
        changes = (flow / asked.volume_m3).quantize(Decimal("0.1"))
        raise PlanError(
            "ventilation_unit_doubtful",
            unit=_pretty(asked.flow_unit),
            changes=f"{changes:f}",
            likely=_pretty(better or asked.flow_unit),
        )
    return flow


def _pretty(unit: str) -> str:
    return unit.replace("m3", "m³")


def _decay(history: History | None) -> Decay | None:
    if history is None:
        return None
    try:
        return fit(history.readings)
    except NoDecayError as wrong:
        raise PlanError(wrong.code, substance=history.substance) from None


def _seen(asked: Asked, decay: Decay | None) -> Decimal | None:
    if decay is None or asked.history is None:
        return None
    if asked.history.flow <= 0:
        raise PlanError("ventilation_not_positive")
    flow = flow_m3_per_h(asked.history.flow, asked.history.flow_unit)
    return observed_mixing(decay.rate_per_h, flow, asked.volume_m3)


def _residues(asked: Asked, table: LimitTable) -> list[Residue]:
    known = {code for code, _ in asked.held}
    missing = [code for code in required(asked.declared, table) if code not in known]
    if missing or not asked.held:
        raise PlanError("ventilation_residue_missing", substances=missing)
    found: list[Residue] = []
    for code, quantity in asked.held:
        try:
            found += residues(code, quantity, table)
        except GasError as wrong:
            raise PlanError(wrong.code, substance=code) from None
    for code in known:
        if bases(code, table) - {r.basis for r in found if r.substance == code}:
            raise PlanError("ventilation_residue_unit", substance=code)
    return found


def _row(residue: Residue, case: Case) -> dict[str, Any]:
    return {
        "substance": residue.substance,
        "unit": residue.unit,
        "start": _text(residue.start),
        "limit": _text(residue.limit),
        "basis": residue.basis,
        "seconds": seconds(case, residue.start, residue.limit),
    }


def _fit(decay: Decay, mixing: Decimal, figures: Figures) -> dict[str, Any]:
    return {
        "start": _text(decay.start),
        "rate_per_h": _text(decay.rate_per_h),
        "quality": _text(decay.quality),
        "poor": decay.quality < figures.good_fit,
        "readings": decay.readings,
        "mixing": _text(mixing),
    }


def _text(value: Decimal) -> str:
    rounded = value.quantize(SHOWN, rounding=ROUND_HALF_EVEN).normalize()
    return f"{rounded:f}"
