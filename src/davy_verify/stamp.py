"""Reads and checks RFC 3161 time stamps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import TimeStampResponse, VerificationError, VerifierBuilder, decode_timestamp_response

__all__ = ["BadStampError", "believed", "certificates", "claimed"]


class BadStampError(ValueError):
    """This is no time stamp, or not one of these bytes by somebody trusted."""


def certificates(pem: bytes) -> tuple[Certificate, ...]:
    """The certificates of a PEM file. Raises ValueError when there are none."""
    return tuple(load_pem_x509_certificates(pem))


def claimed(answer: bytes) -> str:
    """The time that the stamp says, unproved. Raises BadStampError."""
    try:
        return _told(decode_timestamp_response(_in_order(answer)))
    except ValueError as error:
        raise BadStampError(str(error)) from error


def believed(answer: bytes, note: bytes, roots: Sequence[Certificate]) -> tuple[str, str]:
    """The time and the signer's name, proved: by a signer under these roots whose certificate was valid then
    and is meant for stamping, over these bytes. Raises BadStampError."""
    try:
        found = decode_timestamp_response(_in_order(answer))
        VerifierBuilder(roots=list(roots)).build().verify_message(found, note)
        (signer,) = found.signed_data.signer_infos
        return _told(found), f"{signer.issuer.rfc4514_string()} #{signer.serial_number}"
    except (VerificationError, ValueError) as error:
        raise BadStampError(str(error)) from error


def _told(found: TimeStampResponse) -> str:
    at: datetime = found.tst_info.gen_time
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).isoformat()


def _in_order(answer: bytes) -> bytes:
    """The certificates sorted as DER has it. OpenSSL writes them as the chain goes, and our reader takes DER
    only; they stand outside of what is signed."""
    try:
        whole = (0, len(answer))
        for step in (0, 1, 1, 0):  # response, token, what it wraps, signed data
            whole = _parts(answer, *whole)[step][1:]
        begin, end = next(part[1:] for part in _parts(answer, *whole) if answer[part[0]] == 0xA0)
        inside = _parts(answer, begin, end)
    except (IndexError, StopIteration):
        return answer
    return answer[:begin] + b"".join(sorted(answer[head:stop] for head, _, stop in inside)) + answer[end:]


def _parts(der: bytes, begin: int, end: int) -> list[tuple[int, int, int]]:
    """The elements in this stretch: where each begins, where its content begins, and where it ends. Raises
    IndexError for what is no DER."""
    found = []
    while begin < end:
        length = der[begin + 1]
        more = length - 0x80 if length >= 0x80 else 0
        start = begin + 2 + more
        stop = start + (int.from_bytes(der[begin + 2 : start]) if more else length)
        if length == 0x80 or stop > end:
            raise IndexError(begin)
        found.append((begin, start, stop))
        begin = stop
    return found
