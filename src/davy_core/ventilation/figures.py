"""The figures of a template's ventilation: mixing factors, work factors, bounds. Pinned with the basis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from davy_core.ventilation.flow import Bounds


@dataclass(frozen=True)
class Figures:
    """`ducts`: arrangement of the duct → mixing factor K; `works`: kind of work → factor F. `least_s` is the
    shortest time in seconds; `good_fit` the R² below which a fit is marked as poor."""

    ducts: Mapping[str, Decimal]
    works: Mapping[str, Decimal]
    bounds: Bounds
    least_s: int
    good_fit: Decimal


def figures_of(template: Mapping[str, Any]) -> Figures | None:
    """The figures of a template, None for one that plans no ventilation."""
    told = template.get("ventilation")
    if told is None:
        return None
    bounds = told["bounds"]
    return Figures(
        ducts={row["id"]: Decimal(row["mixing"]) for row in told["ducts"]},
        works={row["id"]: Decimal(row["factor"]) for row in told["works"]},
        bounds=Bounds(
            Decimal(bounds["least_changes_per_h"]),
            Decimal(bounds["most_changes_per_h"]),
            Decimal(bounds["most_flow_m3_per_h"]),
        ),
        least_s=int(told["least"].removesuffix("s")),
        good_fit=Decimal(told["good_fit"]),
    )
