"""The login of firm A tries every operation of the interface with the ids of firm B and of the plant.

Closed unless opened: OPEN is the whole list of what a firm's login reaches. A new path is attacked the day it
appears, and one that is opened must be written here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as configured
from django.db import connection

from davy.accounts import stream
from davy.accounts.models import Account
from davy.attachments import store
from davy.attachments.tests.pictures import OGG, sha
from davy.building.plant import PASSWORD
from davy.contractors.models import Admission, Ban, FirmPaper, FirmViolation, Submission, Upload
from davy.db import tenant
from davy.ids import uuid7
from davy.people.models import Certificate, Firm, Import, Person
from tests.adversarial.test_hostile_neighbour import (
    NAMES,
    SCHEMA,
    Attack,
    Side,
    attacks,
    build,
    give,
    told,
)
from tests.plant import Browser, said

pytestmark = pytest.mark.django_db

OPEN = {
    "POST /api/v1/session/language",
    "GET /api/v1/own-firm",
    "GET /api/v1/own-firm/choices",
    "GET /api/v1/own-firm/people",
    "POST /api/v1/own-firm/people",
    "GET /api/v1/own-firm/people/{own_person_id}",
    "PATCH /api/v1/own-firm/people/{own_person_id}",
    "POST /api/v1/own-firm/people/{own_person_id}/leave",
    "GET /api/v1/own-firm/submissions",
    "POST /api/v1/own-firm/papers",
    "POST /api/v1/own-firm/certificates",
    "POST /api/v1/own-firm/admissions",
    "POST /api/v1/own-firm/submissions/{submission_id}/take-back",
    "PUT /api/v1/own-firm/scans/{sha256}",
    "GET /api/v1/own-firm/scans/{sha256}",
    "GET /api/v1/own-firm/notices",
    "GET /api/v1/own-firm/permits",
    "GET /api/v1/own-firm/violations",
    "POST /api/v1/own-firm/violations/{firm_violation_id}/answer",
    "GET /api/v1/own-firm/imports",
    "GET /api/v1/own-firm/imports/columns",
    "GET /api/v1/own-firm/imports/template",
    "POST /api/v1/own-firm/imports",
    "GET /api/v1/own-firm/imports/{own_import_id}",
    "PUT /api/v1/own-firm/imports/{own_import_id}/sheet",
    "PUT /api/v1/own-firm/imports/{own_import_id}/scans",
    "POST /api/v1/own-firm/imports/{own_import_id}/check",
    "GET /api/v1/own-firm/imports/{own_import_id}/rows",
    "POST /api/v1/own-firm/imports/{own_import_id}/choices",
    "POST /api/v1/own-firm/imports/{own_import_id}/apply",
    "POST /api/v1/own-firm/imports/{own_import_id}/take-back",
    "GET /api/v1/own-firm/imports/{own_import_id}/report",
}
"""What a firm's login reaches beside what needs no login at all."""
PUBLIC = {  # need no login, and tell a firm no more than a visitor (access.yaml, public)
    "GET /api/v1/session",
    "GET /api/v1/accounts/demo",
    "POST /api/v1/kiosk/open",
    "GET /api/v1/kiosk/board",
    "GET /api/v1/kiosk/drawing",
    "POST /api/v1/terminal",
    "GET /api/v1/terminal/{kiosk_id}",
    "POST /api/v1/terminal/visits",
    "POST /api/v1/terminal/forget",
}
AREAS = {"areas", "area_id"}  # a firm asks to be let into areas of the plant: their ids are told to it
SECRET = "秘密之物"
DAY = date(2026, 11, 21)


class Firms:
    """One plant, its firms A and B with the same rows, and the browser of A's login."""

    def __init__(self, side: Side) -> None:
        self.side, self.company = side, side.plant.company
        self.next_door = build("next")
        self.a, self.b = self._firm("A", "甲方检修"), self._firm("B", f"{SECRET}乙方")
        self.browser = self.a.browser

    def _firm(self, code: str, name: str) -> Side:
        scan = OGG + code.encode() + b"firm"
        store.take(BytesIO(scan), company_id=self.company, sha256=sha(scan), account_id=None)
        with tenant.company(self.company):
            rows = _rows(self.company, code, name, sha(scan))
        account = Account.objects.create_account(
            company_id=self.company,
            username=f"firm-{code}",
            password=PASSWORD,
            roles=["firm_officer"],
            person_id=rows["person_id"],
            firm_id=rows["firm_id"],
        )
        browser = Browser(self.side.browser.defaults["HTTP_HOST"])
        browser.force_login(account)
        own = {"own_person_id": rows["person_id"], "account_id": account.id, "login_id": account.id}
        ids = {key: str(value) for key, value in {**rows, **own, "sha256": sha(scan)}.items()}
        return Side(self.side.plant, {**self.side.ids, **ids}, browser)


def _rows(company: UUID, code: str, name: str, scan: str) -> dict[str, UUID]:
    """A firm with one of each that it can have, by what the interface calls its id."""
    firm = Firm.objects.create(company_id=company, code=f"F{code}", name=name)
    who = Person.objects.create(company_id=company, firm_id=firm.id, name=f"{name}张", hr_code=code)
    of_firm: dict[str, Any] = {"company_id": company, "firm_id": firm.id}
    of_him: dict[str, Any] = {"company_id": company, "person_id": who.id}
    number = f"{SECRET}{code}"
    Upload.objects.create(**of_firm, sha256=scan)
    sent = Import.objects.create(**of_firm, account_id=who.id, name=number, state="checked")
    made = {
        "own_import_id": sent,
        "firm_violation_id": FirmViolation.objects.create(
            **of_firm, happened_on=DAY, what=number, clause="4.9", amount=500, by_id=who.id
        ),
        "firm_paper_id": FirmPaper.objects.create(**of_firm, kind="licence", number=number, scan=scan),
        "certificate_id": Certificate.objects.create(**of_him, kind="guardian", number=number, item="监护"),
        "submission_id": Submission.objects.create(
            **of_firm, kind="paper", by_id=who.id, body={"kind": "agreement"}
        ),
        "admission_id": Admission.objects.create(**of_him, since=DAY, until=DAY + timedelta(days=9)),
        "ban_id": Ban.objects.create(**of_firm, since=DAY, why=SECRET, lifted_on=DAY, lifted_why=SECRET),
    }
    return {"firm_id": firm.id, "person_id": who.id, **{key: row.id for key, row in made.items()}}


@pytest.fixture
def firms(settings: Any, tmp_path: Path) -> Firms:
    """A plant with firms A and B, and a plant next door."""
    settings.DATA = tmp_path
    return Firms(build("plant"))


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in SCHEMA["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def open_attacks() -> list[Attack]:
    return [one for one in attacks() if f"{one.method} {one.path}" in OPEN]


def standing(company: UUID) -> dict[str, list[str]]:
    """Every row of every table that has a company, as text; what a denial leaves in the record aside."""
    with tenant.company(company), connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'company_id'"
            " AND table_schema = 'public' AND table_name <> 'accounts_security_event' ORDER BY 1"
        )
        found = {}
        for (table,) in cursor.fetchall():
            asked = f'SELECT t::text FROM "{table}" t WHERE company_id = %s ORDER BY 1'  # noqa: S608
            cursor.execute(asked, [company])
            found[table] = [row for (row,) in cursor.fetchall()]
        return found


def test_whatever_is_not_opened_is_refused_with_a_reason(firms: Firms) -> None:
    before, tried = standing(firms.company), 0
    for method, path, operation in operations():
        if f"{method} {path}" in OPEN | PUBLIC:
            continue
        for side in (firms.a, firms.b):
            nothing = Attack(method, path, "nowhere", "", operation)
            answer = give(nothing, Side(side.plant, side.ids, firms.browser), "")
            assert answer.status_code == 403, f"{method} {path}: {answer.status_code}"
            assert said(answer)["code"] == "access_denied", f"{method} {path}"
            assert said(answer)["detail"]["zh"]
        tried += 1
    assert tried > 200
    assert standing(firms.company) == before


def test_the_lists_of_what_is_open_hold_no_word_too_many() -> None:
    there = {f"{method} {path}" for method, path, _ in operations()}
    assert there >= OPEN
    assert there >= PUBLIC


def test_an_id_of_another_firm_or_of_the_plant_is_answered_like_none_and_changes_nothing(
    firms: Firms,
) -> None:
    before, tried = standing(firms.company), 0
    for attack in open_attacks():
        name = NAMES.get(attack.name, attack.name)
        if attack.name in AREAS:
            continue
        nobody = sha(b"nothing") if name == "sha256" else str(uuid7())
        plants = (
            {**one.ids, "own_person_id": one.ids["person_id"], "own_import_id": one.ids["import_id"]}
            for one in (firms.side, firms.next_door)
        )
        for side in (firms.b.ids, *plants):
            if name not in side or (attack.method == "PUT" and name == "sha256"):
                continue
            foreign, nothing = (
                told(give(attack, firms.a, value), attack, value) for value in (side[name], nobody)
            )
            assert foreign[0] in {404, 409, 422}, f"{attack}: {foreign}"
            assert foreign == nothing, str(attack)
            tried += 1
    assert tried > 10
    assert standing(firms.company) == before


def test_no_answer_that_is_open_tells_of_the_other_firm(firms: Firms) -> None:
    for method, path, operation in operations():
        if f"{method} {path}" in OPEN and method == "GET":
            answer = give(Attack(method, path, "nowhere", "", operation), firms.a, "")
            text = answer.getvalue()
            assert answer.status_code == 200, f"{path}: {text[:200]!r}"
            for value in (firms.b.ids["firm_id"], firms.b.ids["person_id"], f"{SECRET}B", f"{SECRET}乙方"):
                assert value.encode() not in text, path
    names = said(firms.browser.get("/api/v1/own-firm/people"))["items"]
    assert [one["id"] for one in names] == [firms.a.ids["person_id"]]


def test_the_hash_of_a_scan_gives_nobody_its_bytes(firms: Firms) -> None:
    scan = firms.b.ids["sha256"]
    assert firms.browser.get(f"/api/v1/own-firm/scans/{scan}").status_code == 404
    paper = {"kind": "licence", "unlimited": True, "scan": scan}
    answer = firms.browser.send("POST", "/api/v1/own-firm/papers", paper)
    assert said(answer)["code"] == "attachment_unknown"
    person = {"photo": scan}
    answer = firms.browser.send("PATCH", f"/api/v1/own-firm/people/{firms.a.ids['person_id']}", person)
    assert said(answer)["code"] == "attachment_unknown"


def test_the_stream_of_changes_is_closed_to_a_firm(firms: Firms) -> None:
    host = firms.side.browser.defaults["HTTP_HOST"]
    for side, opened in ((firms.side, True), (firms.a, False)):
        cookie = side.browser.cookies[configured.SESSION_COOKIE_NAME].value
        found = stream.company_of(f"{configured.SESSION_COOKIE_NAME}={cookie}", host)
        assert (found is not None) is opened


def test_no_account_gets_the_role_of_a_firm_by_the_way(firms: Firms) -> None:
    plant = firms.side.browser
    body = {"username": "trick", "password": PASSWORD, "roles": ["firm_officer"]}
    assert said(plant.send("POST", "/api/v1/accounts", body))["code"] == "role_unknown"
    for change in ({"roles": ["admin"]}, {"person_id": firms.side.ids["person_id"]}):
        answer = plant.send("PATCH", f"/api/v1/accounts/{firms.a.ids['account_id']}", change)
        assert said(answer)["code"] == "account_of_firm"
