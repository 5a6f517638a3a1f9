"""Who tries the simulated plant out with a phone of his own may take photos in its tank farms too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from davy import clock
from davy.accounts import demo
from davy.building.envelopes import envelope
from davy.db import tenant
from davy.demo import phones
from davy.devices import inviting, p256, queries
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.sync.stream import proof_text

if TYPE_CHECKING:
    from davy.accounts.models import Company

pytestmark = pytest.mark.django_db


def test_it_is_marked_and_never_lent_to_the_personas(company: Company) -> None:
    with tenant.company(company.id):
        before = phones.known(company.id)
        visitor = next(a for a in demo.accounts(company.id) if a.id in before)
        token = inviting.invite(company.id, visitor.id, visitor.id, clock.now())
    device, key = uuid7(), ec.generate_private_key(ec.SECP256R1())
    body = {
        "invitation": token,
        "name": "我的手机",
        "key": p256.point(key),
        "proof": p256.sign(key, proof_text(company.id, device, token)),
    }
    now = clock.now()
    sent = envelope(
        company.id, device, "enrol_device", body, occurred_at=now, stream_kind="device", app=phones.APP
    )
    answer = execute(sent, Sender("person", visitor.person_id, visitor.id))
    assert answer["verdict"] == "accepted", answer
    assert phones.mark_visitors(company.id) == 1
    assert phones.mark_visitors(company.id) == 0
    with tenant.company(company.id):
        marked = {row.id: row.ex for row in queries.of_company(company.id)}
        assert phones.known(company.id) == before
    assert marked[device] == phones.MARK
