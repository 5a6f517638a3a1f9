"""The simulated plant has an approved work plan wherever hot work is special, and two under way."""

from typing import TYPE_CHECKING

import pytest

from davy.db import tenant
from davy.demo import cast, schemes
from davy.schemes import queries

if TYPE_CHECKING:
    from davy.accounts.models import Company

pytestmark = pytest.mark.django_db


def test_every_special_place_has_one_and_two_lifts_are_under_way(company: "Company") -> None:
    everybody = cast.gather(company)
    special = {s.id for s in everybody.spots.values() if s.special and s.type == "hot"}
    assert special
    assert set(everybody.schemes) == special
    schemes.build(everybody)  # again: nothing is written twice
    with tenant.company(company.id):
        found = queries.board(company.id)
    assert len(found) == len(special) + 2
    lifts = {row["state"]: row["annotations_open"] for row in found if row["type"] == "lifting"}
    assert lifts == {"review": 2, "draft": 0}
