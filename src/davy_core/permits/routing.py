"""The way of a permit through its route: a further signer, a decision handed over, back to a node, recalled.

Each of these may only add to what is asked for: no signature is ever spared by one (S20).
"""

from __future__ import annotations

from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.entitled import awaited, barred, entitled, post_of
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Stage
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

MOST_ADDED = 5
ADDED = "added"


def add_signer(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """加签: somebody of another post signs before the current stage does. Once added, it is required."""
    stage, post = _current(permit), str(command.body["post"])
    if _no_business(permit, stage, facts):
        return _no_business_of(facts)
    if post not in facts.posts:
        return refuse("post_unknown", post=post)
    if any(post in s.posts for s in permit.stages):
        return refuse("signer_on_route", post=post)
    if not entitled(permit, post, facts):
        return refuse("post_vacant", posts=[post])
    added = [s for s in permit.stages if s.id.startswith(ADDED)]
    if len(added) >= MOST_ADDED:
        return refuse("signers_too_many", most=MOST_ADDED)
    row = {
        "id": f"{ADDED}_{len(added) + 1}",
        "posts": [post],
        "mode": "any",
        "on_site": False,
        "radius_m": stage.radius_m,
        "deadline_s": stage.deadline_s,
        "superior": stage.superior,
        "covers": [],
    }
    data = {**stamp(facts), "before": stage.id, "stage": row}
    return accept(Event("SignerAdded", data, _reason(command)))


def transfer_decision(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """转办: who should sign hands the decision to somebody else entitled to it. The deadline runs on."""
    stage, person, to = _current(permit), facts.actor.person or "", str(command.body["to"])
    post = post_of(permit, stage, person, facts)
    if post is None:
        return _no_business_of(facts)
    if to == person or to not in entitled(permit, post, facts):
        return refuse("not_entitled", person=to)
    data = {**stamp(facts), "stage": stage.id, "post": post, "to": to}
    return accept(Event("DecisionTransferred", data, _reason(command)))


def return_to_stage(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """驳回: back to a stage that was signed. Its signatures and all after it are void and given anew."""
    stage, to = _current(permit), str(command.body["stage"])
    if _no_business(permit, stage, facts):
        return _no_business_of(facts)
    ids = [s.id for s in permit.stages]
    if to not in ids[: ids.index(stage.id)]:
        return refuse("stage_not_before", stage=to)
    return accept(Event("StageReturned", {**stamp(facts), "stage": to}, _reason(command)))


def recall_to_draft(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """撤回: the applicant takes his request back to change it, as long as nobody has signed it."""
    if permit.signatures:
        return refuse("signed_by_somebody")
    return accept(Event("PermitRecalled", stamp(facts), _reason(command)))


def _current(permit: Permit) -> Stage:
    stage = permit.stage()
    assert stage is not None  # submitted: else it would be issued
    return stage


def _no_business(permit: Permit, stage: Stage, facts: Facts) -> bool:
    """Whether the sender is none of those whose decision this stage waits for."""
    person = facts.actor.person or ""
    return person in barred(permit) or not any(
        person in entitled(permit, post, facts) for post in awaited(permit, stage)
    )


def _no_business_of(facts: Facts) -> Outcome:
    return refuse("separation_of_duties", duty="approver", person=facts.actor.person)


def _reason(command: Command) -> dict[str, str]:
    return {"reason": str(command.body["reason"])}


HANDLERS = {
    "add_signer": add_signer,
    "transfer_decision": transfer_decision,
    "return_to_stage": return_to_stage,
    "recall_to_draft": recall_to_draft,
}
