"""Record what a source said of a paper, freeze who it speaks against, and thaw him by two.

No outage freezes and none confirms. A freeze ends only when one asks with a reason and another, who is
neither of them both, agrees; while a proven no stands on a paper of his that the ledger still has, a thaw
says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.papers.catalogue import Catalogue
from davy_core.verification.answer import Claim, read_answer
from davy_core.verification.state import Checked
from davy_core.verification.verdict import AGAINST, freezes, judge

__all__ = ["PersonFacts", "decide"]

CONNECTING = frozenset({"clock", "driver"})


@dataclass(frozen=True)
class PersonFacts:
    """Who gives the command and what he may; the person as the register has him (`status`, None = nobody of
    this company); the certificate named in the command as the ledger claims it, its SHA-256; whether the
    screenshot was uploaded; the ids of the certificates that he still has."""

    now: datetime
    today: date
    sender: str
    person: str | None
    may: bool
    status: str | None
    claim: Claim | None = None
    claim_sha256: str = ""
    attached: bool = False
    held: frozenset[str] = frozenset()
    books: Sequence[Catalogue] = ()


def decide(
    state: Checked | None, stream: str, kind: str, body: Mapping[str, Any], facts: PersonFacts
) -> Outcome:
    """The decision on one command of the stream `person`. Raises KeyError for an unknown kind."""
    if facts.status is None:
        return refuse("verification_of_nobody")
    connector = kind == "record_answer" and body["source"] == "connector"
    if connector != (facts.sender in CONNECTING) or not (connector or (facts.may and facts.person)):
        return refuse("verification_role_needed", command=kind)
    return _HANDLERS[kind](state or Checked(stream), body, facts)


def _stamp(state: Checked, facts: PersonFacts) -> dict[str, Any]:
    return {"at": iso(facts.now), "by": facts.person or "clock", "person": state.id}


def _record(state: Checked, body: Mapping[str, Any], facts: PersonFacts) -> Outcome:
    if facts.claim is None:
        return refuse("verification_of_no_paper")
    source, shown = body["source"], body.get("screenshot")
    if source == "official" and not shown:
        return refuse("verification_needs_screenshot")
    if shown and not facts.attached:
        return refuse("attachment_unknown")
    if facts.person == state.id:
        return refuse("verification_own")
    told = body.get("answer")
    try:
        answer = read_answer(told) if told is not None else None
    except ValueError:
        return refuse("verification_answer_unreadable")
    found = judge(facts.claim, answer, source=source, now=facts.now, today=facts.today, books=facts.books)
    data: dict[str, Any] = {
        **_stamp(state, facts),
        "certificate": body["certificate"],
        "source": source,
        "verdict": found.kind,
        "differs": list(found.differs),
        "lacks": list(found.lacks),
        "newer": list(found.newer),
        "claim": facts.claim_sha256,
    }
    if shown:
        data["evidence"] = shown
    private = {"answer": json.dumps(told, ensure_ascii=False, sort_keys=True)} if told else {}
    checked = Event("CertificateChecked", data, private)
    if not freezes(found, source) or state.frozen is not None or facts.status == "left":
        return accept(checked)
    freeze = {**_stamp(state, facts), "cause": "verification", "certificate": body["certificate"]}
    return accept(checked, Event("PersonFrozen", freeze))


def _freeze(state: Checked, body: Mapping[str, Any], facts: PersonFacts) -> Outcome:
    if state.frozen is not None:
        return refuse("person_frozen_already")
    data = {**_stamp(state, facts), "cause": "person"}
    return accept(Event("PersonFrozen", data, {"reason": str(body["reason"])}))


def _ask(state: Checked, body: Mapping[str, Any], facts: PersonFacts) -> Outcome:
    if state.frozen is None:
        return refuse("person_not_frozen")
    if facts.person == state.id:
        return refuse("verification_own")
    return accept(Event("ThawRequested", _stamp(state, facts), {"reason": str(body["reason"])}))


def _thaw(state: Checked, body: Mapping[str, Any], facts: PersonFacts) -> Outcome:
    frozen = state.frozen
    if frozen is None:
        return refuse("person_not_frozen")
    if frozen.thaw is None:
        return refuse("thaw_not_requested")
    if facts.person in {frozen.thaw.by, state.id}:
        return refuse("thaw_second_person")
    against = [
        paper
        for paper, standing in state.papers.items()
        if paper in facts.held and standing.verdict in AGAINST and standing.source != "qr"
    ]
    if against and body.get("despite") is not True:
        return refuse("thaw_paper_still_against", n=len(against))
    data = {**_stamp(state, facts), "asked_by": frozen.thaw.by, "despite": len(against)}
    return accept(Event("PersonThawed", data))


def _refuse_thaw(state: Checked, body: Mapping[str, Any], facts: PersonFacts) -> Outcome:
    if state.frozen is None or state.frozen.thaw is None:
        return refuse("thaw_not_requested")
    return accept(Event("ThawRefused", _stamp(state, facts), {"reason": str(body["reason"])}))


_HANDLERS = {
    "record_answer": _record,
    "freeze_person": _freeze,
    "ask_thaw": _ask,
    "thaw": _thaw,
    "refuse_thaw": _refuse_thaw,
}
