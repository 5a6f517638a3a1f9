"""The permit and its facts as the rules read them: the mappings that CEL expressions name.

What is not known is absent, never null: an absent value makes its requirement unknown, and unknown is not
yes. The shape is contracts/schemas/facts.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from davy_core.instants import iso
from davy_core.permits.calling import last_heard
from davy_core.permits.command import Command
from davy_core.permits.crossing import conflicts_view
from davy_core.permits.curve import curve_view
from davy_core.permits.facts import Facts
from davy_core.permits.linked import also_needed, same_job
from davy_core.permits.parts import Measure
from davy_core.permits.planned import plan_view
from davy_core.permits.stamp import fence_m, on_site
from davy_core.permits.state import Permit
from davy_core.permits.told import told
from davy_core.permits.view_gas import breaks_view, gas_view
from davy_core.permits.view_isolation import isolation_view
from davy_core.permits.view_jsa import jsa_view, risk_view
from davy_core.permits.view_outage import outage_view
from davy_core.permits.view_people import crew_view, guardian_view
from davy_core.permits.view_records import records_view
from davy_core.permits.view_scheme import scheme_view
from davy_core.permits.view_shift import shift_view
from davy_core.permits.view_ventilation import ventilation_view
from davy_core.permits.view_weather import weather_view


def view(permit: Permit, command: Command | None, facts: Facts) -> dict[str, Any]:
    """The facts of one judgement, `body` being the command's body (empty for the clock)."""
    return {
        "permit": {**_permit(permit, facts), **risk_view(permit)},
        "work": told(permit, facts),
        "site": _site(facts),
        "jsa": jsa_view(permit),
        "measures": _measures(permit),
        "gas": {**gas_view(permit, facts), **curve_view(permit, facts)},
        "breaks": breaks_view(permit, facts),
        "records": records_view(permit),
        "crew": crew_view(permit, facts),
        "briefing": _briefing(permit),
        "approvals": _approvals(permit),
        "ticket": _ticket(permit),
        "guardian": guardian_view(permit, facts),
        "register": {"people": len(permit.inside), "tools": len(permit.tools_inside)},
        "calendar": _calendar(permit, facts),
        "weather": weather_view(facts),
        "links": _links(permit, facts),
        "plan": plan_view(permit, facts),
        "scheme": scheme_view(permit, facts),
        "place": _place(permit, facts),
        "isolation": isolation_view(permit, facts),
        "conflicts": conflicts_view(permit, facts),
        "outage": outage_view(permit, facts),
        "clearance": {"state": permit.clearance},
        "actor": _actor(facts),
        "shift": shift_view(permit, facts),
        "fire": _fire(permit),
        "ventilation": ventilation_view(permit, facts),
        "video": {"bound": False, "recording": False},
        "system": {"clock_ok": facts.clock_ok, "simulated": facts.simulated, "supports_video": False},
        "body": dict(command.body) if command else {},
    }


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _text(v) for k, v in values.items() if v is not None}


def _text(value: Any) -> Any:
    return iso(value) if isinstance(value, datetime) else value


def _permit(p: Permit, facts: Facts) -> dict[str, Any]:
    return _known(
        {
            "type": p.type,
            "template": p.template,
            "level": p.level,
            "minimum_level": p.minimum_level,
            "state": p.state,
            "from": p.window.start,
            "to": p.window.end,
            "submitted_at": p.submitted_at,
            "issued_at": p.issued_at,
            "started_at": p.started_at,
            "started": p.started,
            "basis_recalled": facts.basis_recalled,
            "contractor": p.contractor is not None,
            "untethered": p.untethered is not None,
            "detector": p.untethered.detector if p.untethered else None,
            "heard_at": last_heard(p, facts),
        }
    )


def _site(facts: Facts) -> dict[str, Any]:
    ground = facts.ground
    if ground is None:
        return {}
    return _known(
        {
            "area_class": ground.area_class,
            "ex_zone": ground.ex_zone,
            "major_hazard": ground.major_hazard,
            "tank_farm_bund": ground.tank_farm_bund,
            "pipe_rack": ground.pipe_rack,
            "fixed_hot_zone": ground.fixed_hot_zone,
            "fixed_zone_review_ok": ground.fixed_zone_review_ok,
            "fence_m": fence_m(facts),
            "frozen": ground.frozen_by is not None,
        }
    )


def _measures(permit: Permit) -> dict[str, Any]:
    rows = [_measure(m) for m in permit.measures]
    first = [m for m in permit.measures if m.order == "before_gas"]
    done = [m.at for m in first if m.at is not None]
    latest = [m.at for m in permit.measures if m.at is not None]
    return {
        "count": len(rows),
        "answered": sum(r["answered"] for r in rows),
        "rows": rows,
        "before_gas": _known(
            {
                "count": len(first),
                "done": len(done),
                "done_at": max(done) if len(done) == len(first) and done else None,
            }
        ),
        "ventilation": _ventilation(permit),
        **_known({"rechecked_at": min(latest) if len(latest) == len(rows) and latest else None}),
    }


def _measure(m: Measure) -> dict[str, Any]:
    return _known(
        {
            "id": m.id,
            "answered": m.applies is not None,
            "applies": m.applies,
            "photo_due": m.photo_due and m.applies is not False,
            "photo": m.photo is not None,
            "order": m.order,
        }
    )


def _ventilation(permit: Permit) -> dict[str, Any]:
    found = next((m for m in permit.measures if m.ventilation), None)
    if found is None:
        return {}
    return _known({"answered": found.applies is not None, "applies": found.applies, "at": found.at})


def _briefing(permit: Permit) -> dict[str, Any]:
    due = permit.crew.on_site()
    signed = sum(1 for person in due if person in permit.briefing.signed)
    given = {"given": permit.briefing.at is not None, "given_at": permit.briefing.at}
    return {**_known(given), "required": len(due), "signed": signed}


def _approvals(permit: Permit) -> dict[str, Any]:
    current = permit.stage()
    ids = [s.id for s in permit.stages]
    signed = len(ids) if current is None else ids.index(current.id)
    covers = sorted({kind for s in permit.stages[:signed] for kind in s.covers})
    last = permit.stages[-1].on_site if permit.stages else False
    # What a request once ticked; only permits on rules from before schemes are judged by it.
    plan = bool(permit.work.get("plan_approved", False))
    return {
        "stages": len(ids),
        "signed": signed,
        "last_on_site": last,
        "route_kinds": sorted({kind for s in permit.stages for kind in s.covers}),
        "escalation_kinds": covers,
        "plan_approved": plan,
    }


def _ticket(permit: Permit) -> dict[str, Any]:
    seen = permit.ticket_verified
    if seen is None:
        return {"verified": False, "on_site": "unknown"}
    return {"verified": True, "verified_at": iso(seen.at), "on_site": seen.on_site}


def _calendar(permit: Permit, facts: Facts) -> dict[str, Any]:
    if not facts.calendar.configured:
        return {"configured": False}
    window = permit.window
    whole = {p.kind for p in facts.calendar.periods if p.start < window.end and p.end > window.start}
    now = {p.kind for p in facts.calendar.periods if p.start <= facts.now < p.end}
    return {
        "configured": True,
        "step": facts.calendar.step or "undecided",
        "kinds": sorted(whole),
        "now_kinds": sorted(now),
    }


def _links(permit: Permit, facts: Facts) -> dict[str, Any]:
    wanted = also_needed(permit, facts.rulebook.template)
    return {
        "required": sorted(wanted),
        "linked": sorted(facts.links_known),
        "present": sorted(facts.links_live),
        "missing": len(wanted - facts.links_live),
        "until": {kind: iso(ends) for kind, ends in sorted(facts.links_until.items())},
    }


def _place(permit: Permit, facts: Facts) -> dict[str, Any]:
    near = [n for n in facts.neighbours if n.same_point and n.handed_to != permit.id]
    live = [n for n in near if n.overlaps and n.clearance != "open" and not same_job(permit, n, facts)]
    return {
        "known": facts.ground is not None,
        "overlapping": len(live),
        "clearance_open": sum(1 for n in near if n.clearance == "open"),
    }


def _actor(facts: Facts) -> dict[str, Any]:
    return _known(
        {
            "person": facts.actor.person,
            "on_site": on_site(facts.fix, fence_m(facts)),
            "clock": facts.clock,
            "scan_ok": facts.scan_ok,
            "reauth_ok": facts.actor.proof is not None,
            "distance_m": facts.fix.distance_m if facts.fix else None,
        }
    )


def _fire(permit: Permit) -> dict[str, Any]:
    return _known(
        {"finished_at": permit.finished_at, "checked_at": permit.fire_checked_at, "clear": permit.fire_clear}
    )
