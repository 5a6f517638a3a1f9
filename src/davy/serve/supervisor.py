"""``davy serve``: one process that starts the others, keeps them running and takes them all down with it."""

import fcntl
import http.client
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from davy import clock
from davy.serve import broker, release, tls
from davy.serve.backup.restoring import UNFINISHED
from davy.serve.children import Child, Children
from davy.serve.cluster import Cluster
from davy.serve.failure import CannotServeError
from davy.serve.part import BEFORE, PARTS, Part
from davy.settings import env, places

__all__ = ["Options", "serve"]

_READY = 60.0  # seconds the web server may take to answer for the first time
_STOP_PARTS = 3.0  # of the five seconds a stop may take
_STOP_DATABASE = 1.5
_STOP_BROKER = 0.5
_REVIVED = 15.0  # seconds after which whoever looks after the others is back for a moment
_TICK = 0.2


@dataclass(frozen=True)
class Options:
    """What the command line asked for. ``data`` is the directory everything is kept in."""

    data: Path
    bind: str = "127.0.0.1"
    port: int = 8000
    demo: bool = False
    tls: bool = False


class _Stop(Exception):  # noqa: N818 (no error: somebody asked us to stop)
    pass


def serve(options: Options) -> int:
    """Run until SIGTERM or Ctrl-C; gives the exit code. Raises CannotServeError when it cannot start."""
    began = time.monotonic()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _ask_to_stop)
    with ExitStack() as stack:
        try:
            _serve(options, stack, began)
        except _Stop:
            _say("stopping")
        finally:
            _ignore_signals()  # a second Ctrl-C must not leave half of us running
    _say("stopped")
    return 0


def _serve(options: Options, stack: ExitStack, began: float) -> NoReturn:
    _lock(options.data, stack)
    secure = _secure(options) if options.tls else None
    listening = _listen(options.bind, options.port)
    stack.callback(listening.close)
    os.environ["DAVY_LISTEN_FD"] = str(listening.fileno())
    gate, opened = os.pipe()
    os.environ["DAVY_GATE_FD"] = str(gate)
    cluster = _database(options.data, stack)
    _migrate(cluster)
    messages = _broker(options, secure, stack)
    inherited = {"web": [listening.fileno(), gate]}
    parts = [part for part in _wanted(PARTS, options) if messages is not None or not part.broker]
    children = Children(Child(part, inherited.get(part.name, [])) for part in parts)
    stack.callback(children.stop, _STOP_PARTS)
    children.start(early=True)  # loading takes as long as what comes before serving: do both at once
    for part in _wanted(BEFORE, options):
        if not _run_once("davy.serve.part", part.target):
            # People must be able to stop work whatever else fails; without a clock nothing is started.
            _say(f"{part.name} FAILED; see above. Going on: stopping work must stay possible.")
    os.close(opened)
    children.start(early=False)
    _await_answer(options.port, children, secure)
    address = f"https://{secure.host}" if secure else f"http://{_shown(options.bind)}"
    _say(f"ready at {address}:{options.port}/  ({time.monotonic() - began:.1f} s)")
    while True:
        time.sleep(_TICK)
        if cluster is not None and (cluster.server is None or cluster.server.poll() is not None):
            _revive(cluster)
        if isinstance(messages, broker.Broker) and (told := messages.tend()) is not None:
            _say(told)
        for line in children.tend():
            _say(line)


def _broker(options: Options, secure: tls.Tls | None, stack: ExitStack) -> broker.Broker | str | None:
    """The broker of the field instruments, ours or the cluster that NATS_URL names; None where there is none.
    Without it nothing comes from instruments, and all else goes on: stopping work must stay possible."""
    if env.text("NATS_URL"):
        return env.text("NATS_URL")
    wanted = broker.options(options.bind, secure)
    if wanted is None:
        return None
    made = broker.Broker(options.data, wanted)
    try:
        made.start()
    except (CannotServeError, OSError) as error:
        _say(f"NO FIELD INSTRUMENT IS CONNECTED: {error}")
        _say("Going on without them: what they watch counts as unknown, and stopping work stays possible.")
        _say("It is tried again by itself.")
        stack.callback(made.stop, _STOP_BROKER)
        return made
    stack.callback(made.stop, _STOP_BROKER)
    _say(f"instruments: MQTT{' with TLS' if secure else ''} on {wanted.listen}:{wanted.port}")
    return made


def _lock(data: Path, stack: ExitStack) -> None:
    """One supervisor a data directory. The kernel gives the lock back, however we end."""
    if (data / UNFINISHED).exists():
        raise CannotServeError(
            f"{data} was not restored to the end. Restore the backup again into an empty directory."
        )
    lock = stack.enter_context((data / "serve.lock").open("a+", encoding="ascii"))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        other = lock.read().strip() or "unknown"
        raise CannotServeError(
            f"Davy already runs on {data} (process {other}). "
            "Stop it first, or choose another directory with --data."
        ) from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()


def _listen(bind: str, port: int) -> socket.socket:
    """The web socket, held here so that a restart of the web process refuses nobody."""
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((bind, port))
    except OSError as error:
        listening.close()
        raise CannotServeError(
            f"Port {port} on {bind} cannot be used ({error.strerror}): another program probably has it. "
            f"Choose another one, for instance: davy serve --port {port + 1}"
        ) from None
    listening.listen(1024)
    return listening


def _database(data: Path, stack: ExitStack) -> Cluster | None:
    """Start the embedded PostgreSQL, unless the environment names a server of the plant's own."""
    if os.environ.get("DAVY_DATABASE_URL", "").strip():
        return None
    home = places.cluster_directory(data)
    cluster = Cluster(home, places.socket_directory(data), data / "log" / "postgres.log")
    stack.callback(cluster.stop, _STOP_DATABASE)
    if not home.exists():
        _say("setting up the database (first start)")
    cluster.start()
    cluster.ensure_database(places.DATABASE)
    if not home.is_relative_to(data):
        _say(f"the database lies in {home}: its user cannot enter {data}")
    return cluster


def _revive(cluster: Cluster) -> None:
    """Start it again, for ever: while its disk is full it cannot, and the broker goes on taking readings."""
    _say("the database ended; starting it again")
    try:
        cluster.start(_REVIVED)
    except CannotServeError as error:
        _say(f"NOTHING IS STORED: {error}\nIt is tried again.")


def _migrate(cluster: Cluster | None) -> None:
    if cluster is not None and release.is_current(cluster.data):
        return
    if not _run_once("davy.cli", "migrate", "--quiet"):
        raise CannotServeError("The database could not be brought to this release; see above.")
    if not _run_once("davy.serve.part", "davy.serve.passkeys:tell"):
        _say("The log was not told of older passkeys; the hourly job does it. Going on.")
    if cluster is not None:
        release.remember(cluster.data)


def _wanted(parts: Iterable[Part], options: Options) -> list[Part]:
    return [part for part in parts if part.here and (options.demo or not part.demo)]


def _run_once(module: str, *arguments: str) -> bool:
    """Run one of our programs to its end; whether it succeeded. If not, it has said why."""
    return subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode == 0


def _secure(options: Options) -> tls.Tls:
    """The certificate of `davy tls`, told to the web process through the environment."""
    now = clock.now()
    found = tls.found(options.data / "tls", now)
    if found.ends - now < tls.RENEW:
        _say(f"the certificate ends on {found.ends:%Y-%m-%d}; renew it: davy tls {found.host}")
    os.environ["DAVY_TLS"] = str(found.directory)
    os.environ["DAVY_HTTPS"] = "1"
    os.environ.setdefault("DAVY_HOSTS", f"{found.host},localhost,.localhost,127.0.0.1,[::1]")
    return found


def _await_answer(port: int, children: Children, secure: tls.Tls | None) -> None:
    end = time.monotonic() + _READY
    while time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            if secure:
                trust = ssl.create_default_context(cafile=str(secure.authority))
                plain = socket.create_connection(("127.0.0.1", port), 5)
                connection.sock = trust.wrap_socket(plain, server_hostname=secure.host)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            pass
        finally:
            connection.close()
        for line in children.tend():
            _say(line)
        time.sleep(0.05)
    raise CannotServeError(f"The web server did not answer within {_READY:.0f} s; see above.")


def _shown(bind: str) -> str:
    return "localhost" if bind in {"127.0.0.1", "0.0.0.0", "::", "::1"} else bind  # noqa: S104 (only shown)


def _ask_to_stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _Stop


def _ignore_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _say(line: str) -> None:
    print(f"davy: {line}", flush=True)
