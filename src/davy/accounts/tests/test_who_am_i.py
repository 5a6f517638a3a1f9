"""The session tells who asks, what he may do and which posts he holds; a visitor learns the company only."""

from davy.accounts.models import Account, Company
from davy.db import tenant
from davy.people.models import Post
from tests.plant import PASSWORD, Plant, said


def test_a_visitor_learns_the_company_and_gets_the_anti_forgery_cookie(plant: Plant) -> None:
    browser = plant.browser()
    seen = said(browser.get("/api/v1/session"))
    assert (seen["authenticated"], seen["account"], seen["may"]) == (False, None, [])
    assert seen["company"]["name"] == plant.company.name
    assert browser.cookies["csrftoken"].value


def test_the_session_tells_account_person_roles_and_posts(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        Post.objects.create(
            company_id=plant.company.id,
            code="area_head",
            name="区域负责人",
            area_id=plant.area_id,
            holder_id=plant.people["zhao"].id,
        )
    seen = said(plant.browser("zhao").get("/api/v1/session"))
    assert seen["account"]["roles"] == ["approver", "shift_leader"]
    assert seen["person"]["name"] == "赵主任"
    assert [(post["code"], post["area_id"], post["deputy"]) for post in seen["posts"]] == [
        ("area_head", str(plant.area_id), False)
    ]
    assert {"commands.write", "people.read", "people_private.read"} <= set(seen["may"])
    assert "people.write" not in seen["may"]


def test_an_account_without_a_person_is_fine(plant: Plant) -> None:
    Account.objects.filter(id=plant.accounts["he"].id).update(person_id=None)
    seen = said(plant.browser("he").get("/api/v1/session"))
    assert (seen["person"], seen["posts"]) == (None, [])


def test_the_language_is_kept_with_the_account(plant: Plant) -> None:
    browser = plant.browser("li")
    assert (
        said(browser.send("POST", "/api/v1/session/language", {"language": "en"}))["account"]["language"]
        == "en"
    )
    assert said(plant.browser("li").get("/api/v1/session"))["account"]["language"] == "en"
    assert browser.send("POST", "/api/v1/session/language", {"language": "fr"}).status_code == 422


def test_a_real_company_does_not_list_its_accounts(plant: Plant) -> None:
    assert said(plant.browser().get("/api/v1/accounts/demo")) == []


def test_a_simulated_company_lists_them_in_the_order_of_the_roles(plant: Plant) -> None:
    demo = Company.objects.create(code="demo", name="演示", hostname="demo.davy.test", simulated=True)
    for username, role in (("boss", "admin"), ("watch", "guardian"), ("hand", "worker")):
        Account.objects.create_account(company_id=demo.id, username=username, password=PASSWORD, roles=[role])
    Account.objects.create_account(company_id=demo.id, username="gone", password=PASSWORD, is_active=False)
    Account.objects.create_account(company_id=demo.id, username="mute", password=None, roles=["worker"])
    listed = said(plant.browser(host="demo.davy.test").get("/api/v1/accounts/demo"))
    assert all(row["password"] for row in listed)
    assert [(row["username"], row["name"]) for row in listed] == [
        ("hand", "hand"),
        ("watch", "watch"),
        ("boss", "boss"),
    ]


def test_an_endpoint_that_is_not_there_answers_in_the_same_shape_as_every_no(plant: Plant) -> None:
    answer = plant.browser("li").get("/api/v1/nothing")
    assert (answer.status_code, said(answer)["code"]) == (404, "not_found")
