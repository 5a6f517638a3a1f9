"""Gather what a decision may know about a permit: once, inside the command's transaction, after the lock."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from davy.contractors import queries as contractors
from davy.db import rows
from davy.door.envelope import Envelope
from davy.door.streams import Gathered, Sender
from davy.door.terminals import terminal_of
from davy.park import queries as park
from davy.people import queries as people
from davy.permits import (
    around,
    delegating,
    filing,
    folding,
    instruments,
    nearby,
    offering,
    outages,
    plans,
    schemes,
)
from davy.permits.loads import Load
from davy.rulebook import books, law
from davy.sites import queries as sites
from davy.sites.queries import PlaceFacts
from davy.training import queries as training
from davy_core.permits.facts import (
    Actor,
    Calendar,
    Certificate,
    Clock,
    Facts,
    Fix,
    Ground,
    Person,
    Post,
    Special,
    Step,
)
from davy_core.permits.fitness import Checkup, Fitness, Limit
from davy_core.permits.kept import is_of_today
from davy_core.permits.plain import from_plain
from davy_core.permits.resolving import NO_EQUIPMENT
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.state import Permit
from davy_core.place.distance import Circle, Place, Position, is_beyond, metres

__all__ = ["gather", "load", "persons", "posts_here", "snapshot"]

ROW = """
SELECT doc::text AS doc, version, token, basis, content, remark,
  urgent_reason
FROM permits_permit WHERE company_id = %s AND id = %s
"""
IDLE = Load()
REVIEW_EVERY = timedelta(days=366)
LIVE = timedelta(minutes=10)
"""A photo sent longer ago does not show who signs now (j)."""


def load(company_id: UUID, permit_id: UUID) -> tuple[Permit, dict[str, Any]] | None:
    """The folded permit and its row, or None. A row of an older release is folded anew from its events."""
    row = rows.one(ROW, (company_id, permit_id))
    if row is None:
        return None
    doc = json.loads(row["doc"])
    anew = None if is_of_today(Permit, doc) else folding.folded(company_id, permit_id)
    return anew or from_plain(Permit, doc), row


def gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The permit and the snapshot for one command."""
    outages.lock(envelope.company, envelope.kind)
    found = load(envelope.company, envelope.stream_id)
    permit, row = found or (None, {})
    body = envelope.body
    point_id = body.get("place", {}).get("point") or (permit.place.point if permit else None)
    place = _place(envelope.company, point_id)
    named = _named(permit, body) + ([str(sender.person)] if sender.person else [])
    book = _book(envelope.company, permit, body.get("template") or body.get("type"))
    window = around.window_of(permit, body, now)
    crossing = envelope.kind in nearby.ASKING
    seen = around.look(
        envelope.company, permit, place, named, basis=book.basis, window=window, now=now, crossing=crossing
    )
    facts = _facts(envelope.company, permit, place, seen, named=named, window=window, book=book, now=now)
    facts = replace(
        facts,
        occurred_at=min(envelope.occurred_at, now),
        actor=replace(
            _actor(sender), face=_face(envelope, sender, now), files=filing.may_file(envelope, sender)
        ),
        clock=cast("Clock", envelope.clock or "server"),
        terminal=replace(terminal_of(envelope.company, sender), off_area=off_area(envelope, place)),
        fix=fix_of(envelope, place),
        attachments=_attachments(envelope.company, body),
        registered=_registered(envelope.company, body),
        named=around.named(envelope.company, permit, body) if envelope.kind == "link" else None,
        scan_ok=_scan_ok(envelope, row, point_id),
        simulated=sender.simulated_at is not None or facts.simulated,
        number=_number(envelope, permit, book, now),
        instrument=instruments.named(envelope.company, body, now) if envelope.kind == "take_round" else None,
        serving=instruments.serving(envelope.company, permit, book, now),
        **plans.about(envelope.company, permit, body, place),
        **schemes.about(envelope.company, permit, body, envelope.kind),
    )
    return Gathered(permit, facts)


def snapshot(
    company_id: UUID, permit: Permit, point_id: str | None, body: Mapping[str, Any], *, now: datetime
) -> Facts:
    """The facts around a permit, without those of a sender: also what its card is judged by."""
    named, window = _named(permit, body), around.window_of(permit, body, now)
    place, book = _place(company_id, point_id), _book(company_id, permit, None)
    seen = around.look(
        company_id, permit, place, named, basis=book.basis, window=window, now=now, crossing=True
    )
    facts = _facts(company_id, permit, place, seen, named=named, window=window, book=book, now=now)
    return replace(
        facts,
        serving=instruments.serving(company_id, permit, book, now),
        **plans.about(company_id, permit, body, place),
        **schemes.about(company_id, permit, body),
    )


def _facts(
    company_id: UUID,
    permit: Permit | None,
    place: PlaceFacts | None,
    seen: around.Around,
    *,
    named: list[str],
    window: around.Window,
    book: Rulebook,
    now: datetime,
) -> Facts:
    clock_ok, watch_gap = around.watch()
    return Facts(
        now=now,
        occurred_at=now,
        actor=Actor("clock"),
        rulebook=book,
        people=_people(company_id, named, seen.loads, now),
        posts=posts_here(company_id, place.area_id if place else None, now),
        ground=_ground(place, now),
        calendar=_calendar(company_id, place, window),
        weather=seen.weather,
        neighbours=seen.neighbours,
        guardian_contact=seen.contact,
        links_known=seen.links_known,
        links_live=seen.links_live,
        links_until=seen.links_until,
        clock_ok=clock_ok,
        watch_gap=watch_gap,
        simulated=around.simulated(company_id),
        shift_bounds=around.shift_bounds(company_id, place, permit, now),
        basis_recalled=seen.basis_recalled,
        isolations=seen.isolations,
        spot=nearby.spot_of(place, permit.place.equipment) if place and permit else None,
        matrix=nearby.matrix(),
        nearby=seen.nearby,
        offer=offering.offer_of(place),
        outage=seen.outage,
    )


def _place(company_id: UUID, point_id: str | None) -> PlaceFacts | None:
    return sites.place(company_id, point_id=UUID(point_id)) if point_id else None


def _book(company_id: UUID, permit: Permit | None, asked: str | None) -> Rulebook:
    """The rules the permit stands on; the newest ones for a draft."""
    if permit is not None and permit.basis is not None:
        return books.pinned(company_id, permit.basis)
    # Without a permit only the lifecycle is asked, and that is the same for every template.
    return books.current(company_id, permit.template if permit else asked or law.templates()[0])


def _actor(sender: Sender) -> Actor:
    if sender.kind in {"clock", "driver"}:
        return Actor("clock")
    if sender.kind == "watch":
        return Actor("watch")
    if sender.person is None:
        return Actor("public")
    return Actor("person", str(sender.person), sender.proof)


def _face(envelope: Envelope, sender: Sender, now: datetime) -> str | None:
    """The photo that the signer says shows him: a picture that his own account sent a moment ago."""
    said = envelope.body.get("face")
    if said is None or sender.account is None:
        return None
    found = rows.one(
        "SELECT sha256 FROM attachments_attachment WHERE company_id = %s AND sha256 = %s AND uploaded_by = %s"
        " AND uploaded_at > %s AND width IS NOT NULL",
        (envelope.company, said, sender.account, now - LIVE),
    )
    return None if found is None else str(found["sha256"])


def _named(permit: Permit | None, body: Mapping[str, Any]) -> list[str]:
    crew = permit.crew if permit else None
    known = [crew.applicant, *crew.on_site(), crew.briefer, *crew.analysts, *crew.confirmers] if crew else []
    offered = [*permit.offers.values(), permit.coordinator] if permit else []
    asked = body.get("crew", {})
    several = [p for key in ("workers", "analysts", "confirmers") for p in asked.get(key, ())]
    several += body.get("persons", ())
    single = [asked.get(key) for key in ("responsible", "guardian", "briefer")]
    single.append(body.get("applicant"))
    return [p for p in (*known, *offered, *several, *single, body.get("person"), body.get("to")) if p]


def persons(company_id: UUID, wanted: Iterable[str], now: datetime) -> dict[str, Person]:
    """People as the rules see them, by id, without what they do on other permits."""
    return _people(company_id, wanted, {}, now)


def _people(
    company_id: UUID, wanted: Iterable[str], loads: Mapping[str, Load], now: datetime
) -> dict[str, Person]:
    found = people.facts(company_id, wanted, now.astimezone(around.LOCAL).date()).values()
    hired = [p.id for p in found if p.firm_id is not None]
    known = contractors.contracts(company_id, hired, now, around.LOCAL)
    signed = training.signed_on(company_id, hired, now, around.LOCAL)
    told = park.standings(company_id, [p.id for p in found], now)
    shut = {person for person, contract in known.items() if contract.banned}
    return {
        p.id: Person(
            id=p.id,
            status="banned" if p.id in shut and p.status == "active" else p.status,
            firm=p.firm_id,
            certificates=tuple(_certificate(c) for c in p.certificates),
            live_permits=loads.get(p.id, IDLE).live,
            live_guarded=loads.get(p.id, IDLE).guarded,
            inside_elsewhere=loads.get(p.id, IDLE).inside,
            working_elsewhere=loads.get(p.id, IDLE).elsewhere,
            hours_today=loads.get(p.id, IDLE).hours,
            violations=p.violations,
            fitness=_fitness(p),
            contract=known.get(p.id),
            signed_on=None if p.firm_id is None else p.id in signed,
            park=told[p.id],
        )
        for p in found
    }


def _certificate(paper: people.CertificateFacts) -> Certificate:
    ends = min((d for d in (paper.valid_to, paper.review_due) if d), default=None)
    return Certificate(
        kind=paper.kind,
        item=paper.item,
        valid_from=_begin(paper.valid_from),
        valid_to=_end(ends),
        holder_match=paper.holder_match is True,
    )


def _fitness(known: people.PersonFacts) -> Fitness:
    """What the register has of his health, training and restrictions; nothing recorded is told as such."""
    found = known.checkup
    return Fitness(
        limits=tuple(
            Limit("medical" if r.kind == "medical" else "other", r.works) for r in known.restrictions
        ),
        checkup=None if found is None else Checkup(found.verdict, _end(found.valid_to)),
        trainings=known.trainings,
    )


def _begin(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time.min, around.LOCAL)


def _end(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time.max, around.LOCAL)


def posts_here(company_id: UUID, area_id: UUID | None, now: datetime | None = None) -> dict[str, Post]:
    """Who holds which post for an area, and who signs for him now (default: by the clock)."""
    found = people.posts(company_id, area_id, now)
    return {
        code: Post(p.holder, p.deputy, p.superior_code, delegating.in_force(code, p.delegates))
        for code, p in found.items()
    }


def _ground(place: PlaceFacts | None, now: datetime) -> Ground | None:
    if place is None:
        return None
    reviewed = place.fixed_hot_zone_reviewed_on
    media = dict.fromkeys([*place.media, *([place.equipment_medium] if place.equipment_medium else [])])
    return Ground(
        site=str(place.site_id),
        area=str(place.area_id),
        area_class=None if place.area_class == "unknown" else place.area_class,
        ex_zone=None if place.ex_zone == "unknown" else place.ex_zone,
        major_hazard=place.major_hazard,
        tank_farm_bund=place.tank_farm_bund,
        pipe_rack=place.pipe_rack,
        fixed_hot_zone=place.fixed_hot_zone,
        fixed_zone_review_ok=reviewed is not None and now.date() - reviewed <= REVIEW_EVERY,
        fence_m=place.fence.radius_m if isinstance(place.fence, Circle) else None,
        substances=tuple(media),
        plant=place.site_media,
        frozen_by=place.frozen_by,
        in_operation=place.equipment_in_operation,
        equipment=(place.equipment_kind or None) if place.equipment_id else NO_EQUIPMENT,
        shifts_known=place.shifts_known,
        ex_group=place.ex_group,
        ex_temperature=place.ex_temperature,
    )


def _calendar(company_id: UUID, place: PlaceFacts | None, window: tuple[datetime, datetime]) -> Calendar:
    if place is None:
        return Calendar()
    found = sites.calendar(company_id, place.site_id, *window)
    special = tuple(Special(p.kind, p.starts_at, p.ends_at) for p in found.periods)
    return Calendar(found.configured, special, cast("Step | None", found.escalation))


def fix_of(envelope: Envelope, place: PlaceFacts | None) -> Fix | None:
    """Where he stands from the work point; None: nobody knows."""
    position = envelope.position
    if position is None or place is None or place.lat is None or place.lon is None:
        return None
    away = metres(Place(place.lat, place.lon), Place(position["lat"], position["lon"]))
    return Fix(away, position["accuracy_m"], (position["lat"], position["lon"]))


def off_area(envelope: Envelope, place: PlaceFacts | None) -> bool | None:
    """Whether he is proven beyond the border of the area; None: nobody drew it."""
    position = envelope.position
    if place is None or place.area_fence is None:
        return None
    if position is None:
        return False
    here = Position(Place(position["lat"], position["lon"]), position["accuracy_m"])
    return is_beyond(here, place.area_fence)


def _attachments(company_id: UUID, body: Mapping[str, Any]) -> frozenset[str]:
    single = [body.get(name) for name in ("photo", "voice")]
    asked = [*single, *body.get("photos", ()), *(r.get("photo") for r in body.get("readings", ()))]
    wanted = sorted({a for a in asked if isinstance(a, str)})
    if not wanted:
        return frozenset()
    found = rows.many(
        "SELECT sha256 FROM attachments_attachment WHERE company_id = %s AND sha256 = ANY(%s)",
        (company_id, wanted),
    )
    return frozenset(row["sha256"] for row in found)


def _registered(company_id: UUID, body: Mapping[str, Any]) -> frozenset[str]:
    """The firms and permits that the body names and this company has."""
    firms, permits = [body[k] for k in ("contractor",) if k in body], list(body.get("links", ()))
    if not firms and not permits:
        return frozenset()
    found = rows.many(
        "SELECT id::text FROM people_firm WHERE company_id = %s AND id = ANY(%s::uuid[])"
        " UNION ALL SELECT id::text FROM permits_permit WHERE company_id = %s AND id = ANY(%s::uuid[])",
        (company_id, firms, company_id, permits),
    )
    return frozenset(row["id"] for row in found)


def _scan_ok(envelope: Envelope, row: Mapping[str, Any], point_id: str | None) -> bool:
    """The code hanging at the point, or the permit's own: either proves that somebody read it there."""
    scanned = envelope.body.get("scan")
    if not scanned or not row:
        return False
    token = str(scanned).rstrip("/").rpartition("/")[2]
    if token == row["token"]:
        return True
    place = sites.place_of_qr(envelope.company, token)
    return place is not None and str(place.point_id) == point_id


def _number(envelope: Envelope, permit: Permit | None, book: Rulebook, now: datetime) -> str | None:
    if envelope.kind != "submit" or permit is None:
        return permit.number if permit else None
    return permit.number or around.next_number(envelope.company, str(book.template["letters"]), now)
