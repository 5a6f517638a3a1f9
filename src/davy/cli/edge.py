"""Keep what devices on site tell while the line to the centre is cut, and deliver it once and in order."""

import argparse
import asyncio
import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from davy.edge.uplink import Where

__all__ = ["add_arguments", "run"]

_HERE = {"127.0.0.1", "localhost", "::1"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--centre", required=True, metavar="HOST[:PORT]", help="the MQTT port of Davy")
    parser.add_argument("--cafile", type=Path, metavar="FILE", help="the authority of its certificate")
    parser.add_argument("--topic", required=True, help="of the gateway, as Davy told it: davy/up/hh/S1/gw1")
    parser.add_argument(
        "--password-file", type=Path, required=True, metavar="FILE", help="holds the gateway's password"
    )
    parser.add_argument("--bind", default="127.0.0.1", help="where devices connect (with --tls)")
    parser.add_argument("--port", type=int, default=1884, help="their MQTT port (default: 1884)")
    parser.add_argument("--tls", action="store_true", help="let devices in over the network: see davy tls")
    parser.add_argument(
        "--megabytes", type=int, default=2048, help="kept over a cut; then the oldest goes (default: 2048)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Run until SIGTERM or Ctrl-C; 1 when it cannot, with what to do about it."""
    os.umask(0o077)
    os.environ.setdefault("DAVY_PROCESS", "davy-edge")
    django.setup()
    from davy.serve.failure import CannotServeError  # noqa: PLC0415 (needs Django)
    from davy.settings.env import BadSettingError  # noqa: PLC0415

    try:
        return _run(arguments)
    except (CannotServeError, BadSettingError, OSError, ValueError) as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1


@dataclass(frozen=True)
class _Login:
    user: str
    password: str
    down: str


def _where(arguments: argparse.Namespace) -> "Where":
    """Raises ValueError for a password that would go in the clear over a network."""
    from davy.edge.uplink import Where  # noqa: PLC0415

    host, _, port = (
        arguments.centre.rpartition(":") if ":" in arguments.centre else (arguments.centre, "", "")
    )
    if arguments.cafile is None and host not in _HERE:
        raise ValueError(f"name the authority of {host} with --cafile: no password goes in the clear")
    authority = None if arguments.cafile is None else str(arguments.cafile)
    return Where(host, int(port or (8883 if authority else 1883)), authority)


def _run(arguments: argparse.Namespace) -> int:
    from django.conf import settings  # noqa: PLC0415

    from davy import clock  # noqa: PLC0415
    from davy.edge.local import wire_of  # noqa: PLC0415
    from davy.edge.station import Station  # noqa: PLC0415
    from davy.edge.uplink import Uplink  # noqa: PLC0415
    from davy.sensing.access import found  # noqa: PLC0415
    from davy.serve import tls  # noqa: PLC0415
    from davy.serve.broker import Broker, Options  # noqa: PLC0415
    from davy.settings import env  # noqa: PLC0415
    from davy.settings.secret import secret  # noqa: PLC0415

    data, wire, where = settings.DATA, wire_of(arguments.topic), _where(arguments)
    password = arguments.password_file.read_text(encoding="utf-8").strip()
    own = secret(data / "edge-password", lambda: secrets.token_urlsafe(18).encode()).decode().strip()
    secure = tls.found(data / "tls", clock.now()) if arguments.tls else None
    listen = arguments.bind if secure else "127.0.0.1"
    sync = env.text("DAVY_BROKER_SYNC", "always")
    room = 2 + arguments.megabytes // 512  # gigabytes; more than the log itself takes
    broker = Broker(data, Options(listen, arguments.port, sync, room, secure))
    broker.start()
    try:
        access = found(data)
        if access is None:
            raise ValueError("the broker on site left no way to reach it")
        station = Station(broker, access, wire, own, arguments.megabytes * 2**20)
        link = Uplink(where, _Login(wire.user, password, wire.down), station.heard, lambda _: None)
        print(
            f"davy: devices connect to {listen}:{arguments.port}; user name and client id: their serial "
            f"number, or {wire.user} for all; password: in {data / 'edge-password'}",
            flush=True,
        )
        asyncio.run(station.run(link))
    finally:
        broker.stop(2.0)
    return 0
