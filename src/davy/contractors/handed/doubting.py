"""What there is to doubt about each row that a firm handed in, beside 确认: for the plant alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from uuid import UUID

import yaml
from yaml import CSafeLoader

from davy.accounts.here import TenantRequest
from davy.contractors import queries
from davy.contractors.handed.handing import number_elsewhere
from davy.contractors.handed.waiting import number_of
from davy.contractors.models import Submission
from davy.contractors.registers import submissions
from davy.people import catalogues, protected, rules, vault
from davy.people.models import Certificate, Person
from davy_core.papers.catalogue import Paper, governing
from davy_core.papers.catalogue import doubts as doubted

__all__ = ["Doubt", "doubts"]


@dataclass(frozen=True)
class Doubt:
    """One doubt: ``stops`` where it cannot be confirmed as it is."""

    code: str
    stops: bool
    zh: str
    en: str


@cache
def _told() -> Mapping[str, Doubt]:
    text = resources.files("davy_law").joinpath("contractors", "doubts.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=CSafeLoader)["doubts"]
    return {row["id"]: Doubt(row["id"], row["stops"], row["zh"], row["en"]) for row in found}


def doubts(request: TenantRequest, found: Iterable[Submission]) -> dict[UUID, list[Doubt]]:
    """By row, what stands in the way first. Of what was decided there is none."""
    rows = list(found)
    shut = queries.banned(request.company.id, {one.firm_id for one in rows})
    said: dict[UUID, list[Doubt]] = {}
    for one in rows:
        codes = set[str]()
        if one.state == "waiting":
            codes = {"firm_shut_out"} if str(one.firm_id) in shut else set()
            codes |= _of_person(request, one) if one.kind == "person" else set()
            codes |= _of_certificate(request, one) if one.kind == "certificate" else set()
            codes |= _ended(one, request.company.today()) if one.kind == "paper" else set()
        said[one.id] = [doubt for code, doubt in _told().items() if code in codes]
    return said


def _of_person(request: TenantRequest, one: Submission) -> set[str]:
    try:
        number = number_of(one)
    except vault.LostKeyError:
        return {"number_lost"}
    company, codes = request.company, set[str]()
    mark = vault.index(number, company.id)
    there = Person.objects.filter(company_id=company.id, id_hash=mark).first()
    if there is not None:
        codes.add("person_known" if there.firm_id == one.firm_id else "person_elsewhere")
    elif rules.entered_before(company, number) is not None:
        codes.add("person_elsewhere")
    waits = submissions.all(request).filter(kind="person", state="waiting", id_hash=mark).exclude(id=one.id)
    namesake = Person.objects.filter(company_id=company.id, firm_id=one.firm_id, name=one.body["name"])
    if waits.exists():
        codes.add("person_twice")
    if there is None and namesake.exclude(status="left").exists():
        codes.add("namesake")
    return codes


def _of_certificate(request: TenantRequest, one: Submission) -> set[str]:
    company, body, today = request.company, one.body, request.company.today()
    codes = _ended(one, today)
    if number_elsewhere(request, one.person_id, body["number"], one.of_id):
        codes.add("number_elsewhere")
    identity: str | None = None
    if one.person_id is None:
        codes.add("person_waits")
    else:
        person = Person.objects.filter(company_id=company.id, id=one.person_id).first()
        if person is None or person.status == "left":
            codes.add("person_left")
        elif person.status == "frozen":
            codes.add("person_frozen")
        identity = protected.content(company.id, one.person_id).get("id_number")
        held = Certificate.objects.filter(company_id=company.id, person_id=one.person_id)
        if held.filter(number__iexact=body["number"], item=body["item"]).exists():
            codes.add("certificate_known")
    days = {name: _day(body.get(name)) for name in ("issued_at", "valid_from", "valid_to", "review_due")}
    pack = governing(catalogues.catalogues(), body["kind"], days["issued_at"] or days["valid_from"], today)
    if pack is not None:
        paper = Paper(body["kind"], body["number"], body["item"], **days, identity=identity)
        told = set(doubted(pack, paper)) & {"item_unlisted", "validity_too_long", "review_too_late"}
        codes |= told - ({"item_unlisted"} if pack.id == "certificates/plant" else set())
    return codes


def _ended(one: Submission, today: date) -> set[str]:
    end = _day(one.body.get("valid_to"))
    return {"ended"} if end is not None and end < today else set()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
