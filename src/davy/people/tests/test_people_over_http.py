"""The registers of people over HTTP: entering, changing, finding, and what is refused with which code."""

from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import AuditRow
from davy.attachments.models import Attachment, Reference
from davy.db import tenant
from tests.plant import Browser, Plant, said

ID_NUMBER = "11010519491231002X"


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def enter(qian: Browser, path: str, **body: Any) -> dict[str, Any]:
    answer = qian.send("POST", f"/api/v1/{path}", body)
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def refused(answer: Any) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, said(answer)["code"]


def audit(plant: Plant) -> list[Any]:
    with tenant.company(plant.company.id):
        rows = AuditRow.objects.exclude(resource="people_protected")
        return list(rows.order_by("at", "id"))


def test_a_person_is_entered_found_and_changed_with_an_audit_row_each(plant: Plant, qian: Browser) -> None:
    made = enter(qian, "people", name="陈电", hr_code="H0100", name_pinyin="chendian", id_number=ID_NUMBER)
    assert made["id_last4"] == "002X"
    [found] = said(qian.get("/api/v1/people?q=chend"))["items"]
    assert found["id"] == made["id"]
    answer = qian.send("PATCH", f"/api/v1/people/{made['id']}", {"phone": "13812345678", "status": "frozen"})
    assert said(answer)["status"] == "frozen"
    first, second = audit(plant)
    assert (first.resource, first.before, second.before["status"]) == ("people", None, "active")
    assert first.account_id == plant.accounts["qian"].id
    assert (second.after["status"], second.after["phone"]) == ("frozen", "set")


def test_names_phones_and_identity_numbers_stay_out_of_the_audit_trail(plant: Plant, qian: Browser) -> None:
    made = enter(qian, "people", name="陈电", hr_code="H0100", phone="13812345678", id_number=ID_NUMBER)
    qian.send("PATCH", f"/api/v1/people/{made['id']}", {"name": "陈店"})
    with tenant.company(plant.company.id):
        kept = str(list(AuditRow.objects.values_list("before", "after")))
    for secret in ("陈电", "陈店", "13812345678", "002X", ID_NUMBER):
        assert secret not in kept
    assert audit(plant)[1].after["name"] == "changed"


def test_a_change_without_a_difference_leaves_no_trace(plant: Plant, qian: Browser) -> None:
    made = enter(qian, "firms", code="C9", name="远方检修")
    assert qian.send("PATCH", f"/api/v1/firms/{made['id']}", {"name": "远方检修"}).status_code == 200
    assert len(audit(plant)) == 1


def test_who_need_not_know_sees_neither_phone_nor_numbers(plant: Plant, qian: Browser) -> None:
    made = enter(qian, "people", name="陈电", hr_code="H0100", phone="13812345678", id_number=ID_NUMBER)
    enter(qian, "certificates", person_id=made["id"], kind="guardian", number=f"T{ID_NUMBER}", item="监护")
    seen = said(plant.browser("li").get(f"/api/v1/people/{made['id']}"))
    assert (seen["phone"], seen["id_last4"]) == ("138****5678", "")
    assert seen["certificates"][0]["number"] == "T11************002X"
    assert said(qian.get(f"/api/v1/people/{made['id']}"))["phone"] == "13812345678"


def test_a_person_comes_with_certificates_and_their_state(plant: Plant, qian: Browser) -> None:
    li, today = str(plant.people["li"].id), clock.now().date()
    for number, days in enumerate((700, 30, -3)):
        ends = (today + timedelta(days=days)).isoformat()
        enter(
            qian,
            "certificates",
            person_id=li,
            kind="special_operation",
            number=f"N{number}",
            item="高处",
            valid_to=ends,
        )
    seen = said(qian.get(f"/api/v1/people/{li}"))
    assert [paper["state"] for paper in seen["certificates"]] == ["valid", "expiring", "expired"]
    assert said(qian.get("/api/v1/certificates?state=expired"))["total"] == 1
    assert said(qian.get("/api/v1/people?certificate=special_operation"))["total"] == 1


def test_lists_are_paged_and_filtered(plant: Plant, qian: Browser) -> None:
    for number in range(7):
        enter(qian, "people", name=f"工{number}", hr_code=f"X{number}", firm_id=str(plant.firm_id))
    page = said(qian.get(f"/api/v1/people?firm_id={plant.firm_id}&size=3&page=3"))
    assert (page["total"], len(page["items"]), page["page"]) == (7, 1, 3)
    assert said(qian.get("/api/v1/people?own_staff=true"))["total"] == 5
    assert refused(qian.get("/api/v1/people?size=100000")) == (422, "malformed")


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("people", {"name": "甲", "hr_code": "H0001"}, (409, "already_exists")),
        (
            "people",
            {"name": "甲", "hr_code": "X", "id_number": ID_NUMBER[:-1] + "1"},
            (422, "id_number_invalid"),
        ),
        (
            "people",
            {"name": "甲", "hr_code": "X", "firm_id": "01a1ffbf-0000-7000-8000-000000000000"},
            (422, "reference_unknown"),
        ),
        ("people", {"name": "甲", "hr_code": "X", "photo": "0" * 64}, (422, "attachment_unknown")),
        ("people", {"name": "甲", "hr_code": "X", "colour": "red"}, (422, "malformed")),
        ("people", {"name": "甲", "hr_code": "X", "status": "asleep"}, (422, "malformed")),
        ("people", {"name": "", "hr_code": "X"}, (422, "malformed")),
        ("people", {"name": "甲" * 65, "hr_code": "X"}, (422, "malformed")),
        ("people", {"hr_code": "X"}, (422, "malformed")),
        ("firms", {"name": "丙", "code": "C1"}, (409, "already_exists")),
        (
            "posts",
            {"code": "x", "name": "x", "area_id": "01a1ffbf-0000-7000-8000-000000000000"},
            (422, "reference_unknown"),
        ),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_code_and_leaves_nothing(
    plant: Plant, qian: Browser, path: str, body: dict[str, Any], expected: tuple[int, str]
) -> None:
    before = said(qian.get(f"/api/v1/{path}"))["total"]
    assert refused(qian.send("POST", f"/api/v1/{path}", body)) == expected
    assert said(qian.get(f"/api/v1/{path}"))["total"] == before
    assert audit(plant) == []


def test_a_body_that_is_no_json_is_malformed(qian: Browser) -> None:
    answer = qian.generic("POST", "/api/v1/firms", b"{", content_type="application/json")
    assert refused(answer) == (422, "malformed")


def test_the_same_identity_number_twice_is_refused(qian: Browser) -> None:
    enter(qian, "people", name="陈电", hr_code="X1", id_number=ID_NUMBER)
    answer = qian.send("POST", "/api/v1/people", {"name": "陈店", "hr_code": "X2", "id_number": ID_NUMBER})
    assert refused(answer) == (409, "already_exists")


def test_a_field_that_must_be_there_cannot_be_emptied(plant: Plant, qian: Browser) -> None:
    path = f"/api/v1/people/{plant.people['li'].id}"
    assert refused(qian.send("PATCH", path, {"name": None})) == (422, "malformed")
    assert refused(qian.send("PATCH", path, {"colour": "red"})) == (422, "malformed")
    assert qian.send("PATCH", path, {"firm_id": str(plant.firm_id)}).status_code == 200
    assert said(qian.send("PATCH", path, {"firm_id": None}))["firm_id"] is None


def test_a_certificate_with_its_days_in_the_wrong_order_is_refused(plant: Plant, qian: Browser) -> None:
    paper = {"person_id": str(plant.people["li"].id), "kind": "guardian", "number": "1", "item": "监护"}
    for days in (
        {"valid_from": "2026-01-02", "valid_to": "2026-01-01"},
        {"issued_at": "2026-01-02", "valid_from": "2026-01-01"},
        {"valid_from": "2026-01-02", "review_due": "2026-01-01"},
    ):
        assert refused(qian.send("POST", "/api/v1/certificates", {**paper, **days})) == (
            422,
            "certificate_dates",
        )


def test_one_number_serves_several_items_but_each_only_once(plant: Plant, qian: Browser) -> None:
    paper = {"person_id": str(plant.people["li"].id), "kind": "special_operation", "number": "T1"}
    enter(qian, "certificates", **paper, item="高压电工")
    enter(qian, "certificates", **paper, item="焊接与热切割")
    again = qian.send("POST", "/api/v1/certificates", {**paper, "item": "高压电工"})
    assert refused(again) == (409, "already_exists")


def test_posts_have_one_place_a_deputy_who_is_another_and_superiors_without_a_circle(
    plant: Plant, qian: Browser
) -> None:
    li, zhao = str(plant.people["li"].id), str(plant.people["zhao"].id)
    head = enter(
        qian,
        "posts",
        code="area_head",
        name="区域负责人",
        area_id=str(plant.area_id),
        holder_id=li,
        deputy_id=zhao,
    )
    assert (head["holder_name"], head["deputy_name"]) == ("李工", "赵主任")
    leader = enter(qian, "posts", code="leader", name="主管领导", superior_id=head["id"])
    path = f"/api/v1/posts/{head['id']}"
    assert refused(qian.send("PATCH", path, {"superior_id": leader["id"]})) == (422, "post_cycle")
    assert refused(qian.send("PATCH", path, {"superior_id": head["id"]})) == (422, "post_cycle")
    assert refused(qian.send("PATCH", path, {"deputy_id": li})) == (422, "deputy_is_holder")
    assert refused(qian.send("PATCH", path, {"site_id": str(plant.site_id)})) == (422, "malformed")
    twice = {"code": "leader", "name": "主管领导"}
    assert refused(qian.send("POST", "/api/v1/posts", twice)) == (409, "already_exists")


def test_a_photo_is_held_while_it_is_shown(plant: Plant, qian: Browser) -> None:
    company_id = plant.company.id
    with tenant.company(company_id):
        for sha in ("a" * 64, "b" * 64):
            Attachment.objects.create(company_id=company_id, sha256=sha, media_type="image/jpeg", size=1)
    made = enter(qian, "people", name="陈电", hr_code="X1", photo="a" * 64)
    qian.send("PATCH", f"/api/v1/people/{made['id']}", {"photo": "b" * 64})
    with tenant.company(company_id):
        assert list(Reference.objects.values_list("sha256", flat=True)) == ["b" * 64]
