"""The personas bring their permits to the end, and leave those of real people alone."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from itertools import count
from uuid import UUID

import pytest

from davy import clock
from davy.accounts.models import Account, Company
from davy.building.hands import envelope
from davy.clockwork import ticking
from davy.db import rows, tenant
from davy.demo import personas as living
from davy.demo import working
from davy.demo.cast import ZONE
from davy.demo.catchup import hurry, lucky
from davy.demo.dice import Dice
from davy.demo.paperwork import FATES
from davy.demo.personas import Personas
from davy.demo.player import Run
from davy.demo.scene import LIVE, Act
from davy.door.execute import execute
from davy.door.streams import Sender
from davy_core.permits.state import Permit

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
    run = found.request(found.board(), lucky(), clock.now(), timedelta(minutes=10))
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
            "SELECT count(*) AS n FROM evidence_event"
            " WHERE stream_id IN (SELECT id FROM permits_permit) AND body LIKE '%%simulated%%'::bytea"
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


def steady() -> str:
    """The id of a permit that ends well, the same each time: its dice fall the same."""
    ids = (str(UUID(int=(0x01A20500 << 96) | (0x7 << 76) | (0x8 << 60) | n)) for n in count(1))
    return next(one for one in ids if Dice(one).weighted(FATES, "fate") == "closed")


@pytest.fixture
def at_work(
    company: Company, monkeypatch: pytest.MonkeyPatch, let_pass: Step
) -> Callable[[time], tuple[Personas, Run]]:
    """Gives the personas with one permit that has just gone live at that time of day."""
    monkeypatch.setattr(living, "ALIVE", 0)
    monkeypatch.setattr(living, "MOST", 0)

    def go(at: time) -> tuple[Personas, Run]:
        let_pass(_until_local(at))
        personas = Personas(company)
        personas.weather(clock.now())
        run = personas.request(personas.board(), steady(), clock.now(), timedelta(minutes=-1))
        assert run is not None
        hurry(personas, run, "active")
        assert run.state == "active"
        return personas, run

    return go


def look(personas: Personas, run: Run) -> Permit:
    """The permit as it stands."""
    found = personas.player.look(run)
    assert found is not None
    return found[0]


def test_a_break_over_midnight_ends_with_the_ticket_verified_anew(
    at_work: Callable[[time], tuple[Personas, Run]], let_pass: Step
) -> None:
    personas, run = at_work(time(23, 56))
    responsible = str(look(personas, run).crew.responsible)
    run.acts.append(Act(clock.now(), responsible, "pause", {"cause": "break"}))
    personas.player.do(run, clock.now())
    let_pass(timedelta(minutes=5))
    live(personas, let_pass, lambda state: state == "active")
    permit = look(personas, run)
    assert permit.state == "active"
    assert permit.ticket_verified is not None
    assert permit.ticket_verified.at.astimezone(ZONE).time() < time(2)
    # By the dice one resumes in haste, before the round; and the day may turn between two of his steps.
    assert _commands(personas, run.permit, "refused") <= 2


def test_the_change_of_shift_is_signed_before_the_clock_would_pause_the_work(
    at_work: Callable[[time], tuple[Personas, Run]], let_pass: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "HOURS", {"hot": (3, 3.1), "confined": (3, 3.1)})
    monkeypatch.setattr(working, "SURPRISES", {})
    personas, run = at_work(time(19, 57))
    for _ in range(40):
        let_pass(timedelta(seconds=30))
        personas.turn()
        ticking.tick(personas.cast.company, UUID(run.permit))
    permit = look(personas, run)
    assert permit.state == "active"
    assert len(permit.shift_signed) == 6


def _until_local(wanted: time) -> timedelta:
    """How long it is until it is that time of day in the plant."""
    now = clock.now().astimezone(ZONE)
    then = datetime.combine(now.date(), wanted, ZONE)
    return then - now if then > now else then + timedelta(days=1) - now


def _real_person_gives(company: Company, permit: str, kind: str) -> None:
    """Somebody logged in sends a command, even one that is refused."""
    account = Account.objects.get(company_id=company.id, username="geyan")
    sent = envelope(company.id, UUID(permit), kind, {}, occurred_at=clock.now(), app="m/0.1.0")
    execute(sent, Sender("person", account.person_id, account.id))


def _commands(personas: Personas, permit: str, verdict: str | None = None) -> int:
    """How many commands were given on it, all or those with this verdict."""
    with tenant.company(personas.cast.company):
        found = rows.many("SELECT verdict FROM door_command WHERE stream_id = %s", (permit,))
    return sum(verdict in {None, row["verdict"]} for row in found)
