"""Record a value or a check that the template asks for beside gas: pressure, material, a trial run.

Bad news is never refused: a value out of its limits is recorded and makes the record not good, whatever else
speaks against it, also when its photo never came; what follows from that is said by requirements on the facts
`records.<id>`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.nodes import too_early
from davy_core.permits.selection import fits
from davy_core.permits.stamp import seen
from davy_core.permits.state import Permit
from davy_core.permits.work_fields import DECIMAL

PREPARED = frozenset({"submitted", "issued", "active", "paused"})
STATES: Mapping[str, frozenset[str]] = {
    "before_sign": PREPARED,
    "before_start": PREPARED,
    "during": frozenset({"active", "paused"}),
    "before_accept": frozenset({"finished"}),
}
"""In which states a record of each due may be made."""


def record_value(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One value with its unit, or one check, of a record the template has; as good or not by its limits."""
    body = command.body
    row = next((r for r in facts.rulebook.template.get("records", ()) if r["id"] == body["record"]), None)
    if row is None or not any(duty.id == row["id"] for duty in permit.record_duties):
        return refuse("record_unknown", record=body["record"])
    good, wrong = _judged(row, body, permit)
    if wrong:
        return Refused(tuple(wrong))
    reasons: list[Reason] = []
    if not any(permit.state in STATES[due] for due in row["due"]):
        reasons.append(Reason("record_not_now", {"zh": row["zh"], "en": row["en"]}))
    reasons += too_early(permit, row["id"], facts)
    photo = body.get("photo")
    if row.get("photo") and photo is None:
        reasons.append(Reason("record_photo_missing", {"zh": row["zh"], "en": row["en"]}))
    if photo is not None and photo not in facts.attachments:
        reasons.append(Reason("photo_unknown", {"photo": photo}))
    if good and facts.clock == "device_free":
        reasons.append(Reason("device_clock_free"))
    if reasons and good:
        return Refused(tuple(reasons))
    data = {**seen(facts), "record": row["id"], "ok": good}
    data |= {"doubts": list(dict.fromkeys(r.code for r in reasons))} if reasons else {}
    data |= {"value": body["value"], "unit": row["unit"]} if row["kind"] == "number" else {}
    return accept(Event("ValueRecorded", {**data, "photo": photo} if photo else data))


def record_duties(template: Mapping[str, Any], work: Mapping[str, Any]) -> dict[str, Any]:
    """What is pinned of the records at submission; nothing when such work asks for none."""
    rows = [
        {"id": r["id"], "due": list(r["due"]), "every_s": int(r.get("every", "0s")[:-1])}
        for r in template.get("records", ())
        if fits(r.get("when"), work)
    ]
    return {"records": rows} if rows else {}


def _judged(row: Mapping[str, Any], body: Mapping[str, Any], permit: Permit) -> tuple[bool, list[Reason]]:
    """Whether it is good, and what is wrong with how it was sent. A limit that the request should have given
    and did not is kept by no value."""
    said = {"zh": row["zh"], "en": row["en"]}
    if row["kind"] == "check":
        passed = body.get("passed")
        wrong = passed is None or "value" in body
        return passed is True, [Reason("record_wrong", said)] if wrong else []
    value = str(body.get("value", ""))
    if "passed" in body or not DECIMAL.fullmatch(value):
        return False, [Reason("record_wrong", said)]
    amount = Decimal(value)
    least, most = limits_of(row, permit.work)
    return least is not None and most is not None and least <= amount <= most, []


def limits_of(row: Mapping[str, Any], work: Mapping[str, Any]) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a record may be, in its unit: the stricter of the template's figure and
    that of the request. None: the request should have given it and did not."""
    least, most = Decimal(row.get("least", "0")), Decimal(row.get("most", "999999"))
    told = {end: str(work.get(row.get(f"{end}_field", ""), "")) for end in ("least", "most")}
    gone = {end for end in told if f"{end}_field" in row and not DECIMAL.fullmatch(told[end])}
    low = max(least, Decimal(told["least"])) if "least_field" in row and "least" not in gone else least
    high = min(most, Decimal(told["most"])) if "most_field" in row and "most" not in gone else most
    return None if "least" in gone else low, None if "most" in gone else high


HANDLERS = {"record_value": record_value}
