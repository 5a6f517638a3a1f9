"""The watch process: lets gateways in, reads the partitions it holds, writes what they told, says what is
stored."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

import nats.errors
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from nats.aio.client import Client

from davy import clock
from davy.ids import uuid7
from davy.sensing import backlog, dropping, msglog, orders, releasing, silence, spaces, violations
from davy.sensing import lease as leases
from davy.sensing.access import Access, found
from davy.sensing.callout import Callout, connect
from davy.sensing.commit import BusyError, Stored, commit
from davy.sensing.lease import Lease, LeaseLostError
from davy.sensing.messages import Message
from davy.sensing.reader import BATCH, Reader

__all__ = ["Watch", "awaited", "run"]

_log = logging.getLogger(__name__)

_BEAT = 1.5  # seconds; a quarter of what a lease lasts
_SEND = 0.2  # seconds between two looks at what was ordered
_FLUSH = 2  # seconds the broker may take to have what was sent
_WRITERS = 4  # partitions written at the same time
_AGAIN = 0.05  # seconds until a batch that found somebody's lock is tried again
_WAIT = 1.0  # seconds until a database or a broker that is not there is asked again
T = TypeVar("T")


def run() -> None:
    """Watch until told to stop."""
    asyncio.run(_until_told())


async def _until_told() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    access = await awaited(stop)
    if access is None:
        return
    watch = Watch(access)
    await watch.start()
    await stop.wait()
    await watch.stop()


async def awaited(stop: asyncio.Event) -> Access | None:
    """How to reach the broker, as soon as there is one; None when told to stop before."""
    if found(settings.DATA) is None:
        _log.warning("there is no broker to watch; waiting for one")
    while (access := found(settings.DATA)) is None and not stop.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), _WAIT)
    return access


class Watch:
    """One worker."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._id: UUID = uuid7()
        self._callout = Callout(access)
        self._readers: dict[int, Reader] = {}
        self._writing: dict[int, asyncio.Task[None]] = {}
        self._writers = ThreadPoolExecutor(_WRITERS, thread_name_prefix="davy-readings")
        self._sender = ThreadPoolExecutor(1, thread_name_prefix="davy-orders")
        self._keeper = ThreadPoolExecutor(1, thread_name_prefix="davy-leases")
        self._checked = asyncio.Event()
        self._ready = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._client: Client | None = None
        self._fault: str | None = None
        self._full = False
        self._untaken = 0  # tries in a row that the log did not answer
        self._noted: dict[int, leases.Waiting] = {}
        self._looked: dict[int, float] = {}  # when each partition was last looked at, by the monotonic clock

    async def start(self) -> None:
        """Connect, make sure that the log keeps what it acknowledges, let gateways in, read."""
        await self._callout.start()
        self._client = await connect(
            self._access, self._access.watch, "davy watch", reconnected_cb=self._reconnected
        )
        loop = asyncio.get_running_loop()
        tasks = [
            self._beating(), self._tending(), self._turning(), self._sending(), self._calling(),
        ]  # fmt: skip
        if self._access.log is not None:
            tasks.append(violations.follow(self._access.log, self._in_thread))
        self._tasks = [loop.create_task(task) for task in tasks]

    async def stop(self) -> None:
        """Finish the batches in hand and give the partitions back."""
        self._callout.admit(allowed=False)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._writing.values(), return_exceptions=True)
        held = [reader.lease for reader in self._readers.values()]
        for reader in self._readers.values():
            await reader.stop()
        with contextlib.suppress(OperationalError, InterfaceError):
            await self._in_thread(lambda: leases.released(held))
            await self._in_thread(lambda: leases.gone(self._id))
        await self._callout.stop()
        if self._client is not None:
            await self._client.close()
        self._writers.shutdown()
        self._sender.shutdown()
        self._keeper.shutdown()

    async def _in_thread(self, work: Callable[[], T], threads: ThreadPoolExecutor | None = None) -> T:
        """In a thread of the database (None: one that writes); a connection that broke is left behind."""

        def safely() -> T:
            try:
                return work()
            except (OperationalError, InterfaceError):
                connection.close()
                raise

        return await asyncio.get_running_loop().run_in_executor(threads or self._writers, safely)

    async def _reconnected(self) -> None:
        for reader in self._readers.values():
            reader.doubt()

    # --- leases ---------------------------------------------------------------------------------------

    async def _beating(self) -> None:
        """Leases are renewed here and nothing else is done: what asks the broker, or judges, may take longer
        than a lease lasts. Nothing is taken before the log was looked at once."""
        await self._checked.wait()
        while True:
            try:
                await self._beat()
            except (OperationalError, InterfaceError):
                _log.exception("the database does not answer")
                await asyncio.sleep(_WAIT)
            except Exception:  # noqa: BLE001 - what goes wrong here must not end the watching
                _log.exception("a beat of the watch failed")
            await asyncio.sleep(_BEAT)

    async def _tending(self) -> None:
        """All that has to be seen to again and again, however long it takes."""
        turn = 0
        while True:
            try:
                try:
                    await self._check()
                finally:
                    self._checked.set()
                if turn % 4 == 0:
                    await self._try()
                    await self._passed()
                await self._look()
                with contextlib.suppress(nats.errors.Error):
                    await self._callout.end_outdated()
                if turn % 4 == 0:
                    await self._in_thread(releasing.release_ended)
            except (OperationalError, InterfaceError):
                _log.exception("the database does not answer")
                await asyncio.sleep(_WAIT)
            except Exception:  # noqa: BLE001 - what goes wrong here must not end the watching
                _log.exception("a turn of the watch failed")
            turn += 1
            await asyncio.sleep(_BEAT)

    async def _check(self) -> None:
        """The log keeps what it acknowledges, or nobody is let in. Asked again and again: somebody may have
        made another one meanwhile."""
        if self._client is None or not self._client.is_connected:
            return
        try:
            await msglog.prepare(self._client, self._access.replicas, self._access.most)
        except msglog.LogUnfitError as error:
            if self._fault is None:
                _log.error("NO INSTRUMENT IS LET IN: %s", error)
            self._fault = str(error)
        except nats.errors.Error:
            return
        else:
            self._fault = None
        self._callout.admit(allowed=self._fault is None)

    async def _try(self) -> None:
        """Whether the log takes anything; a gateway is told of it by nothing but silence."""
        client = self._line()
        if client is None or self._fault is not None:
            return
        with contextlib.suppress(nats.errors.Error):
            self._untaken = 0 if await msglog.takes(client) else self._untaken + 1
            full = self._untaken > 1  # once may be a cluster that chooses who leads
            if full and not self._full:
                _log.error("NO READING IS TAKEN: the broker cannot write; its disk is probably full")
            self._full = full

    async def _passed(self) -> None:
        """How far each partition was read to the end, and what the log dropped before that. The log is asked
        first: what came since counts the next time."""
        client = self._line()
        if client is None:
            return
        with contextlib.suppress(nats.errors.Error, KeyError):
            log = await msglog.state(client)
            whole = []
            for partition, reader in list(self._readers.items()):
                caught_up = await reader.caught_up()
                read = reader.unlooked(whole=caught_up)
                if read is not None:
                    await self._in_thread(partial(dropping.look, reader.lease, read, log["first_seq"]))
                if caught_up:
                    whole.append(partition)
            await self._in_thread(lambda: dropping.passed(self._id, whole, log["last_seq"]))

    async def _beat(self) -> None:
        held = [reader.lease for reader in self._readers.values()]
        doubt = leases.BROKER_GONE if self._line() is None else leases.BROKER_FULL if self._full else None
        kept, give = await self._in_thread(
            lambda: leases.beat(self._id, held, self._fault, doubt=doubt), self._keeper
        )
        await self._note()
        wanted = {lease.partition: lease for lease in kept}
        back = []
        for partition, reader in list(self._readers.items()):
            if partition not in wanted or wanted[partition].epoch != reader.lease.epoch:
                await self._leave(partition)
                back.append(reader.lease)
        returned = [lease for lease in back if lease in give]
        if returned:
            await self._in_thread(lambda: leases.released(returned), self._keeper)
        for partition, lease in wanted.items():
            if partition not in self._readers:
                await self._take(lease)

    async def _note(self) -> None:
        """What waits is noted at each beat: whoever calls people about it reads it there."""
        for partition, reader in list(self._readers.items()):
            waits = reader.waits()
            if waits != self._noted.get(partition):
                await self._in_thread(partial(leases.note, reader.lease, waits), self._keeper)
                self._noted[partition] = waits

    async def _calling(self) -> None:
        """People are called when what waits gets old. Apart from the beat: who cannot be called holds up
        neither the taking of a partition nor the lease of one."""
        while True:
            try:
                await self._in_thread(lambda: backlog.tell(clock.now()))
                if self._full:
                    await self._in_thread(lambda: backlog.call("readings_refused"))
                if await self._in_thread(lambda: dropping.fresh(clock.now())):
                    await self._in_thread(lambda: backlog.call("readings_dropped"))
            except Exception:  # noqa: BLE001 - tried again for ever
                _log.exception("it cannot be told that readings wait or are refused")
            await asyncio.sleep(_BEAT)

    async def _look(self) -> None:
        """At what the passing of time tells. A partition that is still being read is looked at when it was
        read: until then its silence is our own (S18), unless that lasts."""
        now = time.monotonic()
        ripe = []
        for partition, reader in self._readers.items():
            idle = not reader.waiting and reader.behind == 0 and partition not in self._writing
            if idle or now - self._looked.setdefault(partition, now) > silence.OWN_SILENCE.total_seconds():
                self._looked[partition] = now
                ripe.append(reader.lease)
        await self._in_thread(lambda: silence.look_at(ripe))
        await self._in_thread(spaces.look_at_all)

    async def _take(self, lease: Lease) -> None:
        if self._client is None:
            return
        reader = Reader(self._client, lease, self._ready)
        self._readers[lease.partition] = reader
        await reader.start()

    async def _leave(self, partition: int) -> None:
        reader = self._readers.pop(partition)
        self._looked.pop(partition, None)
        self._noted.pop(partition, None)
        await reader.stop()
        if partition in self._writing:
            await asyncio.gather(self._writing[partition], return_exceptions=True)

    # --- orders ---------------------------------------------------------------------------------------

    async def _sending(self) -> None:
        """What was ordered goes down, as long as there is a broker to take it. By a thread of its own: a cut
        does not wait behind what there is to write."""
        while True:
            try:
                await self._send()
            except (OperationalError, InterfaceError, nats.errors.Error):
                _log.exception("orders cannot be sent; they are tried again until they are void")
                await asyncio.sleep(_WAIT)
            except Exception:  # noqa: BLE001 - what goes wrong with one order must not hold up the next
                _log.exception("orders could not be sent")
                await asyncio.sleep(_WAIT)
            await asyncio.sleep(_SEND)

    async def _send(self) -> None:
        if self._line() is None:
            return
        letters = await self._in_thread(orders.claim, self._sender)
        for letter in letters:
            # What the client keeps while the line is down comes late, and behind what was ordered since.
            client = self._line()
            if client is None:
                return
            await client.publish(letter.subject, letter.body)
        client = self._line() if letters else None
        if client is not None:
            await client.flush(_FLUSH)

    def _line(self) -> Client | None:
        """The connection to the broker while it is up."""
        return self._client if self._client is not None and self._client.is_connected else None

    # --- writing --------------------------------------------------------------------------------------

    async def _turning(self) -> None:
        """Whoever has something to write and is not at it begins."""
        while True:
            await self._ready.wait()
            self._ready.clear()
            for partition, reader in list(self._readers.items()):
                if reader.waiting and partition not in self._writing:
                    task = asyncio.get_running_loop().create_task(self._write(partition, reader))
                    self._writing[partition] = task

    async def _write(self, partition: int, reader: Reader) -> None:
        try:
            while reader.waiting and self._readers.get(partition) is reader:
                batch = [reader.waiting[i] for i in range(min(BATCH, len(reader.waiting)))]
                if not await self._batch(reader, batch):
                    return
        finally:
            self._writing.pop(partition, None)
            if reader.waiting:
                self._ready.set()

    async def _batch(self, reader: Reader, batch: Sequence[Message]) -> bool:
        """Write one batch; False when the partition is not ours any more."""
        behind = reader.behind + len(reader.waiting) - len(batch)
        try:
            told = await self._in_thread(lambda: commit(reader.lease, batch, behind))
        except LeaseLostError:
            _log.warning("partition %d was taken by another worker", reader.lease.partition)
            self._readers.pop(reader.lease.partition, None)
            await reader.stop()
            return False
        except BusyError:
            await asyncio.sleep(_AGAIN)
            return True
        except (OperationalError, InterfaceError):
            _log.exception("readings cannot be written; they wait in the broker")
            await asyncio.sleep(_WAIT)
            return True
        except Exception:  # noqa: BLE001 - tried again for ever: nothing is lost while the broker keeps it
            _log.exception("a batch of partition %d failed", reader.lease.partition)
            await asyncio.sleep(_WAIT)
            return True
        for _ in batch:
            reader.waiting.popleft()
        await reader.more()
        await self._tell(told)
        return True

    async def _tell(self, told: Sequence[Stored]) -> None:
        """What is stored, to the gateways: they may forget it now."""
        if self._client is None:
            return
        for stored in told:
            subject = f"davy.down.{stored.wire}.{stored.gateway}.stored"
            body: dict[str, Any] = dict(stored.upto)
            with contextlib.suppress(nats.errors.Error):
                await self._client.publish(subject, json.dumps(body).encode())
