"""A permit's evidence as a PDF: what happened, gas and signatures in words, under a signature that any reader
of PDF checks."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from davy import clock
from davy.archive.tests.signing_plant import signed_plant
from davy.db import tenant
from davy.evidence.documents import certificate, sealed
from davy.printing.dossier import dossier
from davy.printing.printout import Reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(step_clock: Callable[[timedelta], None], settings: object, tmp_path: Path) -> bytes:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    hands = signed_plant(step_clock).hands
    reader = Reader(hands.plant.company, "示范化工", "Asia/Shanghai", True)
    with tenant.company(hands.plant.company):
        told = dossier(
            reader, hands.permit, origin="https://davy.example", now=clock.now(), log="davy/x+1+AA"
        )
    assert told is not None
    return sealed(told)


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
