"""What the centre says is stored is forgotten; what it says is missing, or says nothing of, is kept."""

from datetime import UTC, datetime

from davy.edge.delivery import TRIES, Delivery, stamped

NOON = datetime(2026, 11, 23, 4, 0, 0, 250_400, tzinfo=UTC)


def _sent(*told: tuple[str | None, int]) -> Delivery:
    """The messages of SN-1, numbered from 11."""
    delivery = Delivery()
    for number, (boot, seq) in enumerate(told, start=11):
        named = "" if boot is None else f',"boot":"{boot}"'
        delivery.sent("SN-1", number, f'{{"seq":{seq}{named},"lel":1}}'.encode())
    return delivery


def test_up_to_the_number_that_is_stored() -> None:
    delivery = _sent(("a", 1), ("a", 2), ("a", 3))
    assert delivery.stored({"SN-1": {"boot": "a", "seq": 2, "missing": []}}) == {"SN-1": 12}
    assert delivery.stored({"SN-1": {"boot": "a", "seq": 2, "missing": []}}) == {}
    assert delivery.stored({"SN-1": {"boot": "a", "seq": 3, "missing": []}}) == {"SN-1": 13}


def test_what_is_missing_there_is_kept_and_sent_again() -> None:
    delivery = _sent(("a", 1), ("a", 2), ("a", 3))
    assert delivery.stored({"SN-1": {"boot": "a", "seq": 3, "missing": [[2, 2]]}}) == {"SN-1": 11}
    assert delivery.still() == []
    assert delivery.still() == [12, 13]


def test_another_boot_says_nothing_of_this_one() -> None:
    assert _sent(("b", 1)).stored({"SN-1": {"boot": "a", "seq": 9, "missing": []}}) == {}
    assert _sent((None, 3)).stored({"SN-1": {"seq": 17, "missing": []}}) == {}


def test_what_went_before_one_that_is_stored_is_done_with() -> None:
    delivery = _sent(("a", 900), ("b", 1), ("b", 2))
    assert delivery.stored({"SN-1": {"boot": "b", "seq": 1, "missing": []}}) == {"SN-1": 12}


def test_one_that_is_never_stored_is_sent_again_so_often_and_no_more() -> None:
    delivery = _sent(("a", 1))
    assert [delivery.still() for _ in range(TRIES + 3)] == [[], *[[11]] * TRIES, [], []]


def test_a_message_without_its_time_is_told_when_it_came_here() -> None:
    assert stamped(b' {"seq":1,"lel":0.30}', NOON) == b'{"at":"2026-11-23T04:00:00.250Z","seq":1,"lel":0.30}'
    for as_it_is in (b'{"at":"x","seq":1}', b"\x01\x02", b"[1]", b'{"order":"1","did":"done"}', b"{"):
        assert stamped(as_it_is, NOON) == as_it_is
