"""An emergency that ended is listed when its period is over, as old and as held as the permits it was about;
confirmed, its words go, and its chain stays whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.archive.tests.taken import MORNING, ask
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.emergency.tests.calling import get, work
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.keeping.removals import work_off
from davy.keeping.tests.leaving import YEAR, ahead, closed, codes, give, over
from davy.watch.tests.lies import lies

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]


def _ended(step_clock: Step) -> tuple[Hands, UUID]:
    """钱焊工 called for help at a hot work that was over long ago, and nothing was found."""
    hands = closed(step_clock)
    hands.must("qian", "sos", {})
    work(times=1)
    (line,) = get(hands.plant, "chu", "/emergencies")
    found = UUID(line["id"])
    there = Hands(hands.plant, permit=found)
    for one in get(hands.plant, "chu", f"/emergencies/{found}")["people"]:
        _give(there, "call_person", {"person": one["id"], "status": "found"})
    _give(there, "note_emergency", {"note": "按错了"})
    _give(there, "end_emergency", {"reason": "误按，人都在"})
    return hands, found


def _give(there: Hands, kind: str, body: Mapping[str, Any]) -> None:
    answer = give(there.plant, "chu", "emergency", kind, body, to=there)[1]
    assert answer["verdict"] == "accepted", answer


def _listed(hands: Hands, emergency: UUID) -> dict[str, Any] | None:
    found = ask(hands.plant, "keeping/due?kind=emergency").json()["items"]
    return next((row for row in found if row["id"] == str(emergency)), None)


def _confirm(hands: Hands, emergency: UUID) -> Mapping[str, Any]:
    own = Hands(hands.plant, permit=hands.plant.company)
    body = {"batch": str(uuid7()), "records": [f"emergency/{emergency}"], "reason": "按保存期清理"}
    return give(hands.plant, "zheng", "retention", "confirm_removal", body, to=own)[1]


def _words(hands: Hands, emergency: UUID) -> set[str]:
    with tenant.company(hands.plant.company):
        ids = [event.id for event in evidence.events(hands.plant.company, "emergency", emergency)]
        return {label for _, label in evidence.private(hands.plant.company, ids)}


def test_while_its_permit_goes_on_it_stays_and_then_it_goes_when_somebody_confirms_it(
    step_clock: Step,
) -> None:
    hands, emergency = _ended(step_clock)
    step_clock(MORNING + YEAR - clock.now() + ahead())
    row = _listed(hands, emergency)
    assert row is not None
    assert (row["why"], row["number"][:3], row["words"]) == ("open", "YJ-", 2)
    assert codes(_confirm(hands, emergency)) == {"removal_not_due"}


def test_it_goes_with_its_words_when_somebody_confirms_it(step_clock: Step) -> None:
    hands, emergency = _ended(step_clock)
    _over(hands, step_clock)
    step_clock(MORNING + YEAR - clock.now() + ahead())
    row = _listed(hands, emergency)
    assert row is not None
    assert row["why"] is None
    assert _confirm(hands, emergency)["verdict"] == "accepted"
    assert work_off(hands.plant.company) == (1, 0)
    assert _words(hands, emergency) == set()
    assert _listed(hands, emergency) is None
    with tenant.company(hands.plant.company):
        verified = evidence.verify_stream(hands.plant.company, "emergency", emergency)
        assert isinstance(verified, evidence.Verified)
        assert lies(hands.plant.company) == []


def _over(hands: Hands, step_clock: Step) -> None:
    """The work went on after the false alarm, and is over."""
    hands.must("wang", "confirm_stopped")
    hands.must("wang", "stand_by")
    journeys.gas_round(hands)
    (cause,) = journeys.state(hands).causes
    hands.must("feng", "resolve_cause", {"cause": cause.id})
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})
    over(hands, step_clock)
