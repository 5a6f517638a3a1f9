"""Reads one partition of the broker's log from where it was taken to, in order, for as long as its lease
holds.

The broker keeps no state for us: a consumer without acknowledgement begins after the last message that was
written. It is made anew after every doubt (a gap in its own count, silence, a reconnection), and what an
older one still sends is thrown away, or a message could be skipped.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import deque
from datetime import UTC, datetime, timedelta
from typing import Any

import nats.errors
from nats.aio.client import Client
from nats.aio.msg import Msg

from davy.ids import uuid7
from davy.sensing import msglog
from davy.sensing.lease import Lease, Waiting
from davy.sensing.messages import Message

__all__ = ["BATCH", "Reader"]

_log = logging.getLogger(__name__)

BATCH = 1000
_PREFETCH = 2000
_HEARTBEAT = 1.0  # seconds
_SILENT = 3.5  # seconds without a word of the broker, after which the consumer is made anew
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PULL = {"expires": 30_000_000_000, "idle_heartbeat": int(_HEARTBEAT * 1e9)}


class Reader:
    """One partition. `ready` is set while messages wait to be written; `behind` is what the log still
    holds."""

    def __init__(self, client: Client, lease: Lease, ready: asyncio.Event) -> None:
        self.lease = lease
        self.behind = 0
        self.waiting: deque[Message] = deque()
        self._client = client
        self._ready = ready
        self._last = lease.position
        self._consumer = self._looked = ""
        self._began = self._last
        self._count = 0
        self._asked = 0
        self._heard = time.monotonic()
        self._inbox = client.new_inbox()
        self._subscription: Any = None
        self._tending: asyncio.Task[None] | None = None
        self._doubt = asyncio.Event()

    async def start(self) -> None:
        """Begin to read."""
        self._subscription = await self._client.subscribe(
            self._inbox, cb=self._on, pending_msgs_limit=-1, pending_bytes_limit=-1
        )
        self._doubt.set()
        self._tending = asyncio.get_running_loop().create_task(self._tend())

    async def stop(self) -> None:
        """Read no more."""
        if self._tending is not None:
            self._tending.cancel()
        with contextlib.suppress(Exception):
            await self._subscription.unsubscribe()
            await self._delete()

    def doubt(self) -> None:
        """Begin anew after the last message that came."""
        self._doubt.set()

    def waits(self) -> Waiting:
        """What is not written yet, as far as it is known here."""
        oldest = self.waiting[0].received_at if self.waiting else None
        return Waiting(self.behind + len(self.waiting), oldest)

    def unlooked(self, *, whole: bool) -> int | None:
        """Up to which number it was read where the log may have dropped what comes next: where this consumer
        began, once for each; later the last that came, while there is more. None: nothing can be gone."""
        if self._looked != self._consumer:
            self._looked = self._consumer
            return self._began
        return None if whole else self._last

    async def caught_up(self) -> bool:
        """Whether all that the log held of this partition when it was asked came and is written. Raises
        nats.errors.Error."""
        consumer, count = self._consumer, self._count
        if not consumer or self.waiting:
            return False
        told = await msglog.ask(self._client, f"CONSUMER.INFO.{msglog.STREAM}.{consumer}")
        delivered = told.get("delivered", {}).get("consumer_seq")
        still = consumer == self._consumer and count == self._count == delivered
        return still and told.get("num_pending") == 0 and not self.waiting

    async def more(self) -> None:
        """Ask for as many messages as there is room for."""
        room = _PREFETCH - self._asked - len(self.waiting)
        if self._consumer and room >= _PREFETCH // 2:
            self._asked += room
            await self._client.publish(
                f"$JS.API.CONSUMER.MSG.NEXT.{msglog.STREAM}.{self._consumer}",
                json.dumps({"batch": room, **_PULL}).encode(),
                reply=self._inbox,
            )

    async def _tend(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._doubt.wait(), 0.5)
            silent = time.monotonic() - self._heard > _SILENT
            full = self._asked == 0 and len(self.waiting) > _PREFETCH // 2
            if not self._doubt.is_set() and (not silent or full):
                continue
            self._doubt.clear()
            try:
                await self._begin()
            except (nats.errors.Error, KeyError, json.JSONDecodeError):
                self._consumer = ""
                self._doubt.set()
                await asyncio.sleep(0.25)

    async def _begin(self) -> None:
        await self._delete()
        name = f"davy-{self.lease.partition}-{uuid7().hex}"
        self._count, self._asked, self._heard = 0, 0, time.monotonic()
        filtered = f"{msglog.PREFIX}.{self.lease.partition}.>"
        config = {
            "name": name,
            "ack_policy": "none",
            "deliver_policy": "by_start_sequence",
            "opt_start_seq": self._last + 1,
            "filter_subject": filtered,
            "inactive_threshold": 30_000_000_000,
            "mem_storage": True,
            "num_replicas": 1,
        }
        body = {"stream_name": msglog.STREAM, "config": config}
        made = await msglog.ask(self._client, f"CONSUMER.CREATE.{msglog.STREAM}.{name}.{filtered}", body)
        self.behind = int(made["num_pending"])
        self._began = self._last
        self._consumer = name
        await self.more()

    async def _delete(self) -> None:
        if self._consumer and self._client.is_connected:
            subject = f"$JS.API.CONSUMER.DELETE.{msglog.STREAM}.{self._consumer}"
            await self._client.publish(subject, b"")
        self._consumer = ""

    async def _on(self, message: Msg) -> None:
        if not message.reply.startswith("$JS.ACK."):
            await self._status(message)
            return
        # …<consumer>.<delivered>.<number in the log>.<number in the consumer>.<nanoseconds>.<pending>
        parts = message.reply.split(".")
        consumer, number, count, nanos, pending = parts[-6], parts[-4], parts[-3], parts[-2], parts[-1]
        if consumer != self._consumer:
            return
        self._heard = time.monotonic()
        if int(count) != self._count + 1:
            self._doubt.set()
            return
        self._count += 1
        self._asked = max(0, self._asked - 1)
        self.behind = int(pending)
        if int(number) <= self._last:
            return
        self._last = int(number)
        received = _EPOCH + timedelta(microseconds=int(nanos) // 1000)
        self.waiting.append(Message(self._last, message.subject, received, message.data))
        self._ready.set()
        await self.more()

    async def _status(self, message: Msg) -> None:
        headers = message.headers or {}
        code = headers.get("Status", "100")
        self._heard = time.monotonic()
        if code == "100":
            return
        self._asked = max(0, self._asked - int(headers.get("Nats-Pending-Messages", "0") or 0))
        if code in {"404", "408"}:
            await self.more()
        else:  # 409: the consumer is gone, its leader moved; 503: nobody answers
            _log.debug("partition %s: %s", self.lease.partition, headers)
            await asyncio.sleep(0.1)
            self._doubt.set()
