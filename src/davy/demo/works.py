"""The works of the simulated plant beside hot work and confined spaces: what is answered, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from davy.demo.cast import Spot
from davy.demo.dice import Dice

__all__ = ["HANDS", "answers"]

HANDS: Mapping[str, Sequence[str]] = {
    "hot": ("welder",),
    "power": ("electrician",),
    "lifting": ("driver", "conductor"),
}
"""The trades that do a work, one person of each at the least; the others are done by fitters."""


def answers(kind: str, dice: Dice, spot: Spot, workers: Sequence[str]) -> dict[str, Any]:
    """What the applicant answers of such a work at a place; the first workers are those of HANDS in order."""
    match kind:
        case "height":
            return _height(dice, spot)
        case "blind":
            return _blind(dice, spot)
        case "digging":
            return _digging(dice)
        case "road":
            return {
                "reason": "路面修补，换雨水管",
                "units": "储运车间、消防队",
                "section": spot.name,
                "fire_passage": True,
            }
        case "power":
            return _power(dice)
        case _:
            return _lifting(dice, workers)


def _height(dice: Dice, spot: Spot) -> dict[str, Any]:
    return {
        "height_m": str(dice.choice((3, 4, 6, 8, 12), "metres")),
        "factors": ["none"],
        "surroundings": ["none" if not spot.high else "no_rail"],
        "trade": dice.choice(("inspect", "other"), "trade"),
        "outdoors": False,
        "crossed": False,
        "double_layer": False,
    }


def _blind(dice: Dice, spot: Spot) -> dict[str, Any]:
    number = dice.of("blind").randint(1, 99)
    return {
        "action": dice.choice(("insert", "remove"), "action"),
        "blinds": 1,
        "line_name": f"{spot.code} 出料线",
        "medium": "工艺介质",
        "temperature": "25",
        "pressure_mpa": "0.4",
        "pressure_left": "atmospheric",
        "material": "20 号钢",
        "size": dice.choice(("DN50 PN16", "DN80 PN16", "DN100 PN16"), "size"),
        "blind_no": f"MB-{number:02d}",
        "drawing_no": f"PM-{number:02d}",
        "hazardous_place": True,
        "toxic": True,
        "corrosive": False,
        "hot_medium": False,
        "cold_medium": False,
    }


def _digging(dice: Dice) -> dict[str, Any]:
    below = dice.choice((["water"], ["fire_water", "power_cable"], ["telecom"], ["none"]), "below")
    return {
        "method": "hand",
        "extent": "长 8 米，宽 0.8 米",
        "depth_m": dice.choice(("0.8", "1.0", "1.1"), "depth"),
        "buried_lines": below != ["none"],
        "traced": dice.choice(("both", "both", "drawing"), "traced"),
        "underground": below,
        "buried_hazard": False,
        "machine_near_line": False,
        "spoil_left": True,
        "spoil_m": "1.2",
        "heap_m": "1.0",
        "ladder": False,
        "on_road": False,
    }


def _power(dice: Dice) -> dict[str, Any]:
    return {
        "source": f"{dice.of('box').randint(1, 6)} 号配电箱",
        "permitted_kw": "10",
        "voltage": "low",
        "devices": dice.choice(("潜水泵", "轴流风机", "电焊机", "照明"), "device"),
        "rated_kw": "5.5",
        "hazardous_place": False,
        "overhead": False,
        "over_road": False,
        "buried": False,
    }


def _lifting(dice: Dice, workers: Sequence[str]) -> dict[str, Any]:
    return {
        "gear_name": "25 t 汽车起重机",
        "load_name": dice.choice(("换热器管束", "电机", "阀门组", "钢结构"), "load"),
        "mass_t": dice.choice(("2", "3.5", "6"), "mass"),
        "radius_m": "8",
        "cranes": 1,
        "share_t": "6",
        "rated_t": "20",
        "driver": workers[0],
        "conductor": workers[1],
        "special_load": False,
        "near_hazard": False,
        "outdoors": False,
    }
