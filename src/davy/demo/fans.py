"""How the people of the plant plan the ventilation of a space: its size, their fan, what is left in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from davy.demo.scene import Scene
from davy_core.gas.limits import LimitTable, combustible_limit, toxic_limit
from davy_core.ventilation.residues import required

__all__ = ["plan"]

FANS = (600, 900, 1200, 1800, 2400, 3600)  # m³/h, as the plates of their fans say
CHANGES = 25  # air changes an hour that they take a fan for
VOLUMES = (18, 25, 30, 40, 60, 80, 120)  # m³
LEFT = (1.5, 5.0)  # times the limit
WORKS = {"inspection": 2.0, "repair": 4.0, "cleaning": 3.0}
DUCTS = {"through": 5.0, "to_bottom": 3.0}


def plan(scene: Scene) -> dict[str, Any]:
    """The body of a plan: a fan that suits, every substance of the place a little over its limit."""
    dice = scene.dice
    volume = dice.choice(VOLUMES, "volume")
    return {
        "volume_m3": str(volume),
        "flow": {"value": str(_fan(volume)), "unit": "m3/h"},
        "duct": dice.weighted(DUCTS, "duct"),
        "work": dice.weighted(WORKS, "fan work"),
        "residues": _residues(scene),
    }


def _fan(volume: int) -> int:
    """The smallest fan that is large enough for so many cubic metres, else the largest they have."""
    return next((fan for fan in FANS if fan >= volume * CHANGES), FANS[-1])


def _residues(scene: Scene) -> list[dict[str, Any]]:
    table = scene.book.limits
    rows = [row for code in required(scene.spot.substances, table) for row in _rows(scene, code, table)]
    return rows or [{"substance": "oxygen", "value": {"value": "20.6", "unit": "%vol"}}]


def _rows(scene: Scene, code: str, table: LimitTable) -> list[dict[str, Any]]:
    known = table.substances[code]
    times = Decimal(str(round(scene.dice.of("left", code).uniform(*LEFT), 2)))
    rows = []
    if known.poisons:
        rows.append(_row(code, toxic_limit(known).high * times, "mg/m3"))
    if known.burns and (not known.poisons or known.molar_mass is None):
        rows.append(_row(code, combustible_limit(known, table.figures).high * times, "%vol"))
    return rows


def _row(code: str, value: Decimal, unit: str) -> dict[str, Any]:
    return {"substance": code, "value": {"value": f"{value:.3f}", "unit": unit}}
