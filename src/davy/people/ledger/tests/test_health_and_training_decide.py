"""Examinations, trainings and restrictions: entered, counted on their days, told to the judge of work."""

from datetime import date, timedelta
from typing import Any

import pytest

from davy import clock
from davy.db import tenant
from davy.people import queries
from davy.people.models import Checkup, Restriction
from davy.permits.around import LOCAL
from tests.plant import Browser, Plant, said


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


@pytest.fixture
def he(plant: Plant) -> Browser:
    """何工, who administers."""
    return plant.browser("he")


def today() -> date:
    return clock.now().astimezone(LOCAL).date()


def day(offset: int) -> str:
    return (today() + timedelta(days=offset)).isoformat()


def judged(plant: Plant, nick: str = "li") -> queries.PersonFacts:
    person = plant.people[nick].id
    with tenant.company(plant.company.id):
        return queries.facts(plant.company.id, [person], today())[str(person)]


def enter(browser: Browser, path: str, plant: Plant, **body: Any) -> dict[str, Any]:
    answer = browser.send("POST", f"/api/v1/{path}", {"person_id": str(plant.people["li"].id), **body})
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def test_nothing_recorded_is_told_as_nothing(plant: Plant) -> None:
    found = judged(plant)
    assert (found.checkup, found.restrictions, found.trainings) == (None, (), ())


def test_the_newest_examination_counts_and_of_one_day_the_worse(plant: Plant, qian: Browser) -> None:
    enter(qian, "checkups", plant, kind="pre", done_on=day(-400), valid_to=day(-35), verdict="fit")
    enter(qian, "checkups", plant, kind="periodic", done_on=day(-1), verdict="fit")
    found = judged(plant).checkup
    assert found is not None
    assert found.verdict == "fit"
    assert found.valid_to is not None
    assert found.valid_to > today() + timedelta(days=360)  # the period of its kind: twelve months
    enter(qian, "checkups", plant, kind="emergency", done_on=day(-1), verdict="unfit")
    worse = judged(plant).checkup
    assert worse is not None
    assert worse.verdict == "unfit"


def test_what_was_found_is_sealed_and_read_with_a_reason(plant: Plant, qian: Browser) -> None:
    made = enter(
        qian, "checkups", plant, kind="pre", done_on=day(0), verdict="limited", findings="血压 160/100"
    )
    assert made["has_findings"] is True
    with tenant.company(plant.company.id):
        [row] = Checkup.objects.all()
    assert "血压".encode() not in bytes(row.sealed)
    asked = {"what": ["medical"], "why": "安排复查"}
    li = plant.people["li"].id
    told = said(qian.send("POST", f"/api/v1/people/{li}/protected/clear", asked))
    assert [one["text"] for one in told["medical"]] == ["血压 160/100"]
    assert plant.browser("zhao").get("/api/v1/checkups").status_code == 403


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ({"done_on": -10, "valid_to": 0}, True),
        ({"done_on": -10, "valid_to": -1}, False),
        ({"done_on": 1, "valid_to": 100}, False),
        ({"done_on": -10, "valid_to": 100, "passed": False}, False),
    ],
)
def test_a_training_counts_when_it_was_passed_and_holds(
    plant: Plant, qian: Browser, body: dict[str, Any], counts: bool
) -> None:
    days = {name: day(value) if name != "passed" else value for name, value in body.items()}
    enter(qian, "trainings", plant, subject="annual", **days)
    assert judged(plant).trainings == (("annual",) if counts else ())


def test_one_failed_later_takes_an_earlier_pass_away(plant: Plant, qian: Browser) -> None:
    enter(qian, "trainings", plant, subject="annual", done_on=day(-20), valid_to=day(300))
    enter(qian, "trainings", plant, subject="annual", done_on=day(-2), valid_to=day(300), passed=False)
    assert judged(plant).trainings == ()


def test_one_without_an_end_counts_for_nothing(plant: Plant, qian: Browser) -> None:
    made = enter(qian, "trainings", plant, subject="entry", done_on=day(-20))
    assert (made["valid_to"], made["counts"], judged(plant).trainings) == (None, False, ())


@pytest.mark.parametrize(
    ("since", "until", "stands"), [(0, None, True), (-5, 0, True), (-5, -1, False), (1, None, False)]
)
def test_a_restriction_stands_on_its_days(
    plant: Plant, he: Browser, since: int, until: int | None, stands: bool
) -> None:
    ends = None if until is None else day(until)
    made = enter(
        he,
        "restrictions",
        plant,
        kind="medical",
        works=["height"],
        since=day(since),
        until=ends,
        why="恐高症",
    )
    assert made["counts"] is stands
    expected = (queries.RestrictionFacts("medical", ("height",)),) if stands else ()
    assert judged(plant).restrictions == expected
    with tenant.company(plant.company.id):
        assert "恐高".encode() not in bytes(Restriction.objects.get().sealed)


def test_it_is_lifted_with_a_reason_and_never_by_himself(plant: Plant, he: Browser) -> None:
    made = enter(he, "restrictions", plant, kind="other", works=[], since=day(0), why="待再培训")
    own = he.send(
        "POST",
        "/api/v1/restrictions",
        {"person_id": str(plant.people["he"].id), "kind": "other", "since": day(0), "why": "待再培训"},
    )
    refused = he.send("POST", f"/api/v1/restrictions/{said(own)['id']}/lift", {"why": "已经好了"})
    assert (refused.status_code, said(refused)["code"]) == (409, "restriction_own")
    lifted = said(he.send("POST", f"/api/v1/restrictions/{made['id']}/lift", {"why": "再培训合格"}))
    assert (lifted["counts"], lifted["lifted_why"]) == (False, "再培训合格")
    assert judged(plant).restrictions == ()


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("checkups", {"kind": "palm_reading", "done_on": "2026-01-01", "verdict": "fit"}, "malformed"),
        ("trainings", {"subject": "dancing", "done_on": "2026-01-01"}, "malformed"),
        (
            "trainings",
            {"subject": "annual", "done_on": "2026-01-02", "valid_to": "2026-01-01"},
            "ledger_dates",
        ),
        (
            "restrictions",
            {"kind": "other", "works": ["fishing"], "since": "2026-01-01", "why": "钓鱼"},
            "malformed",
        ),
    ],
)
def test_what_nobody_can_mean_is_refused(
    plant: Plant, he: Browser, path: str, body: dict[str, Any], code: str
) -> None:
    answer = he.send("POST", f"/api/v1/{path}", {"person_id": str(plant.people["li"].id), **body})
    assert (answer.status_code, said(answer)["code"]) == (422, code)
