"""A permit's card: everything one screen shows of it, judged now. The same list is the phone's and the
archive's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.alarms import queries as alarms
from davy.attachments import queries as attachments
from davy.people import queries as people
from davy.permits import card_jsa as jsa
from davy.permits import card_offline, card_route, plans, queries, schemes, ventilation
from davy.permits import card_parts as parts
from davy.permits import card_records as records
from davy.permits.facts import load, snapshot
from davy.sites import queries as sites
from davy_core.instants import iso
from davy_core.permits.calling import call_every
from davy_core.permits.duties import duties_of
from davy_core.permits.ending import takers
from davy_core.permits.facts import Actor, Facts
from davy_core.permits.gas_plan import gas_asked
from davy_core.permits.gates import standing
from davy_core.permits.lamp import VALIDITY, lamp_of
from davy_core.permits.linked import also_needed
from davy_core.permits.plain import to_plain
from davy_core.permits.state import Permit
from davy_core.permits.strength import asked, because
from davy_core.permits.todo import todo
from davy_core.rules.explain import entry

__all__ = ["LEASE_S", "card", "lamp_json"]

LEASE_S = 120
FIRE_WATCH = timedelta(minutes=30)
VALIDITY_WHY = {"zh": "作业票有效期结束", "en": "End of the permit's validity"}


def card(company_id: UUID, permit_id: UUID, person_id: UUID | None, now: datetime) -> dict[str, Any] | None:
    """The card as JSON-ready data for one reader, or None when there is no such permit."""
    found = load(company_id, permit_id)
    if found is None:
        return None
    permit, row = found
    facts = snapshot(company_id, permit, permit.place.point, {}, now=now)
    if person_id is not None:
        facts = replace(facts, actor=Actor("person", str(person_id)))
    judged = standing(permit, facts)
    entries = [entry(r, j) for r, j in judged]
    gates = [e for (r, j), e in zip(judged, entries, strict=True) if r.at and not j.passes]
    names = people.names(company_id, _everybody(permit))
    return {
        **_head(permit, row, facts),
        "photo_times": attachments.taken_apart(company_id, "permit", permit_id),
        "place": parts.place(sites.place(company_id, point_id=UUID(permit.place.point)), permit),
        "lamp": lamp_json(permit, facts, judged),
        "crew": parts.crew(permit, facts, names),
        "mine": _mine(permit, person_id, facts),
        "missing": gates,
        "requirements": entries,
        "hazards": jsa.hazards(company_id, permit, facts, names),
        "risk": jsa.risk(permit, facts),
        "measures": parts.measures(permit, facts, names),
        **_air(permit, facts, names),
        "briefing": parts.briefing(permit, facts, names),
        **card_route.of(company_id, permit, facts).shown,
        "critical": parts.critical(permit, facts, entries),
        "causes": parts.causes(permit, facts, names),
        "pause": to_plain(permit.pause),
        "register": _register(permit, names),
        "alarms": parts.alarms(alarms.open_for(company_id, permit_id), duties_of(permit, facts)),
        "hand_over_to": _takers(company_id, permit, facts),
        "linked": _linked(company_id, permit, facts),
        **_stands_on(company_id, permit, row),
        **_asked(permit, facts, names),
        "server_time": iso(now),
        "lease_s": LEASE_S,
        "system": {"clock_ok": facts.clock_ok},
    }


def _stands_on(company_id: UUID, permit: Permit, row: Mapping[str, Any]) -> dict[str, Any]:
    """The plan and the work plan that the work was asked for by."""
    return {
        "plan": plans.shown(company_id, permit, row["urgent_reason"]),
        "scheme": schemes.shown(company_id, permit),
    }


def _register(permit: Permit, names: Mapping[str, str]) -> dict[str, Any]:
    inside = [{"id": p, "name": names.get(p)} for p in permit.inside]
    return {"people": inside, "tools": list(permit.tools_inside)}


def _air(permit: Permit, facts: Facts, names: Mapping[str, str]) -> dict[str, Any]:
    """What is known of the air, and how it is changed."""
    return {
        "gas": parts.gas(permit, facts, names),
        "ventilation": ventilation.shown(permit, facts, names),
    }


def _asked(permit: Permit, facts: Facts, names: Mapping[str, str]) -> dict[str, Any]:
    """What the template asks beside hazards, measures and gas; and work without a connection."""
    template = facts.rulebook.template
    return {
        "records": records.rows(permit, facts, names),
        "acceptance": template["acceptance"],
        "photo_duties": template.get("photos", []),
        "five_check_items": template.get("five_checks", []),
        "clearance_items": template.get("clearance", []),
        "fields": template["fields"],
        **card_offline.of(permit, facts, names),
    }


def _head(permit: Permit, row: dict[str, Any], facts: Facts) -> dict[str, Any]:
    return {
        "id": permit.id,
        "number": permit.number,
        "version": row["version"],
        "type": permit.type,
        "template": permit.template,
        "title": facts.rulebook.template["title"],
        "level": permit.level,
        "levels": list(facts.rulebook.levels.order),
        "minimum_level": permit.minimum_level,
        "requested_level": permit.requested_level,
        "state": permit.state,
        "clearance": permit.clearance,
        "end_reason": permit.end_reason,
        "ended_at": to_plain(permit.ended_at),
        "window": {"from": iso(permit.window.start), "to": iso(permit.window.end)},
        "work": to_plain(permit.work),
        "content": row["content"],
        "remark": row["remark"],
        "contractor": permit.contractor,
        "photos": list(permit.photos),
        "links": list(permit.links),
        "basis": permit.basis,
        "issued_at": to_plain(permit.issued_at),
        "started_at": to_plain(permit.started_at),
        "ticket": to_plain(permit.ticket_verified),
        "five_checks": {"at": to_plain(permit.five_checks_at), "ok": permit.five_checks_ok},
        "guard_round_at": to_plain(permit.guard_round_at),
        "stood_by_at": to_plain(permit.stood_by_at),
        "fire": _fire(permit),
        "rectifications": to_plain(permit.rectifications),
        "offers": dict(permit.offers),
        "simulated": facts.simulated,
        "qr": {"token": row["token"]},
    }


def _fire(permit: Permit) -> dict[str, Any]:
    finished = permit.finished_at
    return {
        "finished_at": to_plain(finished),
        "checked_at": to_plain(permit.fire_checked_at),
        "clear": permit.fire_clear,
        "watch_until": iso(finished + FIRE_WATCH) if finished else None,
    }


def lamp_json(permit: Permit, facts: Facts, judged: Any) -> dict[str, Any]:
    """The lamp for a screen: may work go on, until when, and what lapses then (or stops it now)."""
    found = lamp_of(permit, facts, [pair for pair in judged if permit.watched_as & pair[0].states])
    titles = {r.id: {"zh": r.says.zh, "en": r.says.en} for r, _ in judged}
    why = VALIDITY_WHY if found.why == VALIDITY else titles.get(found.why or "")
    return {"go": found.go, "until": to_plain(found.until), "requirement": found.why, "why": why}


def _mine(permit: Permit, person_id: UUID | None, facts: Facts) -> dict[str, Any]:
    if person_id is None:
        return {"duties": [], "commands": [], "tasks": [], "signs": {}, "whys": {}}
    duties = duties_of(permit, facts)
    tasks = todo(
        permit,
        str(person_id),
        duties,
        facts.now,
        gas=gas_asked(permit, facts),
        calls=call_every(facts.rulebook),
    )
    lifecycle = facts.rulebook.lifecycle
    commands = lifecycle.possible(permit.state, duties, permit.clearance)
    stage = permit.stage()
    return {
        "duties": sorted(duties),
        "commands": list(commands),
        "tasks": [{"command": t.command, "due": to_plain(t.due)} for t in tasks],
        "signs": {
            kind: asked(permit, kind, stage.id if stage else None, facts.rulebook)
            for kind in commands
            if lifecycle.rules[kind].signs
        },
        "whys": {
            kind: why
            for kind in commands
            if lifecycle.rules[kind].signs
            and (why := because(permit, kind, stage.id if stage else None, facts.rulebook))
        },
    }


def _takers(company_id: UUID, permit: Permit, facts: Facts) -> list[dict[str, Any]]:
    """The permits to which this place may be handed over by name before it is cleared (S6)."""
    if permit.clearance != "open":
        return []
    return queries.items(company_id, [UUID(n) for n in takers(facts)])


def _linked(company_id: UUID, permit: Permit, facts: Facts) -> dict[str, Any]:
    """The other works of the job: their types, the permits named for them, and those that might be."""
    needed = sorted(also_needed(permit, facts.rulebook.template))
    lacking = [kind for kind in needed if kind not in facts.links_known]
    return {
        "needed": needed,
        "lacking": lacking,
        "permits": queries.items(company_id, [UUID(p) for p in permit.links]) if permit.links else [],
        "choices": queries.linkable(company_id, permit, lacking),
    }


def _everybody(permit: Permit) -> set[str]:
    crew = permit.crew
    found = {crew.applicant, *crew.on_site(), *crew.analysts, *crew.confirmers, *permit.inside}
    found |= {crew.briefer or "", permit.filed_by or "", *permit.offers.values()}
    found |= {c.by for c in permit.causes} | {r.by for r in permit.rounds}
    found |= {m.by or "" for m in permit.measures} | {h.by or "" for h in permit.hazards}
    found |= set(permit.rows_added.values())
    found |= {r.by for r in permit.recorded} | {a.by for a in permit.asked}
    found |= {permit.ventilation.by} if permit.ventilation else set()
    return {one for one in found if len(one) == 36}
