"""Identity numbers, blood groups, relatives and findings are closed in the database, and each look is
kept."""

from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from davy.db import rows, tenant
from davy.people import identity, vault
from davy.people.models import Person, Protected, Viewed
from tests.plant import Browser, Plant, said

ID_NUMBER = "11010519491231002X"
CONTACT = {"name": "陈母", "relation": "母亲", "phone": "13987654321"}


@pytest.fixture(autouse=True)
def own_key(settings: Any, tmp_path: Path) -> None:
    """A key of this test."""
    settings.DATA = tmp_path


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def entered(qian: Browser) -> str:
    body = {"name": "陈电", "hr_code": "H0100", "id_number": ID_NUMBER}
    answer = qian.send("POST", "/api/v1/people", body)
    assert answer.status_code == 201, answer.content
    person = str(said(answer)["id"])
    kept = qian.send(
        "PUT", f"/api/v1/people/{person}/protected", {"blood_group": "AB+", "contacts": [CONTACT]}
    )
    assert said(kept) == {"id_number": "110***********002X", "has_blood_group": True, "contacts": 1}
    return person


def clear(browser: Browser, person: str, *what: str, why: str = "办理入厂证") -> Any:
    return browser.send("POST", f"/api/v1/people/{person}/protected/clear", {"what": what, "why": why})


def test_nothing_of_it_stands_in_the_database(plant: Plant, qian: Browser) -> None:
    entered(qian)
    with tenant.company(plant.company.id):
        tables = ("people_person", "people_protected", "people_changed", "accounts_audit")
        dumped = " ".join(str(rows.many(f"SELECT t::text FROM {table} t")) for table in tables)  # noqa: S608
        [row] = Protected.objects.all()
    for secret in (ID_NUMBER, "13987654321", "陈母", "AB+"):
        assert secret not in dumped
        assert secret.encode() not in bytes(row.sealed)


def test_it_is_told_in_clear_to_who_says_why_and_that_is_kept(plant: Plant, qian: Browser) -> None:
    person = entered(qian)
    assert said(clear(qian, person, "identity"))["id_number"] == ID_NUMBER
    told = said(clear(plant.browser("zhao"), person, "rescue", why="高处坠落，通知家属"))
    assert (told["blood_group"], told["contacts"], told["id_number"]) == ("AB+", [CONTACT], None)
    views = said(plant.browser("he").get(f"/api/v1/people/{person}/views"))
    assert [(v["by"], v["what"], v["why"]) for v in views] == [
        ("zhao", ["rescue"], "高处坠落，通知家属"),
        ("qian", ["identity"], "办理入厂证"),
    ]


def test_who_need_not_know_is_refused_and_leaves_no_look(plant: Plant, qian: Browser) -> None:
    person = entered(qian)
    assert clear(plant.browser("li"), person, "rescue").status_code == 403
    answer = clear(plant.browser("zhao"), person, "identity")
    assert (answer.status_code, said(answer)["code"]) == (403, "view_not_yours")
    assert clear(qian, person, "identity", why="").status_code == 422
    assert plant.browser("zhao").get(f"/api/v1/people/{person}/views").status_code == 403
    with tenant.company(plant.company.id):
        assert not Viewed.objects.exists()


def test_no_look_can_be_taken_back(plant: Plant, qian: Browser) -> None:
    clear(qian, entered(qian), "identity")
    with tenant.company(plant.company.id):
        for statement in ("UPDATE people_viewed SET why = 'x'", "DELETE FROM people_viewed"):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                connection.cursor().execute(statement)


def test_another_key_opens_nothing_and_says_so(
    plant: Plant, qian: Browser, settings: Any, tmp_path: Path
) -> None:
    person = entered(qian)
    settings.DATA = tmp_path / "elsewhere"
    settings.DATA.mkdir()
    answer = clear(qian, person, "identity")
    assert (answer.status_code, said(answer)["code"]) == (503, "vault_key_lost")


def test_a_sealed_text_fits_its_own_row_only(plant: Plant, neighbour: Plant) -> None:
    sealed = vault.seal({"id_number": ID_NUMBER}, plant.company.id, "person/1")
    assert vault.unseal(sealed, plant.company.id, "person/1") == {"id_number": ID_NUMBER}
    for company, purpose in ((plant.company.id, "person/2"), (neighbour.company.id, "person/1")):
        with pytest.raises(vault.LostKeyError):
            vault.unseal(sealed, company, purpose)
    with pytest.raises(vault.LostKeyError):
        vault.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), plant.company.id, "person/1")


def test_the_same_number_twice_is_refused_also_beside_one_entered_before(plant: Plant, qian: Browser) -> None:
    entered(qian)
    body = {"name": "陈店", "hr_code": "H0101", "id_number": ID_NUMBER}
    assert said(qian.send("POST", "/api/v1/people", body))["code"] == "already_exists"
    old = identity.hashed(ID_NUMBER, bytes(plant.company.salt))
    with tenant.company(plant.company.id):
        Person.objects.filter(hr_code="H0100").update(id_hash=old)
    assert said(qian.send("POST", "/api/v1/people", body))["code"] == "already_exists"


def test_nobody_reads_over_the_fence(plant: Plant, neighbour: Plant, qian: Browser) -> None:
    person, sun = entered(qian), neighbour.browser("sun")
    assert clear(sun, person, "rescue").status_code == 404
    for path in ("protected", "views", "history"):
        assert sun.get(f"/api/v1/people/{person}/{path}").status_code == 404
