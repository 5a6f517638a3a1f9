"""The people of the tests: a plant, its neighbour, and a client for each account.

李工 is responsible and applies, 王班 guards, 赵主任 approves, 钱敏 keeps the registers, 何工 administers.
The stranger 孙某 works for the neighbour, who has the same rows under other ids.
"""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.test import Client

from davy.accounts.models import Account, Company
from davy.db import tenant
from davy.people.models import Firm, Person
from davy.sites.models import Area, Site

PASSWORD = "灯照见气变了没有-2026"

# nick, name, staff code, roles
STAFF = (
    ("li", "李工", "H0001", ("worker",)),
    ("wang", "王班", "H0002", ("guardian",)),
    ("zhao", "赵主任", "H0003", ("approver", "shift_leader")),
    ("qian", "钱敏", "H0004", ("registrar",)),
    ("he", "何工", "H0005", ("admin",)),
)
STRANGERS = (("sun", "孙某", "N0001", ("worker", "registrar", "admin")),)


@dataclass
class Plant:
    """One company with a site, an area, a contractor firm, its people and their accounts by nick name."""

    company: Company
    site_id: UUID
    area_id: UUID
    firm_id: UUID
    accounts: dict[str, Account] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def browser(self, nick: str | None = None, *, host: str | None = None) -> "Browser":
        """A browser at this company's address, logged in unless there is no nick name."""
        browser = Browser(host or self.company.hostname)
        if nick is not None:
            browser.force_login(self.accounts[nick])
        return browser


class Browser(Client):
    """Django's test client at one host name, speaking JSON."""

    def __init__(self, host: str, *, enforce_csrf_checks: bool = False) -> None:
        super().__init__(enforce_csrf_checks=enforce_csrf_checks, headers={"host": host})

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The answer to a request with a JSON body."""
        data = b"" if body is None else json.dumps(body).encode()
        return self.generic(method, path, data, content_type="application/json", headers=headers or None)


def said(answer: Any) -> Any:
    """The JSON of an answer."""
    return json.loads(answer.content)


def build(hostname: str, code: str, staff: tuple[tuple[str, str, str, tuple[str, ...]], ...]) -> Plant:
    """A company at this host name with its own site, area, firm and people."""
    company = Company.objects.create(code=code, name=f"{code} 化工", hostname=hostname)
    with tenant.company(company.id):
        site = Site.objects.create(company_id=company.id, code="S1", name="一厂区")
        area = Area.objects.create(company_id=company.id, site_id=site.id, code="A1", name="原料罐区")
        firm = Firm.objects.create(company_id=company.id, code="C1", name="宏安检修")
        plant = Plant(company=company, site_id=site.id, area_id=area.id, firm_id=firm.id)
        for nick, name, hr_code, _roles in staff:
            plant.people[nick] = Person.objects.create(company_id=company.id, name=name, hr_code=hr_code)
    for nick, _name, _hr_code, roles in staff:
        plant.accounts[nick] = Account.objects.create_account(
            company_id=company.id,
            username=nick,
            password=PASSWORD,
            roles=list(roles),
            person_id=plant.people[nick].id,
        )
    return plant
