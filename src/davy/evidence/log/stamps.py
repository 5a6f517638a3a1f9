"""Time stamps of checkpoints after RFC 3161: what an authority outside is asked, and what is believed of it.

Stamped are the bytes of the checkpoint as the log signed it, without the lines of witnesses, so that the
stamp also tells that the log's key had signed by then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.x509 import Certificate, load_der_x509_certificate, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimeStampRequest,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from davy.db import rows
from davy.evidence.log import naming
from davy.evidence.log.ordered import ordered

__all__ = [
    "Kept",
    "Stamp",
    "StampError",
    "Trust",
    "believed",
    "covering",
    "keep",
    "newest",
    "over",
    "request",
    "trust",
]


class StampError(ValueError):
    """This is no time stamp of ours that can be believed. The message says why."""


@dataclass(frozen=True)
class Trust:
    """Which roots may vouch for an authority, and which of its policies count (none named: every one)."""

    roots: tuple[Certificate, ...]
    policies: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Stamp:
    """What an authority vouches for: that the bytes were there at this time, under this policy."""

    at: datetime
    policy: str


@dataclass(frozen=True)
class Kept:
    """A stamp beside its checkpoint: whose size, the answer of the authority as it came, the time it tells,
    and when we took it."""

    size: int
    answer: bytes
    stamped_at: datetime
    kept_at: datetime


def trust(roots: Path, policies: Sequence[str]) -> Trust:
    """Read the roots from a PEM file. Raises StampError when it holds no certificate, OSError when it cannot
    be read."""
    try:
        return Trust(tuple(load_pem_x509_certificates(roots.read_bytes())), frozenset(policies))
    except ValueError as error:
        raise StampError(f"{roots} holds no certificates: {error}") from error


def request(note: str) -> TimeStampRequest:
    """What is sent to an authority about this note, with a nonce of its own and asking for certificates."""
    return TimestampRequestBuilder().data(note.encode()).hash_algorithm(HashAlgorithm.SHA256).build()


def believed(answer: bytes, note: str, whom: Trust, nonce: int | None) -> Stamp:
    """What the answer proves of the note: signed by an authority under a trusted root, valid when it stamped,
    meant for stamping and named as the signer in what was signed; over these very bytes; and with our nonce,
    when given. Raises StampError."""
    return over(answer, hashlib.sha256(note.encode()).digest(), whom, nonce)


def over(answer: bytes, digest: bytes, whom: Trust, nonce: int | None) -> Stamp:
    """The same of bytes with this SHA-256. Raises StampError."""
    try:
        found = decode_timestamp_response(ordered(answer))
        if found.status != 0:
            raise StampError(f"the authority refused: status {found.status} {' '.join(found.status_string)}")
        builder = VerifierBuilder(roots=list(whom.roots), nonce=nonce)
        builder.build().verify(found, digest)
        if not naming.names(answer, _signers(found)):
            raise StampError("the signer's certificate is not the one that he named")
        info = found.tst_info
    except (VerificationError, ValueError) as error:
        raise StampError(str(error)) from error
    policy = info.policy.dotted_string
    if whom.policies and policy not in whom.policies:
        raise StampError(f"policy {policy} does not count here")
    at = info.gen_time
    return Stamp(at if at.tzinfo else at.replace(tzinfo=UTC), policy)


def _signers(found: TimeStampResponse) -> list[bytes]:
    """The certificates by the name and number of the signer: one, or none where two pass for him."""
    (signer,) = found.signed_data.signer_infos
    own = [
        der
        for der in found.signed_data.certificates
        for told in [load_der_x509_certificate(der)]
        if (told.issuer, told.serial_number) == (signer.issuer, signer.serial_number)
    ]
    return own if len(own) == 1 else []


def keep(company_id: UUID, size: int, authority: str, answer: bytes, *, at: datetime, now: datetime) -> None:
    """Keep a stamp beside its checkpoint for ever. Inside a tenant block."""
    rows.run(
        "INSERT INTO evidence_log_stamp (company_id, size, authority, answer, stamped_at, kept_at)"
        " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [company_id, size, authority, answer, at, now],
    )


def newest(company_id: UUID) -> Kept | None:
    """The stamp of the largest checkpoint that has one. Inside a tenant block."""
    found = rows.one(
        "SELECT size, answer, stamped_at, kept_at FROM evidence_log_stamp WHERE company_id = %s"
        " ORDER BY size DESC, stamped_at LIMIT 1",
        [company_id],
    )
    return _kept(found) if found else None


def covering(company_id: UUID, size: int, most: int) -> Kept | None:
    """The stamp of the smallest stamped checkpoint of `size` to `most` entries: it tells the earliest time by
    which all of the first `size` entries were there. Else the largest one below. Inside a tenant block."""
    found = rows.one(
        "SELECT size, answer, stamped_at, kept_at FROM evidence_log_stamp"
        " WHERE company_id = %(company)s AND size <= %(most)s"
        " ORDER BY size < %(size)s, abs(size - %(size)s), stamped_at LIMIT 1",
        {"company": company_id, "size": size, "most": most},
    )
    return _kept(found) if found else None


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(row["size"], bytes(row["answer"]), row["stamped_at"], row["kept_at"])
