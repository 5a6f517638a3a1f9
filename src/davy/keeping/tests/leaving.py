"""A plant where a welder has worked, left, and asks for his data to be erased."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from davy.accounts.models import Account
from davy.archive.tests.taken import at_work
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, photo
from davy.db import tenant
from davy.evidence.log.integrate import integrate
from davy.people.models import Person

__all__ = ["YEAR", "ahead", "closed", "codes", "give", "leaves", "over"]

YEAR = timedelta(days=367)


def closed(step_clock: Callable[[timedelta], None]) -> Hands:
    """A hot work that is over, with its handwriting and photos; 褚中控 keeps the registers too."""
    hands = at_work(step_clock)
    with tenant.company(hands.plant.company):
        Account.objects.filter(id=hands.plant.people["chu"].account).update(
            roles=["control_room", "registrar"]
        )
    return hands


def over(hands: Hands, step_clock: Callable[[timedelta], None]) -> Hands:
    """The work is finished and accepted, and the log has it, as it has after a minute."""
    hands.must("li", "finish")
    step_clock(timedelta(minutes=31) + ahead())
    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    journeys.accept(hands)
    integrate(hands.plant.company)
    return hands


def ahead() -> timedelta:
    """How far Davy's clock runs ahead of the machine's."""
    return timedelta(seconds=float(Path(os.environ["DAVY_CLOCK_OFFSET_FILE"]).read_text(encoding="ascii")))


def leaves(plant: Plant, who: str = "qian") -> None:
    """He is not on the register any more."""
    with tenant.company(plant.company):
        Person.objects.filter(id=plant.people[who].person).update(status="left", phone="13900001234")


def give(
    plant: Plant, who: str, stream: str, kind: str, body: Mapping[str, Any] | None = None, **extra: Any
) -> tuple[Hands, Mapping[str, Any]]:
    """One command on a new stream of this kind, or with `to` on one that is there; the hands that hold it."""
    hands = extra.pop("to", None) or Hands(plant)
    extra.setdefault("base_version", None)
    return hands, hands.give(who, kind, body or {}, stream_kind=stream, position=None, **extra)


def codes(answer: Mapping[str, Any]) -> set[str]:
    """The reasons of a refusal."""
    return {reason["code"] for reason in answer.get("reasons", ())}
