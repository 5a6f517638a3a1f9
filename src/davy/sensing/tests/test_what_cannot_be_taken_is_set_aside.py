"""Whatever comes, those behind it are taken, and what was not is kept with its reason."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from davy.db import rows, tenant
from davy.sensing.adapters import frame
from davy.sensing.tests.field import Field, until
from davy_core.instants import iso


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the broker's clock is that of the machine


def _bad() -> list[tuple[bytes, str]]:
    """What comes, and the reason it is kept with."""
    return [
        (b"\xff\x00not json", "not_json"),
        (b'{"seq": 1, "lel": NaN}', "not_a_number"),
        (b'{"seq": 2, "lel": Infinity, "o2": 20.9}', "not_a_number"),
        (b'{"seq": 3, "lel": true, "o2": 20.9}', "not_a_number"),
        (b'{"seq": 4, "lel": {"value": "3", "unit": "mg/m3"}, "o2": 20.9}', "unit_unknown"),
        (b'{"seq": 5, "lel": 1, "lel": 99}', "told_twice"),
        (b'{"seq": 6, "radon": 1, "lel": 1}', "channel_unknown"),
        (b'{"lel": 1}', "no_number"),
        (b"[" * 60_000, "too_deep"),
        (b'{"seq": 7, "x": "' + b"a" * 1_000_000 + b'"}', "too_large"),
        (json.dumps({"seq": 8, "at": iso(_now() + timedelta(hours=1)), "lel": 1}).encode(), "from_future"),
        (json.dumps({"seq": 9, "at": iso(_now() - timedelta(days=40)), "lel": 1}).encode(), "too_old"),
        (b'{"seq": 10, "at": "2026-99-99", "lel": 1}', "no_instant"),
        (b'{"seq": 11, "lel": 1e999999}', "not_a_number"),
        (b'{"seq": 12, "boot": "a.b", "lel": 1}', "no_number"),
    ]


def test_hostile_messages_hold_up_nobody(field: Field) -> None:
    gateway = field.gateway()
    field.instrument("SN-1")
    field.gateway("gw2")
    field.instrument("SN-2", "gw2")
    field.start()
    gateway.connect(60)
    topic = field.topic("SN-1")
    bad = _bad()
    for raw, _ in bad:
        gateway.send(topic, raw)
    gateway.send(field.topic("SN-2"), {"seq": 1, "lel": 99})
    gateway.send(field.topic("nobody"), {"seq": 1, "lel": 99})
    gateway.send(topic, {"seq": 100, "lel": "5"})
    gateway.send(topic, {"seq": 101, "lel": 5})
    until(lambda: 101 in [one["seq"] for one in field.readings()])
    # Those of other instruments come by partitions of their own, in their own time.
    until(lambda: {"instrument_elsewhere", "instrument_unknown"} <= set(field.aside()))
    found = field.aside()
    for _, code in bad:
        assert code in found, code
    assert len(found) >= len(bad) + 2
    # S4: what is good in a doubtful message is kept, and a doubt is told by its channel.
    kept = {one["seq"]: one for one in field.readings()}
    assert json.loads(kept[4]["doubts"]) == {"lel": "unit"}
    assert json.loads(kept[4]["channels"]) == {"o2": "20.9"}
    with tenant.company(field.company):
        sizes = rows.many(
            "SELECT size, octet_length(head) AS head FROM readings_set_aside WHERE code = 'too_large'"
        )
    assert sizes == [{"size": 1_000_019, "head": 512}]


def test_numbers_tell_gaps_repetitions_and_restarts(field: Field) -> None:
    gateway = field.gateway()
    made = field.instrument("SN-1")
    field.start()
    gateway.connect(60)
    topic = field.topic("SN-1")
    for seq in (1, 2, 6, 4, 6, 6):
        gateway.send(topic, {"seq": seq, "boot": "a", "lel": 1})
    gateway.send(topic, {"seq": 6, "boot": "a", "lel": 44})
    gateway.send(topic, {"seq": 1, "boot": "b", "lel": 1})
    until(lambda: len(field.readings()) == 5)
    until(lambda: field.aside() == ["number_reused"])
    with tenant.company(field.company):
        [gap] = rows.many("SELECT from_seq, to_seq, missing FROM readings_gap")
        [last] = rows.many(
            "SELECT duplicates, missing, readings FROM readings_latest WHERE instrument_id = %s", (made,)
        )
    assert gap == {"from_seq": 3, "to_seq": 5, "missing": 2}
    assert last == {"duplicates": 2, "missing": 2, "readings": 5}


@pytest.mark.parametrize("broken", [False, True])
def test_a_makers_frame_is_read_by_its_adapter(field: Field, broken: bool) -> None:
    from decimal import Decimal

    gateway = field.gateway(adapter="frame")
    field.instrument("SN-1")
    field.start()
    gateway.connect(60)
    at = _now()
    raw = frame.write(3, 17, at, {"lel": Decimal("3.2"), "o2": Decimal("20.8")})
    if broken:
        gateway.send(field.topic("SN-1"), raw[:-1] + bytes([raw[-1] ^ 1]))
        assert until(field.aside) == ["checksum_wrong"]
        assert field.readings() == []
        return
    gateway.send(field.topic("SN-1"), raw)
    [one] = until(field.readings)
    assert (one["boot"], one["seq"], one["clock"]) == ("b3", 17, "device_synced")
    assert json.loads(one["channels"]) == {"lel": "3.2", "o2": "20.8"}
