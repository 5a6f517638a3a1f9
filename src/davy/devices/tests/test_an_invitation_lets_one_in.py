"""An invitation lets one device in: of two at one instant the second finds it used."""

from __future__ import annotations

import pytest

from davy import clock
from davy.building.plant import small_plant
from davy.db import tenant
from davy.devices import inviting
from davy.ids import uuid7
from davy.problems.response import Problem

pytestmark = pytest.mark.django_db


def test_the_second_use_is_refused() -> None:
    """Both found it good before either used it."""
    company, now = small_plant().company, clock.now()
    with tenant.company(company):
        token = inviting.invite(company, uuid7(), uuid7(), now)
        inviting.use(company, token, now)
        with pytest.raises(Problem) as refused:
            inviting.use(company, token, now)
    assert refused.value.refusal.code == "invitation_not_valid"
