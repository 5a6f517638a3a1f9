"""A row that cannot even be read is one fault: what is wrong elsewhere is found, written down and told."""

from __future__ import annotations

import pytest

from davy.building.hands import Hands
from davy.db import rows, tenant
from davy.watch import tasks
from davy.watch.models import Mismatch
from davy.watch.night import comparing
from davy.watch.tests.test_what_was_changed_is_told import Insider, hands  # noqa: F401 - a fixture
from tests.columns import written

DEEP = "[" * 3000 + "]" * 3000
BAD = (
    "UPDATE permits_permit SET ends_at = 'infinity'",
    f"UPDATE permits_permit SET doc = jsonb_set(doc, '{{work}}', '{DEEP}')",  # noqa: S608 - the test's own
    "UPDATE permits_permit SET doc = jsonb_set(doc, '{window,end}', '\"9999-12-31T23:59:59.999-23:00\"')",
    "UPDATE permits_permit SET doc = '[]'",
    "UPDATE devices_device SET revoked_at = 'infinity'",
    "UPDATE evidence_event SET occurred_at = 'infinity' WHERE kind = 'permit' AND seq = 1",
)
ENTRY = "UPDATE evidence_log_entry SET seq = seq + 1 WHERE index = 0"
CHAIN = "UPDATE evidence_event SET actor = 'nobody' WHERE kind = 'permit' AND seq = 1"


def _night(at: Hands) -> set[tuple[str, str, str]]:
    """What the worker's look wrote down, once it came to its end."""
    tasks.night(0)
    with tenant.company(at.plant.company):
        ended = rows.one("SELECT bool_and(ended_at IS NOT NULL) AS all FROM watch_look")
        assert ended == {"all": True}
        return set(Mismatch.objects.filter(mended_at=None).values_list("part", "subject", "why"))


def test_whatever_stands_in_a_row_the_rest_is_looked_through(hands: Hands, insider: Insider) -> None:  # noqa: F811
    insider(ENTRY)
    forged = _night(hands)
    assert forged == {("log", "entry 0", "columns")}
    for change in BAD:
        table = change.split()[1]
        insider(f"CREATE TABLE kept AS TABLE {table}")
        insider(change)
        found = _night(hands)
        assert forged < found, change
        assert {part for part, _, _ in found - forged} <= {"row", "chain"}, change
        insider(f"DELETE FROM {table} t USING kept WHERE t.id = kept.id")  # noqa: S608 - the test's own
        columns = written(table)
        insider(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM kept")  # noqa: S608 - the test's own
        insider("DROP TABLE kept")
        assert _night(hands) == forged, change


def test_a_part_that_breaks_off_keeps_what_it_found_and_mends_nothing(
    hands: Hands,  # noqa: F811
    insider: Insider,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    insider(CHAIN)
    forged = _night(hands)
    assert {(part, why) for part, _, why in forged} == {("chain", "columns 1")}

    def broken(company_id: object) -> list[object]:
        raise RecursionError(company_id)

    with monkeypatch.context() as patched:
        patched.setattr(comparing, "without_events", broken)
        assert _night(hands) == {*forged, ("row", "whole", "unreadable")}
    assert _night(hands) == forged
