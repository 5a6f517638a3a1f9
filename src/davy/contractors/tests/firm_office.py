"""A firm of the plant with its people, and the login that 钱敏 gave its officer 周队."""

from __future__ import annotations

from typing import Any

from davy.attachments.tests.pictures import OGG, sha
from davy.db import tenant
from davy.people.models import Firm, Person
from tests.plant import PASSWORD, Browser, Plant, said

# Numbers of nobody whose check digit fits.
NUMBERS = ("110101199003070011", "11010119900307002X")
TOMORROW = "2099-12-31"


def hire(plant: Plant, name: str, code: str, firm: Any = None) -> Person:
    """Somebody of the plant's first firm, or of another."""
    with tenant.company(plant.company.id):
        return Person.objects.create(
            company_id=plant.company.id, firm_id=firm or plant.firm_id, name=name, hr_code=code
        )


def other_firm(plant: Plant) -> Firm:
    """A second firm of the same plant."""
    with tenant.company(plant.company.id):
        return Firm.objects.create(company_id=plant.company.id, code="C2", name="远大防腐")


def give_login(plant: Plant, person: Person, username: str = "zhou") -> dict[str, Any]:
    """What 钱敏 is told when she gives the person a login."""
    body = {"person_id": str(person.id), "username": username, "password": PASSWORD}
    path = f"/api/v1/contractors/{person.firm_id}/logins"
    answer = plant.browser("qian").send("POST", path, body)
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def officer(plant: Plant, username: str = "zhou") -> Browser:
    """The browser of the login, by its password."""
    browser = Browser(plant.company.hostname)
    body = {"username": username, "password": PASSWORD}
    answer = browser.send("POST", "/_allauth/browser/v1/auth/login", body)
    assert answer.status_code == 200, answer.content
    return browser


def send_scan(browser: Browser, told: bytes = b"1") -> str:
    """A scan that this login sent; its hash."""
    content = OGG + told
    answer = browser.generic(
        "PUT", f"/api/v1/own-firm/scans/{sha(content)}", content, content_type="application/octet-stream"
    )
    assert answer.status_code == 201, answer.content
    return sha(content)


def certificate(person: Person, scan: str, **more: Any) -> dict[str, Any]:
    """A guardian's certificate of the person, as told."""
    told = {"person_id": str(person.id), "kind": "guardian", "number": "JH-2026-1", "item": "监护"}
    return {**told, "valid_to": TOMORROW, "holder_name": person.name, "scan": scan, **more}
