"""Every rule against its vectors: what one reading after the other must bring about, and nothing more."""

import json
from typing import Any

import pytest

from davy_core.watch.space import Member, kept_tracks, look, member, tracks_of
from davy_core.watch.state import Track, restored
from davy_core.watch.step import step
from davy_core.watch.tests.rig import DAY, book, reading, said, setting, space, vectors
from davy_core.watch.tick import began, tick

RULES, SPACES = vectors("rules"), vectors("spaces")


@pytest.mark.parametrize("case", RULES, ids=[c["says"] for c in RULES])
def test_a_rule(case: dict[str, Any]) -> None:
    known = setting(case)
    state = began(known)
    for n, told in enumerate(case["steps"], start=1):
        if told.get("tick"):
            state, happened = tick(state, DAY + told["at"] * 1000, known)
        else:
            state, happened = step(state, reading(told, n, case["channels"]), known)
        assert said(happened) == sorted(told.get("happens", [])), f"step {n}: {told}"
        state = restored(json.loads(json.dumps(state.plain())))


@pytest.mark.parametrize("case", SPACES, ids=[c["says"] for c in SPACES])
def test_a_space(case: dict[str, Any]) -> None:
    known = space(case)
    tracks: dict[str, Track] = {}
    members: dict[str, Member] = {}
    episodes: set[str] = set()
    for n, told in enumerate(case["steps"], start=1):
        if not told.get("tick"):
            one = reading(told, n, {"lel": "%LEL"})
            members[one.instrument] = member(one, known)
        tracks, happened = look(tracks, members, known, DAY + told["at"] * 1000)
        assert said(happened) == sorted(told.get("happens", [])), f"step {n}: {told}"
        episodes |= {h.episode for h in happened}
        tracks = tracks_of(json.loads(json.dumps(kept_tracks(tracks))))
    assert len(episodes) == case.get("episodes", min(len(episodes), 1))


def test_every_rule_has_a_vector_that_opens_it() -> None:
    opened = {
        word.split()[1].split(".")[0]
        for case in (*RULES, *SPACES)
        for told in case["steps"]
        for word in told.get("happens", ())
        if word.split()[0] in {"opened", "unknown"}
    }
    assert set(book().rules) - opened == {"flat_co", "flat_o2"}  # as `flat`, with other figures
