"""A wire that dies where we choose: between a child process and PostgreSQL, counting statements."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

__all__ = ["NEVER", "Wire"]

NEVER = -1
ENDS_A_STATEMENT = b"QS"  # a simple query, or the Sync after an extended one
READY = b"Z"
Moment = Literal["before", "sent", "done"]


class Wire:
    """A socket in `directory` that leads to the server's. One child at a time."""

    def __init__(self, directory: Path, server: Path) -> None:
        """Listen where libpq looks for a server in this directory."""
        self._server = str(server / ".s.PGSQL.5432")
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(directory / ".s.PGSQL.5432"))
        self._listening.listen(1)

    def close(self) -> None:
        """Listen no more."""
        self._listening.close()

    def run(
        self, work: Callable[[], object], kill_at: int = NEVER, moment: Moment = "before"
    ) -> tuple[bool, int]:
        """Do the work in a forked child over this wire; whether it lived, and how many statements came.

        At statement number `kill_at` (the first is 0) the child gets SIGKILL: `before` the server has the
        statement, when it was `sent` and nobody waits, or when it is `done` and the child does not know it.
        """
        child = os.fork()
        if child == 0:
            _work_and_vanish(work)
        count = self._serve(child, kill_at, moment)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            assert os.WTERMSIG(status) == signal.SIGKILL
            return False, count
        assert os.WEXITSTATUS(status) == 0, "the work failed by itself; its error is on standard error"
        return True, count

    def _serve(self, child: int, kill_at: int, moment: Moment) -> int:
        client, _ = self._listening.accept()
        server = socket.socket(socket.AF_UNIX)
        server.connect(self._server)
        count = 0
        with client, server:
            answers = _messages(server, startup=False)
            for message in _relayed(client, server, answers):
                if count == kill_at and moment == "before":
                    os.kill(child, signal.SIGKILL)
                    break
                server.sendall(message)
                if count == kill_at:
                    if moment == "done":
                        next(kind for kind, _ in answers if kind == READY)
                    os.kill(child, signal.SIGKILL)
                    break
                count += 1
        return count


def _work_and_vanish(work: Callable[[], object]) -> None:
    """In the child: nothing of the parent's (its fixtures, its buffers) may run twice."""
    status = 1
    try:
        work()
        status = 0
    except BaseException as error:  # noqa: BLE001 - told, and the parent sees the status
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(status)


def _relayed(
    client: socket.socket, server: socket.socket, answers: Iterator[tuple[bytes, bytes]]
) -> Iterator[bytes]:
    """Pass everything on; yield each whole statement instead of passing it, so that the caller decides."""
    sent = _messages(client, startup=True)
    held = b""
    while True:
        ready, _, _ = select.select([client, server], [], [])
        if server in ready:
            with contextlib.suppress(StopIteration):
                client.sendall(next(answers)[1])
                continue
            return
        found = next(sent, None)
        if found is None:
            return
        kind, message = found
        held += message
        if kind in ENDS_A_STATEMENT and kind:
            yield held
            held = b""
        elif kind not in b"PBDEC" or not kind:
            server.sendall(held)
            held = b""


def _messages(wire: socket.socket, *, startup: bool) -> Iterator[tuple[bytes, bytes]]:
    """(type, whole message) after message; a client's first has no type. Ends with the connection."""
    while True:
        kind = b"" if startup else _exactly(wire, 1)
        startup = False
        length = _exactly(wire, 4)
        if len(length) < 4:
            return
        rest = _exactly(wire, struct.unpack("!I", length)[0] - 4)
        yield kind, kind + length + rest


def _exactly(wire: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        try:
            some = wire.recv(size - len(found))
        except ConnectionResetError:
            return found
        if not some:
            return found
        found += some
    return found
