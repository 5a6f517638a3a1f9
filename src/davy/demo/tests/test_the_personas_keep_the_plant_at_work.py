"""The personas bring their permits to the end, and leave those of real people alone."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from davy import clock
from davy.accounts.models import Account, Company
from davy.building.hands import envelope
from davy.db import rows, tenant
from davy.demo import personas as living
from davy.demo import working
from davy.demo.catchup import _lucky
from davy.demo.personas import Personas
from davy.demo.player import Run
from davy.demo.scene import LIVE
from davy.door.execute import execute
from davy.door.streams import Sender

Step = Callable[[timedelta], None]
LONG = timedelta(hours=7)


@pytest.fixture
def personas(company: Company, monkeypatch: pytest.MonkeyPatch, let_pass: Step) -> Personas:
    """The personas with one permit, just drafted, that is going to end well."""
    monkeypatch.setattr(living, "ALIVE", 0)
    monkeypatch.setattr(living, "MOST", 0)
    monkeypatch.setattr(working, "HOURS", {"hot": (0.4, 0.5), "confined": (0.5, 0.6)})
    let_pass(timedelta(0))
    found = Personas(company)
    found.weather(clock.now())
    run = found.request(found.board(), _lucky(), clock.now(), timedelta(minutes=10))
    assert run is not None
    return found


def the_run(personas: Personas) -> Run:
    """Its one permit."""
    return next(iter(personas.runs.values()))


def live(personas: Personas, let_pass: Step, until: Callable[[str], bool]) -> list[str]:
    """Let time pass from one act to the next until a state is reached; the states on the way."""
    begin, states = clock.now(), ["draft"]
    while clock.now() < begin + LONG:
        personas.turn()
        if not personas.runs:
            states.append("gone")
            return states
        run = the_run(personas)
        if not run.acts:
            personas.think(run, clock.now(), LIVE)
        if run.state != states[-1]:
            states.append(run.state)
        if until(run.state):
            return states
        let_pass(_until_next(run))
    return states


def _until_next(run: Run) -> timedelta:
    """To the next act; a guardian's phone may be silent for so long, since nobody ticks."""
    longest = timedelta(minutes=5)
    if not run.acts:
        return longest
    return min(longest, max(run.acts[0].at - clock.now(), timedelta(seconds=30)))


def state_of(personas: Personas, permit: str) -> str:
    """The state in its row."""
    with tenant.company(personas.cast.company):
        row = rows.one("SELECT state FROM permits_permit WHERE id = %s", (permit,))
    assert row is not None
    return str(row["state"])


def test_a_permit_goes_from_draft_to_closed_in_real_time(personas: Personas, let_pass: Step) -> None:
    permit = the_run(personas).permit
    states = live(personas, let_pass, lambda _: False)
    assert states[0] == "draft"
    assert [s for s in ("submitted", "issued", "active", "finished", "gone") if s in states] == [
        "submitted", "issued", "active", "finished", "gone",
    ]  # fmt: skip
    assert state_of(personas, permit) == "closed"
    with tenant.company(personas.cast.company):
        told = rows.many("SELECT DISTINCT app FROM door_command")
        simulated = rows.one(
            "SELECT count(*) AS n FROM evidence_event WHERE body LIKE '%%simulated%%'::bytea"
        )
    assert {row["app"] for row in told} <= {"demo/1", "davy"}
    assert simulated == {"n": 0}


def test_a_permit_that_somebody_real_has_touched_is_left_alone_for_good(
    personas: Personas, let_pass: Step, company: Company
) -> None:
    permit = the_run(personas).permit
    live(personas, let_pass, lambda state: state == "submitted")
    _real_person_gives(company, permit, "stop")
    personas.turn()
    before = _commands(personas, permit)
    for _ in range(6):
        let_pass(timedelta(minutes=10))
        personas.turn()
    assert personas.left == {permit}
    assert _commands(personas, permit) == before
    assert Personas(company).board() == []


def _real_person_gives(company: Company, permit: str, kind: str) -> None:
    """Somebody logged in sends a command, even one that is refused."""
    account = Account.objects.get(company_id=company.id, username="geyan")
    sent = envelope(company.id, UUID(permit), kind, {}, occurred_at=clock.now(), app="m/0.1.0")
    execute(sent, Sender("person", account.person_id, account.id))


def _commands(personas: Personas, permit: str) -> int:
    with tenant.company(personas.cast.company):
        row = rows.one("SELECT count(*) AS n FROM door_command WHERE stream_id = %s", (permit,))
    return int(row["n"]) if row else 0
