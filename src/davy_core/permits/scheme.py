"""The work plan (作业方案) that a permit names, and what the rules read of it (GB 30871-2022 5.4.2, 9.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SchemeName:
    """What the permit names: one version of one scheme."""

    id: str
    version: int


@dataclass(frozen=True)
class SchemeSeen:
    """The named version as its register tells it. `newest`: no later version was approved; `pending`: later
    ones that wait for approval; `complete`: the compulsory sections are there by the contract of today.
    `approved_at` and `lasts_to` are None while it is not approved."""

    type: str
    level: str
    site: str
    area: str
    point: str | None
    withdrawn: bool
    newest: bool
    pending: int
    complete: bool
    approved_at: datetime | None = None
    lasts_to: datetime | None = None
