"""A time-stamp authority of the tests: ``openssl ts`` behind a small HTTP server. It can be told to lie."""

from __future__ import annotations

import hashlib
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from davy import clock

__all__ = ["POLICY", "Authority", "serving"]

POLICY = "1.2.3.4.1"
Private = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Public = rsa.RSAPublicKey | ec.EllipticCurvePublicKey
_SERVES = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
signer_digest = sha256
certs = {folder}/root.pem
default_policy = {policy}
digests = sha256
ess_cert_id_alg = {named}
"""


@dataclass
class Authority:
    """Its address, the root that vouches for it, and how it answers: `down`, or with what it `says` first."""

    folder: Path
    url: str = ""
    down: bool = False
    says: list[bytes] = field(default_factory=list)
    asked: int = 0

    @property
    def root(self) -> Path:
        """The certificate to trust, as PEM."""
        return self.folder / "root.pem"

    def answer(self, query: bytes) -> bytes:
        """What ``openssl ts`` says to this query."""
        (self.folder / "query").write_bytes(query)
        command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query", "-out", "reply"]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return (self.folder / "reply").read_bytes()

    def posing(self, answer: bytes) -> bytes:
        """The same answer with a certificate of the same name and key that is meant for mail only."""
        signer = x509.load_pem_x509_certificate((self.folder / "signer.pem").read_bytes())
        mailer = (self.folder / "mailer.der").read_bytes()
        return answer.replace(signer.public_bytes(serialization.Encoding.DER), mailer)

    def resigned(self, answer: bytes, old: bytes, new: bytes) -> bytes:
        """The same answer, and as validly signed, with this in place of that in what is signed (RSA only)."""
        key = serialization.load_pem_private_key((self.folder / "signer.key").read_bytes(), None)
        assert isinstance(key, rsa.RSAPrivateKey)
        assert (len(old), answer.count(old)) == (len(new), 1)
        found = answer.replace(old, new)
        begin = max(found.rfind(b"\xa0\x81"), found.rfind(b"\xa0\x82"))
        told = (
            3 + found[begin + 2]
            if found[begin + 1] == 0x81
            else 4 + int.from_bytes(found[begin + 2 : begin + 4])
        )
        signed = b"\x31" + found[begin + 1 : begin + told]
        return found[:-256] + key.sign(signed, padding.PKCS1v15(), hashes.SHA256())

    def named_by(self, how: str = "sha256") -> bytes:
        """The hash of its certificate."""
        signer = x509.load_pem_x509_certificate((self.folder / "signer.pem").read_bytes())
        return hashlib.new(how, signer.public_bytes(serialization.Encoding.DER)).digest()

    @classmethod
    def made(
        cls,
        folder: Path,
        *,
        days: int = 365,
        curved: bool = False,
        named: str = "sha256",
        padded: bool = False,
    ) -> Authority:
        """One whose certificate ends after so many days (below 0: long since); `curved`: its keys are of
        P-256, else RSA; `named`: the hash by which it names its certificate; `padded`: the root signs by
        RSASSA-PSS."""
        folder.mkdir()
        now = clock.now()
        begin = now - timedelta(days=400)
        root_key, key = (_key(curved=curved) for _ in range(2))
        root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"root {folder.name}")])
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stamps")])
        ca = x509.BasicConstraints(ca=True, path_length=None)
        root = _certificate(root_name, root_name, root_key.public_key(), (begin, now + timedelta(days=4000)))
        signer = _certificate(name, root_name, key.public_key(), (begin, now + timedelta(days=days)))
        meant = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        mail = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        mailer = signer.add_extension(mail, critical=True).sign(root_key, hashes.SHA256())
        (folder / "mailer.der").write_bytes(mailer.public_bytes(serialization.Encoding.DER))
        (folder / "root.pem").write_bytes(_signed(root.add_extension(ca, critical=True), root_key, padded))
        meant_for = signer.add_extension(meant, critical=True)
        (folder / "signer.pem").write_bytes(_signed(meant_for, root_key, padded))
        pem = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        (folder / "signer.key").write_bytes(key.private_bytes(*pem))
        (folder / "tsa.cnf").write_text(_SERVES.format(folder=folder, policy=POLICY, named=named))
        (folder / "serial").write_text("01\n")
        return cls(folder)


def _certificate(
    name: x509.Name, issuer: x509.Name, key: Public, valid: tuple[datetime, datetime]
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(key)
    serial = builder.serial_number(x509.random_serial_number())
    return serial.not_valid_before(valid[0]).not_valid_after(valid[1])


def _key(*, curved: bool) -> Private:
    if curved:
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _signed(builder: x509.CertificateBuilder, key: Private, padded: bool) -> bytes:
    how = padding.PSS(padding.MGF1(hashes.SHA256()), 32) if padded else None
    return builder.sign(key, hashes.SHA256(), rsa_padding=how).public_bytes(serialization.Encoding.PEM)


@contextmanager
def serving(authority: Authority) -> Iterator[Authority]:
    """The authority answers at a loopback address as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            authority.asked += 1
            query = self.rfile.read(int(self.headers["Content-Length"]))
            body = authority.says.pop(0) if authority.says else b""
            if not authority.down:
                body = body or authority.answer(query)
            self.send_response(503 if authority.down else 200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    authority.url = f"http://127.0.0.1:{server.server_address[1]}/tsr"
    try:
        yield authority
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
