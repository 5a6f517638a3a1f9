"""What follows a permit's change in the same transaction: alarms, the regulator's rows, notices,
references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from davy.attachments import store as attachments
from davy.door.streams import Follow, Saving

__all__ = ["follow"]


def follow(saving: Saving) -> Follow:
    """The commands and jobs that this change brings about."""
    photos = sorted(set(_photos(saving.events)))
    if photos:
        attachments.refer(
            saving.envelope.company, photos, stream_kind="permit", stream_id=saving.envelope.stream_id
        )
    return Follow()


def _photos(events: Any) -> Iterator[str]:
    for event in events:
        for key in ("photo", "photos"):
            found = event.data.get(key)
            yield from [found] if isinstance(found, str) else found or ()
