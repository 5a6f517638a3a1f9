"""``davy serve --tls``: https that whoever has the plant's authority trusts, and that to take away."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest

from davy import clock
from davy.serve import tls
from davy.serve.tests.test_davy_serves_until_stopped import Davy

pytestmark = pytest.mark.kill

HOST = "davy.plant.lan"


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _get(port: int, authority: Path, path: str) -> str:
    trust = ssl.create_default_context(cafile=str(authority))
    with (
        socket.create_connection(("127.0.0.1", port), 20) as plain,
        trust.wrap_socket(plain, server_hostname=HOST) as secure,
    ):
        secure.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: secure.recv(65536), b"")).decode()


def test_https_for_the_name_and_the_authority_for_everybody(
    installation: Path, environment: dict[str, str], port: int
) -> None:
    made = tls.make(installation / "tls", HOST, clock.now())
    davy = Davy(environment, port, "--tls")
    try:
        davy.until(f"ready at https://{HOST}:{port}/")
        assert _get(port, made.authority, "/healthz").startswith("HTTP/1.1 200")
        told = _get(port, made.authority, tls.CA_PATH)
        assert told.endswith(made.authority.read_text())
        assert "application/x-x509-ca-cert" in told
        answer = _get(port, made.authority, "/api/v1/session")
        assert "strict-transport-security" in answer.lower()
        assert "PRIVATE" not in told + answer
    finally:
        davy.end()


def test_without_a_certificate_it_says_how_to_make_one(environment: dict[str, str], port: int) -> None:
    davy = Davy(environment, port, "--tls")
    try:
        davy.until("davy tls HOSTNAME")
    finally:
        davy.end()
