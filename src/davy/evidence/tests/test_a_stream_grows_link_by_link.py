"""What was appended is read back as it was hashed, in order, with its private parts beside it."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from davy.db import tenant
from davy.evidence import queries, store
from davy.evidence.tests.events import EIGHT, grow, record
from davy.ids import uuid7
from davy_core.evidence.chain import START, link_hash

pytestmark = pytest.mark.django_db

OURS, THEIRS = uuid7(), uuid7()


def test_a_new_stream_begins_at_zero() -> None:
    stream = uuid7()
    with tenant.company(OURS):
        assert store.lock(OURS, "permit", stream) == store.Head(OURS, "permit", stream, 0, START)
        assert queries.verify_stream(OURS, "permit", stream) == queries.Verified(0, START)


def test_events_are_read_back_as_hashed() -> None:
    stream = uuid7()
    written = [record("PermitDrafted"), record("PermitSubmitted"), record("PermitIssued")]
    with tenant.company(OURS):
        head = store.append(store.lock(OURS, "permit", stream), written)
        found = queries.events(OURS, "permit", stream)
    assert [event.type for event in found] == ["PermitDrafted", "PermitSubmitted", "PermitIssued"]
    assert [event.seq for event in found] == [1, 2, 3]
    assert (head.seq, head.hash) == (3, found[-1].hash)
    assert found[0].prev == START
    assert found[1].hash == link_hash(found[0].hash, found[1].body)
    assert found[0].data == {"level": "一级", "points": 3}
    assert found[0].content["occurred_at"] == "2026-11-21T08:00:00.000Z"
    assert found[0].content["clock"] == "server"


def test_a_stream_grows_over_several_transactions() -> None:
    stream = uuid7()
    head = grow(OURS, stream, 5)
    with tenant.company(OURS):
        assert queries.verify_stream(OURS, "permit", stream) == queries.Verified(5, head.hash)


def test_the_private_part_stands_in_the_event_only_as_a_salted_hash() -> None:
    stream, event = uuid7(), record(private={"signature": b"strokes", "name": "李工".encode()})
    with tenant.company(OURS):
        store.append(store.lock(OURS, "permit", stream), [event])
        stored = queries.events(OURS, "permit", stream)[0]
        kept = queries.private(OURS, [event.id])
    assert kept == {(event.id, "signature"): b"strokes", (event.id, "name"): "李工".encode()}
    assert set(stored.content["private"]) == {"signature", "name"}
    assert "李工".encode() not in stored.body
    assert hashlib.sha256(b"strokes").hexdigest() not in stored.content["private"].values()


def test_equal_private_parts_have_different_hashes() -> None:
    stream = uuid7()
    grow(OURS, stream, 2)
    with tenant.company(OURS):
        first, second = queries.events(OURS, "permit", stream)
    assert first.content["private"] != second.content["private"]


def test_instants_are_kept_to_the_millisecond() -> None:
    stream, finer = uuid7(), EIGHT + timedelta(microseconds=1999)
    with tenant.company(OURS):
        store.append(store.lock(OURS, "permit", stream), [replace(record(), occurred_at=finer)])
        assert queries.events(OURS, "permit", stream)[0].occurred_at == EIGHT + timedelta(milliseconds=1)


def test_an_old_head_appends_nothing() -> None:
    stream = uuid7()
    with tenant.company(OURS):
        head = store.lock(OURS, "permit", stream)
        store.append(head, [record()])
        with pytest.raises(store.StaleHeadError):
            store.append(head, [record()])
        assert len(queries.events(OURS, "permit", stream)) == 1


def test_a_body_without_spelling_appends_nothing() -> None:
    stream = uuid7()
    with tenant.company(OURS):
        head = store.lock(OURS, "permit", stream)
        with pytest.raises(TypeError):
            store.append(head, [record(), replace(record(), body={"o2": 20.9})])
        assert queries.events(OURS, "permit", stream) == []


def test_a_clock_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="device_synced"):
        record(clock="wristwatch")


def test_another_companys_stream_cannot_even_be_named() -> None:
    with tenant.company(OURS):
        with pytest.raises(tenant.OtherTenantError):
            store.lock(THEIRS, "permit", uuid7())
        with pytest.raises(tenant.OtherTenantError):
            store.erase(THEIRS, [uuid7()])
    with pytest.raises(tenant.NoTenantError):
        store.lock(OURS, "permit", uuid7())
