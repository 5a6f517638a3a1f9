"""A command over HTTP: bytes in, verdict out, with the status that says what to do with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from davy.accounts.models import Account
from davy.door.envelope import MalformedError, parse
from davy.door.execute import DoorBusyError, execute
from davy.door.proofs import proven
from davy.door.streams import Sender
from davy.door.terminals import from_phone
from davy.problems.response import CONTENT_TYPE, Problem, problem

__all__ = ["answer", "problem_body", "problem_of", "sender_of"]


def sender_of(account: Account, visit: UUID | None = None) -> Sender:
    """The sender behind a session, at a shared terminal that of a `visit`; whether he proved himself again is
    told by each command."""
    return Sender("person", account.person_id, account.id, visit=visit)


def answer(
    raw: bytes, company_id: UUID, sender: Sender, assertion: str | None = None, phone: str | None = None
) -> HttpResponse:
    """Carry out the bytes for this sender and tell the verdict. `assertion`: a passkey's answer over them,
    as the header carries it; `phone`: that of the sender's enrolled phone."""
    try:
        envelope = parse(raw)
    except MalformedError as error:
        return problem(error.code, missing=error.places)
    if envelope.company != company_id:
        return problem("stranger")
    try:
        known = from_phone(envelope, raw, sender, phone)
        told = execute(envelope, proven(envelope, raw, known, assertion))
    except Problem as refused:
        return refused.response()
    except DoorBusyError:
        found = problem("door_busy", status=503)
        found["Retry-After"] = "1"
        return found
    if told["verdict"] == "accepted":
        return HttpResponse(json.dumps(told, ensure_ascii=False), content_type="application/json")
    return problem_of(told)


def problem_of(told: Mapping[str, Any]) -> HttpResponse:
    """A refusal as an answer over HTTP."""
    body = problem_body(told)
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=409, content_type=CONTENT_TYPE)


def problem_body(told: Mapping[str, Any]) -> dict[str, Any]:
    """A refusal as problem details: the first reason leads, `missing` lists all."""
    first = told["reasons"][0]
    return {
        "type": f"urn:davy:refusal:{first['code']}",
        "title": first["says"]["en"],
        "status": 409,
        "code": first["code"],
        "clause": first["clause"],
        "detail": first["says"],
        "missing": told["reasons"],
        "remedy": [r["remedy"] for r in told["reasons"] if r["remedy"]],
        "verdict": told["verdict"],
        "version": told["version"],
    }
