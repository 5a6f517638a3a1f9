"""A plant whose people sign by passkey over HTTP, for the tests of this folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.test import Client

from davy import clock
from davy.building import journeys
from davy.building.authenticator import Authenticator, header
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import PASSWORD, Plant
from davy.db import tenant
from davy.door.envelope import seal
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.rulebook import law
from davy_core.instants import iso

HOST = "testserver"


@dataclass
class Phone:
    """One person's session."""

    plant: Plant
    who: str
    client: Client

    @classmethod
    def of(cls, plant: Plant, who: str) -> Phone:
        """Log in."""
        client = Client(enforce_csrf_checks=True)
        client.get("/api/v1/session")
        phone = cls(plant, who, client)
        assert (
            phone.post("/_allauth/browser/v1/auth/login", {"username": who, "password": PASSWORD}).status_code
            == 200
        )
        return phone

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """A changing request."""
        token = self.client.cookies["csrftoken"].value
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.client.post(
            path, raw, content_type="application/json", headers={"X-CSRFToken": token, **headers}
        )

    def passkey(self, name: str = "手机", password: str = PASSWORD, **how: Any) -> tuple[Authenticator, Any]:
        """Register one; the authenticator and the server's answer."""
        key = Authenticator(HOST, **how)
        offer = self.post("/api/v1/passkeys/offer", {"password": password})
        if offer.status_code != 200:
            return key, offer
        made = key.make(offer.json())
        body = {"token": offer.json()["token"], "name": name, "credential": made}
        return key, self.post("/api/v1/passkeys", body)

    def give(self, raw: bytes, assertion: dict[str, str] | None) -> Any:
        """Send the bytes of a command with a passkey's answer beside them."""
        sent = {"Davy-Assertion": header(assertion)} if assertion else {}
        return self.post("/api/v1/commands", raw, **sent)


def signature(hands: Hands, stage: str = "area", **over: Any) -> bytes:
    """The bytes of a signature on a stage, with everything but the proof of who gives it."""
    permit = journeys.state(hands)
    critical = [m.id for m in permit.measures if m.critical]
    confirmed = [*law.template(permit.template).get("critical", ()), *critical]
    body = {"stage": stage, "confirmed": confirmed, "signature": "[[[0,0],[9,9]]]"}
    return seal(
        {
            "v": 1,
            "id": str(uuid7()),
            "company": str(hands.plant.company),
            "stream": f"permit/{hands.permit}",
            "kind": "sign_stage",
            "base_version": hands.version,
            "body": body,
            "occurred_at": iso(clock.now()),
            "app": "test/1",
            "position": AT_POINT,
            **over,
        }
    )


def signed(hands: Hands) -> list[Any]:
    """How the stages of the permit were signed, as its events tell."""
    with tenant.company(hands.plant.company):
        found = evidence.events(hands.plant.company, "permit", hands.permit)
    return [e.data.get("signed") for e in found if e.type == "StageSigned"]
