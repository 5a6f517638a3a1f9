"""The clauses of the standards as they ship with the product, and the rules of the packs behind them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from davy.rulebook import law

__all__ = ["rule", "standards", "vectors"]

_PARAMETER = re.compile(r"\bparams\.([a-z_][a-z0-9_]*)")


@cache
def _shipped() -> Mapping[str, Any]:
    text = resources.files("davy_law").joinpath("conformance.json").read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found


def standards() -> list[dict[str, Any]]:
    """Every standard with its clauses, as `tools.conformance` wrote them."""
    found: list[dict[str, Any]] = _shipped()["standards"]
    return found


def vectors(requirement: str) -> list[dict[str, str]]:
    """The decision vectors that name a requirement: file, name, and what it comes to there."""
    found = [line.split(" · ", 2) for line in _shipped()["vectors"].get(requirement, ())]
    return [{"outcome": outcome, "file": file, "name": name} for outcome, file, name in found]


def rule(requirement: str) -> dict[str, Any] | None:
    """One requirement as the pack has it, without what only the judge needs; None when there is none."""
    found = law.requirements().get(requirement)
    if found is None:
        return None
    row = found["row"]
    return {
        "id": requirement,
        "clause": row["clause"],
        "pack": found["pack"],
        "work": found["work"],
        "says": row["says"],
        "at": sorted(row.get("at", ())),
        "while": sorted(row.get("while", ())),
        "on_lapse": row.get("on_lapse"),
        "alarm": row.get("alarm"),
        "holds": row["holds"],
        "when": row.get("when"),
        "parameters": _parameters(row, found["parameters"]),
        "marks": list(row.get("marks", ())),
    }


def _parameters(row: Mapping[str, Any], shared: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures that its expressions name, of its own or of its pack."""
    text = " ".join(str(row.get(part, "")) for part in ("holds", "when", "until"))
    own = row.get("params", {})
    named = dict.fromkeys(_PARAMETER.findall(text))
    return [_parameter(name, own.get(name, shared.get(name))) for name in named]


def _parameter(name: str, given: Any) -> dict[str, Any]:
    about = given if isinstance(given, dict) else {"value": given}
    value = about.get("value")
    shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return {"name": name, "value": shown, "tighten": about.get("tighten"), "grade": about.get("grade")}
