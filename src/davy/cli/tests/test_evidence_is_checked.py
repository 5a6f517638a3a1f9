"""``davy evidence`` enters what grew, proves the log, and fails by name when something does not hold."""

import psycopg
import pytest

from davy.accounts.models import Company
from davy.cli import main
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from tests.postgres import TestServer


@pytest.fixture
def company(committed_db: str) -> Company:
    found = Company.objects.create(code="green", name="绿洲化工", hostname="green.example")
    for _ in range(3):
        grow(found.id, uuid7(), 2)
    return found


def test_a_whole_log_is_proved(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "integrate"]) == 0
    assert capsys.readouterr().out == "green: 3 entries added\n"
    assert main(["evidence", "check", "--company", company.code]) == 0
    assert capsys.readouterr().out.startswith("green: 3 entries, 1 checkpoints, 0 faults, root ")


def test_a_rewritten_chain_is_found(
    company: Company, capsys: pytest.CaptureFixture[str], test_server: TestServer, committed_db: str
) -> None:
    main(["evidence", "integrate"])
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("UPDATE evidence_event SET hash = prev WHERE seq = 2")
    assert main(["evidence", "check"]) == 1
    assert f"{company.code}: BROKEN entry 0: chain" in capsys.readouterr().out


def test_a_log_that_shrank_is_not_signed(
    company: Company, capsys: pytest.CaptureFixture[str], test_server: TestServer, committed_db: str
) -> None:
    main(["evidence", "integrate"])
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("DELETE FROM evidence_log_entry WHERE index = 2")
    grow(company.id, uuid7())
    assert main(["evidence", "integrate"]) == 1
    assert "BROKEN 3 entries were signed and 2 are there" in capsys.readouterr().out


@pytest.mark.usefixtures("company")
def test_a_company_that_does_not_exist_is_a_failure() -> None:
    assert main(["evidence", "check", "--company", "nobody"]) == 1
