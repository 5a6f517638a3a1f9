"""The events from draft to issued."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.apply_analysis import ANALYSIS, ungraded
from davy_core.permits.apply_records import duties
from davy_core.permits.apply_rounds import round_recorded
from davy_core.permits.apply_route import recalled, stage_of
from davy_core.permits.offline import Untethered
from davy_core.permits.parts import (
    Briefing,
    Crew,
    Crossing,
    Hazard,
    Measure,
    Place,
    Signature,
    Window,
)
from davy_core.permits.plan import Plan
from davy_core.permits.scheme import SchemeName
from davy_core.permits.state import Permit
from davy_core.signatures.ways import PASSWORD

Data = Mapping[str, Any]


def crew_of(data: Data) -> Crew:
    """The crew of an event's `crew` mapping."""
    lists = {k: tuple(data.get(k, ())) for k in ("workers", "analysts", "confirmers")}
    return Crew(
        applicant=data["applicant"],
        responsible=data.get("responsible"),
        guardian=data.get("guardian"),
        briefer=data.get("briefer"),
        **lists,
    )


def _place(place: Any) -> Place:
    return Place(place["site"], place["area"], place["point"], place.get("equipment"))


def _window(window: Any) -> Window:
    return Window(instant(window["from"]), instant(window["to"]))


READ: Mapping[str, Callable[[Any], Any]] = {
    "place": _place,
    "window": _window,
    "crew": crew_of,
    "work": lambda work: MappingProxyType(dict(work)),
    "contractor": lambda firm: firm,
    "urgent": lambda urgent: urgent,
    "photos": tuple,
    "links": tuple,
    "plan": lambda plan: Plan(plan["kind"], plan["id"]),
    "scheme": lambda scheme: SchemeName(scheme["id"], scheme["version"]),
    "untethered": lambda asked: Untethered(asked["detector"]) if asked else None,
}
"""What a request may hold, and how the permit keeps it."""


def _content(data: Data) -> dict[str, Any]:
    found = {key: read(data[key]) for key, read in READ.items() if key in data}
    if "level" in data:
        found["requested_level"] = data["level"]
    return found


def drafted(data: Data) -> Permit:
    """A new permit in state draft."""
    return Permit(
        id=data["permit"],
        type=data["type"],
        scenario=data.get("template"),
        drafted_at=instant(data["at"]),
        filed_by=None if data["by"] == data["crew"]["applicant"] else data["by"],
        **_content(data),
    )


def _amended(permit: Permit, data: Data) -> Permit:
    return replace(permit, **_content(data))


def _linked(permit: Permit, data: Data) -> Permit:
    return replace(permit, links=(*permit.links, data["permit"]))


def _coordinator_named(permit: Permit, data: Data) -> Permit:
    return replace(permit, coordinator=data["person"])


def _crossing_signed(permit: Permit, data: Data) -> Permit:
    rows = {one["permit"]: tuple(one["rows"]) for one in data["with"]}
    given = Crossing(data["by"], instant(data["at"]), MappingProxyType(rows), tuple(data["items"]))
    return replace(permit, crossings=(*permit.crossings, given))


def _submitted(permit: Permit, data: Data) -> Permit:
    return replace(
        permit,
        state="submitted",
        number=data["number"],
        contractor=data.get("contractor", permit.contractor),
        level=data["level"],
        minimum_level=data["minimum_level"],
        basis=data["basis"],
        submitted_at=instant(data["at"]),
        stage_since=instant(data["at"]),
        hazards=tuple(Hazard(row) for row in data["hazards"]),
        measures=tuple(_measure(row) for row in data["measures"]),
        stages=tuple(stage_of(row) for row in data["stages"]),
        record_duties=duties(data),
        recorded=(),
        rounds=(),
        briefing=Briefing(),
        signatures=(),
        handed=(),
        reminders=(),
        ventilation_due=data.get("ventilation_due", False),
        ventilation=None,
        ventilated_since=None,
        coordinator=None,
        crossings=(),
        **ungraded(),
    )


def _measure(row: Data) -> Measure:
    return Measure(
        id=row["id"],
        order=row.get("order", "any"),
        photo_due=bool(row.get("photo_due", False)),
        ventilation=bool(row.get("ventilation", False)),
        critical=bool(row.get("critical", False)),
        asked=tuple(row.get("asked", ())),
    )


def _withdrawn(permit: Permit, data: Data) -> Permit:
    return replace(permit, state="withdrawn", ended_at=instant(data["at"]), end_reason=data["reason"])


def _measure_answered(permit: Permit, data: Data) -> Permit:
    def answered(m: Measure) -> Measure:
        values = MappingProxyType(dict(data.get("values", {})))
        return replace(
            m,
            applies=data["applies"],
            by=data["by"],
            at=instant(data["at"]),
            photo=data.get("photo"),
            values=values,
        )

    measures = tuple(answered(m) if m.id == data["measure"] else m for m in permit.measures)
    return replace(permit, measures=measures)


def _briefing_given(permit: Permit, data: Data) -> Permit:
    """Before the issue a new briefing is signed by all anew; afterwards it is for those who were added."""
    kept = permit.briefing.signed if permit.issued_at else MappingProxyType({})
    return replace(permit, briefing=Briefing(data["by"], instant(data["at"]), tuple(data["items"]), kept))


def _briefing_signed(permit: Permit, data: Data) -> Permit:
    signed = MappingProxyType({**permit.briefing.signed, data["by"]: instant(data["at"])})
    return replace(permit, briefing=replace(permit.briefing, signed=signed))


def _stage_signed(permit: Permit, data: Data) -> Permit:
    given = Signature(data["stage"], data["by"], data["post"], instant(data["at"]))
    way = data.get("signed", {}).get("way", PASSWORD.way)
    ways = MappingProxyType({**permit.ways, f"{given.stage}:{given.person}": way})
    return replace(permit, signatures=(*permit.signatures, given), stage_since=given.at, ways=ways)


def _issued(permit: Permit, data: Data) -> Permit:
    return replace(permit, state="issued", issued_at=instant(data["at"]), stage_since=None)


PREPARATION: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "PermitAmended": _amended,
    "PermitLinked": _linked,
    "CoordinatorNamed": _coordinator_named,
    "CrossingSigned": _crossing_signed,
    "PermitSubmitted": _submitted,
    "PermitReturned": recalled,
    "PermitWithdrawn": _withdrawn,
    **ANALYSIS,
    "MeasureAnswered": _measure_answered,
    "RoundRecorded": round_recorded,
    "BriefingGiven": _briefing_given,
    "BriefingSigned": _briefing_signed,
    "StageSigned": _stage_signed,
    "PermitIssued": _issued,
}
