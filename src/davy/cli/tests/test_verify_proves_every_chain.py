"""``davy verify`` counts what it proved and fails, by name and number, when one chain is broken."""

from uuid import UUID

import psycopg
import pytest

from davy.accounts.models import Company
from davy.cli import main
from davy.db import tenant
from davy.evidence.store import append, lock
from davy.evidence.tests.events import record
from davy.ids import uuid7
from tests.postgres import TestServer


def _grow(company: UUID, stream: UUID, count: int) -> None:
    """So many events of a kind that has no row."""
    for _ in range(count):
        with tenant.company(company):
            append(lock(company, "visit", stream), [record()])


@pytest.fixture
def company(committed_db: str) -> Company:
    return Company.objects.create(code="green", name="绿洲化工", hostname="green.example")


def test_whole_chains_are_counted(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    _grow(company.id, uuid7(), 3)
    _grow(company.id, uuid7(), 2)
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "green: 2 chains, 5 events proved, 0 broken",
        "1 companies, 0 broken chains",
    ]


def test_one_flipped_byte_is_found(
    company: Company, capsys: pytest.CaptureFixture[str], test_server: TestServer, committed_db: str
) -> None:
    stream = uuid7()
    _grow(company.id, uuid7(), 3)
    _grow(company.id, stream, 4)
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute(
            "UPDATE evidence_event SET body = set_byte(body, 9, get_byte(body, 9) # 4) "
            "WHERE stream_id = %s AND seq = 2",
            [stream],
        )
    assert main(["verify", "--company", "green"]) == 1
    assert f"green: BROKEN visit {stream} at event 2: hash" in capsys.readouterr().out


def test_a_company_that_does_not_exist_is_a_failure(company: Company) -> None:
    assert main(["verify", "--company", "nobody"]) == 1
