"""What is known of one gas: how it burns, how it poisons, and how sure each figure is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

Kind = Literal["combustible", "toxic", "oxygen", "both"]
Quality = Literal["combustible", "toxic", "oxygen"]

GENERIC = "combustible"
"""The code of a reading or demand of combustible gas of which nobody says what it is."""


@dataclass(frozen=True)
class Substance:
    """A gas by its code. `lel` in %vol, `molar_mass` in g/mol, `mac`, `pc_stel`, `pc_twa` (GBZ 2.1) in mg/m³.

    `grades` tells how sure each figure is (A to M-); `to_confirm` names the figures that a person must still
    hold against the official text."""

    code: str
    zh: str
    en: str
    kind: Kind
    lel: Decimal | None = None
    molar_mass: Decimal | None = None
    mac: Decimal | None = None
    pc_stel: Decimal | None = None
    pc_twa: Decimal | None = None
    formula: str | None = None
    cas: str | None = None
    grades: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    to_confirm: frozenset[str] = frozenset()

    def has(self, quality: Quality) -> bool:
        """Whether a limit of this quality is asked of it."""
        return {"combustible": self.burns, "toxic": self.poisons, "oxygen": self.is_oxygen}.get(
            quality, False
        )

    @property
    def is_oxygen(self) -> bool:
        """Whether it is oxygen, which is only ever told in %vol."""
        return self.kind == "oxygen"

    @property
    def burns(self) -> bool:
        """Whether the limit for combustible gas is asked of it."""
        return self.kind in {"combustible", "both"}

    @property
    def poisons(self) -> bool:
        """Whether the limit for toxic gas is asked of it."""
        return self.kind in {"toxic", "both"}
