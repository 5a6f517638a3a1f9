"""From the workbook to the ledger: checked without a change, entered, the same again is nothing new, taken
back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from davy.accounts.models import AuditRow
from davy.attachments.models import Attachment, Reference
from davy.db import tenant
from davy.people import protected
from davy.people.importing.tests.workbooks import (
    ID,
    PAPERS,
    PEOPLE,
    carry_on,
    choose,
    csv,
    identity,
    picture,
    rows,
    send,
    workbook,
    zipped,
)  # fmt: skip
from davy.people.models import Certificate, Person, Training, Violation
from tests.plant import Browser, Plant, said

WELDER = ["H0100", "陈电", ID, "13812345678", "焊工", "宏安检修"]
PAPER = [
    "H0100", "陈电", "特种作业操作证", f"T{ID}", "熔化焊接与热切割", "2024年3月1日", date(2024, 3, 1),
    "2030.3.1", 46082, "陈电", "welder.jpg",
]  # fmt: skip


@pytest.fixture(autouse=True)
def own_place(settings: Any, tmp_path: Path) -> None:
    """A data directory of this test."""
    settings.DATA = tmp_path


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def ledger(plant: Plant) -> tuple[int, int]:
    with tenant.company(plant.company.id):
        return Person.objects.count(), Certificate.objects.count()


def test_a_check_changes_nothing_and_says_what_would_be(plant: Plant, qian: Browser) -> None:
    before = ledger(plant)
    one = send(
        qian, workbook(人员=[PEOPLE, WELDER], 证书=[PAPERS, PAPER]), zipped({"证书/welder.jpg": picture()})
    )
    found = carry_on(qian, plant.company.id, one)
    assert (found["state"], found["counts"], found["problem"]) == ("checked", {"new": 2}, None)
    person, paper = rows(qian, one)
    assert (person["kind"], person["row"], person["who"], person["values"]["id_number"]) == (
        "person", 2, "陈电", f"110***********{ID[-4:]}",
    )  # fmt: skip
    assert paper["values"]["certificate.item"] == "熔化焊接与热切割作业"
    assert [paper["values"][f"certificate.{name}"] for name in ("issued_at", "valid_from", "valid_to",
    "review_due")] == [
        "2024-03-01", "2024-03-01", "2030-03-01", "2026-03-01",
    ]  # fmt: skip
    assert ledger(plant) == before
    with tenant.company(plant.company.id):
        assert not Attachment.objects.exists()


def test_it_is_entered_with_scans_sealed_parts_and_an_audit_row_each(plant: Plant, qian: Browser) -> None:
    one = send(
        qian,
        workbook(人员=[PEOPLE, WELDER], 证书=[PAPERS, PAPER]),
        zipped({"证书/welder.jpg": picture(), "H0100.png": picture(7)}),
    )
    carry_on(qian, plant.company.id, one)
    found = carry_on(qian, plant.company.id, one, "apply")
    assert (found["state"], found["entered"], found["done"], found["total"]) == ("applied", 2, 2, 2)
    with tenant.company(plant.company.id):
        person = Person.objects.get(hr_code="H0100")
        [paper] = Certificate.objects.filter(person_id=person.id)
        assert (person.firm_id, person.trade, person.id_last4) == (plant.firm_id, "焊工", ID[-4:])
        assert protected.content(plant.company.id, person.id) == {"id_number": ID}
        assert Reference.objects.filter(sha256=paper.scan, stream_id=paper.id).exists()
        assert Reference.objects.filter(sha256=person.photo, stream_id=person.id).exists()
        told = AuditRow.objects.filter(
            resource_id__in=[person.id, paper.id], account_id=plant.accounts["qian"].id
        )
        assert {row.resource for row in told} == {"people", "people_protected", "certificates"}
        assert ID not in str(list(told.values_list("after", flat=True)))


def test_the_same_file_again_is_nothing_new(plant: Plant, qian: Browser) -> None:
    sheet = workbook(人员=[PEOPLE, WELDER], 证书=[PAPERS, PAPER[:-1]])
    for expected in ({"new": 2}, {"same": 2}):
        one = send(qian, sheet)
        assert carry_on(qian, plant.company.id, one)["counts"] == expected
        carry_on(qian, plant.company.id, one, "apply")
    assert ledger(plant) == (6, 1)


def test_what_differs_stands_side_by_side_and_waits_for_a_choice(plant: Plant, qian: Browser) -> None:
    head = ["工号", "姓名", "工种", "手机"]
    sheet = workbook(人员=[head, ["H0001", "李工", "焊工", ""], ["H0002", "王班长", "电工", ""]])
    one = send(qian, sheet)
    assert carry_on(qian, plant.company.id, one)["counts"] == {"change": 2}
    li, wang = rows(qian, one)
    assert (li["was"], li["choice"]) == ({"trade": ""}, "")
    assert wang["was"] == {"name": "王班", "trade": ""}
    assert [said_of["code"] for said_of in wang["findings"]] == ["other_name"]
    choose(qian, one, "take", rows=[li["n"]])
    assert carry_on(qian, plant.company.id, one, "apply")["entered"] == 1
    with tenant.company(plant.company.id):
        assert dict(Person.objects.filter(hr_code__in=["H0001", "H0002"]).values_list("name", "trade")) == {
            "李工": "焊工",
            "王班": "",
        }


def test_what_was_changed_at_the_desk_meanwhile_is_left_alone(plant: Plant, qian: Browser) -> None:
    one = send(qian, workbook(人员=[["工号", "姓名", "工种"], ["H0001", "李工", "焊工"]]))
    carry_on(qian, plant.company.id, one)
    choose(qian, one, "take", verdict="change")
    qian.send("PATCH", f"/api/v1/people/{plant.people['li'].id}", {"trade": "电工"})
    found = carry_on(qian, plant.company.id, one, "apply")
    assert (found["entered"], found["skipped"]) == (0, 1)
    [row] = rows(qian, one)
    assert row["findings"][-1]["code"] == "changed_since"


def test_of_two_rows_about_one_thing_somebody_chooses(plant: Plant, qian: Browser) -> None:
    sheet = workbook(人员=[["工号", "姓名", "工种"], ["H0100", "陈电", "焊工"], ["H0100", "陈电", "电工"]])
    one = send(qian, sheet)
    assert carry_on(qian, plant.company.id, one)["counts"] == {"new": 1, "double": 1}
    [double] = rows(qian, one, "verdict=double")
    assert (double["row"], double["findings"][0]["row"]) == (3, "2")
    choose(qian, one, "take", verdict="double")
    carry_on(qian, plant.company.id, one, "apply")
    with tenant.company(plant.company.id):
        assert Person.objects.get(hr_code="H0100").trade == "电工"


def test_one_flat_table_in_gb18030_enters_people_and_papers(plant: Plant, qian: Browser) -> None:
    head = ["姓名", "身份证号码", "证件类型", "证号", "准操项目", "有效期至"]
    lines = [head, ["陈电", ID, "特种作业", f"T{ID}", "低压电工作业", "2028/5/1"]]
    lines.append(["陈电", ID, "特种作业", f"T{ID}", "高压电工作业", "20280501"])
    one = send(qian, csv(*lines, encoding="gb18030"), name="名单.csv")
    found = carry_on(qian, plant.company.id, one)
    assert found["counts"] == {"new": 3, "double": 1}, rows(qian, one)
    carry_on(qian, plant.company.id, one, "apply")
    with tenant.company(plant.company.id):
        person = Person.objects.get(name="陈电")
        assert person.hr_code.startswith("R")
        assert Certificate.objects.filter(person_id=person.id, valid_to=date(2028, 5, 1)).count() == 2


def test_a_whole_import_is_taken_back(plant: Plant, qian: Browser) -> None:
    before = ledger(plant)
    trainings = [
        ["工号", "姓名", "培训内容", "培训日期", "是否合格"],
        ["H0100", "陈电", "年度再培训", "2026-01-05", "合格"],
    ]
    sheet = workbook(
        人员=[PEOPLE, WELDER, ["H0001", "李工", identity(8), "", "电工", ""]],
        证书=[PAPERS, PAPER[:-1]],
        培训=trainings,
    )
    one = send(qian, sheet)
    carry_on(qian, plant.company.id, one)
    choose(qian, one, "take", verdict="change")
    assert carry_on(qian, plant.company.id, one, "apply")["entered"] == 4
    with tenant.company(plant.company.id):
        assert Training.objects.get().valid_to == date(2027, 1, 5)
        assert protected.content(plant.company.id, plant.people["li"].id) == {"id_number": identity(8)}
    found = carry_on(qian, plant.company.id, one, "undo")
    assert (found["state"], found["problem"]) == ("undone", None)
    assert ledger(plant) == before
    with tenant.company(plant.company.id):
        li = Person.objects.get(hr_code="H0001")
        assert (li.trade, li.id_hash, li.id_last4) == ("", "", "")
        assert protected.content(plant.company.id, li.id) == {}
        assert not Training.objects.exists()


def test_what_was_built_on_it_keeps_it(plant: Plant, qian: Browser) -> None:
    one = send(qian, workbook(人员=[PEOPLE, WELDER]))
    carry_on(qian, plant.company.id, one)
    carry_on(qian, plant.company.id, one, "apply")
    with tenant.company(plant.company.id):
        person = Person.objects.get(hr_code="H0100")
        Violation.objects.create(
            company_id=plant.company.id,
            person_id=person.id,
            happened_on=date(2026, 11, 1),
            kind="general",
            what="未系安全带",
            recorded_at=plant.company.created_at,
        )
    found = carry_on(qian, plant.company.id, one, "undo")
    assert found["state"] == "applied"
    assert found["problem"]["ways"] == [{"person": "陈电", "what": "violation"}]
    with tenant.company(plant.company.id):
        assert Person.objects.filter(hr_code="H0100").exists()


def test_a_neighbour_finds_nothing_of_it(plant: Plant, neighbour: Plant, qian: Browser) -> None:
    one = send(qian, workbook(人员=[PEOPLE, WELDER]))
    carry_on(qian, plant.company.id, one)
    sun = neighbour.browser("sun")
    assert said(sun.get("/api/v1/people/imports")) == []
    for path in ("", "/rows", "/report"):
        assert sun.get(f"/api/v1/people/imports/{one}{path}").status_code == 404
    for path in ("apply", "undo", "check"):
        assert sun.send("POST", f"/api/v1/people/imports/{one}/{path}", {}).status_code == 404
    assert sun.generic("PUT", f"/api/v1/people/imports/{one}/sheet", b"x").status_code == 404
    assert plant.browser("li").get("/api/v1/people/imports").status_code == 403
