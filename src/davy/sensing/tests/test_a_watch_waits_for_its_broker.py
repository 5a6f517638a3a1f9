"""A watch that is started before there is a broker waits for it, and ends when told to."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from django.conf import settings

from davy.sensing import loop
from davy.sensing.access import Access
from davy.settings import places

PAIR = ["watch", "secret"]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(loop, "_WAIT", 0.01)
    monkeypatch.delenv("DAVY_NATS_ACCESS", raising=False)
    monkeypatch.delenv("NATS_URL", raising=False)
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return tmp_path


def test_it_begins_when_the_broker_has_come(data: Path) -> None:
    async def go() -> Access | None:
        waiting = asyncio.create_task(loop.awaited(asyncio.Event()))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        told = {"urls": ["nats://127.0.0.1:1"], "watch": PAIR, "auth": PAIR, "sys": PAIR, "issuer": "00"}
        path = places.broker_access(data)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(told), encoding="utf-8")
        return await waiting

    found = asyncio.run(go())
    assert found is not None
    assert found.urls == ("nats://127.0.0.1:1",)


def test_it_ends_without_one_when_told_to() -> None:
    async def go() -> Access | None:
        stop = asyncio.Event()
        waiting = asyncio.create_task(loop.awaited(stop))
        await asyncio.sleep(0.05)
        stop.set()
        return await waiting

    assert asyncio.run(go()) is None
