"""Who is connected to the broker now, and how a connection is ended: over its system account."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import nats.errors
from nats.aio.client import Client

__all__ = ["Open", "end", "opened"]

_MOST = 10_000
_FIRST = 2.0  # seconds for the first server to answer
_MORE = 0.25  # seconds in which the other servers of a cluster tell of theirs


@dataclass(frozen=True)
class Open:
    """One connection over MQTT: its server and number there, the client id, and by which password it came
    in (the mark that its token names); empty while it is not in yet."""

    server: str
    cid: int
    client: str
    mark: str


async def opened(sys: Client, servers: int, client: str | None = None) -> list[Open]:
    """The connections, of this client id or all, on any server of the cluster. Raises
    nats.errors.TimeoutError when no server answers: unknown is not none."""
    inbox = sys.new_inbox()
    answers = await sys.subscribe(inbox)
    asked = {"auth": True, "limit": _MOST, **({"mqtt_client": client} if client is not None else {})}
    try:
        await sys.publish("$SYS.REQ.SERVER.PING.CONNZ", json.dumps(asked).encode(), reply=inbox)
        return await _gathered(answers, servers)
    finally:
        await answers.unsubscribe()


async def end(sys: Client, one: Open) -> None:
    """End it; who has the right password may come again at once. Raises nats.errors.TimeoutError."""
    await sys.request(f"$SYS.REQ.SERVER.{one.server}.KICK", json.dumps({"cid": one.cid}).encode(), timeout=2)


async def _gathered(answers: Any, servers: int) -> list[Open]:
    found: list[Open] = []
    heard = 0
    while True:
        wait = _FIRST if not heard else _MORE if servers > 1 else 0.01
        try:
            answer = json.loads((await answers.next_msg(timeout=wait)).data)
        except nats.errors.TimeoutError:
            if not heard:
                raise
            return found
        heard += 1
        server = str(answer.get("server", {}).get("id"))
        for one in answer.get("data", {}).get("connections") or ():
            if one.get("mqtt_client"):
                mark = str(one.get("authorized_user") or "").partition("/")[2]
                found.append(Open(server, int(one["cid"]), str(one["mqtt_client"]), mark))
