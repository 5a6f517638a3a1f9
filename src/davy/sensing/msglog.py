"""The broker's own log of MQTT messages, which it acknowledges by: made by us to keep what it holds, and
checked.

A log that the broker makes by itself drops a message that nobody reads, after it was acknowledged. So ours
is made first, and no gateway is let in until its retention is seen to be what it must be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import nats.errors
from nats.aio.client import Client

__all__ = ["PREFIX", "STREAM", "LogUnfitError", "ask", "instant_of", "prepare", "state", "takes"]

STREAM = "$MQTT_msgs"
PREFIX = "$MQTT.msgs.davy.r"
_TRIED = "davy.tried"
_DAY = 86_400_000_000_000  # nanoseconds
KEPT_DAYS = 7
KEPT_BYTES = 5 * 2**30


class LogUnfitError(RuntimeError):
    """The log would lose what it acknowledged: nobody may be let in. The message tells what to do."""


async def ask(client: Client, subject: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The answer of the JetStream interface, an error among it. Raises nats.errors.TimeoutError."""
    raw = json.dumps(body).encode() if body is not None else b""
    answer = await client.request(f"$JS.API.{subject}", raw, timeout=5)
    found: dict[str, Any] = json.loads(answer.data)
    return found


async def prepare(client: Client, replicas: int = 1, most: int = 0) -> None:
    """Make the log, of so many bytes, unless it is there, then look at it. Raises LogUnfitError."""
    wanted = {
        "name": STREAM,
        "subjects": ["$MQTT.msgs.>"],
        "storage": "file",
        "retention": "limits",
        "discard": "old",
        "max_age": KEPT_DAYS * _DAY,
        "max_bytes": most or KEPT_BYTES,
        "num_replicas": replicas,
        "allow_direct": True,
    }
    made = await ask(client, f"STREAM.CREATE.{STREAM}", wanted)
    found = await ask(client, f"STREAM.INFO.{STREAM}")
    if "config" not in found:
        why = (made.get("error") or found.get("error") or {}).get("description", "no answer")
        raise LogUnfitError(f"The broker has no log of messages: {why}")
    config = found["config"]
    if int(config["num_replicas"]) < replicas:
        raise LogUnfitError(
            f"The broker's log {STREAM} is kept by {config['num_replicas']} of {replicas} brokers: one that "
            f"dies takes messages along. Make it so: nats stream edit '{STREAM}' --replicas {replicas}."
        )
    if config["retention"] != "limits" or config["storage"] != "file":
        raise LogUnfitError(
            f"The broker's log {STREAM} keeps by {config['retention']} in {config['storage']}: it would drop "
            "what it acknowledged. Stop Davy, move the directory broker/store of its data away, start again."
        )


def instant_of(told: str) -> datetime:
    """When the broker took a message, as its interface spells it, in whole microseconds like the reader's."""
    return datetime.fromisoformat(told)


async def takes(client: Client) -> bool:
    """Whether the log takes a message now: it is given one that nobody reads. A disk that was full once keeps
    it from taking any until the broker is started again."""
    try:
        answer = await client.request(f"$MQTT.msgs.{_TRIED}", b"", timeout=5)
    except nats.errors.TimeoutError:
        return False
    return "error" not in json.loads(answer.data)


async def state(client: Client) -> dict[str, Any]:
    """First and last number of the log, and how many bytes and messages it holds."""
    found = await ask(client, f"STREAM.INFO.{STREAM}")
    return dict(found["state"])
