"""The crew as the rules read it: certificates against the template's demands, briefing, presence, other
permits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import iso
from davy_core.permits.contracting import admitted, firm_standing
from davy_core.permits.facts import Certificate, Facts, Person
from davy_core.permits.fitness import barred, medical
from davy_core.permits.selection import fits
from davy_core.permits.state import Permit

POSITION_HOLDS = timedelta(minutes=15)
"""How long a proven position stands for presence without a further sign of life (j)."""


def crew_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """Everybody who must be on site, one row each; `count` tells how many rows there must be."""
    crew = permit.crew
    duties = [
        (crew.responsible, "responsible"),
        *((w, "worker") for w in crew.workers),
        (crew.guardian, "guardian"),
    ]
    rows = [_row(permit, person, duty, facts) for person, duty in duties if person]
    return {"count": len(rows), "people": rows, "workers": len(crew.workers)}


def _row(permit: Permit, person_id: str, duty: str, facts: Facts) -> dict[str, Any]:
    row: dict[str, Any] = {"id": person_id, "duty": duty, "briefed": person_id in permit.briefing.signed}
    check_in = permit.check_ins.get(person_id)
    row["checked_in"] = check_in is not None
    row["on_site"] = check_in.on_site if check_in else "unknown"
    if check_in is not None:
        row["checked_in_at"] = iso(check_in.at)
    person = facts.people.get(person_id)
    if person is not None:
        row["status"] = person.status
        row["certificate"] = certificate_of(permit, person, duty, facts)
        row["other_live"] = person.live_permits
        row["elsewhere"] = person.working_elsewhere
        row["hours_today"] = person.hours_today
        row["violations"] = person.violations
    if person is not None and person.fitness is not None:
        row["barred"] = barred(person.fitness, facts.rulebook.type)
        row["medical"] = medical(person.fitness, facts.now)
        row["trainings"] = list(person.fitness.trainings)
    if person is not None:
        row |= _contract(permit, person, facts)
    if person is not None and person.park is not None:
        row["park"] = person.park
    return row


def _contract(permit: Permit, person: Person, facts: Facts) -> dict[str, Any]:
    """His firm, his admission and today's roster; the plant's own people need none. Nothing told where nobody
    looked."""
    if person.firm is None:
        return {"firm": "own", "admission": "own", "roster": "own"}
    roster = {} if person.signed_on is None else {"roster": "on" if person.signed_on else "off"}
    if person.contract is None:
        return roster
    area = facts.ground.area if facts.ground else None
    crew = permit.crew.on_site()
    return {
        **roster,
        "firm": firm_standing(person.contract),
        "admission": admitted(person.contract, facts.rulebook.type, area, crew, facts.now),
    }


def certificate_of(permit: Permit, person: Person, duty: str, facts: Facts) -> str:
    """valid, missing, expired, mismatch or not_needed: the worst of what the template asks of this duty."""
    asked = _asked(facts.rulebook.template.get("duties", {}).get(duty, {}), permit, person)
    if not asked:
        return "not_needed"
    verdicts = [_verdict(person, kind, item, facts) for kind, item in asked]
    return next((v for v in ("missing", "mismatch", "expired") if v in verdicts), "valid")


def _asked(duty: Mapping[str, Any], permit: Permit, person: Person) -> list[tuple[str, str | None]]:
    single = [(str(duty["certificate"]), None)] if "certificate" in duty else []
    listed = [
        (str(c["kind"]), str(c["item"]) if c.get("item") else None)
        for c in duty.get("certificates", ())
        if fits(c.get("when"), permit.work) and _concerns(c, permit, person)
    ]
    return [*single, *listed]


def _concerns(demand: Mapping[str, Any], permit: Permit, person: Person) -> bool:
    """Whether a certificate is asked of him: of everybody of the duty, or of the one whom a field names; of
    everybody again as long as it names nobody."""
    named = permit.work.get(demand["person"]) if "person" in demand else None
    return named in (None, "", person.id)


def _verdict(person: Person, kind: str, item: str | None, facts: Facts) -> str:
    held = [c for c in person.certificates if c.kind == kind and (item is None or c.item == item)]
    if not held:
        return "missing"
    verdicts = {_state(c, facts) for c in held}
    return next(v for v in ("valid", "mismatch", "expired") if v in verdicts)


def _state(certificate: Certificate, facts: Facts) -> str:
    if not certificate.holder_match:
        return "mismatch"
    begins, ends = certificate.valid_from, certificate.valid_to
    if ends is None or ends < facts.now or (begins is not None and begins > facts.now):
        return "expired"
    return "valid"


def guardian_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """The guardian: certificate, other live permits, presence and the last sign of life (S9)."""
    guardian = permit.crew.guardian
    found: dict[str, Any] = {"assigned": guardian is not None, "position": "unknown"}
    instants = {
        "five_checks_at": permit.five_checks_at,
        "round_at": permit.guard_round_at,
        "stood_by_at": permit.stood_by_at,
    }
    found.update({k: iso(v) for k, v in instants.items() if v is not None})
    found["five_checks_ok"] = permit.five_checks_ok
    if guardian is None:
        return found
    signs = _signs_of_life(permit, guardian, facts)
    if signs:
        at, where = max(signs)
        found["position"] = where if facts.now - at <= POSITION_HOLDS else "unknown"
    proven = _proven(signs, facts)
    if proven is not None:
        found["contact_at"] = iso(proven)
    found["id"] = guardian
    found["checked_in"] = guardian in permit.check_ins
    person = facts.people.get(guardian)
    if person is not None:
        found["certificate"] = certificate_of(permit, person, "guardian", facts)
        found["other_live"] = person.live_guarded
    return found


def _signs_of_life(permit: Permit, guardian: str, facts: Facts) -> list[tuple[datetime, str]]:
    """When the guardian was last heard of and where: his phone's contact, check-in, rounds, standing by."""
    contact, arrival = facts.guardian_contact, permit.check_ins.get(guardian)
    found: list[tuple[datetime, str]] = [(contact.at, contact.on_site)] if contact else []
    found += [(arrival.at, arrival.on_site)] if arrival else []
    found += [(at, permit.guard_on_site) for at in (permit.guard_round_at, permit.stood_by_at) if at]
    return found


def _proven(signs: Iterable[tuple[datetime, str]], facts: Facts) -> datetime | None:
    """When he was last proven to be within the fence: a phone that does not know its place proves nothing."""
    times = [at for at, where in signs if where == "inside"]
    contact = facts.guardian_contact
    if contact is not None and contact.proven_at is not None:
        times.append(contact.proven_at)
    return max(times, default=None)
