"""Whatever comes in whatever order: nothing is lost, nothing told twice, nothing forgotten over a restart."""

import json
import os
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.watch.happening import Happening
from davy_core.watch.reading import Reading
from davy_core.watch.state import restored
from davy_core.watch.tests.rig import DAY, run, setting
from davy_core.watch.tick import began

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
KNOWN = setting(
    {
        "channels": {"lel": "%LEL", "co": "ppm", "still": "s", "fall": "flag"},
        "permit": {"work": "confined", "substances": ["methane"]},
        "worn": {},
    }
)
CLOCKS = st.sampled_from(["server", "server", "server", "device_synced", "device_free"])
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "lel": st.sampled_from(["0", "2", "9.9", "10", "10.1", "30"]),
        "co": st.sampled_from(["0", "24", "26", "51", "90"]),
        "still": st.sampled_from(["0", "90", "200"]),
        "fall": st.sampled_from(["0", "1"]),
    },
)
UNITS = {"lel": "%LEL", "co": "ppm", "still": "s", "fall": "flag"}


@st.composite
def streams(draw: st.DrawFn) -> list[Reading | int]:
    """Readings and looks of the clock, heard in order, taken whenever."""
    now = DAY
    found: list[Reading | int] = []
    for seq in range(draw(st.integers(1, 10))):
        now += draw(st.sampled_from([500, 1000, 1000, 1000, 7000, 16_000, 65_000, 200_000]))
        if draw(st.integers(0, 9)) == 0:
            found.append(now)
            continue
        taken = now - draw(st.sampled_from([0, 0, 0, 20, 5000, 90_000, 400_000, -90_000]))
        told = draw(VALUES)
        values = {c: (Decimal(v), UNITS[c]) for c, v in told.items()}
        number = draw(st.sampled_from([seq, seq, seq, seq, max(0, seq - 3)]))
        doubts = {"co": "fault"} if draw(st.integers(0, 12)) == 0 else {}
        found.append(Reading("i1", "b", number, taken, now, values, draw(CLOCKS), doubts))
    return found


def _plain(happened: list[Happening]) -> list[dict[str, object]]:
    return [h.plain() for h in happened]


@settings(max_examples=DEPTH, deadline=None)
@given(streams(), st.integers(0, 10))
def test_a_restart_forgets_nothing(stream: list[Reading | int], at: int) -> None:
    whole, told = run(began(KNOWN), stream, KNOWN)
    first, before = run(began(KNOWN), stream[:at], KNOWN)
    kept = restored(json.loads(json.dumps(first.plain())))
    last, after = run(kept, stream[at:], KNOWN)
    assert _plain(before + after) == _plain(told)
    assert last.plain() == whole.plain()


@settings(max_examples=DEPTH, deadline=None)
@given(streams(), st.data())
def test_what_comes_twice_changes_nothing(stream: list[Reading | int], data: st.DataObject) -> None:
    whole, told = run(began(KNOWN), stream, KNOWN)
    places = [n for n, item in enumerate(stream) if isinstance(item, Reading)]
    again = list(stream)
    for n in reversed(
        data.draw(st.lists(st.sampled_from(places), max_size=4, unique=True)) if places else []
    ):
        item = stream[n]
        assert isinstance(item, Reading)
        again.insert(data.draw(st.integers(again.index(item) + 1, len(again))), item)
    later, same = run(began(KNOWN), again, KNOWN)
    assert _plain(same) == _plain(told)
    assert later.plain() == whole.plain()


@settings(max_examples=DEPTH, deadline=None)
@given(streams())
def test_one_open_episode_for_each_subject_and_rule(stream: list[Reading | int]) -> None:
    state, open_now = began(KNOWN), {}
    for item in stream:
        state, told = run(state, [item], KNOWN)
        for h in told:
            key = (h.subject, h.rule)
            if h.kind in {"opened", "unknown"}:
                assert key not in open_now
                open_now[key] = h.episode
            elif h.kind == "worsened":
                assert open_now[key] == h.episode
            else:
                assert open_now.pop(key) == h.episode
    assert {f"{rule}@{subject}" for subject, rule in open_now} == set(state.open())


@settings(max_examples=DEPTH, deadline=None)
@given(streams(), st.data())
def test_a_lost_reading_is_silence_or_a_breach_less_and_never_a_green(
    stream: list[Reading | int], data: st.DataObject
) -> None:
    """Without a reading the instrument is silent no later than with it: whoever deletes readings makes an
    alarm, never quiet."""
    stream = [replace(i, at=i.heard, seq=n) if isinstance(i, Reading) else i for n, i in enumerate(stream)]
    end = [*stream, _last(stream) + 61_000]
    n = data.draw(st.integers(0, len(stream) - 1))
    fewer = [*end[:n], *end[n + 1 :]]
    state, _ = run(began(KNOWN), end, KNOWN)
    lost, _ = run(began(KNOWN), fewer, KNOWN)
    assert {"silent@instrument/i1", "gap@permit/p1"} <= set(state.open())
    assert {"silent@instrument/i1", "gap@permit/p1"} <= set(lost.open())
    assert lost.good <= state.good


def _last(stream: list[Reading | int]) -> int:
    return max(item if isinstance(item, int) else item.heard for item in stream)


@settings(max_examples=DEPTH, deadline=None)
@given(streams())
def test_doubt_closes_nothing(stream: list[Reading | int]) -> None:
    _, told = run(began(KNOWN), stream, KNOWN)
    untrusted = [replace(i, clock="device_free") if isinstance(i, Reading) else i for i in stream]
    _, doubted = run(began(KNOWN), untrusted, KNOWN)
    assert not [h for h in doubted if h.kind == "closed"]
    gas = {
        h.rule for h in told if h.kind == "opened" and h.channel in {"lel", "co"} and h.rule != "lel_rising"
    }
    assert gas <= {h.rule for h in doubted if h.kind == "opened"}


@settings(max_examples=DEPTH, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 5)), min_size=1, max_size=3),
    st.data(),
)
def test_no_burst_is_missed_and_none_told_twice(bursts: list[tuple[int, int]], data: st.DataObject) -> None:
    """Bursts over the limit, each apart from the next by more than ends one; delivered live with repeats and
    swapped neighbours. As many episodes as bursts, whatever the delivery did."""
    known = setting({"channels": {"co": "ppm"}, "permit": {"work": "confined"}})
    sent: list[Reading] = []
    at = DAY
    for long, apart in bursts:
        for level, seconds in (("30", long), ("3", 40 + apart)):
            for _ in range(seconds):
                at += 1000
                sent.append(Reading("i1", "b", len(sent), at, at, {"co": (Decimal(level), "ppm")}))
    every = st.lists(st.sampled_from(range(len(sent))), max_size=12, unique=True)
    swapped, twice = set(data.draw(every)), set(data.draw(every))
    come = sorted(sent, key=lambda r: (r.seq + (1.5 if r.seq in swapped else 0), r.seq))
    come = [r for r in come for _ in range(2 if r.seq in twice else 1)]
    heard = [replace(r, heard=max(r.at, DAY + 1000 * n)) for n, r in zip(_beat(come), come, strict=True)]
    _, told = run(began(known), list(heard), known)
    counted = Counter(h.kind for h in told if h.rule == "permit_limit.co")
    assert counted["opened"] == len(bursts)
    assert counted["closed"] == len(bursts)
    assert all(h.at - h.since <= 2000 for h in told if h.kind == "opened" and h.rule == "permit_limit.co")


def _beat(come: list[Reading]) -> list[int]:
    """When each is heard, in seconds: never before the newest that came before it."""
    found, newest = [], 0
    for r in come:
        newest = max(newest, (r.at - DAY) // 1000)
        found.append(newest)
    return found
