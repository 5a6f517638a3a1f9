"""Carries changes from the database to open browsers: one listening thread in, one queue a session out.

A notification holds ids only: ``{"company", "kind", "id", "version"}``. It goes to the sessions of that
company and to nobody else. Whoever may have missed one is told to read again (``resync``).
"""

import asyncio
import json
import logging
import threading
from collections import defaultdict
from collections.abc import Callable

import psycopg

__all__ = ["CHANNEL", "CLOSED", "RESYNC", "Hub"]

CHANNEL = "davy"
RESYNC = b"event: resync\ndata: {}\n\n"
CLOSED = b""  # tells a stream to end: the server stops

_WAITING = 100  # changes a slow browser may lag behind before it has to read everything again
_RETRY = 1.0  # seconds between attempts to reach the database
_PATIENCE = 5.0  # seconds a wait for notifications lasts, so that the thread notices when to stop

_log = logging.getLogger("davy.serve.hub")


class Hub:
    """The sessions with an open stream, by company. All methods but the thread run on the event loop."""

    def __init__(self, connect: Callable[[], "psycopg.Connection[tuple[object, ...]]"]) -> None:
        self._connect = connect
        self._queues: dict[str, set[asyncio.Queue[bytes]]] = defaultdict(set)
        self._stopping = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Begin to listen; called on the running loop."""
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._listen, name="davy-listen", daemon=True).start()

    def stop(self) -> None:
        """End every stream and the thread."""
        self._stopping.set()
        for queues in self._queues.values():
            for queue in queues:
                _put(queue, CLOSED)

    def stop_soon(self) -> None:
        """The same from a signal handler or another thread."""
        self._stopping.set()
        self._on_loop(self.stop)

    def join(self, company: str) -> asyncio.Queue[bytes]:
        """A queue of ready-made stream messages for one session of the company."""
        queue: asyncio.Queue[bytes] = asyncio.Queue(_WAITING)
        self._queues[company].add(queue)
        return queue

    def leave(self, company: str, queue: asyncio.Queue[bytes]) -> None:
        """The session is gone."""
        self._queues[company].discard(queue)
        if not self._queues[company]:
            del self._queues[company]

    def publish(self, payload: str) -> None:
        """Hand one notification to the sessions of its company; one that cannot be read goes to nobody."""
        try:
            change = json.loads(payload)
            company = str(change.pop("company"))
            message = f"event: change\ndata: {json.dumps(change)}\n\n".encode()
        except (ValueError, KeyError, AttributeError, TypeError):
            _log.warning("a notification on %s could not be read", CHANNEL)
            return
        for queue in self._queues.get(company, ()):
            _put(queue, message)

    def resync(self) -> None:
        """Tell everybody to read again: notifications were lost."""
        for queues in self._queues.values():
            for queue in queues:
                _put(queue, RESYNC)

    def _listen(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    self._on_loop(self.resync)  # whatever happened before we listened
                    while not self._stopping.is_set():
                        for notification in connection.notifies(timeout=_PATIENCE):
                            self._on_loop(self.publish, notification.payload)
            except psycopg.Error:
                _log.info("the database does not answer; trying again")
                self._stopping.wait(_RETRY)

    def _on_loop(self, call: Callable[..., None], *arguments: object) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call, *arguments)


def _put(queue: asyncio.Queue[bytes], message: bytes) -> None:
    """Never waits: a full queue is emptied and its reader told to read again."""
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(RESYNC)
        if message != CLOSED:
            return
    queue.put_nowait(message)
