"""What 周队 hands in waits; it counts once the plant confirmed it, and a refusal tells him why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from davy.accounts.models import SecurityEvent
from davy.contractors.tests.firm_office import (
    TOMORROW,
    certificate,
    give_login,
    hire,
    officer,
    other_firm,
    send_scan,
)
from davy.db import tenant
from davy.people.models import Certificate, Person
from tests.plant import Browser, Plant, said


@pytest.fixture
def zhou(plant: Plant, settings: Any, tmp_path: Path) -> Person:
    """周队, who has the login of his firm."""
    settings.DATA = tmp_path
    person = hire(plant, "周队", "F0001")
    give_login(plant, person)
    return person


def paper(browser: Browser, kind: str = "licence", **more: Any) -> dict[str, Any]:
    body = {"kind": kind, "number": "N-1", "unlimited": True, "scan": send_scan(browser), **more}
    answer = browser.send("POST", "/api/v1/own-firm/papers", body)
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def decide(browser: Browser, one: dict[str, Any], what: str, **body: Any) -> Any:
    return browser.send("POST", f"/api/v1/contractors/submissions/{one['id']}/{what}", body)


def test_a_paper_counts_for_nothing_until_the_plant_confirms_it(plant: Plant, zhou: Person) -> None:
    browser, qian = officer(plant), plant.browser("qian")
    handed = paper(browser)
    own = said(browser.get("/api/v1/own-firm"))
    assert ("licence" in own["lacking"], own["waiting"], own["papers"]) == (True, 1, [])
    assert "licence" in said(qian.get("/api/v1/contractors"))[0]["lacking"]

    [waiting] = said(qian.get("/api/v1/contractors/submissions?state=waiting"))["items"]
    assert (waiting["firm_name"], waiting["by"], waiting["may_decide"]) == ("宏安检修", "周队", True)
    assert said(decide(qian, handed, "confirm"))["state"] == "confirmed"
    own = said(browser.get("/api/v1/own-firm"))
    assert "licence" not in own["lacking"]
    assert own["papers"][0]["scan"] == handed["scan"]
    assert said(decide(qian, handed, "confirm"))["code"] == "submission_decided"
    assert browser.get(f"/api/v1/own-firm/scans/{handed['scan']}").getvalue()


def test_a_refusal_is_read_by_the_firm_with_its_reason(plant: Plant, zhou: Person) -> None:
    browser, qian = officer(plant), plant.browser("qian")
    handed = paper(browser)
    assert decide(qian, handed, "refuse", why="x").status_code == 422
    decide(qian, handed, "refuse", why="照片看不清，重拍")
    [told] = said(browser.get("/api/v1/own-firm/submissions"))["items"]
    assert (told["state"], told["why"]) == ("refused", "照片看不清，重拍")
    assert "licence" in said(browser.get("/api/v1/own-firm"))["lacking"]


def test_a_paper_needs_its_scan_and_is_not_handed_in_twice(plant: Plant, zhou: Person) -> None:
    browser = officer(plant)
    told = {"kind": "licence", "unlimited": True}
    assert browser.send("POST", "/api/v1/own-firm/papers", told).status_code == 422
    handed = paper(browser)
    again = {**told, "number": "N-1", "scan": handed["scan"]}
    assert said(browser.send("POST", "/api/v1/own-firm/papers", again))["code"] == "submission_waiting"
    back = browser.send("POST", f"/api/v1/own-firm/submissions/{handed['id']}/take-back", {})
    assert said(back)["state"] == "taken_back"
    assert said(decide(plant.browser("qian"), handed, "confirm"))["code"] == "submission_decided"


def test_a_certificate_of_another_holder_is_refused_and_kept_on_record(plant: Plant, zhou: Person) -> None:
    browser = officer(plant)
    scan = send_scan(browser)
    elsewhere = hire(plant, "吴某", "F0002", other_firm(plant).id)
    with tenant.company(plant.company.id):
        Certificate.objects.create(
            company_id=plant.company.id,
            person_id=elsewhere.id,
            kind="guardian",
            number="jh-2026-1",
            item="监护",
        )
    for wrong, code in (
        ({}, "submission_number_taken"),
        ({"number": "JH-2", "holder_name": "吴某"}, "submission_other_name"),
    ):
        answer = browser.send("POST", "/api/v1/own-firm/certificates", certificate(zhou, scan, **wrong))
        assert said(answer)["code"] == code
        assert "吴某" not in answer.content.decode()
    foreign = certificate(elsewhere, scan, number="JH-3")
    assert browser.send("POST", "/api/v1/own-firm/certificates", foreign).status_code == 404
    with tenant.company(plant.company.id):
        kept = SecurityEvent.objects.filter(kind__startswith="submission_").values_list("kind", flat=True)
        assert sorted(kept) == ["submission_number_taken", "submission_other_name"]


def test_a_certificate_entitles_once_it_is_confirmed(plant: Plant, zhou: Person) -> None:
    browser = officer(plant)
    body = certificate(zhou, send_scan(browser))
    handed = said(browser.send("POST", "/api/v1/own-firm/certificates", body))
    [me] = said(browser.get("/api/v1/own-firm/people"))["items"]
    assert (me["certificates"], "certificate" in me["missing"]) == ([], True)
    assert decide(plant.browser("li"), handed, "confirm").status_code == 403
    assert said(decide(plant.browser("qian"), handed, "confirm"))["state"] == "confirmed"
    [me] = said(browser.get("/api/v1/own-firm/people"))["items"]
    assert [one["number"] for one in me["certificates"]] == ["JH-2026-1"]
    again = browser.send("POST", "/api/v1/own-firm/certificates", body)
    assert said(again)["code"] == "submission_known"


def test_who_is_let_in_is_for_a_safety_officer_to_decide(plant: Plant, zhou: Person) -> None:
    browser = officer(plant)
    today = plant.company.today().isoformat()
    body = {"person_id": str(zhou.id), "works": ["hot"], "areas": [str(plant.area_id)], "since": today}
    answer = browser.send("POST", "/api/v1/own-firm/admissions", {**body, "until": TOMORROW})
    handed = said(answer)
    assert said(decide(plant.browser("qian"), handed, "confirm"))["code"] == "submission_not_yours"
    assert said(decide(plant.browser("he"), handed, "confirm"))["state"] == "confirmed"
    [me] = said(browser.get("/api/v1/own-firm/people"))["items"]
    assert ([one["works"] for one in me["admissions"]], "admission" in me["missing"]) == ([["hot"]], False)


def test_of_a_firm_that_is_shut_out_nobody_is_asked_for(plant: Plant, zhou: Person) -> None:
    ban = {"firm_id": str(plant.firm_id), "why": "两次无票动火"}
    plant.browser("he").send("POST", "/api/v1/contractors/bans", ban)
    body = {"person_id": str(zhou.id), "since": plant.company.today().isoformat(), "until": TOMORROW}
    answer = officer(plant).send("POST", "/api/v1/own-firm/admissions", body)
    assert said(answer)["code"] == "admission_firm_banned"
