"""The web server process: uvicorn with the front, on a socket the supervisor holds open."""

import importlib
import os
import socket
import sys
from pathlib import Path
from types import FrameType

import uvicorn

__all__ = ["run"]

_FRONT = "davy.asgi"  # by name: it stands beside us and knows us
_GRACE = 2  # seconds for requests in hand when the server stops


class _Server(uvicorn.Server):
    """Ends the streams of changes first: uvicorn would wait for them."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        front = sys.modules.get(_FRONT)
        if front is not None:
            front.app.hub.stop_soon()
        super().handle_exit(sig, frame)


def run() -> None:
    """Load, wait for the gate, serve until told to stop.

    Inherited from the supervisor: the listening socket DAVY_LISTEN_FD and the pipe DAVY_GATE_FD, which ends
    when everything that must happen before serving has happened.
    """
    importlib.import_module(_FRONT).load()
    with os.fdopen(int(os.environ["DAVY_GATE_FD"]), "rb") as gate:
        gate.read()
    listening = socket.socket(fileno=int(os.environ["DAVY_LISTEN_FD"]))
    secure = os.environ.get("DAVY_TLS")  # the directory of `davy tls`
    config = uvicorn.Config(
        f"{_FRONT}:app",
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        server_header=False,
        date_header=False,  # the front gives the date of our own clock
        timeout_graceful_shutdown=_GRACE,
        timeout_keep_alive=30,
        ssl_certfile=str(Path(secure) / "leaf.crt") if secure else None,
        ssl_keyfile=str(Path(secure) / "leaf.key") if secure else None,
    )
    _Server(config).run(sockets=[listening])
