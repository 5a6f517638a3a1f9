"""A sheet of paper is registered while somebody starts at the same place: one is judged wholly after the
other, and never do both count (S18)."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands, envelope
from davy.building.papering import Papering
from davy.building.phones import marked
from davy.clock import beat
from davy.clockwork.ticking import tick
from davy.db import tenant
from davy.door.envelope import Envelope
from davy.door.execute import DoorBusyError, execute, execute_in
from davy.door.streams import Sender
from davy.outages import queries
from davy.outages.chasing import chase
from davy.permits import outages
from davy_core.signatures.ways import PASSWORD
from tests.adversarial.scenes import MORNING, reach
from tests.adversarial.test_same_command_twice import made

Given = tuple[Envelope, Sender]


@pytest.fixture(autouse=True)
def _monday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks afterwards lives on the morning of the scene: on a later day all would have lapsed."""
    offset = tmp_path / "offset"
    offset.write_text(str((MORNING - clock.now()).total_seconds()), encoding="ascii")
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))


def _ready() -> tuple[Hands, Given, Given]:
    """A permit about to start, its start, and the registration of a sheet at its point."""
    hands = reach("issued")
    journeys.stand_ready(hands)
    paper = Papering(hands.plant, at=hands.at).printed()
    place = {"site": str(hands.plant.site), "area": str(hands.plant.area), "point": str(hands.plant.point)}
    body = {"serial": paper.serial(), "place": place, "condition": "going_on"}
    found = envelope(
        hands.plant.company, paper.block, "register_sheet", body, stream_kind="block", occurred_at=paper.now
    )
    start = made(hands, "start", journeys.press(hands))
    beat.strike(jumped=False)
    scanner = marked(hands.plant, "li")
    return hands, (start, _by(hands, "li", scanner)), (found, _by(hands, "sun"))


def _by(hands: Hands, who: str, device: UUID | None = None) -> Sender:
    member = hands.plant.people[who]
    return Sender("person", member.person, member.account, PASSWORD, hands.at, device=device)


class _Held:
    """A command that was carried out in a transaction of another thread and is not committed yet."""

    def __init__(self, given: Given) -> None:
        self.done, self.let_go = threading.Event(), threading.Event()
        self.answer: Mapping[str, Any] = {}
        self.thread = threading.Thread(target=self._run, args=(given,))
        self.thread.start()
        assert self.done.wait(30)

    def _run(self, given: Given) -> None:
        sent, sender = given
        with tenant.company(sent.company):
            self.answer = execute_in([sent], sender)[0]
            self.done.set()
            self.let_go.wait(30)
        connection.close()

    def commit(self) -> Mapping[str, Any]:
        self.let_go.set()
        self.thread.join(30)
        return self.answer


def _look(hands: Hands) -> None:
    """What the clock does next: work that was just being written when the sheet turned up is made due again,
    and what is due is judged."""
    chase(hands.plant.company)
    tick(hands.plant.company, hands.permit)


def _causes(hands: Hands) -> set[str | None]:
    return {cause.detail for cause in journeys.state(hands).causes}


def _missing(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if r.get("missing")}


def test_a_start_waits_for_a_registration_under_way_and_is_then_refused(committed_db: str) -> None:
    hands, start, found = _ready()
    held = _Held(found)
    try:
        with pytest.raises(DoorBusyError):
            execute(*start)
    finally:
        held.commit()
    assert held.answer["verdict"] == "accepted"
    refused = execute(*start)
    assert _missing(refused) == {"outage.none_live"}
    assert journeys.state(hands).state == "issued"


def test_a_registration_waits_for_a_start_under_way_and_then_pauses_it(committed_db: str) -> None:
    hands, start, found = _ready()
    held = _Held(start)
    try:
        with pytest.raises(DoorBusyError):
            execute(*found)
    finally:
        held.commit()
    assert held.answer["verdict"] == "accepted", held.answer
    assert execute(*found)["verdict"] == "accepted"
    _look(hands)
    assert journeys.state(hands).state == "paused"
    assert "outage.alone" in _causes(hands)


def test_two_starts_do_not_wait_for_each_other(committed_db: str) -> None:
    """The lock of the company is shared among those who start: only paper stands alone."""
    hands, start, _ = _ready()
    held = _Held(start)
    try:
        with tenant.company(hands.plant.company, patience="200ms"):
            outages.lock(hands.plant.company, "start")
    finally:
        held.commit()


def _until_judged(given: Given, gate: threading.Barrier) -> str:
    gate.wait(10)
    try:
        for _ in range(100):
            with suppress(DoorBusyError):
                return str(execute(*given)["verdict"])
    finally:
        connection.close()
    raise AssertionError("never judged")


@pytest.mark.parametrize("turn", range(4))
def test_whoever_comes_first_work_never_goes_on_beside_a_live_sheet(turn: int, committed_db: str) -> None:
    hands, start, found = _ready()
    gate = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(_until_judged, given, gate) for given in (start, found)]
        started, registered = (one.result(60) for one in both)
    assert registered == "accepted"
    _look(hands)
    assert journeys.state(hands).state == ("paused" if started == "accepted" else "issued")
    assert ("outage.alone" in _causes(hands)) == (started == "accepted")
    with tenant.company(hands.plant.company):
        blocks = queries.blocks(hands.plant.company)
    assert [sheet.state for sheet in blocks[0].sheets].count("live") == 1
