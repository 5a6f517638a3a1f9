"""What the chains come to is entered, signed and provable; nothing twice, nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from davy.db import rows, tenant
from davy.evidence.log import integrate as worker
from davy.evidence.log import store
from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.integrate import integrate
from davy.evidence.log.keys import log_key, origin
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.settings.env import BadSettingError
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import opened
from davy_core.evidence.tiles import Tile, bundled, node_of
from davy_core.evidence.tree import hash_leaf, included, inclusion_proof

pytestmark = pytest.mark.django_db

OURS, THEIRS = uuid7(), uuid7()


def _signed() -> Checkpoint:
    with tenant.company(OURS):
        kept = store.checkpoint(OURS)
    assert kept is not None
    return Checkpoint.of(opened(kept.note, [log_key(OURS).public])[0])


def _entries() -> list[Entry]:
    with tenant.company(OURS):
        size = store.size(OURS)
        return [Entry.of(content) for content in bundled(store.bundle_of(OURS, Tile(None, 0, size)))]


def test_each_stream_is_entered_with_its_end() -> None:
    heads = [grow(OURS, uuid7(), count) for count in (1, 3)]
    assert integrate(OURS) == 2
    assert {(e.stream, e.seq, e.head, e.previous) for e in _entries()} == {
        (str(head.id), head.seq, head.hash, None) for head in heads
    }
    signed = _signed()
    assert (signed.origin, signed.size) == (origin(OURS), 2)


def test_what_did_not_grow_is_not_entered_again() -> None:
    still, growing = uuid7(), uuid7()
    grow(OURS, still)
    grow(OURS, growing)
    integrate(OURS)
    assert integrate(OURS) == 0
    head = grow(OURS, growing, 2)
    assert integrate(OURS) == 1
    last = _entries()[-1]
    assert (last.stream, last.seq, last.head) == (str(growing), 3, head.hash)
    assert last.previous == [e.stream for e in _entries()].index(str(growing))


def test_an_entry_is_proved_to_somebody_who_has_the_checkpoint_only() -> None:
    for _ in range(5):
        grow(OURS, uuid7())
    integrate(OURS)
    signed, entries = _signed(), _entries()
    with tenant.company(OURS):
        node = node_of(signed.size, lambda tile: store.tile(OURS, tile))
        for index, entry in enumerate(entries):
            proof = inclusion_proof(index, signed.size, node)
            assert included(index, signed.size, hash_leaf(entry.content), proof, signed.root)


def test_many_streams_go_in_by_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "BATCH", 3)
    for _ in range(8):
        grow(OURS, uuid7())
    assert integrate(OURS) == 8
    told = Audited()
    assert list(audit(OURS, log_key(OURS).public, told)) == []
    assert (told.size, told.checkpoints) == (8, 3)
    assert told.root == _signed().root


def test_a_neighbour_has_a_log_of_his_own() -> None:
    grow(THEIRS, uuid7())
    assert integrate(OURS) == 0
    grow(OURS, uuid7())
    integrate(OURS)
    with tenant.company(THEIRS):
        assert store.size(THEIRS) == 0
        assert rows.many("SELECT 1 AS x FROM evidence_log_entry") == []
    assert log_key(OURS).public.point != log_key(THEIRS).public.point


@pytest.mark.parametrize("table", ["evidence_log_entry", "evidence_log_checkpoint"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET company_id = company_id"])
def test_nobody_takes_back_what_was_entered_or_signed(table: str, verb: str) -> None:
    grow(OURS, uuid7())
    integrate(OURS)
    with (
        tenant.company(OURS),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        connection.cursor().execute(verb.format(table))


def test_a_key_that_others_can_read_signs_nothing(settings: object, tmp_path: Path) -> None:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    assert log_key(OURS).public.told.startswith(f"davy/{OURS}+")
    path = tmp_path / "log-keys" / f"{OURS}.pem"
    assert path.stat().st_mode & 0o077 == 0
    other = tmp_path / "log-keys" / f"{THEIRS}.pem"
    other.write_bytes(path.read_bytes())
    other.chmod(0o644)
    with pytest.raises(BadSettingError, match="chmod 600"):
        log_key(THEIRS)
