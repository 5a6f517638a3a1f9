"""In which state a certificate is on a day, to the day, in Python and in the list's filter alike."""

from datetime import date, timedelta

import pytest

from davy.db import tenant
from davy.people.api import _in_state
from davy.people.models import Certificate
from davy.people.standing import NOTICE, Standing, standing
from tests.plant import Plant

TODAY = date(2026, 11, 21)


def paper(begins: int | None, ends: int | None, review: int | None) -> Certificate:
    """A certificate by days from today."""
    days = [None if offset is None else TODAY + timedelta(days=offset) for offset in (begins, ends, review)]
    return Certificate(valid_from=days[0], valid_to=days[1], review_due=days[2])


CASES = [
    ((-400, 700, 400), Standing.VALID),
    ((-400, 60, None), Standing.VALID),
    ((-400, 59, None), Standing.EXPIRING),
    ((-400, 0, None), Standing.EXPIRING),  # the last day counts
    ((-400, -1, None), Standing.EXPIRED),
    ((-400, -1, -200), Standing.EXPIRED),
    ((-400, 700, 60), Standing.VALID),
    ((-400, 700, 59), Standing.REVIEW_DUE),
    ((-400, 700, 0), Standing.REVIEW_DUE),
    ((-400, 700, -1), Standing.REVIEW_OVERDUE),
    ((-400, 30, 20), Standing.EXPIRING),
    ((0, 700, None), Standing.VALID),
    ((1, 700, None), Standing.NOT_YET_VALID),
    ((1, 700, -1), Standing.NOT_YET_VALID),
    ((None, 700, None), Standing.VALID),
    ((-400, None, 400), Standing.UNKNOWN),
    ((None, None, None), Standing.UNKNOWN),
]


@pytest.mark.parametrize(("days", "expected"), CASES)
def test_the_state_of_a_certificate_on_a_day(
    days: tuple[int | None, int | None, int | None], expected: Standing
) -> None:
    assert standing(paper(*days), TODAY) is expected


def test_notice_is_given_sixty_days_before() -> None:
    assert timedelta(days=60) == NOTICE


def test_the_filter_of_the_list_finds_exactly_what_the_state_says(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        made: dict[str, Standing] = {}
        for number, (days, expected) in enumerate(CASES):
            row = paper(*days)
            row.company_id, row.person_id = plant.company.id, plant.people["li"].id
            row.kind, row.number, row.item = "special_operation", f"N{number}", "焊接与热切割作业"
            row.save()
            made[row.number] = expected
        everything = Certificate.objects.filter(company_id=plant.company.id)
        for state in Standing:
            found = set(_in_state(everything, state, TODAY).values_list("number", flat=True))
            assert found == {number for number, expected in made.items() if expected is state}, state
