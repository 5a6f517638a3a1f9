"""After an upgrade rows lack what came to the state since: they are folded anew before they decide anything,
and raise no alarm; what they do tell must still be true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import psycopg
import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.watch.night import comparing
from tests.postgres import TestServer

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


@pytest.fixture
def hands(committed_db: str) -> Hands:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    return hands


@pytest.fixture
def write_older(test_server: TestServer, committed_db: str) -> Callable[[str], None]:
    """Makes every row one that a release wrote which knew neither crew nor who is inside."""

    def write(lie: str = "{}") -> None:
        with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
            superuser.execute("SET session_replication_role = replica")
            superuser.execute(
                "UPDATE permits_permit SET doc = (doc - '_shape' - 'inside' - 'crew') || %s::jsonb", [lie]
            )

    return write


def _lies(hands: Hands) -> bool:
    company = hands.plant.company
    with tenant.company(company):
        return comparing.differs(company, "permit", hands.permit)


def test_it_is_no_lie_and_is_folded_anew_before_it_decides(
    hands: Hands, write_older: Callable[[str], None]
) -> None:
    write_older("{}")
    assert not _lies(hands)
    assert journeys.state(hands).crew.guardian == hands.plant.person("wang")
    journeys.prepare(hands)
    assert not _lies(hands)
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT doc ? '_shape' AND doc ? 'crew' AS whole FROM permits_permit")
    assert found == {"whole": True}


def test_what_it_tells_must_be_true_and_decides_nothing(
    hands: Hands, write_older: Callable[[str], None]
) -> None:
    write_older('{"state": "issued"}')
    assert _lies(hands)
    assert journeys.state(hands).state == "submitted"
