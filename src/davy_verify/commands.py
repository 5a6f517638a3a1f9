"""Holds the bytes that were signed against the event that came of them: they are that very command, of the
kind from which such an event comes, and say what the event says."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from davy_verify.streams import Stream

__all__ = ["SIGNING", "must_fit"]

SIGNING: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "StageSigned": ("sign_stage", {"stage": "stage", "confirmed": "confirmed"}),
    "CrossingSigned": ("sign_crossing", {"permits": "with", "items": "items"}),
    "TicketVerified": ("verify_ticket", {}),
    "ShiftSigned": ("sign_shift", {"side": "side"}),
    "WorkAccepted": ("accept", {"items": "items", "photos": "photos"}),
    "ClearanceConfirmed": ("confirm_clear", {"items": "items", "photo": "photo"}),
    "SchemeApproved": ("approve_scheme", {"version": "version"}),
    "RemovalConfirmed": ("confirm_removal", {"batch": "batch", "records": "records"}),
    "RemovalSwitched": ("switch_removal", {"most": "most"}),
    "PeriodShortening": ("set_period", {"what": "what", "days": "days"}),
}
"""The events that carry a signature: the kind of the command that was signed, and what its body says that the
event says too, each under its name in both. Of other events nobody here knows what was signed."""

_WORDS = ("signature", "opinion", "analysis")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)


def must_fit(signed: bytes, stream: Stream, event: Mapping[str, Any]) -> None:
    """Raises ValueError unless this event came of these bytes; of an event that is not in SIGNING only the
    place of the command is held."""
    told = json.loads(signed)
    place = (told["id"], told["company"], told["stream"])
    if place != (event["command"], event["company"], f"{stream.kind}/{stream.id}"):
        raise ValueError("the bytes are those of another command")
    body, data = told["body"], event["data"]
    kind, names = SIGNING.get(event["type"], (told["kind"], {}))
    if told["kind"] != kind:
        raise ValueError("no such event comes of the command that was signed")
    if any(_plain(body.get(asked)) != _plain(data.get(said)) for asked, said in names.items()):
        raise ValueError("the event says something else than was signed")
    face = data["signed"].get("face")
    if (face is not None and face != body.get("face")) or not _until(body, data):
        raise ValueError("the event says something else than was signed")
    for label in _WORDS:
        shown = stream.words.get((event["id"], label))
        if shown is not None and body.get(label, "").encode() != shown:
            raise ValueError("the handwriting or words are not those that were signed")


def _plain(value: object) -> object:
    """A list stands for what is in it, in any order; permits that are crossed, for their ids."""
    if isinstance(value, bool):
        raise ValueError("yes or no where a word should be")  # noqa: TRY004 - it is what came that is wrong
    if not isinstance(value, list):
        return value
    found = [one["permit"] if isinstance(one, dict) else one for one in value]
    if not all(isinstance(one, str) for one in found):
        raise ValueError("a list of something else than words")
    return sorted(found)


def _until(body: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
    """Whether an approval ends when its signer said, in whatever zone he wrote it."""
    if "lasts_to" not in body:
        return True
    told = body["lasts_to"]
    if not isinstance(told, str) or not _INSTANT.fullmatch(told):
        return False
    until = datetime.fromisoformat(told).astimezone(UTC).isoformat(timespec="milliseconds")
    return until.replace("+00:00", "Z") == data.get("lasts_to")
