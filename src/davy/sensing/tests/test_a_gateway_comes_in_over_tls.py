"""MQTT over TLS with the certificate of `davy tls`: who trusts its authority comes in, a foreign authority or
another name does not, and without TLS nobody does."""

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from davy import clock
from davy.edge.uplink import Uplink, Where
from davy.sensing.tests import register
from davy.sensing.tests.field import Client, Field, until
from davy.serve import tls
from davy.serve.broker import Broker, Options

HOST = "davy.plant.lan"


def _resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plant's DNS: its name is this machine."""
    known: Callable[..., object] = socket.getaddrinfo

    def asked(host: object, *more: object, **named: object) -> object:
        return known("127.0.0.1" if host == HOST else host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", asked)


def _shaken(host: str, port: int, authority: Path) -> None:
    """A client's first step, as paho takes it. Raises ssl.SSLError."""
    trust = ssl.create_default_context(cafile=str(authority))
    with socket.create_connection((host, port), 10) as plain, trust.wrap_socket(plain, server_hostname=host):
        pass


def test_by_the_plants_own_authority_alone(
    field: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _resolved(monkeypatch)
    made = tls.make(tmp_path / "tls", HOST, clock.now())
    other = tls.make(tmp_path / "other", HOST, clock.now())
    field.broker = Broker(field.home, Options("127.0.0.1", field.port, "100ms", secure=made))
    login = register.gateway(field.plant, "gw1")
    register.instrument(field.plant, "SN-1", "gw1")
    field.start()
    link = Uplink(Where(HOST, field.port, str(made.authority)), login, lambda *_: None, lambda _: None)
    link.start()
    until(lambda: link.fault is None)
    link.tell(f"{login.up}/SN-1", b'{"seq":1,"boot":"a","lel":1.5}')
    link.pump()
    until(field.readings)
    link.stop()
    with pytest.raises(ssl.SSLError):
        _shaken(HOST, field.port, other.authority)
    with pytest.raises(ssl.SSLError):
        _shaken("127.0.0.1", field.port, made.authority)
    plain = Client(login.user, login.password, field.port)
    with suppress(AssertionError, OSError):
        plain.connect(3)
    assert plain.reason != 0
    plain.mqtt.loop_stop()
