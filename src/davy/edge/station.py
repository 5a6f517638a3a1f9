"""The station: takes what devices on site tell, keeps it in a broker of its own, and delivers it once and in
order to the centre. It forgets what the centre says is stored, and nothing before.

Killed at any moment it begins again with what its log still holds; the centre knows again by boot and number
what it has already.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import signal
from typing import Any, Protocol

import nats.errors
from nats.aio.client import Client

from davy.edge.delivery import Delivery, stamped
from davy.edge.local import Local
from davy.edge.uplink import Uplink
from davy.ids import uuid7
from davy.instruments.topics import PARTITIONS, Wire
from davy.sensing import msglog
from davy.sensing.access import Access
from davy.sensing.callout import Callout, connect
from davy.sensing.lease import Lease
from davy.sensing.messages import Message
from davy.sensing.reader import Reader

__all__ = ["Broker", "Station"]

_log = logging.getLogger(__name__)

_TURN = 0.02  # seconds between two looks at the line to the centre
_BEAT = 1.5
_STILL = 10.0  # seconds until what is not stored is sent again
_NEARLY = 0.95  # of the room of the log; after that the oldest goes


class Broker(Protocol):
    """The broker on site, kept running."""

    def tend(self) -> str | None:
        """Start it again when it ended; a line to print."""


class Station:
    """See the module. `most` is how many bytes it keeps."""

    def __init__(self, broker: Broker, access: Access, wire: Wire, password: str, most: int) -> None:
        self._broker, self._access, self._most = broker, access, most
        self._stored = f"{wire.down}/stored"
        self._callout = Callout(access, Local(wire, password))
        self._delivery = Delivery()
        self._subjects: dict[str, str] = {}
        self._readers: list[Reader] = []
        self._client: Client | None = None
        self._link: Uplink | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told: str | None = None

    async def run(self, link: Uplink) -> None:
        """Until SIGTERM or Ctrl-C."""
        over = asyncio.Event()
        self._loop, self._link = asyncio.get_running_loop(), link
        for number in (signal.SIGTERM, signal.SIGINT):
            self._loop.add_signal_handler(number, over.set)
        await self._callout.start()
        self._client = await connect(
            self._access, self._access.watch, "davy edge", reconnected_cb=self._reconnected
        )
        link.start()
        tasks = [self._loop.create_task(t) for t in (self._beating(), self._sending(), self._repeating())]
        await over.wait()
        self._callout.admit(allowed=False)
        for task in tasks:
            task.cancel()
        for reader in self._readers:
            await reader.stop()
        link.stop()
        await self._callout.stop()
        await self._client.close()

    def heard(self, topic: str, raw: bytes) -> None:
        """What the centre says; in the thread of the line."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(lambda: asyncio.ensure_future(self._answered(topic, raw)))

    async def _reconnected(self) -> None:
        for reader in self._readers:
            reader.doubt()

    async def _beating(self) -> None:
        while True:
            try:
                self._say(self._broker.tend())
                await self._check()
            except Exception:  # noqa: BLE001 - what goes wrong here must not end the keeping
                _log.exception("a turn of the station failed")
            await asyncio.sleep(_BEAT)

    async def _check(self) -> None:
        client = self._client
        if client is None or not client.is_connected:
            return
        try:
            await msglog.prepare(client, most=self._most)
            used = int((await msglog.state(client))["bytes"])
        except (msglog.LogUnfitError, nats.errors.Error) as error:
            self._callout.admit(allowed=False)
            self._say(f"NO DEVICE IS LET IN: {error}")
            return
        self._callout.admit(allowed=True)
        if not self._readers:
            ready = asyncio.Event()
            self._readers = [Reader(client, Lease(n, uuid7(), 0, 0), ready) for n in range(PARTITIONS)]
            for reader in self._readers:
                await reader.start()
        full = used > self._most * _NEARLY
        line = self._link.fault if self._link is not None else None
        if full:
            self._say("THE STORE IS FULL: the oldest readings go; the centre sees the gap in their numbers")
        else:
            self._say(f"the line to the centre: {line}" if line else "the line to the centre is up")

    def _say(self, line: str | None) -> None:
        """Once, as long as nothing else is to be said."""
        if line is not None and line != self._told:
            self._told = line
            _log.warning("%s", line)

    # --- to the centre --------------------------------------------------------------------------------

    async def _sending(self) -> None:
        """One message of each partition in turn, as many as may be on their way."""
        while True:
            link = self._link
            if link is not None:
                link.pump()
                waiting = [r for r in self._readers if r.waiting]
                while waiting and link.room > 0:
                    for reader in waiting:
                        if link.room > 0:
                            await self._send(link, reader.waiting.popleft())
                            await reader.more()
                    waiting = [r for r in self._readers if r.waiting]
            await asyncio.sleep(_TURN)

    async def _send(self, link: Uplink, message: Message) -> None:
        serial, topic = _place(message.subject)
        self._subjects[serial] = message.subject
        self._delivery.sent(serial, message.seq, message.data)
        link.tell(topic, stamped(message.data, message.received_at))

    async def _repeating(self) -> None:
        while True:
            await asyncio.sleep(_STILL)
            link = self._link
            if link is None or link.fault or link.waiting or self._client is None:
                continue
            for number in self._delivery.still():
                with contextlib.suppress(nats.errors.Error, KeyError, ValueError):
                    await self._repeat(link, self._client, number)

    async def _repeat(self, link: Uplink, client: Client, number: int) -> None:
        asked = {"seq": number}
        found = (await msglog.ask(client, f"STREAM.MSG.GET.{msglog.STREAM}", asked))["message"]
        _, topic = _place(found["subject"])
        taken = msglog.instant_of(found["time"])
        link.tell(topic, stamped(base64.b64decode(found["data"]), taken))

    # --- from the centre ------------------------------------------------------------------------------

    async def _answered(self, topic: str, raw: bytes) -> None:
        client = self._client
        if client is None or not client.is_connected:
            return
        if topic == self._stored:
            with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
                await self._forget(client, json.loads(raw))
        with contextlib.suppress(nats.errors.Error):
            await client.publish(topic.replace("/", "."), raw)  # orders, to whom they are for

    async def _forget(self, client: Client, told: dict[str, Any]) -> None:
        for serial, number in self._delivery.stored(told).items():
            asked = {"filter": self._subjects[serial], "seq": number + 1}
            with contextlib.suppress(nats.errors.Error):
                await msglog.ask(client, f"STREAM.PURGE.{msglog.STREAM}", asked)


def _place(subject: str) -> tuple[str, str]:
    """Serial number, and the topic by which it came: `$MQTT.msgs.davy.r.<partition>.<…>`."""
    parts = subject.split(".")[5:]
    return parts[-1], "/".join(["davy", "up", *parts])
