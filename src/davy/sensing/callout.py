"""Answers the broker's question whether a client may come in, over the accounts AUTH and SYS."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import nats
from django.db import InterfaceError, OperationalError, connection
from nats.aio.client import Client
from nats.aio.msg import Msg

from davy import clock
from davy.sensing import connections
from davy.sensing.access import Access
from davy.sensing.admission import Admission, Asked, Rights, read
from davy.sensing.nkey import Issuer, claims

__all__ = ["Callout", "connect"]

_log = logging.getLogger(__name__)

_SUBJECT = "$SYS.REQ.USER.AUTH"
_DAY = 86_400  # seconds a token counts; the broker then asks again
_THREADS = 2
T = TypeVar("T")


async def connect(access: Access, login: tuple[str, str], name: str, **more: Any) -> Client:
    """A connection that comes back by itself for ever."""

    async def told(error: Exception) -> None:
        _log.debug("%s: %r", name, error)

    return await nats.connect(
        list(access.urls),
        user=login[0],
        password=login[1],
        name=name,
        max_reconnect_attempts=-1,
        reconnect_time_wait=0.1,
        connect_timeout=2,
        error_cb=told,
        **more,
    )


class Door(Protocol):
    """Who decides; by itself that is the register of gateways."""

    def decide(self, asked: Asked, *, connected: bool) -> Rights | str:
        """The rights of one that is let in, or the code of the refusal."""

    def outdated(self, found: Iterable[connections.Open]) -> list[connections.Open]:
        """Those that would not be let in any more as they came in."""


class Callout:
    """Lets gateways in while `open`, and nobody else."""

    def __init__(self, access: Access, admission: Door | None = None) -> None:
        self._access = access
        self._issuer = Issuer(bytes.fromhex(access.issuer))
        self._admission: Door = admission or Admission()
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="davy-admission")
        self._open = False
        self._clients: list[Client] = []
        self._sys: Client | None = None

    async def start(self) -> None:
        """Begin to answer. Until `admit` every answer is no."""
        self._sys = await connect(self._access, self._access.sys, "davy watch sys")
        auth = await connect(self._access, self._access.auth, "davy watch auth")
        self._clients = [self._sys, auth]
        await auth.subscribe(_SUBJECT, queue="davy", cb=self._asked)
        await auth.flush()

    def admit(self, *, allowed: bool) -> None:
        """From now on let gateways in, or nobody."""
        self._open = allowed

    async def stop(self) -> None:
        """Answer nobody any more."""
        for client in self._clients:
            await client.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _asked(self, message: Msg) -> None:
        # Each in a task of its own: a slow one makes nobody else wait.
        asyncio.get_running_loop().create_task(self._answer(message))

    async def _answer(self, message: Msg) -> None:
        try:
            asked = read(claims(message.data.decode()))
        except (ValueError, KeyError):
            _log.exception("the broker asked something else")
            return
        try:
            verdict = await self._verdict(asked)
        except Exception:  # noqa: BLE001 - whatever fails, nobody comes in by it
            _log.exception("a gateway could not be judged")
            verdict = "not_judged"
        told = {"type": "authorization_response", "version": 2}
        told |= {"error": verdict} if isinstance(verdict, str) else {"jwt": self._token(asked, verdict)}
        answer = {"sub": asked.key, "aud": asked.server, "nats": told}
        await message.respond(self._issuer.sign(answer, self._seconds()).encode())

    async def _verdict(self, asked: Asked) -> Rights | str:
        if not self._open:
            return "not_ready"
        connected = await self._connected(asked)
        return await self._asked_of(lambda: self._admission.decide(asked, connected=connected))

    async def _asked_of(self, work: Callable[[], T]) -> T:
        """In a thread of the database. A connection to one that was started anew is left behind, or by this
        thread nobody would be let in any more."""

        def afresh() -> T:
            try:
                return work()
            except (OperationalError, InterfaceError):
                connection.close()
            return work()

        return await asyncio.get_running_loop().run_in_executor(self._threads, afresh)

    async def _connected(self, asked: Asked) -> bool:
        """Whether another client is in under this id, on any server of the cluster."""
        if self._sys is None or not asked.client:
            return False
        found = await connections.opened(self._sys, len(self._access.urls), asked.client)
        return any((one.server, one.cid) != (asked.server, asked.cid) for one in found)

    async def end_outdated(self) -> None:
        """End the connections of gateways whose password was renewed, or that were retired, since they came
        in."""
        if self._sys is None or not self._sys.is_connected:
            return
        found = await connections.opened(self._sys, len(self._access.urls))
        for one in await self._asked_of(lambda: self._admission.outdated(found)):
            _log.warning("%s is cut off: its password is not the one it came in with", one.client)
            await connections.end(self._sys, one)

    def _token(self, asked: Asked, rights: Rights) -> str:
        now = self._seconds()
        user = {
            "type": "user",
            "version": 2,
            "subs": -1,
            "data": -1,
            "payload": -1,
            "allowed_connection_types": ["MQTT"],
            "pub": {"allow": list(rights.publish)},
            "sub": {"allow": list(rights.subscribe)},
        }
        # The broker tells this name of each connection: by it one is known that came in by an old password.
        name = f"{asked.user}/{rights.mark}"
        told = {"sub": asked.key, "aud": "DAVY", "name": name, "exp": now + _DAY, "nats": user}
        return self._issuer.sign(told, now)

    def _seconds(self) -> int:
        return int(clock.now().timestamp())
