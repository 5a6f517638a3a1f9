"""``davy evidence`` enters what grew, proves the log, and fails by name when something does not hold."""

from pathlib import Path

import psycopg
import pytest

from davy.accounts.models import Company
from davy.cli import main
from davy.db import rows, tenant
from davy.evidence.log.keys import log_key
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


def test_a_new_key_needs_a_reason_and_calls_people(
    company: Company, capsys: pytest.CaptureFixture[str], settings: object, tmp_path: Path
) -> None:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    main(["evidence", "integrate"])
    for wrong in (["--why", "x"], ["--company", "green"], ["--company", "green", "--why", " "]):
        assert main(["evidence", "rotate", *wrong]) == 1
    whole = ["--company", "green", "--why", "每年换一次"]
    assert main(["evidence", "restart", *whole]) == 1  # nothing ended
    assert "nothing has ended" in capsys.readouterr().out
    assert main(["evidence", "rotate", *whole]) == 0
    assert log_key(company.id).public.told in capsys.readouterr().out
    assert main(["evidence", "check"]) == 0
    with tenant.company(company.id):
        found = rows.many("SELECT kind FROM alarms_alarm WHERE company_id = %s", [company.id])
    assert [row["kind"] for row in found] == ["log_key_rotated"]
