"""钱敏 gives 周队 the login of his firm and ends it; it opens his firm's rooms and no other."""

from __future__ import annotations

from davy.contractors.tests.firm_office import give_login, hire, officer, other_firm
from davy.db import tenant
from davy.people.models import Firm, Person
from tests.plant import PASSWORD, Plant, said


def test_it_opens_the_rooms_of_the_firm_and_no_other(plant: Plant) -> None:
    zhou = hire(plant, "周队", "F0001")
    assert give_login(plant, zhou)["is_active"] is True
    browser = officer(plant)
    me = said(browser.get("/api/v1/session"))
    assert me["may"] == ["language.write", "own_firm.read", "own_firm.write"]
    assert me["account"]["firm_id"] == str(plant.firm_id)
    assert said(browser.get("/api/v1/own-firm"))["name"] == "宏安检修"
    for path in ("people", "firms", "search?q=a", "permits", "accounts", "contractors", "session/activity"):
        assert said(browser.get(f"/api/v1/{path}"))["code"] == "access_denied", path


def test_nobody_of_the_plant_enters_the_rooms_of_a_firm(plant: Plant) -> None:
    for nick in ("li", "qian", "he"):
        assert said(plant.browser(nick).get("/api/v1/own-firm"))["code"] == "access_denied"


def test_it_is_given_to_somebody_of_that_firm_only_and_not_by_everybody(plant: Plant) -> None:
    elsewhere = hire(plant, "吴某", "F0002", other_firm(plant).id)
    path = f"/api/v1/contractors/{plant.firm_id}/logins"
    for person in (elsewhere, plant.people["li"]):
        body = {"person_id": str(person.id), "username": "x", "password": PASSWORD}
        assert said(plant.browser("qian").send("POST", path, body))["code"] == "firm_login_person"
    body = {"person_id": str(hire(plant, "周队", "F0001").id), "username": "x", "password": PASSWORD}
    assert said(plant.browser("li").send("POST", path, body))["code"] == "access_denied"
    weak = plant.browser("qian").send("POST", path, {**body, "password": "123"})
    assert said(weak)["code"] == "password_weak"


def test_ended_it_opens_nothing_from_the_next_request_on(plant: Plant) -> None:
    login = give_login(plant, hire(plant, "周队", "F0001"))
    browser, qian = officer(plant), plant.browser("qian")
    ended = qian.send("POST", f"/api/v1/contractors/logins/{login['id']}/end", {})
    assert said(ended)["is_active"] is False
    assert said(browser.get("/api/v1/own-firm"))["code"] == "not_logged_in"
    [listed] = said(qian.get(f"/api/v1/contractors/{plant.firm_id}/logins"))
    assert (listed["username"], listed["is_active"]) == ("zhou", False)
    li = plant.accounts["li"].id
    assert qian.send("POST", f"/api/v1/contractors/logins/{li}/end", {}).status_code == 404


def test_who_left_the_firm_or_whose_firm_is_out_reads_nothing_more(plant: Plant) -> None:
    zhou = hire(plant, "周队", "F0001")
    give_login(plant, zhou)
    browser = officer(plant)
    with tenant.company(plant.company.id):
        Firm.objects.filter(id=plant.firm_id).update(active=False)
    assert said(browser.get("/api/v1/own-firm"))["code"] == "firm_login_over"
    with tenant.company(plant.company.id):
        Firm.objects.filter(id=plant.firm_id).update(active=True)
        Person.objects.filter(id=zhou.id).update(status="left")
    assert said(browser.get("/api/v1/own-firm/people"))["code"] == "firm_login_over"


def test_a_firm_that_is_shut_out_still_reads_why(plant: Plant) -> None:
    give_login(plant, hire(plant, "周队", "F0001"))
    body = {"firm_id": str(plant.firm_id), "why": "两次无票动火"}
    plant.browser("he").send("POST", "/api/v1/contractors/bans", body)
    assert said(officer(plant).get("/api/v1/own-firm"))["banned"]["why"] == "两次无票动火"
