"""Whatever id of our plant a neighbour with every role puts into a request: it might as well not exist.

The requests are made from the interface's own description, so that a new path is attacked the day it
appears. A foreign id must be answered with the same bytes as a random one, and leave no trace in our plant.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.accounts.access import table
from davy.accounts.models import Account, AuditRow, Company
from davy.alarms.tests.bells import raise_alarm
from davy.attachments import store
from davy.attachments.models import Attachment, Reference
from davy.attachments.tests.pictures import OGG, sha
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.papering import Papering
from davy.building.plant import PASSWORD, Plant, small_plant
from davy.building.scheming import Scheming
from davy.contractors.models import Admission, Ban, FirmPaper, FirmViolation, Submission
from davy.db import tenant
from davy.devices.models import DeviceRow
from davy.emergency import opening
from davy.gate.models import Controller
from davy.ids import uuid7
from davy.insight.models import FindingRow, WallScreen
from davy.instruments.models import Gateway, InstrumentRow
from davy.notify.models import InboxRow
from davy.notify.outward import trying
from davy.park.keys import fresh
from davy.park.models import Hit, Partner
from davy.people.models import Certificate, Checkup, Firm, Import, Post, Restriction, Training, Violation
from davy.planning.models import Booking, WorkOrder
from davy.points.models import Claim, Good, Suspect
from davy.rulebook.models import JsaRow
from davy.signatures import badges
from davy.signatures.models import Evidence, Passkey
from davy.sites.models import Camera, Equipment, PlanDrawing, Shift, SpecialPeriod, Unit, WorkingDay
from davy.training.models import Lesson, Question
from davy.urls import api
from davy.verification.models import Night
from tests.plant import Browser

pytestmark = pytest.mark.django_db

NAMES = {  # a parameter or field of the interface → whose id goes there
    "responsible": "person_id",
    "holder_id": "person_id",
    "deputy_id": "person_id",
    "companion_id": "person_id",
    "superior_id": "post_id",
    "work_order_id": "order_id",
    "point": "point_id",
    "area": "area_id",
    "areas": "area_id",
    "unit": "unit_id",
    "equipment": "equipment_id",
    "firm": "firm_id",
    "person": "person_id",
    "base": "site_id",  # held against what the company has itself, and looked up nowhere
    "order": "order_id",
    "site": "site_id",
    "day_id": "working_day_id",
    "drawing": "sha256",
    "photo": "sha256",
    "scan": "sha256",
    "resource_id": "person_id",
    "paper_id": "certificate_id",
    "permit": "permit_id",
    "ids": "inbox_id",
    "account": "account_id",
    "device": "device_id",
    "kiosk": "kiosk_id",
    "own_person_id": "person_id",
    "login_id": "account_id",
}
# Ids that a client makes itself, and a cursor that is only compared: nothing of ours can stand there.
NOT_OURS = {"command", "before", "visit"}
# Not an id of a row: the law is the same for everybody.
WORDS = {
    "subject": "permits",
    "what": "review",
    "room": "permits",
    "name": "hot",
    "template": "hot",
    "requirement": "hot.level",
    "work_type": "hot",
    "type": "hot",
    "n": "1",
    "kind": "mail",
    "told": "TP-000001-95",  # every company counts its own sheets
    "password": PASSWORD,
    "signature": "A" * 86,
}
# A hot-work permit has no ventilation plan to print, and some lists no permit to prove: nothing of ours.
NOTHING_THERE = {
    "/api/v1/gates/{gate_id}/list",  # nobody made one yet
    "/api/v1/permits/{permit_id}/ventilation.pdf",
    "/api/v1/evidence/bundle.zip",
}
FAN = {
    "id": "i", "kind": "fan", "serial": "SN-1", "site": "s", "gateway": None, "ex": None, "firmware": None,
    "enrolled": {"at": "2026-11-21T00:00:00.000Z", "by": "p"}, "calibrated_at": None,
    "calibrated_until": None, "bumped_at": None, "bump_passed": None, "binding": None, "retired": None,
}  # fmt: skip
CONTROL = [{"x": 0, "y": 0, "lat": 31, "lon": 121}] * 3
TEXTS = {"date": "2026-11-21", "date-time": "2026-11-21T08:00:00Z", "time": "08:00:00"}


@dataclass
class Side:
    """One company, its ids by name, and a browser with every role."""

    plant: Plant
    ids: dict[str, str]
    browser: Browser


def build(code: str) -> Side:
    plant = small_plant(code, f"{code}.davy.test", simulated=True)
    company = plant.company
    hands = Hands(plant, at=datetime(2026, 11, 23, 0, 30, tzinfo=UTC))
    journeys.draft_hot(hands)
    account = Account.objects.create_account(
        company_id=company, username="everything", password=PASSWORD, roles=list(table().roles)
    )
    store.take(
        BytesIO(OGG + code.encode()), company_id=company, sha256=sha(OGG + code.encode()), account_id=None
    )
    with tenant.company(company):
        ids = {**_rows(plant), "permit_id": hands.permit, "account_id": account.id}
        ids["device_id"] = _device(company, account.id, f"{code:A<87}")
        ids["kiosk_id"] = _device(company, account.id, f"{code:B<87}", "kiosk")
        ids["badge_id"] = badges.register(company, account.id, f"{code}-4711", by=account.id).id
    ids["alarm_id"] = raise_alarm(company, hands.permit)
    ids["emergency_id"] = str(opening.open_for(company, ids["alarm_id"], clock.now()))
    ids["isolation_id"] = Isolating(plant, at=hands.at).plan().isolation
    ids["scheme_id"] = Scheming(plant, at=hands.at).draft().submit().scheme
    ids["block_id"] = Papering(plant, at=hands.at).printed(count=1).block
    ids["sha256"] = sha(OGG + code.encode())
    with tenant.company(company):
        ids["passkey_id"] = _passkey(company, account.id)
        ids["message_id"] = trying.begin(company, plant.people["li"].person, "mail")
    browser = Browser(f"{code}.davy.test")
    browser.force_login(account)
    return Side(plant, {name: str(value) for name, value in ids.items()}, browser)


def _passkey(company: UUID, account: UUID) -> UUID:
    """A passkey, and the proof of something signed, under the same name as the attachment."""
    made = Passkey.objects.create(
        company_id=company,
        account_id=account,
        name="phone",
        rp_id="davy.test",
        credential=f"{company}",
        public_key=b"",
    )
    Evidence.objects.create(
        company_id=company,
        sha256=sha(OGG + Company.objects.get(id=company).code.encode()),
        way="passkey",
        account_id=account,
        command="0" * 64,
        body=b"{}",
    )
    return made.id


def _planned(plant: Plant, begins: datetime) -> dict[str, Any]:
    company, site, holder = plant.company, plant.site, plant.people["li"].person
    return {
        "order_id": WorkOrder.objects.create(
            company_id=company,
            site_id=site,
            number="GD-1",
            title="检修",
            source="order",
            starts_on=begins.date(),
            ends_on=begins.date(),
        ),
        "row_id": JsaRow.objects.create(
            company_id=company,
            kind="burn",
            about="people",
            zh="烫",
            en="Hot",
            controls=[{"zh": "a", "en": "a"}],
        ),
        "booking_id": Booking.objects.create(
            company_id=company,
            site_id=site,
            area_id=plant.area,
            point_id=plant.point,
            applicant_unit="储运",
            work_unit="检修",
            content="焊接",
            templates=["hot"],
            starts_at=begins,
            ends_at=begins + timedelta(days=1),
            booked_by=holder,
            booked_at=begins,
        ),
    }


def _noticed(company: UUID, holder: UUID, begins: datetime) -> dict[str, Any]:
    """What was noted about somebody."""
    broken = Violation.objects.create(
        company_id=company,
        person_id=holder,
        happened_on=begins.date(),
        kind="general",
        what="未系安全带",
        recorded_at=begins,
    )
    found = FindingRow.objects.create(
        company_id=company,
        id=uuid7(),
        kind="same_photo",
        permits=[],
        events=[],
        figures={},
        found_at=begins,
    )
    return {"violation_id": broken, "finding_id": found}


def _ledger(company: UUID, holder: UUID, day: date) -> dict[str, Any]:
    """Health, training and a restriction of somebody."""
    whose: dict[str, Any] = {"company_id": company, "person_id": holder}
    return {
        "certificate_id": Certificate.objects.create(
            **whose, kind="guardian", number="G1", item="监护", valid_to=day + timedelta(days=30)
        ),
        "checkup_id": Checkup.objects.create(**whose, kind="pre", done_on=day, verdict="fit"),
        "training_id": Training.objects.create(**whose, subject="annual", done_on=day, passed=True),
        "import_id": Import.objects.create(company_id=company, account_id=uuid7(), name="名单.xlsx"),
        "restriction_id": Restriction.objects.create(**whose, kind="other", works=[], since=day),
    }


def _hired(company: UUID, holder: UUID, day: date) -> dict[str, Any]:
    """A contractor with a paper, a ban that is over, and somebody let in; and a night of verification."""
    firm = Firm.objects.create(company_id=company, code="C1", name="宏安检修")
    return {
        "firm_id": firm,
        "submission_id": Submission.objects.create(
            company_id=company, firm_id=firm.id, kind="paper", by_id=holder, body={"kind": "licence"}
        ),
        "firm_violation_id": FirmViolation.objects.create(
            company_id=company,
            firm_id=firm.id,
            happened_on=day,
            what="无票",
            clause="4.9",
            amount=1,
            by_id=holder,
        ),
        "firm_paper_id": FirmPaper.objects.create(company_id=company, firm_id=firm.id, kind="licence"),
        "ban_id": Ban.objects.create(
            company_id=company, firm_id=firm.id, since=day, why="无票动火", lifted_on=day
        ),
        "admission_id": Admission.objects.create(
            company_id=company, person_id=holder, since=day, until=day + timedelta(days=30)
        ),
        "night_id": Night.objects.create(
            company_id=company, id=uuid7(), day=day, by="clock", started_at=clock.now()
        ),
        **_shared(company, holder, day),
    }


def _shared(company: UUID, holder: UUID, day: date) -> dict[str, Any]:
    """A partner of the park that keeps somebody from work."""
    partner = Partner(
        company_id=company,
        pair=uuid7(),
        purpose="园区联防",
        shares=["frozen"],
        until=day + timedelta(days=30),
    )
    partner.sealed = fresh().sealed(company, partner.id)
    partner.save()
    told = {"masked": "0" * 64, "state": "frozen", "kind": "decided", "found_at": clock.now()}
    return {
        "partner_id": partner,
        "hit_id": Hit.objects.create(company_id=company, partner_id=partner.id, person_id=holder, **told),
    }


def _taught(company: UUID, site: UUID, begins: datetime) -> dict[str, Any]:
    """A class, and a question of the bank."""
    return {
        "class_id": Lesson.objects.create(
            company_id=company, site_id=site, course="entry_plant", opened_at=begins
        ),
        "question_id": Question.objects.create(
            company_id=company, course="entry_plant", text="看到火？", options=["报警", "跑"], right=[0]
        ),
    }


def _earned(company: UUID, holder: UUID, begins: datetime) -> dict[str, Any]:
    """Something to exchange points for, who wants it, and an anomaly."""
    good = Good.objects.create(company_id=company, name="手套", price=1, stock=1)
    return {
        "good_id": good,
        "claim_id": Claim.objects.create(
            company_id=company, good_id=good.id, person_id=holder, price=1, asked_at=begins
        ),
        "suspect_id": Suspect.objects.create(
            company_id=company, kind="quick", people=[holder], permits=[uuid7()], found_at=begins
        ),
    }


def _sensed(company: UUID, site: UUID, begins: datetime) -> dict[str, Any]:
    """A gate, a gateway, and an instrument."""
    return {
        "gate_id": Controller.objects.create(
            company_id=company, site_id=site, code="G1", name="门", way="list"
        ),
        "gateway_id": Gateway.objects.create(
            company_id=company, site_id=site, key="gw1", name="网关", password_hash="x"
        ),
        "instrument_id": InstrumentRow.objects.create(
            company_id=company,
            id=uuid7(),
            version=1,
            kind="fan",
            serial="SN-1",
            site_id=site,
            name="风机",
            token=f"i{company.hex}",
            enrolled_at=begins,
            doc=FAN,
        ),
    }


def _device(company: UUID, account: UUID, key: str, kind: str = "phone") -> UUID:
    row = DeviceRow(company_id=company, id=uuid7(), account_id=account, name="手机", key=key, head=bytes(32))
    row.kind = kind
    row.enrolled_at = datetime(2026, 11, 21, tzinfo=UTC)
    row.save(force_insert=True)
    return row.id


def _rows(plant: Plant) -> dict[str, Any]:
    company, site = plant.company, plant.site
    holder = plant.people["li"].person
    begins = datetime(2026, 11, 21, tzinfo=UTC)
    PlanDrawing.objects.create(
        company_id=company, site_id=site, drawing="a" * 64, width=9, height=9, control=CONTROL
    )
    made = {
        **_noticed(company, holder, begins),
        **_hired(company, holder, begins.date()),
        "unit_id": Unit.objects.create(company_id=company, site_id=site, code="U1", name="一车间"),
        "equipment_id": Equipment.objects.create(
            company_id=company, area_id=plant.area, code="E1", name="泵"
        ),
        "camera_id": Camera.objects.create(company_id=company, site_id=site, code="K1", name="东门"),
        **_ledger(company, holder, begins.date()),
        "period_id": SpecialPeriod.objects.create(
            company_id=company,
            site_id=site,
            kind="holiday",
            starts_at=begins,
            ends_at=begins + timedelta(days=1),
        ),
        "working_day_id": WorkingDay.objects.create(company_id=company, site_id=site, day=date(2026, 11, 21)),
        "inbox_id": InboxRow.objects.create(company_id=company, person_id=holder, at=begins),
        "screen_id": WallScreen.objects.create(
            company_id=company, site_id=site, name="东墙", token_hash=f"{company.hex}{company.hex}"
        ),
        **_sensed(company, site, begins),
        **_taught(company, site, begins),
        **_earned(company, holder, begins),
        "shift_id": Shift.objects.filter(company_id=company).first(),
        "post_id": Post.objects.filter(company_id=company).first(),
        **_planned(plant, begins),
    }
    places = {"site_id": site, "area_id": plant.area, "point_id": plant.point, "token": plant.point_token}
    places["instrument_code"] = f"i{company.hex}"
    return {**{name: row.id for name, row in made.items() if row}, **places, "person_id": holder}


@pytest.fixture
def sides(settings: Any, tmp_path: Path) -> tuple[Side, Side]:
    """Our plant and the neighbour's."""
    settings.DATA = tmp_path
    return build("ours"), build("theirs")


@dataclass(frozen=True)
class Attack:
    """One operation and the one place in it where an id can stand."""

    method: str
    path: str
    place: str  # path, query or body
    name: str
    operation: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.place} {self.name}"


def _schema() -> dict[str, Any]:
    return dict(json.loads(json.dumps(api.get_openapi_schema(), default=str)))


SCHEMA = _schema()


def resolved(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape behind a reference or the first alternative that is not null."""
    while True:
        if "$ref" in shape:
            shape = SCHEMA["components"]["schemas"][shape["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in shape:
            shape = next(option for option in shape["anyOf"] if option.get("type") != "null")
        elif "allOf" in shape:
            shape = shape["allOf"][0]
        else:
            return shape


def is_id(name: str, shape: dict[str, Any]) -> bool:
    shape = resolved(shape)
    one = resolved(shape["items"]) if shape.get("type") == "array" and shape.get("items") else shape
    return name not in NOT_OURS and (one.get("format") == "uuid" or NAMES.get(name) == "sha256")


def body_of(operation: dict[str, Any]) -> dict[str, Any] | None:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    return resolved(content["schema"]) if content else None


def attacks() -> Iterator[Attack]:
    for path, methods in SCHEMA["paths"].items():
        for method, operation in methods.items():
            for parameter in operation.get("parameters", []):
                name, place = parameter["name"], parameter["in"]
                if name not in WORDS and (place == "path" or is_id(name, parameter["schema"])):
                    yield Attack(method.upper(), path, place, name, operation)
            for name, shape in (body_of(operation) or {}).get("properties", {}).items():
                if is_id(name, shape):
                    yield Attack(method.upper(), path, "body", name, operation)


def sample(name: str, shape: dict[str, Any], ids: dict[str, str]) -> Any:
    """Something acceptable for a field: an own row for an id, else the least there is."""
    shape = resolved(shape)
    if name in WORDS:
        return WORDS[name]
    if is_id(name, shape):
        own = ids[NAMES.get(name, name)]
        return [own] if shape.get("type") == "array" else own
    if "enum" in shape or "const" in shape:
        return shape.get("const", shape.get("enum", [None])[0])
    if shape.get("type") == "object":
        return {key: sample(key, shape["properties"][key], ids) for key in shape.get("required", [])}
    if shape.get("type") == "array":
        return [sample("", shape.get("items", {}), ids) for _ in range(shape.get("minItems", 0))]
    if shape.get("type") in {"number", "integer"}:
        return max(1, shape.get("minimum", 1))
    if shape.get("type") == "boolean":
        return False
    return TEXTS.get(shape.get("format", ""), "x" * 12)


def give(attack: Attack, side: Side, value: str) -> Any:
    """The answer to the attack's operation with the value in its place and own ids everywhere else."""
    own = side.ids
    path, query = attack.path, []
    for parameter in attack.operation.get("parameters", []):
        name = parameter["name"]
        struck = attack.place == parameter["in"] and name == attack.name
        if parameter["in"] == "path":
            path = path.replace(
                f"{{{name}}}", value if struck else WORDS.get(name) or own[NAMES.get(name, name)]
            )
        elif struck or parameter.get("required"):
            query.append(f"{name}={value if struck else sample(name, parameter['schema'], own)}")
    shape = body_of(attack.operation)
    body = None
    if shape is not None:
        body = {key: sample(key, shape["properties"][key], own) for key in shape.get("required", [])}
        if attack.place == "body":
            body[attack.name] = sample(
                attack.name, shape["properties"][attack.name], {NAMES.get(attack.name, attack.name): value}
            )
    return side.browser.send(attack.method, f"{path}{'?' if query else ''}{'&'.join(query)}", body)


# The rooms of a contractor's login are no role's of the plant: test_hostile_contractor.py attacks them.
ATTACKS = [one for one in attacks() if not one.path.startswith("/api/v1/own-firm")]


def test_there_is_something_to_attack_and_each_id_is_known(sides: tuple[Side, Side]) -> None:
    ours, _theirs = sides
    assert len(ATTACKS) > 60
    assert {attack.place for attack in ATTACKS} == {"path", "query", "body"}
    unknown = {attack.name for attack in ATTACKS if NAMES.get(attack.name, attack.name) not in ours.ids}
    assert not unknown, "say in NAMES or Side.ids whose id this is"


def test_the_ids_of_our_plant_are_real_for_ourselves(sides: tuple[Side, Side]) -> None:
    ours, _theirs = sides
    for attack in ATTACKS:
        if attack.method == "GET" and attack.path not in NOTHING_THERE:
            answer = give(attack, ours, ours.ids[NAMES.get(attack.name, attack.name)])
            assert answer.status_code == 200, f"{attack}: {answer.getvalue()[:200]!r}"
            assert answer.getvalue()


def trace(side: Side) -> tuple[int, int, int]:
    with tenant.company(side.plant.company):
        return AuditRow.objects.count(), Attachment.objects.count(), Reference.objects.count()


def told(answer: Any, attack: Attack, value: str) -> tuple[int, bytes]:
    """Status and bytes; a value out of the sender's own body may be named back to him."""
    content: bytes = answer.getvalue()
    if content.startswith(b"PK"):  # a workbook: its lines, not the sheet that names asker and time
        content = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    return answer.status_code, content.replace(value.encode(), b"?") if attack.place == "body" else content


def test_a_foreign_id_is_answered_like_a_random_one_and_leaves_no_trace(sides: tuple[Side, Side]) -> None:
    ours, theirs = sides
    before = trace(ours)
    for attack in ATTACKS:
        name = NAMES.get(attack.name, attack.name)
        random = "f" * 64 if name == "sha256" else "no-such-token" if name == "token" else str(uuid7())
        foreign, nothing = (
            told(give(attack, theirs, value), attack, value) for value in (ours.ids[name], random)
        )
        assert foreign == nothing, str(attack)
    assert trace(ours) == before
