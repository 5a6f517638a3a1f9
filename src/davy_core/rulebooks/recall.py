"""Recall and lift a basis. Nothing that stands on recalled rules goes live; lifting resumes no work (S7,
S27).

Whoever asks and whoever confirms are two persons, both times; nobody alone can stop or release a whole
plant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse

STANDS = frozenset({"recalled", "lifting"})
"""The states in which the rules may not be worked by."""


@dataclass(frozen=True)
class Recall:
    """One basis (SHA-256 in hex) as its stream tells it: `state` is requested, recalled, lifting (one
    person has asked to lift it) or lifted. Persons are ids."""

    basis: str
    state: str
    requested_by: str
    requested_at: datetime
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None
    lift_by: str | None = None
    lift_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether the rules are recalled."""
        return self.state in STANDS


@dataclass(frozen=True)
class Facts:
    """Who asks; `may`: his account has a role that may change the rulebook; `known`: the company's permits
    stand, stood or would stand on this basis."""

    now: datetime
    person: str | None
    may: bool
    known: bool = True


def stream_of(basis: str) -> UUID:
    """The stream of a basis: its id is the first half of the SHA-256. Raises ValueError for anything else."""
    whole = bytes.fromhex(basis)
    if len(whole) != 32:
        raise ValueError("a basis is a SHA-256")
    return UUID(bytes=whole[:16])


def decide(recall: Recall | None, stream: str, kind: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Accept what one person asks for and what another confirms."""
    if not facts.may or facts.person is None:
        return refuse("rulebook_role_needed", command=kind)
    if kind == "request_recall":
        return _request(recall, stream, body, facts)
    return _confirm(recall, facts) if kind == "confirm_recall" else _lift(recall, body, facts)


def _request(recall: Recall | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    basis = str(body["basis"])
    if not facts.known or str(stream_of(basis)) != stream:
        return refuse("basis_unknown", basis=basis[:12])
    if recall is not None and recall.stands:
        return refuse("basis_recalled_already")
    return accept(Event("BasisRecallRequested", _said(basis, facts), _words(body)))


def _confirm(recall: Recall | None, facts: Facts) -> Outcome:
    if recall is None or recall.state == "lifted":
        return refuse("recall_not_requested")
    if recall.stands:
        return refuse("basis_recalled_already")
    if facts.person == recall.requested_by:
        return refuse("second_person_needed")
    return accept(Event("BasisRecalled", _said(recall.basis, facts)))


def _lift(recall: Recall | None, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if recall is None or not recall.stands:
        return refuse("basis_not_recalled")
    if recall.state == "recalled":
        return accept(Event("BasisLiftRequested", _said(recall.basis, facts), _words(body)))
    if facts.person == recall.lift_by:
        return refuse("second_person_needed")
    return accept(Event("BasisLifted", _said(recall.basis, facts), _words(body)))


def _said(basis: str, facts: Facts) -> dict[str, Any]:
    return {"at": iso(facts.now), "by": facts.person, "basis": basis}


def _words(body: Mapping[str, Any]) -> dict[str, str]:
    return {"reason": str(body["reason"])}


def apply(recall: Recall | None, event_type: str, data: Mapping[str, Any]) -> Recall:
    """The recall after the event. Raises KeyError for an unknown type, ValueError for one before a
    request."""
    if event_type == "BasisRecallRequested":
        return Recall(data["basis"], "requested", data["by"], instant(data["at"]))
    if recall is None:
        raise ValueError(f"{event_type} before a recall was requested")
    at = instant(data["at"])
    if event_type == "BasisRecalled":
        return replace(recall, state="recalled", confirmed_by=data["by"], confirmed_at=at)
    if event_type == "BasisLiftRequested":
        return replace(recall, state="lifting", lift_by=data["by"], lift_at=at)
    if event_type == "BasisLifted":
        return replace(recall, state="lifted")
    raise KeyError(event_type)
