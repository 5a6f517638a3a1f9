"""What is recorded against a person counts at once; what is not recorded is told as missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from davy_core.outcome import Refused
from davy_core.permits.fitness import Checkup, Fitness, Limit, barred, medical
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("fitness", "expected"),
    [
        (Fitness(), "none"),
        (Fitness((Limit("medical", ("height",)),)), "none"),
        (Fitness((Limit("medical", ("height", "hot")),)), "medical"),
        (Fitness((Limit("medical"),)), "medical"),
        (Fitness((Limit("other"),)), "restricted"),
        (Fitness((Limit("other"), Limit("medical"))), "medical"),
        (Fitness(checkup=Checkup("unfit", LATER)), "medical"),
        (Fitness(checkup=Checkup("unfit", None)), "medical"),
        (Fitness(checkup=Checkup("limited", LATER)), "none"),
        (Fitness(checkup=Checkup("fit", NOW - timedelta(days=9))), "none"),
    ],
)
def test_what_bars_from_hot_work(fitness: Fitness, expected: str) -> None:
    assert barred(fitness, "hot") == expected


@pytest.mark.parametrize(
    ("checkup", "expected"),
    [
        (None, "missing"),
        (Checkup("fit", LATER), "fit"),
        (Checkup("limited", LATER), "limited"),
        (Checkup("fit", NOW), "fit"),
        (Checkup("fit", NOW - timedelta(seconds=1)), "expired"),
        (Checkup("fit", None), "expired"),
        (Checkup("unfit", NOW - timedelta(days=900)), "unfit"),
    ],
)
def test_an_examination_without_an_end_counts_for_nothing_good(
    checkup: Checkup | None, expected: str
) -> None:
    assert medical(Fitness(checkup=checkup), NOW) == expected


@pytest.mark.parametrize(
    ("kind", "code"), [("medical", "person_contraindicated"), ("other", "person_restricted")]
)
def test_nobody_barred_is_put_on_a_permit(kind: str, code: str) -> None:
    world = walk(World(), "active")
    assert world.permit is not None
    who = min(world.people.keys() - set(world.permit.crew.on_site()))
    limit = Limit("medical" if kind == "medical" else "other", ("hot",))
    world.people[who] = replace(world.people[who], fitness=Fitness((limit,)))
    outcome = world.give("li", "assign", {"person": who, "duty": "worker"})
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == [code]


def test_a_contraindication_entered_during_the_work_pauses_it() -> None:
    world = walk(World(), "active")
    world.people["qian"] = replace(world.people["qian"], fitness=Fitness((Limit("medical", ("hot",)),)))
    world.must(None, "tick")
    assert world.permit is not None
    assert world.permit.state == "paused"
