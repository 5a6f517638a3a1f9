"""Every command in every state that does not know it: refused, recorded, nothing else touched."""

from typing import Any

import pytest

from davy.building.hands import Hands
from davy.db import rows, tenant
from davy.rulebook import law
from tests.adversarial.scenes import STATES, bodies, reach

pytestmark = pytest.mark.django_db

COMMANDS = law.commands()
# Whoever has the most duties on the permit of the scenes; a wrong state is told before a wrong person.
SENDERS = ("li", "zhao", "feng")


def _whole(hands: Hands) -> dict[str, Any]:
    """Everything the permit stands on but its chain of refused attempts."""
    company, permit = hands.plant.company, hands.permit
    with tenant.company(company):
        row = rows.one(
            "SELECT doc::text AS doc, state, clearance FROM permits_permit WHERE company_id = %s AND id = %s",
            (company, permit),
        )
        counts = rows.one(
            "SELECT (SELECT count(*) FROM permits_gas_reading) AS readings,"
            " (SELECT count(*) FROM evidence_private p JOIN evidence_event e ON e.id = p.event_id"
            "   WHERE e.kind = 'permit') AS private,"
            " (SELECT count(*) FROM evidence_event"
            "   WHERE kind = 'permit' AND type <> 'AttemptRefused') AS events",
        )
    return {"row": row, **(counts or {})}


@pytest.mark.parametrize("state", STATES)
def test_a_command_out_of_its_order_changes_nothing(state: str) -> None:
    hands = reach(state)
    sent = bodies(hands)
    assert set(sent) == set(COMMANDS), "every command of the contract is tried"
    before = _whole(hands)
    tried = 0
    for kind, rule in COMMANDS.items():
        if state in rule["from"]:
            continue
        for who in SENDERS:
            answer = hands.give(who, kind, sent[kind])
            tried += 1
            assert answer["verdict"] == "refused", (kind, who)
            expected = "permit_not_found" if state == "none" else "wrong_state"
            assert answer["code"] == expected, (kind, who, answer["code"])
    assert tried > 20
    assert _whole(hands) == before
