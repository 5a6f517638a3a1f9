"""Bundles taken of a plant at work, and ZIPs made by whoever changes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import Context
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.evidence.log.keys import log_key
from davy_verify.note import Key

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


def at_work(step_clock: Callable[[timedelta], None]) -> Hands:
    """A hot work that goes on, with its photos."""
    step_clock(MORNING - clock.now())
    hands = Hands(small_plant(simulated=True))
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def ask(plant: Plant, path: str, who: str = "zheng", **asked: Any) -> Any:
    """The answer of the interface to this person."""
    client = Client()
    client.force_login(Account.objects.get(id=plant.people[who].account))
    return client.get(f"/api/v1/{path}", asked)


def bundle(hands: Hands) -> bytes:
    """The bundle of the permit."""
    answer = ask(hands.plant, f"permits/{hands.permit}/bundle.zip")
    assert answer.status_code == 200, answer.content
    return b"".join(_as_served(answer.streaming_content))


def _as_served(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Part by part, each worked out as by another thread of the server: nothing of one outlasts it."""
    begun = iter(parts)
    while (part := Context().run(next, begun, None)) is not None:
        yield part


def key(plant: Plant) -> Key:
    """The key of the plant's log, as it is published."""
    return Key.of(log_key(plant.company).public.told)


def files(made: bytes) -> dict[str, bytes]:
    """What is in it."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, bytes_ in content.items():
            archive.writestr(name, bytes_)
    return out.getvalue()
