"""The hazard analysis: each row is answered with its controls and graded, and may be added to; the worst
colour that is left is the permit's, and a graver one asks for more signatures."""

from __future__ import annotations

from typing import Any

from davy_core.approvals.adding import beyond
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.apply import apply
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.plain import to_plain
from davy_core.permits.resolving import route, vacant
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.risk.book import NONE, Factors, RiskBook
from davy_core.risk.grades import worst
from davy_core.risk.proposing import first_grade
from davy_core.risk.scale import better, grade, strange

MOST_ADDED = 10
ADDED = "added_"


def confirm_hazard(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One row of the JSA is answered; a hazard that applies names its controls and is graded. With the last
    row the permit gets its colour. Factors that are not given are those proposed; a milder one has a reason.
    """
    body, row = command.body, str(command.body["row"])
    if row not in {h.row for h in permit.hazards}:
        return refuse("jsa_row_unknown", row=row)
    if permit.signatures:
        return refuse("answer_signed", what=row)
    offered, controls = _offered(row, facts), list(body.get("controls", ()))
    if body["applies"] and offered and not set(controls) & offered:
        return refuse("jsa_controls_missing", row=row)
    if set(controls) - offered:
        return refuse("jsa_row_unknown", row=", ".join(sorted(set(controls) - offered)))
    data: dict[str, Any] = {**stamp(facts), "row": row, "applies": body["applies"], "controls": controls}
    private = {}
    if body["applies"] and facts.rulebook.risk is not None:
        graded = _graded(facts.rulebook.risk, row, command)
        if isinstance(graded, Reason):
            return Refused((graded,))
        data |= graded
        private = {"reason": str(body["reason"])} if body.get("reason") else {}
    confirmed = Event("HazardConfirmed", data, private)
    after = apply(permit, confirmed.type, confirmed.data)
    return _with_the_colour(permit, after, confirmed, facts)


def _offered(row: str, facts: Facts) -> set[str]:
    """The controls that the rules offer for the row; a row of this permit alone has none but its words."""
    book = facts.rulebook.risk
    if book is not None:
        return {c["id"] for c in book.rows[row].controls} if row in book.rows else set()
    template = {h["id"]: h for h in facts.rulebook.template["hazards"]}
    return {c["id"] for c in template.get(row, {}).get("controls", ())}


def _graded(book: RiskBook, row: str, command: Command) -> dict[str, Any] | Reason:
    """The values by factor and the colours without and with the controls, or why they cannot stand."""
    known, body = book.rows.get(row), command.body
    proposed_before, proposed_after = (known.before, known.after) if known else (NONE, NONE)
    before: Factors = body.get("before") or proposed_before
    after: Factors = body.get("after") or proposed_after
    wrong = sorted({*strange(book.scale, before), *strange(book.scale, after)})
    if wrong:
        return Reason("risk_factor_unknown", {"factors": wrong})
    every = {factor.id for factor in book.scale.factors}
    lacking = sorted((every - set(before)) | (every - set(after)))
    if lacking:
        return Reason("risk_factor_missing", {"factors": lacking})
    milder = sorted({*better(before, proposed_before), *better(after, proposed_after)})
    if milder and not str(body.get("reason", "")).strip():
        return Reason("risk_reason_missing", {"factors": milder})
    return {
        "scale": book.scale.id,
        "before": dict(before),
        "after": dict(after),
        "grade_before": grade(book.scale, before).grade,
        "grade": grade(book.scale, after).grade,
    }


def _with_the_colour(permit: Permit, after: Permit, confirmed: Event, facts: Facts) -> Outcome:
    """Beside the answer the permit's colour, once no row is open, and the stages that it adds to the route.
    Not a stage is ever taken away."""
    if facts.rulebook.risk is None or any(h.applies is None for h in after.hazards):
        return accept(confirmed)
    graded = list(after.graded.values())
    found = worst(one.grade for one in graded)
    if found == permit.risk_grade:
        return accept(confirmed)
    due = _due(after, facts.rulebook.risk, found, facts)
    if empty := vacant(due, facts):
        return refuse("post_vacant", posts=empty)
    before = worst(one.grade_before for one in graded)
    data = {**stamp(facts), "grade": found, "before": before}
    return accept(confirmed, Event("RiskGraded", {**data, "stages": due} if due else data))


def _due(permit: Permit, book: RiskBook, found: str, facts: Facts) -> list[dict[str, Any]]:
    """The stages that this colour asks for beyond those that the permit has. The route of the proposed colour
    is the one it was submitted with; what does not hang on the colour stays as it was pinned."""
    proposed = first_grade(book, [h.row for h in permit.hazards if h.row in book.rows])
    asked = route(permit, permit.level, found, facts)
    if asked == route(permit, permit.level, proposed, facts):
        return []
    return beyond([to_plain(stage) for stage in permit.stages], asked)


def add_hazard(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A row of this permit alone: what nobody's list foresaw. It is confirmed and graded like the others."""
    if facts.rulebook.risk is None:
        return refuse("jsa_row_unknown", row=ADDED)
    if permit.signatures:
        return refuse("answer_signed", what=ADDED)
    taken = len(permit.rows_added)
    if taken >= MOST_ADDED:
        return refuse("jsa_rows_too_many", most=MOST_ADDED)
    text = str(command.body.get("text", "")).strip()
    if not text:
        return refuse("jsa_row_empty")
    private = {"hazard": text, "controls": str(command.body.get("controls", "")).strip()}
    data = {**stamp(facts), "row": f"{ADDED}{taken + 1}"}
    return accept(Event("HazardAdded", data, {k: v for k, v in private.items() if v}))


HANDLERS = {"confirm_hazard": confirm_hazard, "add_hazard": add_hazard}
