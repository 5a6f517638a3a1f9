"""What the judge learns about people and posts: in one statement each, and nothing that is not known."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from davy import clock
from davy.db import tenant
from davy.ids import uuid7
from davy.people import queries
from davy.people.models import Certificate, Person, Post
from davy.sites.models import Area, Unit
from tests.plant import Plant

pytestmark = pytest.mark.django_db


def certify(plant: Plant, nick: str, **fields: Any) -> None:
    values = {"kind": "special_operation", "number": "T1", "item": "焊接与热切割作业", **fields}
    Certificate.objects.create(company_id=plant.company.id, person_id=plant.people[nick].id, **values)


def post(plant: Plant, code: str, holder: str | None, **fields: Any) -> Post:
    holder_id = None if holder is None else plant.people[holder].id
    return Post.objects.create(
        company_id=plant.company.id, code=code, name=code, holder_id=holder_id, **fields
    )


def test_a_person_comes_with_all_papers_in_one_statement(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        certify(
            plant, "li", valid_from=date(2025, 1, 1), valid_to=date(2031, 1, 1), review_due=date(2028, 1, 1)
        )
        certify(plant, "li", kind="guardian", number="G1", item="监护", holder_name="李工")
        wanted = [person.id for person in plant.people.values()]
        with CaptureQueriesContext(connection) as statements:
            found = queries.facts(plant.company.id, wanted, clock.now().date())
        assert len(statements) == 1
    li, wang = found[str(plant.people["li"].id)], found[str(plant.people["wang"].id)]
    assert [(paper.kind, paper.number) for paper in li.certificates] == [
        ("guardian", "G1"),
        ("special_operation", "T1"),
    ]
    assert li.certificates[1].valid_to == date(2031, 1, 1)
    assert (wang.status, wang.firm_id, wang.certificates) == ("active", None, ())


@pytest.mark.parametrize(
    ("printed", "expected"), [("李工", True), ("李 工", True), ("李·工", True), ("王班", False), ("", None)]
)
def test_a_paper_in_another_name_is_seen_and_one_without_a_name_is_unknown(
    plant: Plant, printed: str, expected: bool | None
) -> None:
    with tenant.company(plant.company.id):
        certify(plant, "li", holder_name=printed)
        found = queries.facts(plant.company.id, [plant.people["li"].id], clock.now().date())
    [only] = found.values()
    assert only.certificates[0].holder_match is expected


def test_who_is_not_in_the_register_is_not_in_the_facts(plant: Plant, neighbour: Plant) -> None:
    with tenant.company(plant.company.id):
        assert (
            queries.facts(plant.company.id, [uuid7(), neighbour.people["sun"].id], clock.now().date()) == {}
        )
        assert queries.facts(plant.company.id, [], clock.now().date()) == {}


def test_the_nearest_post_counts_area_before_unit_before_site_before_plant(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        unit = Unit.objects.create(
            company_id=plant.company.id, site_id=plant.site_id, code="U1", name="一车间"
        )
        Area.objects.filter(id=plant.area_id).update(unit_id=unit.id)
        scopes: list[tuple[str, dict[str, UUID | None]]] = [
            ("li", {}),
            ("wang", {"site_id": plant.site_id}),
            ("zhao", {"unit_id": unit.id}),
            ("qian", {"area_id": plant.area_id}),
        ]
        for nick, scope in scopes:
            post(plant, "area_head", nick, **scope)
            with CaptureQueriesContext(connection) as statements:
                found = queries.posts(plant.company.id, plant.area_id)
            assert len(statements) == 1
            assert found["area_head"].holder == str(plant.people[nick].id)


def test_posts_of_another_area_do_not_count_and_without_an_area_only_the_plants(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        other = Area.objects.create(
            company_id=plant.company.id, site_id=plant.site_id, code="A2", name="泵房"
        )
        post(plant, "area_head", "li", area_id=other.id)
        post(plant, "safety_dept", "zhao")
        assert set(queries.posts(plant.company.id, plant.area_id)) == {"safety_dept"}
        assert set(queries.posts(plant.company.id, None)) == {"safety_dept"}
        assert set(queries.posts(plant.company.id, uuid7())) == {"safety_dept"}
        assert set(queries.posts(plant.company.id, other.id)) == {"area_head", "safety_dept"}


def test_a_vacant_post_of_the_area_is_not_filled_by_the_plants_holder(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        post(plant, "area_head", "li")
        post(plant, "area_head", None, area_id=plant.area_id, deputy_id=plant.people["zhao"].id)
        found = queries.posts(plant.company.id, plant.area_id)["area_head"]
    assert (found.holder, found.deputy) == (None, str(plant.people["zhao"].id))


@pytest.mark.parametrize("status", ["frozen", "left"])
def test_who_is_frozen_or_gone_holds_no_post(plant: Plant, status: str) -> None:
    with tenant.company(plant.company.id):
        above = post(plant, "leader", "he", deputy_id=plant.people["qian"].id)
        post(plant, "area_head", "li", deputy_id=plant.people["wang"].id, superior_id=above.id)
        before = queries.posts(plant.company.id, None)["area_head"]
        assert (before.holder, before.superior) == (str(plant.people["li"].id), str(plant.people["he"].id))
        gone = [plant.people[nick].id for nick in ("li", "wang", "he")]
        Person.objects.filter(id__in=gone).update(status=status)
        found = queries.posts(plant.company.id, None)["area_head"]
    assert (found.holder, found.deputy) == (None, None)
    assert (found.superior, found.superior_code) == (str(plant.people["qian"].id), "leader")


def test_a_person_sees_what_he_holds_and_stands_in_for(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        post(plant, "safety_dept", "zhao")
        post(plant, "area_head", "li", area_id=plant.area_id, deputy_id=plant.people["zhao"].id)
        found = queries.posts_of(plant.company.id, plant.people["zhao"].id)
    assert [(held.code, held.area_id, held.deputy) for held in found] == [
        ("area_head", str(plant.area_id), True),
        ("safety_dept", None, False),
    ]
