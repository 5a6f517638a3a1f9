"""B3: the clock goes on for a hundred days and more; every reminder comes, each once, whatever was down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy import clock
from davy.accounts import audit
from davy.building.plant import Plant, small_plant
from davy.db import rows, tenant
from davy.notify import tasks as notify
from davy.notify.outward.tests.posts import GATEWAY, address, phone, set_up
from davy.notify.outward.tests.servers import MailServer, WebServer, mail_server, web_server, wecom
from davy.people.models import Certificate, Checkup, Firm, Person, Post
from davy.reminding import tasks

pytestmark = pytest.mark.django_db
NINE = datetime(2027, 1, 4, 1, 0, tzinfo=UTC)  # 09:00 in China
TODAY = NINE.date()
ITEM = "熔化焊接与热切割作业"
LI = "13800138000"


@pytest.fixture(autouse=True)
def nine() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NINE, tick=False) as found:
        yield found


@pytest.fixture
def gateway() -> Iterator[WebServer]:
    with web_server() as found:
        found.answers["/send"] = {"result": [{"code": 0}]}
        wecom(found, members=("li.gong",))
        yield found


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


@pytest.fixture
def plant(gateway: WebServer, mail: MailServer) -> Plant:
    """李工's certificate ends in 95 days; nobody else has one that does. 赵主任 is above 李工's post."""
    found = small_plant()
    set_up(found, "sms", {"key": "gateway-key"}, url=f"{gateway.url}/send", **GATEWAY)
    set_up(found, "wecom", {"key": "app-secret"}, url=gateway.url, app="ww1", agent="1000002")
    mailing: dict[str, Any] = {"host": "127.0.0.1", "port": mail.port, "safe": "none", "user": "davy"}
    set_up(found, "mail", {"key": "mail-secret"}, **mailing, **{"from": "davy@plant.example"})
    phone(found, "li", LI)
    address(found, "li", "wecom", "li.gong")
    address(found, "li", "mail", "li@plant.example")
    with tenant.company(found.company):
        Certificate.objects.all().delete()
        above = Post.objects.get(code="area_head")
        Post.objects.create(
            company_id=found.company,
            code="welders",
            name="焊工班长",
            holder_id=found.people["li"].person,
            superior_id=above.id,
        )
    return found


def paper(plant: Plant, who: str, ends: date | None, **more: Any) -> Certificate:
    with tenant.company(plant.company):
        found = Certificate.objects.create(
            company_id=plant.company,
            person_id=plant.people[who].person,
            kind="special_operation",
            number=f"T{who}",
            item=ITEM,
            valid_to=ends,
            **more,
        )
        audit.write(
            company_id=plant.company,
            account_id=None,
            resource="certificates",
            resource_id=found.id,
            before=None,
            after={},
        )
    return found


def told(plant: Plant, who: str, kind: str = "paper.ends") -> list[str]:
    with tenant.company(plant.company):
        found = rows.many(
            "SELECT title_zh FROM notify_inbox WHERE person_id = %s AND kind = %s ORDER BY id",
            [plant.person(who), kind],
        )
    return [row["title_zh"] for row in found]


def a_day(plant: Plant, nine: time_machine.Traveller, times: int = 3) -> None:
    """The worker of a day: it looks several times, and sends."""
    for _ in range(times):
        tasks.look_all.func(timestamp=0)
        notify.send.func(company=str(plant.company))
        nine.shift(timedelta(minutes=20))
    nine.shift(timedelta(days=1) - timedelta(minutes=20) * times)


def test_in_a_hundred_days_each_reminder_comes_once_and_by_every_way(
    plant: Plant, nine: time_machine.Traveller, gateway: WebServer, mail: MailServer
) -> None:
    ends = TODAY + timedelta(days=95)
    paper(plant, "li", ends)
    days: dict[str, list[int]] = {"sms": [], "wecom": [], "mail": []}
    for n in range(100):
        before = (len(gateway.bodies("/send")), len(gateway.bodies("/cgi-bin/message")), len(mail.taken))
        a_day(plant, nine)
        after = (len(gateway.bodies("/send")), len(gateway.bodies("/cgi-bin/message")), len(mail.taken))
        for way, was, now in zip(days, before, after, strict=True):
            days[way] += [95 - n] * (now - was)
    assert days["sms"] == [90, 60, 30, 7, -1]
    assert days["wecom"] == [90, 60, 30, 7, -1]
    assert days["mail"] == [90, 60, 30, 7, -1]
    assert {body["to"][0] for body in gateway.bodies("/send")} == {LI}
    assert f"《{ITEM}》还有 90 天到期（{ends}），请准备换证材料" in told(plant, "li")[0]
    assert told(plant, "li")[-1] == f"《{ITEM}》已于 {ends} 到期：不能上岗作业，换证并核对后恢复"
    assert len(told(plant, "li")) == 5
    assert told(plant, "zhao") == [f"李工：{title}" for title in told(plant, "li")]
    assert told(plant, "wang") == []


def test_after_a_stop_the_newest_alone_is_told_and_says_what_was_not(
    plant: Plant, nine: time_machine.Traveller
) -> None:
    paper(plant, "li", TODAY + timedelta(days=91))
    for _ in range(2):
        a_day(plant, nine)
    nine.shift(timedelta(days=70))  # nothing ran: 60 and 30 passed
    for _ in range(3):
        a_day(plant, nine)
    titles = told(plant, "li")
    assert len(titles) == 2
    assert "还有 19 天" in titles[1]
    assert titles[1].endswith("（60 天的提醒当时没能发出）")
    with tenant.company(plant.company):
        noted = rows.many("SELECT step, told, missed FROM reminding_reminder ORDER BY step")
    assert [(row["step"], row["told"], row["missed"]) for row in noted] == [
        (30, True, False),
        (60, False, True),
        (90, True, False),
    ]


def test_a_look_that_dies_told_nothing_and_the_next_tells_all(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper(plant, "li", TODAY + timedelta(days=20))
    with monkeypatch.context() as dying:
        dying.setattr("davy.notify.store.call", _dies)
        with pytest.raises(KeyboardInterrupt):
            tasks.look_company(plant.company)
    assert told(plant, "li") == []
    tasks.look_company(plant.company)
    tasks.look_company(plant.company)
    assert len(told(plant, "li")) == 1


def _dies(*_: object) -> None:
    raise KeyboardInterrupt


def test_nobody_is_called_at_night(plant: Plant, nine: time_machine.Traveller) -> None:
    paper(plant, "li", TODAY + timedelta(days=20))
    nine.move_to(NINE + timedelta(hours=14))  # 23:00 in China
    tasks.look_company(plant.company)
    assert told(plant, "li") == []
    nine.move_to(NINE + timedelta(hours=22))
    tasks.look_company(plant.company)
    assert len(told(plant, "li")) == 1


def test_a_renewed_paper_takes_its_reminders_back_and_begins_anew(
    plant: Plant, nine: time_machine.Traveller, gateway: WebServer
) -> None:
    mine = paper(plant, "li", TODAY + timedelta(days=30))
    gateway.status = 503  # the message still waits to go out
    tasks.look_company(plant.company)
    notify.send.func(company=str(plant.company))
    sent = len(gateway.bodies("/send"))
    with tenant.company(plant.company):
        Certificate.objects.filter(id=mine.id).update(valid_to=TODAY + timedelta(days=120))
    gateway.status = 200
    nine.shift(timedelta(minutes=20))
    tasks.look_company(plant.company)
    notify.send.func(company=str(plant.company))
    assert told(plant, "li")[0].endswith("（已更新，不用再办）")
    assert told(plant, "zhao")[0].endswith("（已更新，不用再办）")
    assert len(gateway.bodies("/send")) == sent
    nine.shift(timedelta(days=30))
    tasks.look_company(plant.company)
    assert "还有 90 天" in told(plant, "li")[-1]
    assert len(told(plant, "li")) == 2


def test_a_date_put_back_after_a_slip_of_the_hand_is_told_again(
    plant: Plant, nine: time_machine.Traveller
) -> None:
    ends = TODAY + timedelta(days=30)
    mine = paper(plant, "li", ends)
    for day in (ends, ends + timedelta(days=365), ends):
        with tenant.company(plant.company):
            Certificate.objects.filter(id=mine.id).update(valid_to=day)
        tasks.look_company(plant.company)
        nine.shift(timedelta(minutes=20))
    assert [title.endswith("（已更新，不用再办）") for title in told(plant, "li")] == [True, False]


def test_who_renewed_under_another_number_has_nothing_that_ends(plant: Plant) -> None:
    paper(plant, "li", TODAY + timedelta(days=5))
    with tenant.company(plant.company):
        Certificate.objects.create(
            company_id=plant.company,
            person_id=plant.people["li"].person,
            kind="special_operation",
            number="T-new",
            item=ITEM,
            valid_to=TODAY + timedelta(days=2000),
        )
    tasks.look_company(plant.company)
    assert told(plant, "li") == []


def test_a_review_and_an_examination_have_their_own_steps(plant: Plant) -> None:
    paper(plant, "li", TODAY + timedelta(days=900), review_due=TODAY + timedelta(days=60))
    with tenant.company(plant.company):
        for who, left in (("li", 60), ("wu", 30)):
            Checkup.objects.create(
                company_id=plant.company,
                person_id=plant.people[who].person,
                kind="periodic",
                done_on=TODAY - timedelta(days=300),
                valid_to=TODAY + timedelta(days=left),
                verdict="fit",
            )
    tasks.look_company(plant.company)
    assert [title[-7:] for title in told(plant, "li")] == ["请准备复审材料"]
    assert ["在岗期间体检" in title for title in told(plant, "wu")] == [True]


def test_the_firm_of_a_contractor_is_told_and_where_nobody_answers_the_safety_officer(plant: Plant) -> None:
    with tenant.company(plant.company):
        for name, contact in (("宏安检修", "吴工艺"), ("远大安装", "不在册")):
            firm = Firm.objects.create(company_id=plant.company, code=name, name=name, contact_name=contact)
            whose = ("zhou", "wu") if contact == "吴工艺" else ("sun",)
            Person.objects.filter(id__in=[plant.people[who].person for who in whose]).update(firm_id=firm.id)
    paper(plant, "zhou", TODAY + timedelta(days=7))
    paper(plant, "sun", TODAY + timedelta(days=7))
    tasks.look_company(plant.company)
    assert [title[:4] for title in told(plant, "wu")] == ["周分析："]
    [title] = told(plant, "zheng")
    assert title.startswith("孙司索：")
    assert title.endswith("（承包商 远大安装 联系人 不在册，请转告）")


def test_several_papers_reach_a_superior_as_one_list(plant: Plant) -> None:
    for who in ("zhou", "sun", "wu"):
        paper(plant, who, TODAY + timedelta(days=7))
    tasks.look_company(plant.company)
    [title] = told(plant, "zheng")
    assert title.startswith("3 份证照快到期或已到期：")


def test_whoever_is_over_is_named_each_morning_and_who_left_is_not(
    plant: Plant, nine: time_machine.Traveller
) -> None:
    paper(plant, "li", TODAY - timedelta(days=1))
    paper(plant, "wu", TODAY - timedelta(days=1))
    with tenant.company(plant.company):
        Person.objects.filter(id=plant.people["wu"].person).update(status="left")
    for _ in range(2):
        a_day(plant, nine)
    assert told(plant, "feng", "paper.morning") == ["今天不得安排作业的 1 人（证照到期）：李工"] * 2
    assert told(plant, "wu") == []


def test_a_company_is_reminded_of_its_own_people_alone(plant: Plant) -> None:
    other = small_plant("nn", "nn.davy.test")
    paper(plant, "li", TODAY + timedelta(days=7))
    tasks.look_all.func(timestamp=0)
    with tenant.company(other.company):
        assert rows.one("SELECT count(*) AS n FROM reminding_reminder") == {"n": 0}
    assert isinstance(plant.company, UUID)
    assert clock.now() == NINE
