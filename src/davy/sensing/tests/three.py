"""Three brokers as one cluster on this machine, each of which can be killed and started again."""

from __future__ import annotations

import json
import secrets
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from davy.sensing.access import Access
from davy.sensing.nkey import Issuer
from davy.sensing.tests.field import free_port
from davy.serve import broker as brokers
from davy.serve.broker import Broker, Options
from davy.settings import places

__all__ = ["Node", "three"]


@dataclass
class Node:
    """One broker. `mqtt` is its port for gateways."""

    conf: Path
    mqtt: int
    url: str
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [brokers._program(), "-c", str(self.conf)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def three(home: Path) -> Iterator[list[Node]]:
    """A cluster that runs, and the file by which processes with this data directory reach it."""
    issuer = Issuer.new()
    nodes = [
        Node(home / f"node{n}" / "nats.conf", free_port(), f"nats://127.0.0.1:{free_port()}")
        for n in range(3)
    ]
    routes = [free_port() for _ in nodes]
    watch, auth, sys = ((name, secrets.token_urlsafe(24)) for name in ("watch", "auth", "sys"))
    access = Access(tuple(node.url for node in nodes), watch, auth, sys, issuer.seed.hex())
    told = places.broker_access(home)
    told.parent.mkdir(parents=True, exist_ok=True)
    told.write_text(json.dumps(access.told() | {"replicas": None}), encoding="utf-8")
    every = ", ".join(f'"nats://127.0.0.1:{port}"' for port in routes)
    for n, node in enumerate(nodes):
        (node.conf.parent / "log").mkdir(parents=True)
        made = Broker(node.conf.parent, Options("127.0.0.1", node.mqtt, sync="100ms"))
        conf = made._conf(replace(access, urls=(node.url,)), issuer)
        conf = conf.replace("server_name: davy", f"server_name: davy{n}")
        conf = conf.replace("reject_qos2_publish: true", "reject_qos2_publish: true, stream_replicas: 3")
        cluster = f'cluster {{ name: davy, listen: "127.0.0.1:{routes[n]}", routes: [{every}] }}'
        node.conf.write_text(f"{conf}{cluster}\n", encoding="utf-8")
        node.start()
    try:
        yield nodes
    finally:
        for node in nodes:
            node.kill()
