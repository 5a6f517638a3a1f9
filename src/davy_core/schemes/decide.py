"""The decision: may this command change this scheme now, and what happens if so.

Order of judging: does the contract know the command in this state → has the sender a duty that may → is he
fit to, and proven to be himself → can it be (the handler of its kind).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from davy_core.instants import iso
from davy_core.outcome import Accepted, Event, Outcome, Refused, refuse
from davy_core.schemes import reviewing, writing
from davy_core.schemes.book import Rule
from davy_core.schemes.duties import duties_of
from davy_core.schemes.facts import QUEUED, SchemeCommand, SchemeFacts
from davy_core.schemes.state import Scheme

Handler = Callable[[Scheme, SchemeCommand, SchemeFacts], Outcome]
HANDLERS: Mapping[str, Handler] = {**writing.HANDLERS, **reviewing.HANDLERS}


def decide(scheme: Scheme | None, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Accepted with the events to append, or Refused with every reason. Raises KeyError for a command the
    contract lacks."""
    rule = facts.book.rules[command.kind]
    refused = _may(scheme, rule, facts)
    if refused is not None:
        return _recorded(refused, command, facts)
    outcome = (
        writing.draft(command, facts) if scheme is None else HANDLERS[command.kind](scheme, command, facts)
    )
    return outcome if isinstance(outcome, Accepted) else _recorded(outcome, command, facts)


def _may(scheme: Scheme | None, rule: Rule, facts: SchemeFacts) -> Refused | None:
    state = scheme.state if scheme else "none"
    if scheme is None and "none" not in rule.sources:
        return refuse("scheme_not_found")
    duties = duties_of(scheme, facts)
    if not rule.duties & duties:
        if "author" in duties and "author" not in rule.duties:
            return refuse("scheme_own")
        return refuse("scheme_not_yours", duties=sorted(rule.duties))
    if state not in rule.sources:
        return refuse("scheme_wrong_state", state=state)
    if facts.people.get(facts.person or "") != "active":
        return refuse("person_frozen", person=facts.person)
    if facts.now - facts.occurred_at > QUEUED:
        return refuse("offline_cannot_start")
    return refuse("reauth_failed") if rule.signs and facts.proof is None else None


def _recorded(refused: Refused, command: SchemeCommand, facts: SchemeFacts) -> Refused:
    attempt = {
        "at": iso(facts.now),
        "by": facts.person or facts.sender,
        "command": command.kind,
        "codes": [reason.code for reason in refused.reasons],
    }
    return Refused(refused.reasons, (Event("AttemptRefused", attempt),))
