"""Who reaches the database as the application: what happened stays, permits move only with their chain."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.cli.main import main
from davy.db import rows, tenant
from davy.evidence.queries import Broken, Verified, streams, verify_stream
from davy.evidence.store import erase
from tests.adversarial.durable import assert_whole
from tests.adversarial.scenes import MORNING, reach
from tests.columns import written
from tests.postgres import TestServer

FOREVER = ("evidence_event", "door_command", "permits_gas_reading")
INVENTED = """
INSERT INTO permits_permit ({columns}) SELECT {columns} FROM (
  SELECT (jsonb_populate_record(p, jsonb_build_object(
    'id', '00000000-0000-0000-0000-000000000007', 'number', 'X', 'token', 'x'))).* FROM permits_permit p
) made
"""
TAMED = "CREATE OR REPLACE FUNCTION permits_row_follows_chain() RETURNS trigger LANGUAGE plpgsql"
CHANGES = ("UPDATE {} SET company_id = company_id", "DELETE FROM {}", "TRUNCATE {}")


def _refused(hands: Hands, sql: str, why: str) -> None:
    with (
        tenant.company(hands.plant.company),
        pytest.raises(DatabaseError, match=why),
        transaction.atomic(),
    ):
        connection.cursor().execute(sql)


@pytest.mark.django_db
def test_the_application_neither_changes_nor_removes_what_happened() -> None:
    hands = reach("active")
    for table in FOREVER:
        for change in CHANGES:
            _refused(hands, change.format(table), "permission denied")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        "state = 'active'",
        "clearance = 'confirmed'",
        "doc = jsonb_set(doc, '{state}', '\"active\"')",
        "doc = jsonb_set(doc, '{rounds}', '[]')",
        "version = version + 1",
        "version = version - 1, state = 'active'",
        "version = NULL",
    ],
)
def test_a_permit_moves_only_with_an_event(change: str) -> None:
    hands = reach("voided")
    statement = f"UPDATE permits_permit SET {change}"  # noqa: S608 - of this test
    _refused(hands, statement, "only with an event|null value")
    assert journeys.state(hands).state == "voided"


@pytest.mark.django_db
def test_a_permit_is_not_removed_and_not_invented() -> None:
    hands = reach("submitted")
    _refused(hands, "DELETE FROM permits_permit", "permission denied")
    _refused(hands, "TRUNCATE permits_permit", "permission denied")
    _refused(hands, INVENTED.format(columns=written("permits_permit")), "only with an event")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql",
    [
        "ALTER TABLE permits_permit DISABLE TRIGGER ALL",
        "DROP TRIGGER permits_row_follows_chain ON permits_permit",
        "ALTER TABLE evidence_event DISABLE ROW LEVEL SECURITY",
        f"{TAMED} AS 'BEGIN RETURN NEW; END'",
        "SET session_replication_role = replica",
        "SET ROLE davy_owner",
        "CREATE TABLE mine (n int)",
        "CREATE POLICY open ON evidence_event USING (true)",
    ],
)
def test_the_application_cannot_take_the_guards_away(sql: str) -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    _refused(hands, sql, "must be owner|permission denied|must be able to")


@pytest.mark.django_db
def test_every_table_with_a_company_is_closed_without_one_and_to_the_neighbour() -> None:
    reach("active")
    other = small_plant("sun", "sun.davy.test")
    tables = [
        row["name"]
        for row in rows.many(
            "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relkind = 'r' AND a.attname = 'company_id' AND c.relrowsecurity ORDER BY 1"
        )
    ]
    assert {"permits_permit", "evidence_event", "door_command", "alarms_alarm", "outbox_message"} <= set(
        tables
    )
    for table in tables:
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - from the catalogue
        with tenant.company(other.company):
            statement = f"SELECT count(*) AS n FROM {table} WHERE company_id <> %s"  # noqa: S608
            found = rows.one(statement, (other.company,))
            assert found == {"n": 0}, table


@pytest.mark.django_db
def test_what_people_wrote_is_not_in_the_chain_and_can_go() -> None:
    hands = reach("closed")
    company = hands.plant.company
    words = ("更换泵出口管段", "同意", "[[[0,0]", "钱焊工")
    with tenant.company(company):
        found = rows.many("SELECT seq, convert_from(body, 'UTF8') AS body FROM evidence_event")
        for word in words:
            assert [row["seq"] for row in found if word in row["body"]] == [], word
        private = rows.many("SELECT DISTINCT event_id FROM evidence_private")
        assert len(private) > 5
        assert erase(company, [row["event_id"] for row in private]) >= len(private)
        for kind, stream in streams(company):
            assert isinstance(verify_stream(company, kind, stream), Verified)
    assert_whole()


@pytest.fixture
def superuser(
    committed_db: str, test_server: TestServer
) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as found:
        yield found


@pytest.mark.parametrize("seq", [1, 7, 20])
def test_one_flipped_byte_is_found_and_told(
    superuser: "psycopg.Connection[tuple[object, ...]]", seq: int, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = reach("active")
    assert main(["verify"]) == 0
    superuser.execute("SET session_replication_role = replica")
    superuser.execute(
        "UPDATE evidence_event SET body = set_byte(body, 60, get_byte(body, 60) # 1)"
        " WHERE kind = 'permit' AND stream_id = %s AND seq = %s",
        [hands.permit, seq],
    )
    with tenant.company(hands.plant.company):
        found = verify_stream(hands.plant.company, "permit", hands.permit)
    assert isinstance(found, Broken)
    assert found.seq == seq
    assert main(["verify"]) != 0
    assert str(hands.permit) in "".join(capsys.readouterr())


def test_a_row_that_a_superuser_changed_is_found_by_folding(
    superuser: "psycopg.Connection[tuple[object, ...]]",
) -> None:
    hands = reach("voided")
    superuser.execute("SET session_replication_role = replica")
    superuser.execute(
        "UPDATE permits_permit SET doc = jsonb_set(doc, '{clearance}', '\"confirmed\"') WHERE id = %s",
        [hands.permit],
    )
    with pytest.raises(AssertionError):
        assert_whole()
