"""The simulated company has everything a permit may ask for, and some of what it may not."""

import io
from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from PIL import Image

from davy import clock
from davy.accounts import demo as logins
from davy.accounts.models import Account, Company
from davy.attachments import files
from davy.attachments.drawings import is_plain
from davy.db import tenant
from davy.demo import build, cast, drawing, orders, pictures, registers
from davy.people import queries as people
from davy.people.models import Certificate, Firm, Person
from davy.people.standing import Standing, standing
from davy.planning.models import WorkOrder
from davy.sites import queries as sites
from davy.sites.models import Area, Equipment, PlanDrawing, Shift, WorkPoint


def test_it_has_people_places_and_papers_of_every_kind(company: Company) -> None:
    today = clock.now().date()
    with tenant.company(company.id):
        persons = list(Person.objects.all())
        papers = Counter(standing(paper, today) for paper in Certificate.objects.all())
        areas = list(Area.objects.all())
        counts = (Firm.objects.count(), len(areas), Equipment.objects.count(), Shift.objects.count())
    assert len(persons) >= 60
    assert counts == (2, 12, 40, 2)
    assert papers[Standing.EXPIRED] >= 3
    assert papers[Standing.EXPIRING] >= 3
    assert papers[Standing.VALID] > 20
    assert {area.area_class for area in areas} == {"fire_explosion", "other", "unknown"}
    assert [a.code for a in areas if a.fixed_hot_zone] == ["M-700"]
    assert [a.code for a in areas if a.pipe_rack] == ["PR-01"]
    assert [a.code for a in areas if a.tank_farm_bund and a.major_hazard] == ["T-100"]


def test_every_post_is_held_everywhere_by_two_people_who_are_not_on_the_same_crew(company: Company) -> None:
    asked = {
        "area_head",
        "safety_dept",
        "leader",
        "production_head",
        "shift_leader",
        "control_room",
        "acceptor",
        "technical_dept",
        "chief",
        "power_supply",
        "utilities",
        "process",
        "equipment_dept",
        "fire",
    }
    with tenant.company(company.id):
        for area in Area.objects.all():
            posts = people.posts(company.id, area.id)
            assert set(posts) == asked
            assert all(p.holder and p.deputy for p in posts.values())


def test_its_calendar_lets_hot_work_be_judged_today_and_in_two_months(company: Company) -> None:
    with tenant.company(company.id):
        site = Area.objects.all()[0].site_id
        for days in (0, 60):
            at = clock.now() + timedelta(days=days)
            assert sites.calendar(company.id, site, at, at + timedelta(hours=8)).configured


def test_the_plan_shows_every_point_where_it_is_on_the_ground(company: Company) -> None:
    with tenant.company(company.id):
        plan = PlanDrawing.objects.get()
        points = list(WorkPoint.objects.all())
        assert len(points) >= 30
        (a, b, c) = plan.control
        for point in points:
            assert point.lat is not None
            assert point.lon is not None
            across = (point.lon - a["lon"]) / (b["lon"] - a["lon"])
            down = (point.lat - a["lat"]) / (c["lat"] - a["lat"])
            assert point.plan_x == pytest.approx(a["x"] + across * (b["x"] - a["x"]), abs=0.1)
            assert point.plan_y == pytest.approx(a["y"] + down * (c["y"] - a["y"]), abs=0.1)
            where = sites.place(company.id, point_id=point.id)
            assert where is not None
            assert where.fence is not None
    content = files.content(company.id, plan.drawing)
    assert content == drawing.svg()
    assert is_plain(content)


def test_everybody_can_log_in_with_the_password_of_the_login_page(company: Company) -> None:
    listed = logins.accounts(company.id)
    assert len(listed) > 60
    assert listed[0].check_password(logins.PASSWORD)
    assert len({role for account in listed for role in account.roles}) == 11
    assert not Account.objects.get(company_id=company.id, username="quyuan").is_active


def test_somebody_unfit_is_never_asked_to_work(company: Company) -> None:
    found = cast.gather(company)
    fit = {p.key for p in found.people.values() if p.fit}
    assert not fit & {"zhouping", "zhuming", "tansong", "zuoan", "quyuan"}
    assert {"lizheng", "wangbin", "qianli"} <= fit
    assert all(isinstance(p.account, UUID) for p in found.people.values())


def test_there_is_one_such_company(company: Company) -> None:
    found = registers.company()
    assert found is not None
    assert found.id == company.id
    assert found.simulated


def test_no_two_photos_are_alike(company: Company) -> None:
    seen = [Image.open(io.BytesIO(pictures._shot("blinded", f"permit {n}"))) for n in range(30)]
    looks = [_look(image) for image in seen]
    assert len({image.tobytes() for image in seen}) == 30
    assert min(_apart(one, other) for n, one in enumerate(looks) for other in looks[:n]) >= 6


def test_a_photo_is_handed_in_once_and_known_again(company: Company) -> None:
    first = pictures.shot(company.id, "before", "one")
    pictures.shot.cache_clear()
    assert pictures.shot(company.id, "before", "one") == first
    assert pictures.shot(company.id, "before", "another") != first


def _look(image: Image.Image) -> list[bool]:
    """What an eye that blinks sees: whether each of 64 fields is lighter than the one beside it."""
    small = image.convert("L").resize((9, 8)).tobytes()
    return [small[9 * y + x] > small[9 * y + x + 1] for y in range(8) for x in range(8)]


def _apart(one: list[bool], other: list[bool]) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def test_a_company_of_another_version_is_refused_with_a_sentence(
    company: Company, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert registers.made_of(company) == registers.fingerprint()
    monkeypatch.setattr(registers, "fingerprint", lambda: "another")
    with pytest.raises(SystemExit):
        build.ensure()
    assert "of another version of Davy" in capsys.readouterr().out


def test_a_company_without_the_plans_of_this_year_gets_them(company: Company) -> None:
    year = clock.now().year
    with tenant.company(company.id):
        for number, order in enumerate(WorkOrder.objects.filter(company_id=company.id)):
            order.number, order.starts_on = f"OLD-{number}", date(1999, 1, 1)
            order.save()
        assert year not in orders.yearly(company.id)
    assert year in cast.gather(company).yearly
