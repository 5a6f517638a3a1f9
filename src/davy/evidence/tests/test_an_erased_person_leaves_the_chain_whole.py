"""Private parts can be erased through one function only, and every chain still verifies."""

import pytest
from django.db import DatabaseError, connection, transaction

from davy.db import rows, tenant
from davy.evidence import queries, store
from davy.evidence.tests.events import grow
from davy.ids import uuid7

pytestmark = pytest.mark.django_db

OURS, THEIRS = uuid7(), uuid7()


def test_the_private_part_is_gone_and_the_chain_holds() -> None:
    stream = uuid7()
    head = grow(OURS, stream, 4)
    with tenant.company(OURS):
        ids = [event.id for event in queries.events(OURS, "permit", stream)]
        assert store.erase(OURS, ids[1:3]) == 2
        assert {event for event, _ in queries.private(OURS, ids)} == {ids[0], ids[3]}
        assert queries.verify_stream(OURS, "permit", stream) == queries.Verified(4, head.hash)
        assert store.erase(OURS, ids[1:3]) == 0


def test_the_stream_grows_on_after_an_erasure() -> None:
    stream = uuid7()
    grow(OURS, stream, 2)
    with tenant.company(OURS):
        store.erase(OURS, [event.id for event in queries.events(OURS, "permit", stream)])
    head = grow(OURS, stream)
    with tenant.company(OURS):
        assert queries.verify_stream(OURS, "permit", stream) == queries.Verified(3, head.hash)


def test_a_neighbour_cannot_erase_ours_even_by_calling_the_function() -> None:
    stream = uuid7()
    grow(OURS, stream)
    with tenant.company(OURS):
        event = queries.events(OURS, "permit", stream)[0].id
    with tenant.company(THEIRS):
        assert rows.one("SELECT evidence_erase(%s::uuid, %s::uuid[]) AS n", [OURS, [event]]) == {"n": 0}
    with tenant.company(OURS):
        assert len(queries.private(OURS, [event])) == 1


def test_there_is_no_other_way() -> None:
    grow(OURS, uuid7())
    with (
        tenant.company(OURS),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        connection.cursor().execute("DELETE FROM evidence_private")
