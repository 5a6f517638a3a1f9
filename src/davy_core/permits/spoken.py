"""What somebody said instead of writing it: the hash of a recording beside what he did, or told after it.
Never on what stops work, which waits for no upload (S15): whoever stopped says why in its own command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from davy_core.outcome import Event, Outcome, Reason, Refused, accept
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Cause
from davy_core.permits.stamp import seen
from davy_core.permits.state import Permit


def spoken(command: Command) -> dict[str, Any]:
    """The recording as the event tells it; empty when there is none."""
    voice = command.body.get("voice")
    return {} if voice is None else {"voice": voice}


def unheard(command: Command, facts: Facts) -> list[Reason]:
    """Why the recording cannot be named: it never arrived."""
    voice = command.body.get("voice")
    known = voice is None or voice in facts.attachments
    return [] if known else [Reason("voice_unknown", {"voice": voice})]


def add_voice(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """What somebody says about his request or about a stop, told after it. It changes nothing:
    a stop stands whatever is said about it. `cause` names the speaker's own open cause after which it was
    spoken; none where the phone's clock cannot tell which that was."""
    against = unheard(command, facts)
    if against:
        return Refused(tuple(against))
    data: dict[str, Any] = {**seen(facts), **spoken(command), "about": command.body["about"]}
    if data["about"] == "stop" and (stop := _stop(permit, facts)) is not None:
        data["cause"] = stop.id
    return accept(Event("VoiceAdded", data))


def _stop(permit: Permit, facts: Facts) -> Cause | None:
    own = [cause for cause in permit.causes if cause.by == facts.actor.person]
    if facts.clock == "device_free":
        return own[0] if len(own) == 1 else None

    def told(cause: Cause) -> datetime:
        return permit.causes_told.get(cause.id, cause.at)

    spoken_at = min(facts.occurred_at, facts.now)
    return max((cause for cause in own if told(cause) <= spoken_at), key=told, default=None)


def _told(permit: Permit, data: Mapping[str, Any]) -> Permit:
    """Words change nothing about a permit; they stand in its record."""
    return permit


HANDLERS = {"add_voice": add_voice}
STEPS = {"VoiceAdded": _told}
