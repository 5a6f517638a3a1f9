"""周队 hands in twelve people with their scans by one file; the plant confirms what it looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from davy.accounts.models import SecurityEvent
from davy.contractors import tasks as contractors
from davy.contractors.tests.firm_file import PAPERS, PATH, confirm, rows, send, step, waiting
from davy.contractors.tests.firm_office import TOMORROW, give_login, hire, officer, other_firm
from davy.db import tenant
from davy.notify.models import InboxRow
from davy.people.importing.tests.workbooks import identity, picture, workbook, zipped
from davy.people.models import Certificate, Person
from tests.plant import Browser, Plant, said


@pytest.fixture
def zhou(plant: Plant, settings: Any, tmp_path: Path) -> Browser:
    """The login of 周队."""
    settings.DATA = tmp_path
    give_login(plant, hire(plant, "周队", "F0001"))
    return officer(plant)


def person(n: int, **more: str) -> list[str]:
    told = {"name": f"焊工{n}", "id": identity(n), "phone": f"138000000{n:02d}", "firm": "宏安检修", **more}
    return [told["name"], told["id"], told["phone"], "焊工", told["firm"]]


def paper(n: int, **more: str) -> list[str]:
    told = {"name": f"焊工{n}", "id": identity(n), "number": f"JH-2026-{n}", "to": TOMORROW, **more}
    shown = told.get("holder", told["name"])
    return [told["id"], told["name"], "监护人证", told["number"], "监护", told["to"], shown, f"{n}.jpg"]


def test_twelve_people_with_scans_wait_and_are_confirmed_together(plant: Plant, zhou: Browser) -> None:
    one = send(zhou, plant, [person(n) for n in range(1, 13)], [paper(n) for n in range(1, 13)])
    assert said(zhou.get(f"{PATH}/{one}"))["counts"] == {"new": 24}
    with tenant.company(plant.company.id):
        before = Person.objects.count()
    done = step(zhou, plant, one, "apply")
    assert (done["state"], done["entered"], done["skipped"]) == ("applied", 24, 0)
    with tenant.company(plant.company.id):
        assert Person.objects.count() == before
    found = waiting(plant)
    assert len(found) == 24
    assert {doubt["code"] for row in found for doubt in row["doubts"]} == {"person_waits"}
    assert {row["person_name"] for row in found} == {f"焊工{n}" for n in range(1, 13)}
    assert identity(3) not in str(found)
    assert all(row["confirmed"] for row in said(confirm(plant, found)))
    people = said(zhou.get("/api/v1/own-firm/people?size=200"))["items"]
    made = [row for row in people if row["name"].startswith("焊工")]
    assert (len(made), {len(row["certificates"]) for row in made}) == (12, {1})
    scan = made[0]["certificates"][0]["scan"]
    assert zhou.get(f"/api/v1/own-firm/scans/{scan}").getvalue()


def test_the_plant_is_told_once_for_the_file_and_the_firm_once_for_the_decision(
    plant: Plant, zhou: Browser
) -> None:
    one = send(zhou, plant, [person(n) for n in (1, 2)], [paper(1)])
    step(zhou, plant, one, "apply")
    company, firm = str(plant.company.id), str(plant.firm_id)
    for _ in range(2):
        contractors.handed_in(company=company, firm=firm, source=one, count=3, lets_in=False)
    with tenant.company(plant.company.id):
        found = list(InboxRow.objects.filter(kind="contractors.handed_in"))
    assert {row.title_zh for row in found} == {"宏安检修报来 3 项，等确认"}
    assert len(found) == len({row.person_id for row in found}) > 0
    ids = [row["id"] for row in waiting(plant)]
    confirm(plant, waiting(plant))
    with tenant.company(plant.company.id):
        me = Person.objects.get(hr_code="F0001")
    contractors.decided(company=str(plant.company.id), person=str(me.id), ids=ids)
    assert [row["title_zh"] for row in said(zhou.get("/api/v1/own-firm/notices"))] == ["报审已确认 3 项"]


def test_who_is_of_another_firm_is_told_to_the_plant_alone(plant: Plant, zhou: Browser) -> None:
    body = {"name": "吴某", "hr_code": "X1", "id_number": identity(2), "firm_id": str(other_firm(plant).id)}
    assert plant.browser("qian").send("POST", "/api/v1/people", body).status_code == 201
    answers = []
    for n in (1, 2):
        one = send(zhou, plant, [person(n)], [paper(n)])
        told = step(zhou, plant, one, "apply")
        shown = [(row["verdict"], row["state"], row["findings"]) for row in rows(zhou, one)]
        answers.append((told["counts"], told["entered"], told["skipped"], shown))
    assert answers[0] == answers[1]
    elsewhere = [row for row in waiting(plant) if row["kind"] == "person" and "焊工2" in row["person_name"]]
    assert [doubt["code"] for doubt in elsewhere[0]["doubts"]] == ["person_elsewhere"]
    [no] = said(confirm(plant, elsewhere))
    assert (no["confirmed"], "已经登记" in no["zh"]) == (False, True)
    with tenant.company(plant.company.id):
        assert Person.objects.get(hr_code="X1").name == "吴某"
        assert not SecurityEvent.objects.filter(kind="own_person_elsewhere").exists()


def test_a_staff_code_or_number_of_somebody_else_is_answered_like_none(plant: Plant, zhou: Browser) -> None:
    other = hire(plant, "吴某", "F0002", other_firm(plant).id)
    with tenant.company(plant.company.id):
        own = {"company_id": plant.company.id, "person_id": other.id}
        Certificate.objects.create(**own, kind="guardian", number="JH-2026-5", item="监护")
    found = []
    for code, number in (("F0002", "JH-2026-5"), ("F9999", "JH-2026-6")):
        made = said(zhou.send("POST", PATH, {"name": "名单.csv"}))
        line = [code, "吴某", "监护人证", number, "监护", TOMORROW, "吴某", "1.jpg"]
        book = workbook(证书=[["工号", *PAPERS[1:]], line])
        assert zhou.generic("PUT", f"{PATH}/{made['id']}/sheet", book).status_code == 200
        zhou.generic("PUT", f"{PATH}/{made['id']}/scans?at=0", zipped({"1.jpg": picture(1)}))
        step(zhou, plant, made["id"], "check")
        found.append([(row["verdict"], row["findings"]) for row in rows(zhou, made["id"])])
    assert found[0] == found[1]
    assert [finding["code"] for finding in found[0][0][1]] == ["own_code"]


def test_it_changes_how_to_reach_its_people_and_nothing_else(plant: Plant, zhou: Browser) -> None:
    zhou.send("POST", "/api/v1/own-firm/people", {"name": "焊工1", "id_number": identity(1)})
    zhou.send("POST", "/api/v1/own-firm/people", {"name": "焊工2", "id_number": identity(2)})
    one = send(zhou, plant, [person(1), person(2, name="别人"), person(3, firm="远大防腐")], [])
    told = {row["who"]: (row["verdict"], [f["code"] for f in row["findings"]]) for row in rows(zhou, one)}
    assert told["焊工1"] == ("change", [])
    assert told["别人"][0] == told["焊工3"][0] == "wrong"
    assert ("own_fixed" in told["别人"][1], told["焊工3"][1]) == (True, ["firm"])
    zhou.send("POST", f"{PATH}/{one}/choices", {"choice": "take", "verdict": "change"})
    step(zhou, plant, one, "apply")
    phones = {row["name"]: row["phone"] for row in said(zhou.get("/api/v1/own-firm/people"))["items"]}
    assert (phones["焊工1"], phones["焊工2"]) == ("13800000001", "")


def test_rows_are_doubted_beside_the_confirmation(plant: Plant, zhou: Browser) -> None:
    step(zhou, plant, send(zhou, plant, [person(1)], [paper(1, to="2026-01-01")]), "apply")
    step(zhou, plant, send(zhou, plant, [person(2)], [paper(2, number="JH-2026-1")]), "apply")
    found = {(row["kind"], row["person_name"]): row for row in waiting(plant)}
    codes = {key: {doubt["code"] for doubt in row["doubts"]} for key, row in found.items()}
    assert codes["certificate", "焊工1"] == {"ended", "number_elsewhere", "person_waits"}
    ban = {"firm_id": str(plant.firm_id), "why": "两次无票动火"}
    plant.browser("he").send("POST", "/api/v1/contractors/bans", ban)
    [seen] = said(confirm(plant, [found["person", "焊工1"]]))
    assert (seen["confirmed"], "刚出现" in seen["zh"]) == (False, True)


def test_a_wrong_row_stays_out_with_its_reason_and_a_file_is_taken_back(plant: Plant, zhou: Browser) -> None:
    bad = [person(1, id="110101199003070012"), person(2), person(3)]
    one = send(zhou, plant, bad, [paper(2, holder="吴某"), paper(3)])
    wrong = [[f["code"] for f in row["findings"]] for row in rows(zhou, one) if row["verdict"] == "wrong"]
    assert [codes[0] for codes in wrong] == ["identity", "own_holder"]
    assert zhou.get(f"{PATH}/{one}/report").status_code == 200
    assert zhou.get(f"{PATH}/template").status_code == 200
    step(zhou, plant, one, "apply")
    assert len(waiting(plant)) == 3
    assert said(zhou.send("POST", f"{PATH}/{one}/take-back", {}))["state"] == "undone"
    assert waiting(plant) == []
    with tenant.company(plant.company.id):
        names = [row["body"] for row in said(zhou.get("/api/v1/own-firm/submissions"))["items"]]
    assert {"name": "焊工2"} in names


def test_the_plant_does_not_see_the_files_of_a_firm_among_its_own(plant: Plant, zhou: Browser) -> None:
    one = send(zhou, plant, [person(1)], [])
    qian = plant.browser("qian")
    assert said(qian.get("/api/v1/people/imports")) == []
    assert qian.get(f"/api/v1/people/imports/{one}").status_code == 404
    assert qian.get(f"{PATH}/{one}").status_code == 403


def test_who_is_sent_back_takes_his_certificates_with_him(plant: Plant, zhou: Browser) -> None:
    step(zhou, plant, send(zhou, plant, [person(1)], [paper(1)]), "apply")
    [who] = [row for row in waiting(plant) if row["kind"] == "person"]
    path = f"/api/v1/contractors/submissions/{who['id']}/refuse"
    plant.browser("qian").send("POST", path, {"why": "照片不是本人"})
    handed = said(zhou.get("/api/v1/own-firm/submissions"))["items"]
    assert {(row["state"], row["why"]) for row in handed} == {("refused", "照片不是本人")}
    assert waiting(plant) == []
