"""However little disk the broker is given, its log fits into it: else no gateway would ever be let in."""

import asyncio
from pathlib import Path
from typing import Any

from davy.sensing import msglog
from davy.sensing.access import found
from davy.sensing.callout import connect
from davy.sensing.tests.field import free_port
from davy.serve.broker import Broker, Options


async def _log(home: Path) -> dict[str, Any]:
    access = found(home)
    assert access is not None
    client = await connect(access, access.watch, "test")
    try:
        await msglog.prepare(client, access.replicas, access.most)
        return dict((await msglog.ask(client, f"STREAM.INFO.{msglog.STREAM}"))["config"])
    finally:
        await client.close()


def test_it_is_made_as_large_as_fits(tmp_path: Path) -> None:
    broker = Broker(tmp_path, Options("127.0.0.1", free_port(), sync="100ms", disk_gb=1))
    broker.start()
    try:
        config = asyncio.run(_log(tmp_path))
    finally:
        broker.stop(2.0)
    assert config["retention"] == "limits"
    assert 0 < config["max_bytes"] < 2**30
