"""A form's content set as one A4 page."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import segno
import typst

from davy.printing import fonts

__all__ = ["FORMS", "compiled", "qr", "render"]

FORMS = {f"A.{number}": f"a{number}.typ" for number in range(1, 9)}
SHEETS = Path(str(resources.files("davy.printing").joinpath("sheets")))
_one_at_a_time = threading.Lock()  # a compiler keeps what it read; two threads must not use it together


def render(form: str, content: Mapping[str, Any], *, link: str, printed_at: str, at: datetime) -> bytes:
    """The PDF of a form (A.1 to A.8) with the QR code of `link`; always one page.

    Raises KeyError for a form there is no sheet of, fonts.FontMissingError without Chinese type."""
    return compiled(FORMS[form], {**content, "qr": qr(link), "printed_at": printed_at}, at)


def compiled(sheet: str, data: Mapping[str, Any], at: datetime) -> bytes:
    """The PDF of a sheet of this package with its data. Raises fonts.FontMissingError."""
    kind = fonts.of()
    inputs = {"data": json.dumps(data, ensure_ascii=False), "song": kind.song, "hei": kind.hei}
    compiler = _compiler(sheet, kind)
    with _one_at_a_time:
        made = compiler.compile(format="pdf", sys_inputs=inputs, timestamp=int(at.timestamp()))
    if not isinstance(made, bytes):
        raise TypeError("the form came out as several files")
    return made


def qr(link: str) -> str:
    """The SVG of a QR code that holds the link."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode()


@cache
def _compiler(sheet: str, kind: fonts.Type) -> typst.Compiler:
    return typst.Compiler(input=SHEETS / sheet, root=SHEETS, font_paths=kind.fonts)
