"""A firm hands in twelve people with their scans. Two are sent back with the reason, ten sit the entry
training and its examination, are let in for one work and place, and sign on at the gate. At midnight, during
the work, the certificate of one of them ends: the work stops, the gate closes for him, the safety officer is
told, and the work goes on with another of the ten after his own briefing. All of it stands in the chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import time_machine
import yaml

from davy import clock
from davy.accounts.models import Account, Company
from davy.alarms import queries as alarms
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD, Member, small_plant
from davy.contractors.tests.firm_file import confirm, rows, send, step, waiting
from davy.contractors.tests.firm_office import give_login, hire, officer
from davy.db import tenant
from davy.evidence.queries import Verified, events, verify_stream
from davy.gate.tests.house import House as Gate
from davy.notify.models import InboxRow
from davy.people.importing.tests.workbooks import identity
from davy.people.models import Certificate, Firm, Person
from davy.reminding import tasks as reminders
from davy.rulebook.models import StoredOverlay
from davy.simulator.gatehouse import Gatehouse
from davy.training.tests.house import House, Phone
from tests.plant import Browser, Plant, said

pytestmark = pytest.mark.django_db

AFTERNOON = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # Monday, 14:00 in Shanghai
NIGHT = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)  # 22:30
MORNING = datetime(2026, 11, 23, 23, 5, tzinfo=UTC)  # 07:05 of the next day; nobody is woken for a paper
LAST_DAY, LATER = "2026-11-23", "2029-11-20"
WORK = "高处安装、维护、拆除作业"
COURSES = ("entry_plant", "entry_workshop", "entry_team")
CHECKS = ("ventilation", "isolation", "detection", "protection", "communication")
TOLD_FIRST, TOLD_LATER = 1, 2  # 焊工1, whose certificate ends tonight, and 焊工2, who takes his place


class Story:
    """The plant, its gate, and the office of the firm."""

    def __init__(self, server: Gatehouse) -> None:
        self.built = small_plant("hh", "hh.davy.test")
        company = Company.objects.get(id=self.built.company)
        with tenant.company(company.id):
            firm = Firm.objects.create(company_id=company.id, code="C1", name="宏安检修")
            office = Plant(company, self.built.site, self.built.area, firm.id)
            for nick, role in (("qian", "registrar"), ("he", "admin")):
                office.accounts[nick] = self._account(nick, role)
        self.office = office
        self.training = House(office, office.browser("he"))
        self.gate = Gate(self.built, server)
        give_login(office, hire(office, "周队", "F0001"), "zhoudui")
        self.zhou: Browser = officer(office, "zhoudui")
        self.people: dict[int, Person] = {}

    def _account(self, nick: str, role: str) -> Account:
        company = self.built.company
        person = Person.objects.create(company_id=company, name=f"{nick}办", hr_code=f"O-{nick}")
        made: Account = Account.objects.create_account(
            company_id=company, username=f"office-{nick}", password=PASSWORD, person_id=person.id,
            roles=[role],
        )  # fmt: skip
        return made

    def hand_in(self) -> list[dict[str, Any]]:
        """The file of twelve; its rows as they were checked."""
        numbers = {n: identity(n) for n in range(1, 13)} | {11: f"{identity(11)[:-1]}0"}  # a digit mistyped
        there = [[f"焊工{n}", numbers[n], f"138000000{n:02d}", "安装工", "宏安检修"] for n in range(1, 13)]
        papers = []
        for n in range(1, 13):
            name, number = f"焊工{n}", f"T{numbers[n]}"
            if n == 12:
                name, number = "别人", f"T{identity(3)}"
            ends = LAST_DAY if n == TOLD_FIRST else LATER
            papers.append([numbers[n], f"焊工{n}", "特种作业操作证", number, WORK, ends, name, f"{n}.jpg"])
        one = send(self.zhou, self.office, there, papers)
        found = rows(self.zhou, one)
        step(self.zhou, self.office, one, "apply")
        return found

    def taken_up(self) -> None:
        """The plant confirms what it looked at; who is on its books now."""
        told = said(confirm(self.office, waiting(self.office)))
        assert all(row["confirmed"] for row in told), told
        with tenant.company(self.built.company):
            for n in range(1, 13):
                row = Person.objects.filter(name=f"焊工{n}").first()
                if row is not None and Certificate.objects.filter(person_id=row.id).exists():
                    self.people[n] = row

    def trained(self) -> None:
        """Everybody signs on to each class by his phone and sits the paper."""
        for course in COURSES:
            lesson = self.training.opened(course)
            code = f"/training/classes/{lesson}/code"
            phones = [self._signed(code, person) for person in self.people.values()]
            assert "id" in self.training.post(f"/training/classes/{lesson}/step", {"to": "exam"})
            for phone in phones:
                assert "合格" in self.training.sit(phone, lesson, right=True)
            assert "id" in self.training.post(f"/training/classes/{lesson}/step", {"to": "close"})

    def signed_on(self, *numbers: int) -> None:
        """At the gate, by its code."""
        for n in numbers:
            self._signed(f"/roster/code/{self.built.site}", self.people[n], way="on")

    def _signed(self, code: str, person: Person, **more: str) -> Phone:
        phone = self.training.phone()
        answer = phone.fill(self.training.way(code), badge=person.hr_code, digits=person.id_last4, **more)
        assert answer.status_code in {200, 303}, answer.content.decode()
        return phone

    def let_in(self) -> None:
        """Each for work at height in the tank area, for a week."""
        today = self.office.company.today()
        for person in self.people.values():
            body = {"person_id": str(person.id), "works": ["height"], "areas": [str(self.built.area)],
                    "since": today.isoformat(), "until": (today + timedelta(days=7)).isoformat()}  # fmt: skip
            assert "id" in self.training.post("/contractors/admissions", body)

    def rules(self) -> None:
        """The company asks for entry training and roster from now on."""
        for name in ("entry_training.yaml", "roster.yaml"):
            file = resources.files("davy_law").joinpath("rulepacks", "overlays", name)
            body = yaml.safe_load(file.read_text(encoding="utf-8"))
            with tenant.company(self.built.company):
                StoredOverlay.objects.create(
                    company_id=self.built.company, pack=body["pack"], body=body, created_at=clock.now(),
                    created_by=self.office.accounts["he"].id,
                )  # fmt: skip

    def officer_is_told(self, person: Person) -> bool:
        """Whether 郑安全 finds in his inbox that a paper of this person ended."""
        reminders.look_company(self.built.company)
        with tenant.company(self.built.company):
            zheng = self.built.people["zheng"].person
            found = InboxRow.objects.filter(person_id=zheng).values_list("title_zh", flat=True)
            return any(person.name in title for title in found)

    def shift_leader_is_called(self, hands: Hands) -> bool:
        """Whether 冯班长 is among those whom the stop called."""
        with tenant.company(self.built.company):
            rung = alarms.open_for(self.built.company, hands.permit)
        return any(self.built.person("feng") in row["told"] for row in rung)

    def with_login(self, n: int) -> str:
        """He gets a login of his own, to sign by himself."""
        key, person = f"w{n}", self.people[n]
        with tenant.company(self.built.company):
            account = Account.objects.create_account(
                company_id=self.built.company, username=key, password=PASSWORD, person_id=person.id,
                roles=["worker"],
            )  # fmt: skip
        self.built.people[key] = Member(person.name, person.id, account.id, key)
        return key


@pytest.fixture
def time() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(AFTERNOON, tick=False) as found:
        yield found


@pytest.fixture
def story(db: None, time: time_machine.Traveller, settings: Any, tmp_path: Path) -> Iterator[Story]:
    settings.DATA = tmp_path
    server = Gatehouse("of-the-gate")
    yield Story(server)
    server.close()


def _told(hands: Hands, kind: str) -> list[Any]:
    with tenant.company(hands.plant.company):
        return [e.data for e in events(hands.plant.company, "permit", hands.permit) if e.type == kind]


def _go_on(hands: Hands, time: time_machine.Traveller, until: datetime) -> None:
    """The work goes on with the guardian's rounds, and the clock looks."""
    while (left := until - clock.now()) > timedelta(0):
        time.shift(min(left, timedelta(minutes=10)))
        if journeys.state(hands).state == "active":
            hands.must("wang", "guard_round")
        hands.tick()


def _worker(hands: Hands, n: str) -> dict[str, Any]:
    return {"duty": "worker", "person": hands.plant.person(n)}


def _ten_are_let_in(story: Story) -> None:
    """The file, what is wrong with it, and the way of the other ten to their admission."""
    checked = story.hand_in()
    wrong = [(row["who"], f["code"]) for row in checked if row["verdict"] == "wrong" for f in row["findings"]]
    assert {"焊工11", "焊工12"} <= {who for who, _ in wrong}
    assert {code for _, code in wrong} >= {"identity", "own_holder"}
    story.taken_up()
    assert sorted(story.people) == list(range(1, 11))
    story.rules()
    story.trained()
    story.let_in()


def _at_work(story: Story, hands: Hands, who: str) -> None:
    """He works at height; without his name on the roster the button says why not."""
    crew = {**journeys.crew(story.built), "workers": [story.built.person(who)]}
    journeys.draft_work(hands, "height", crew=crew)
    journeys.prepare(hands)
    journeys.approve(hands)
    with pytest.raises(AssertionError, match="signed_on"):
        journeys.go_live(hands)
    story.signed_on(TOLD_FIRST, TOLD_LATER)
    hands.must("li", "start", journeys.press(hands))
    story.gate.look()
    assert who in story.gate.inside_may()


def _replaced(story: Story, hands: Hands, time: time_machine.Traveller, gone: str, comes: str) -> None:
    """Another of the ten takes his place, and nothing goes on before he was briefed and is there."""
    hands.must("li", "confirm_stopped")
    assert hands.give("li", "resume", {"changed": False})["verdict"] == "refused"
    hands.must("li", "assign", _worker(hands, comes))
    hands.must("li", "unassign", _worker(hands, gone))
    hands.must("wang", "stand_by")
    unbriefed = hands.give("li", "resume", {"changed": False})
    asked = {r["missing"]["requirement"] for r in unbriefed["reasons"] if "missing" in r}
    assert asked >= {"briefing.signed", "crew.present"}
    hands.must(comes, "sign_briefing", {"signature": journeys.STROKES})
    hands.must(comes, "check_in")
    time.shift(timedelta(minutes=5))
    story.signed_on(TOLD_LATER)  # a new day began
    hands.must("wang", "five_checks", dict.fromkeys(CHECKS, True))
    for cause in journeys.state(hands).causes:
        hands.must("feng", "resolve_cause", {"cause": cause.id})
    hands.must("li", "resume", {"changed": False})


def test_from_the_file_of_the_firm_to_work_that_goes_on(story: Story, time: time_machine.Traveller) -> None:
    _ten_are_let_in(story)
    time.move_to(NIGHT)
    gone, comes = story.with_login(TOLD_FIRST), story.with_login(TOLD_LATER)
    hands = Hands(story.built)
    _at_work(story, hands, gone)

    _go_on(hands, time, NIGHT + timedelta(hours=1, minutes=29, seconds=50))  # ten seconds before midnight
    assert journeys.state(hands).state == "active"
    _go_on(hands, time, NIGHT + timedelta(hours=1, minutes=31))
    stopped = journeys.state(hands)
    assert (stopped.state, [c.kind for c in stopped.causes]) == ("paused", ["person_ineligible"])
    story.gate.look()
    assert gone not in story.gate.inside_may() | story.gate.at_the_gate()
    assert story.shift_leader_is_called(hands)

    _replaced(story, hands, time, gone, comes)
    assert journeys.state(hands).state == "active"
    story.gate.look()
    assert (comes in story.gate.at_the_gate(), gone in story.gate.at_the_gate()) == (True, False)
    with tenant.company(story.built.company):
        assert isinstance(verify_stream(story.built.company, "permit", hands.permit), Verified)
    assert [e["by"] for e in _told(hands, "BriefingSigned")].count(story.built.person(comes)) == 1
    time.move_to(MORNING)
    assert story.officer_is_told(story.people[TOLD_FIRST])
