"""Every signature says how it was made, and one that is weaker than the rules ask is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.permits.facts import Actor
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.tests.walk import step, walk
from davy_core.permits.tests.world import World
from davy_core.signatures.demand import SIGNED, Demand
from davy_core.signatures.ways import LEVELS, PASSWORD, Proof

EVIDENCE = "a" * 64
PASSKEY = Proof("passkey", EVIDENCE)
DEVICE = Proof("device", EVIDENCE)


def _asking(world: World, least: int, *, last: bool = False, levels: tuple[str, ...] = ()) -> Rulebook:
    row = Demand("site.more", "site", SIGNED, least, levels, last)
    return replace(world.facts().rulebook, signatures=(row,))


def _before(kind: str) -> tuple[World, tuple[str, str, dict[str, object]]]:
    """The world in which this command comes next, with who gives it."""
    world = World()
    while (found := step(world)) is not None:
        if found[1] == kind:
            return world, found
        world.later(minutes=31 if found[1] == "check_residual_fire" else 0)
        world.must(*found)
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", ["sign_stage", "verify_ticket", "accept"])
@pytest.mark.parametrize(("proof", "least", "fine"), [
    (PASSWORD, 1, True), (PASSWORD, 2, False), (Proof("kiosk", EVIDENCE), 2, False), (DEVICE, 2, True),
    (DEVICE, 3, False), (PASSKEY, 3, True), (PASSKEY, 1, True),
])  # fmt: skip
def test_the_level_that_is_asked_is_needed(kind: str, proof: Proof, least: int, fine: bool) -> None:
    world, (who, _, body) = _before(kind)
    actor = Actor("person", who, proof, world.shot() if proof is DEVICE else None)
    outcome = world.give(who, kind, body, rulebook=_asking(world, least), actor=actor)
    if fine:
        assert isinstance(outcome, Accepted)
        told = [e.data["signed"] for e in outcome.events if "signed" in e.data]
        assert [(t["way"], t["level"]) for t in told] == [(proof.way, LEVELS[proof.way])]  # type: ignore[index]
        assert [t.get("evidence") for t in told] == [proof.evidence]  # type: ignore[attr-defined]
        return
    assert isinstance(outcome, Refused)
    weak = [r for r in outcome.reasons if r.code == "signature_too_weak"]
    assert [dict(r.values) for r in weak] == [{"given": LEVELS[proof.way], "asked": least}]


def test_without_any_proof_nobody_signs_whatever_is_asked() -> None:
    world, (who, kind, body) = _before("sign_stage")
    world.proof = None
    outcome = world.give(who, kind, body)
    assert isinstance(outcome, Refused)
    assert [r.code for r in outcome.reasons] == ["reauth_failed"]


def test_a_passkey_does_not_replace_the_handwriting() -> None:
    world, (who, kind, body) = _before("sign_stage")
    world.proof = PASSKEY
    outcome = world.give(who, kind, {k: v for k, v in body.items() if k != "signature"})
    assert isinstance(outcome, Refused)
    assert [r.code for r in outcome.reasons] == ["signature_missing"]


def test_only_the_stage_that_issues_may_be_asked_for_more() -> None:
    world, (who, kind, body) = _before("sign_stage")
    book = _asking(world, 3, last=True)
    world.must(who, kind, body, rulebook=book)
    who, kind, body = step(world) or ("", "", {})
    assert kind == "sign_stage"
    assert isinstance(world.give(who, kind, body, rulebook=book), Refused)
    world.proof = PASSKEY
    assert isinstance(world.give(who, kind, body, rulebook=book), Accepted)


def test_the_permit_knows_how_each_of_its_approvers_signed() -> None:
    world, (who, kind, body) = _before("sign_stage")
    world.proof = PASSKEY
    world.must(who, kind, body)
    world.proof = PASSWORD
    done = walk(world, "issued")
    assert done.permit is not None
    assert dict(done.permit.ways) == {"area:zhao": "passkey", "safety:zheng": "password"}


def test_a_device_needs_the_photo_of_its_holder_and_each_photo_counts_once() -> None:
    world, (who, kind, body) = _before("sign_stage")
    lent = Actor("person", who, DEVICE)
    outcome = world.give(who, kind, body, actor=lent)
    assert isinstance(outcome, Refused)
    assert [r.code for r in outcome.reasons] == ["live_photo_missing"]
    face = world.shot()
    events = world.must(who, kind, body, actor=replace(lent, face=face))
    assert events[0].data["signed"] == {"way": "device", "level": 2, "evidence": EVIDENCE, "face": face}
    who, kind, body = step(world) or ("", "", {})
    again = world.give(who, kind, body, actor=Actor("person", who, DEVICE, face))
    assert isinstance(again, Refused)
    assert [r.code for r in again.reasons] == ["photo_reused"]
