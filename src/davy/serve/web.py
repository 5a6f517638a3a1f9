"""The web server process: uvicorn with the front, on a socket the supervisor holds open."""

import os
import socket
import sys
from types import FrameType

import uvicorn

__all__ = ["run"]

_GRACE = 2  # seconds for requests in hand when the server stops


class _Server(uvicorn.Server):
    """Ends the streams of changes first: uvicorn would wait for them."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        front = sys.modules.get("davy.asgi")
        if front is not None:
            front.app.hub.stop_soon()
        super().handle_exit(sig, frame)


def run() -> None:
    """Serve until told to stop. DAVY_LISTEN_FD names the listening socket inherited from the supervisor."""
    listening = socket.socket(fileno=int(os.environ["DAVY_LISTEN_FD"]))
    config = uvicorn.Config(
        "davy.asgi:app",
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        timeout_keep_alive=30,
    )
    _Server(config).run(sockets=[listening])
