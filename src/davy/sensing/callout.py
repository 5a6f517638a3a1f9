"""Answers the broker's question whether a client may come in, over the accounts AUTH and SYS."""

from __future__ import annotations

import asyncio
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import nats
import nats.errors
from nats.aio.client import Client
from nats.aio.msg import Msg

from davy import clock
from davy.instruments.topics import Wire
from davy.sensing.access import Access
from davy.sensing.admission import Admission, Asked, read
from davy.sensing.nkey import Issuer, claims

__all__ = ["Callout", "connect"]

_log = logging.getLogger(__name__)

_SUBJECT = "$SYS.REQ.USER.AUTH"
_DAY = 86_400  # seconds a token counts; the broker then asks again
_GATHER = 0.25  # seconds in which the servers of a cluster tell of their connections
_THREADS = 2


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


class Callout:
    """Lets gateways in while `open`, and nobody else."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._issuer = Issuer(bytes.fromhex(access.issuer))
        self._admission = Admission()
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

    async def _verdict(self, asked: Asked) -> Wire | str:
        if not self._open:
            return "not_ready"
        connected = await self._connected(asked)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._threads, lambda: self._admission.decide(asked, connected=connected)
        )

    async def _connected(self, asked: Asked) -> bool:
        """Whether another client is in under this id, on any server of the cluster."""
        if self._sys is None or not asked.client:
            return False
        inbox = self._sys.new_inbox()
        found = await self._sys.subscribe(inbox)
        try:
            body = json.dumps({"mqtt_client": asked.client, "auth": True, "limit": 16}).encode()
            await self._sys.publish("$SYS.REQ.SERVER.PING.CONNZ", body, reply=inbox)
            return await self._others(found, asked)
        finally:
            await found.unsubscribe()

    async def _others(self, answers: Any, asked: Asked) -> bool:
        heard, wait = False, 2.0
        while True:
            try:
                answer = json.loads((await answers.next_msg(timeout=wait)).data)
            except nats.errors.TimeoutError:
                if not heard:
                    raise  # unknown is not no
                return False
            heard, wait = True, _GATHER if len(self._access.urls) > 1 else 0.01
            server = answer.get("server", {}).get("id")
            for one in answer.get("data", {}).get("connections") or ():
                if (server, one.get("cid")) != (asked.server, asked.cid):
                    return True

    def _token(self, asked: Asked, wire: Wire) -> str:
        now = self._seconds()
        user = {
            "type": "user",
            "version": 2,
            "subs": -1,
            "data": -1,
            "payload": -1,
            "allowed_connection_types": ["MQTT"],
            "pub": {"allow": list(wire.publish)},
            "sub": {"allow": list(wire.subscribe)},
        }
        return self._issuer.sign(
            {"sub": asked.key, "aud": "DAVY", "name": asked.user, "exp": now + _DAY, "nats": user}, now
        )

    def _seconds(self) -> int:
        return int(clock.now().timestamp())
