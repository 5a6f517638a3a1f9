"""How one row of a permit's hazard analysis was graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Graded:
    """The values by factor without and with the controls, the colour without, and the colour that is left."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    grade_before: str
    grade: str
