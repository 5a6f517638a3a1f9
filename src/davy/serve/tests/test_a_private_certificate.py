"""A plant's own certificate: for one name, renewed under the same authority, closed to other users."""

from __future__ import annotations

import socket
import ssl
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from davy import clock
from davy.cli.main import main
from davy.serve import tls
from davy.serve.failure import CannotServeError

NOW = clock.now()
HOST = "davy.plant.lan"


def _greet(made: tls.Tls, host: str) -> str:
    """A real handshake with a client that trusts the authority alone; what the server said."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(made.certificate, made.key)
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        plain, _ = listening.accept()
        try:
            with server.wrap_socket(plain, server_side=True) as secure:
                secure.sendall(b"hello")
        except OSError:
            pass

    thread = threading.Thread(target=serve)
    thread.start()
    trust = ssl.create_default_context(cafile=str(made.authority))
    try:
        with (
            socket.create_connection(listening.getsockname()) as plain,
            trust.wrap_socket(plain, server_hostname=host) as secure,
        ):
            return secure.recv(5).decode()
    finally:
        thread.join()
        listening.close()


def test_a_client_that_trusts_the_authority_shakes_hands(tmp_path: Path) -> None:
    assert _greet(tls.make(tmp_path, HOST, NOW), HOST) == "hello"


def test_a_client_that_asks_for_another_name_does_not(tmp_path: Path) -> None:
    made = tls.make(tmp_path, HOST, NOW)
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        _greet(made, "other.plant.lan")


def test_the_authority_can_vouch_for_no_other_site(tmp_path: Path) -> None:
    made = tls.make(tmp_path / "a", HOST, NOW)
    other = tls.make(tmp_path / "b", "bank.example", NOW)
    forged = tls._leaf(
        "bank.example",
        tls._known(other.directory, "bank.example", NOW)[0],
        *tls._known(made.directory, HOST, NOW),
        NOW,
    )
    chain = forged.public_bytes(Encoding.PEM) + made.authority.read_bytes()
    made.certificate.write_bytes(chain)
    made.key.write_bytes((other.directory / "ca.key").read_bytes())
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        _greet(made, "bank.example")


@pytest.mark.parametrize(
    "name", ["10.1.2.3", "::1", "[fe80::1]", "*.plant.lan", "https://davy", "da vy", "", "-a.b"]
)
def test_what_is_no_host_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotServeError, match=r"IP address|no host name"):
        tls.make(tmp_path, name, NOW)
    assert not list(tmp_path.iterdir())


def test_keys_are_closed_to_others(tmp_path: Path) -> None:
    made = tls.make(tmp_path, HOST, NOW)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == {"ca.crt": 0o644, "leaf.crt": 0o644, "ca.key": 0o600, "leaf.key": 0o600}
    made.key.chmod(0o640)
    with pytest.raises(CannotServeError, match="chmod 600"):
        tls.found(tmp_path, NOW)


def test_a_renewal_keeps_the_authority(tmp_path: Path) -> None:
    first = tls.make(tmp_path, HOST, NOW)
    authority, leaf = first.authority.read_bytes(), first.certificate.read_bytes()
    later = tls.make(tmp_path, HOST, NOW + timedelta(days=370))
    assert not later.new_authority
    assert later.authority.read_bytes() == authority
    assert later.certificate.read_bytes() != leaf
    assert later.ends > first.ends
    assert _greet(tls.make(tmp_path, f"test.{HOST}", NOW), f"test.{HOST}") == "hello"


def test_another_name_needs_another_authority_by_word(tmp_path: Path) -> None:
    first = tls.make(tmp_path, HOST, NOW).authority.read_bytes()
    with pytest.raises(CannotServeError, match="--new-ca"):
        tls.make(tmp_path, "davy.other.lan", NOW)
    assert tls.make(tmp_path, "davy.other.lan", NOW, new_authority=True).authority.read_bytes() != first


def test_an_authority_near_its_end_makes_no_leaf(tmp_path: Path) -> None:
    tls.make(tmp_path, HOST, NOW)
    with pytest.raises(CannotServeError, match="ends before"):
        tls.make(tmp_path, HOST, NOW + timedelta(days=3300))


def test_nothing_is_served_without_a_certificate_or_with_one_that_ended(tmp_path: Path) -> None:
    with pytest.raises(CannotServeError, match="davy tls HOSTNAME"):
        tls.found(tmp_path, NOW)
    tls.make(tmp_path, HOST, NOW)
    assert tls.found(tmp_path, NOW).host == HOST
    with pytest.raises(CannotServeError, match=f"davy tls {HOST}"):
        tls.found(tmp_path, NOW + timedelta(days=398))


def test_the_leaf_lasts_no_longer_than_phones_accept(tmp_path: Path) -> None:
    leaf = x509.load_pem_x509_certificate(tls.make(tmp_path, HOST, NOW).certificate.read_bytes())
    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc <= timedelta(days=398)


def test_the_command_prints_steps_for_every_phone_and_a_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAVY_DATA", str(tmp_path))
    assert main(["tls", HOST, "--port", "8443"]) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("安卓", "苹果", "Windows", f"https://{HOST}:8443/davy-ca.crt", "█▀"))
    assert (tmp_path / "tls" / "ca.crt").exists()
    assert main(["tls", HOST]) == 0
    assert "CA 没有变" in capsys.readouterr().out
    assert main(["tls", "10.0.0.1"]) == 1
    assert "no passkeys" in capsys.readouterr().err
