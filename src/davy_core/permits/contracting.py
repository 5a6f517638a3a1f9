"""Whether the firm of a person may work here, and whether he was let in for this work and this place.

A firm that is shut out keeps all of its people from every work at once. Whether its papers and the
admission of each of its people are asked for is for a company's overlay to say
(rulepacks/overlays/contractors.yaml): what nobody entered is told as missing and never decided here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["Admission", "Contract", "FirmStanding", "admitted", "firm_standing"]

FirmStanding = Literal["good", "lacking", "banned"]


@dataclass(frozen=True)
class Admission:
    """One admission of a person that was not taken back. `works`: types, empty = all; `areas`: ids, empty =
    the whole plant; it counts from `since` to before `until`. `companion`: somebody of the plant without
    whom a temporary admission is none."""

    works: tuple[str, ...]
    areas: tuple[str, ...]
    since: datetime
    until: datetime
    companion: str | None = None


@dataclass(frozen=True)
class Contract:
    """What the register has of the firm of a person today: shut out or not, which papers that it must have
    are missing or over, and the admissions of the person."""

    banned: bool = False
    lacking: tuple[str, ...] = ()
    admissions: tuple[Admission, ...] = ()


def firm_standing(contract: Contract) -> FirmStanding:
    """good, lacking (a paper that must be there is missing or over) or banned."""
    if contract.banned:
        return "banned"
    return "lacking" if contract.lacking else "good"


def admitted(
    contract: Contract, work_type: str, area: str | None, crew: Collection[str], now: datetime
) -> str:
    """admitted, alone (his companion is not of the crew), other_area, other_work, ended or none: the
    nearest to being let in of all his admissions."""
    verdicts = {_verdict(one, work_type, area, crew, now) for one in contract.admissions}
    order = ("admitted", "alone", "other_area", "other_work", "ended")
    return next((verdict for verdict in order if verdict in verdicts), "none")


def _verdict(one: Admission, work_type: str, area: str | None, crew: Collection[str], now: datetime) -> str:
    if not one.since <= now < one.until:
        return "ended" if one.until <= now else "none"
    if one.works and work_type not in one.works:
        return "other_work"
    if one.areas and area not in one.areas:
        return "other_area"
    return "alone" if one.companion is not None and one.companion not in crew else "admitted"
