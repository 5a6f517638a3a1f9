"""A permit's evidence as a PDF: what happened, gas and signatures in words, under a signature that any reader
of PDF checks."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from davy import clock
from davy.archive.tests.signing_plant import signed_plant
from davy.db import tenant
from davy.evidence.documents import certificate, sealed
from davy.evidence.log import stamps
from davy.printing.dossier import dossier
from davy.printing.printout import Reader
from davy.watch.papers import stamper
from davy.watch.tests.authority import Authority, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plain(step_clock: Callable[[timedelta], None], settings: object, tmp_path: Path) -> bytes:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    hands = signed_plant(step_clock).hands
    reader = Reader(hands.plant.company, "示范化工", "Asia/Shanghai", True)
    with tenant.company(hands.plant.company):
        told = dossier(
            reader, hands.permit, origin="https://davy.example", now=clock.now(), log="davy/x+1+AA"
        )
    assert told is not None
    return told


@pytest.fixture
def made(plain: bytes) -> bytes:
    return sealed(plain)


def _pdfsig(path: Path) -> str:
    return subprocess.run(["pdfsig", str(path)], capture_output=True, check=False, text=True).stdout


def _valid(made: bytes) -> tuple[bool, bool, bool]:
    """Whether it is intact, signed rightly by a trusted key, and the signature covers all of it."""
    _, _, own = pem.unarmor(certificate())
    context = ValidationContext(trust_roots=[x509.Certificate.load(own)])
    (signature,) = PdfFileReader(io.BytesIO(made)).embedded_signatures
    told = validate_pdf_signature(signature, context)
    whole = told.coverage is SignatureCoverageLevel.ENTIRE_FILE
    return told.intact, told.valid and told.trusted, whole


def test_it_tells_the_permit_and_one_change_is_found(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "d.pdf"
    path.write_bytes(made)
    words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True).stdout
    told = "".join(words.split())
    for word in ("作业票存证", "通行密钥", "设备+PIN+手写+照片", "手写图像", "气体检测", "davy/x+1+AA"):
        assert word in told, word
    assert "Signature is Valid" in _pdfsig(path)
    assert "ETSI.CAdES.detached" in _pdfsig(path)
    assert _valid(made) == (True, True, True)
    changed = bytearray(made)
    changed[len(made) // 3] ^= 1
    other = tmp_path / "changed.pdf"
    other.write_bytes(changed)
    assert "Signature is Valid" not in _pdfsig(other)
    assert _valid(bytes(changed))[0] is False


def _signature(made: bytes) -> EmbeddedPdfSignature:
    signatures: list[EmbeddedPdfSignature] = PdfFileReader(io.BytesIO(made)).embedded_signatures
    (signature,) = signatures
    return signature


def _stamped(made: bytes, root: bytes) -> tuple[bool, bool]:
    """Whether a time stamp over this very signature is in it, by somebody under the root."""
    (_, _, own), (_, _, tsa) = pem.unarmor(certificate()), pem.unarmor(root)
    ours, theirs = (ValidationContext(trust_roots=[x509.Certificate.load(one)]) for one in (own, tsa))
    told = validate_pdf_signature(_signature(made), ours, ts_validation_context=theirs)
    at = told.timestamp_validity
    assert told.intact
    assert told.valid
    return at is not None, at is not None and at.intact and at.valid and at.trusted


def _reason(made: bytes) -> str:
    return str(_signature(made).sig_object["/Reason"])


def test_an_authority_vouches_for_its_time(plain: bytes, settings: Any, tmp_path: Path) -> None:
    tsa = Authority.made(tmp_path / "tsa")
    with serving(tsa):
        settings.TSA, settings.TSA_ROOTS = [tsa.url], tsa.root
        clocked = stamper()
        made = sealed(plain, clocked)
        assert sealed(plain, clocked) != made
        assert tsa.asked == 3  # once to see how large, and once for each
    assert _stamped(made, tsa.root.read_bytes()) == (True, True)
    assert "时间由时间戳中心证明" in _reason(made)
    path = tmp_path / "d.pdf"
    path.write_bytes(made)
    assert "Signature is Valid" in _pdfsig(path)


@pytest.mark.parametrize("trouble", ["none set", "down", "a stranger", "another nonce"])
def test_without_an_authority_that_is_believed_it_says_so(
    plain: bytes, settings: Any, tmp_path: Path, trouble: str
) -> None:
    tsa, other = Authority.made(tmp_path / "tsa"), Authority.made(tmp_path / "other")
    with serving(tsa):
        settings.TSA = [] if trouble == "none set" else [tsa.url]
        settings.TSA_ROOTS = other.root if trouble == "a stranger" else tsa.root
        tsa.down = trouble == "down"
        if trouble == "another nonce":
            tsa.says.append(tsa.answer(stamps.request("else").as_bytes()))
        clocked = stamper()
        made = [sealed(plain, clocked) for _ in range(2)]
        assert tsa.asked == (0 if trouble == "none set" else 1), "who was away is not waited for again"
    for one in made:
        assert _stamped(one, tsa.root.read_bytes()) == (False, False)
        assert "没有时间戳" in _reason(one)
