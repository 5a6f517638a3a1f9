"""Erase a person: one asks with a reason, another carries out. What the law or a hold keeps stays.

Every record he is named in is judged by itself. As long as one of them stays, his name does, for whoever
reads that record must be able to tell who it was; the rest goes now, and what stayed can be carried out
later by the same request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.keeping.doubting import Clock, doubted
from davy_core.keeping.terms import Hold, Stays, Terms, Trace, stays
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.signatures.ways import Proof, told

LEFT = "left"


@dataclass(frozen=True)
class Erasure:
    """One request as its stream tells it: `state` is requested, part (something stayed), done or withdrawn.
    Persons are ids."""

    id: str
    person: str
    state: str
    requested_by: str
    requested_at: datetime
    carried_by: str | None = None
    carried_at: datetime | None = None
    times: int = 0


@dataclass(frozen=True)
class Subject:
    """Whom it is about: his status in the register, the posts he holds, and whether a request about him
    stands already."""

    id: str
    status: str
    posts: tuple[str, ...] = ()
    asked: bool = False


@dataclass(frozen=True)
class Found:
    """A record that names him, with the words of it that are his, by event and label, and the attachments
    that show him. `alike`: words of others, or about the work, in which his name stands: it may be another's.
    `commands`: hashes of the commands whose exact bytes, which he signed or sent, are kept."""

    trace: Trace
    words: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    commands: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Who asks and how he proved it, whom it is about, and all that Davy has of him; `requests` are words of
    requests to erase him, by event and label, that name him."""

    now: datetime
    person: str | None
    may: bool
    proof: Proof | None
    terms: Terms
    clock: Clock
    subject: Subject | None = None
    found: Sequence[Found] = ()
    holds: Sequence[Hold] = ()
    requests: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Plan:
    """What goes and what stays. `whole`: nothing keeps his name either."""

    goes: tuple[Found, ...]
    stays: tuple[tuple[Found, Stays], ...]

    @property
    def whole(self) -> bool:
        """Whether nothing of him is left afterwards."""
        return not self.stays


def plan(facts: Facts) -> Plan:
    """Judge every record by itself."""
    judged = [(one, stays(one.trace, facts.holds, facts.terms, facts.now)) for one in facts.found]
    return Plan(
        tuple(one for one, why in judged if why is None),
        tuple((one, why) for one, why in judged if why is not None),
    )


def against(facts: Facts) -> tuple[Reason, ...]:
    """What forbids to erase anything of him now: he works here, holds a post, is under a legal hold, or the
    clock that ends periods is in doubt."""
    subject = facts.subject
    if subject is None:
        return (Reason("erasure_of_nobody"),)
    reasons = []
    if subject.status != LEFT:
        reasons.append(Reason("erasure_person_here"))
    if subject.posts:
        reasons.append(Reason("erasure_person_has_post", {"posts": "、".join(subject.posts)}))
    if any(hold.about == "person" and hold.person == subject.id for hold in facts.holds):
        reasons.append(Reason("erasure_person_held"))
    until = doubted(facts.clock, facts.now)
    if until is not None:
        reasons.append(Reason("erasure_clock_doubted", {"until": iso(until)[:10]}))
    return tuple(reasons)


def decide(found: Erasure | None, stream: str, kind: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Accept a request, its being carried out by somebody else, and its being withdrawn."""
    if not facts.may or facts.person is None:
        return refuse("keeping_role_needed", command=kind)
    if kind == "request_erasure":
        return _request(found, stream, body, facts)
    if found is None:
        return refuse("not_found")
    if found.state in {"done", "withdrawn"}:
        return refuse("erasure_over")
    if kind == "withdraw_erasure":
        data = {"at": iso(facts.now), "by": facts.person, "erasure": found.id}
        return accept(Event("ErasureWithdrawn", data, {"reason": str(body["reason"])}))
    return _carry_out(found, body, facts)


def _request(found: Erasure | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if found is not None or (facts.subject is not None and facts.subject.asked):
        return refuse("erasure_known")
    if facts.subject is None:
        return refuse("erasure_of_nobody")
    if facts.person == facts.subject.id:
        return refuse("keeping_second_person")
    data = {"at": iso(facts.now), "by": facts.person, "erasure": stream, "person": facts.subject.id}
    return accept(Event("ErasureRequested", data, {"reason": str(body["reason"])}))


def _carry_out(found: Erasure, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if facts.person in {found.requested_by, found.person}:
        return refuse("keeping_second_person")
    if facts.proof is None:
        return refuse("reauth_failed")
    reasons = against(facts)
    if reasons:
        return Refused(reasons)
    made = plan(facts)
    alike = {pair for one in made.goes for pair in one.alike}
    taken, left = _pairs(body, "take") & alike, _pairs(body, "leave") & alike
    if alike - taken - left or taken & left:
        return refuse("erasure_words_undecided", n=len(alike - (taken ^ left)))
    also = facts.requests if made.whole else ()
    gone = sorted({*also, *taken, *(pair for one in made.goes for pair in one.words)})
    if found.times and not made.whole and not gone:
        return Refused((kept(made),))
    data: dict[str, Any] = {
        "at": iso(facts.now),
        "by": facts.person,
        "erasure": found.id,
        "person": found.person,
        "whole": made.whole,
        "words": _by_event(gone),
        "files": sorted({name for one in made.goes for name in one.files}),
        "commands": sorted({one for own in made.goes for one in own.commands}),
        "records": sorted(f"{one.trace.kind}/{one.trace.id}" for one in made.goes),
        "kept": [_kept(one, why) for one, why in made.stays],
        "signed": told(facts.proof),
    }
    if left:
        data["left"] = _by_event(sorted(left))
    return accept(Event("ErasureCarriedOut", data))


def _pairs(body: Mapping[str, Any], name: str) -> set[tuple[str, str]]:
    return {(told.partition("/")[0], told.partition("/")[2]) for told in body.get(name, ())}


def _by_event(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    return {event: [label for e, label in pairs if e == event] for event, _ in pairs}


def kept(made: Plan) -> Reason:
    """The refusal of what stays: how many records, why, and the day on which the last period ends."""
    days = [why.until for _, why in made.stays if why.until]
    open_ones = sum(why.why == "open" for _, why in made.stays)
    held = sum(why.why == "hold" for _, why in made.stays)
    until = iso(max(days))[:10] if days else "—"
    values = {"n": len(made.stays), "open": open_ones, "held": held, "until": until}
    return Reason("erasure_kept", values)


def _kept(one: Found, why: Stays) -> dict[str, Any]:
    row: dict[str, Any] = {"stream": f"{one.trace.kind}/{one.trace.id}", "why": why.why}
    if why.until:
        row["until"] = iso(why.until)
    if why.hold:
        row["hold"] = why.hold
    return row


def apply(found: Erasure | None, event_type: str, data: Mapping[str, Any]) -> Erasure:
    """The request after the event. Raises KeyError for an unknown type, ValueError for one before a
    request."""
    at = instant(data["at"])
    if event_type == "ErasureRequested":
        return Erasure(data["erasure"], data["person"], "requested", data["by"], at)
    if found is None:
        raise ValueError(f"{event_type} before it was requested")
    if event_type == "ErasureWithdrawn":
        return replace(found, state="withdrawn")
    if event_type == "ErasureCarriedOut":
        state = "done" if data["whole"] else "part"
        return replace(found, state=state, carried_by=data["by"], carried_at=at, times=found.times + 1)
    raise KeyError(event_type)
