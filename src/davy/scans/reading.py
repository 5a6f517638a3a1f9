"""From a stored picture to proposals with a cutting beside each."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PIL import Image

from davy.people.catalogues import catalogues
from davy.scans import engine
from davy.scans.documents import documents, labels
from davy_core.scans.pieces import Box, lines
from davy_core.scans.propose import Holder, Proposal, kind_of, propose

__all__ = ["Found", "look"]

_MARGIN = 0.35  # of the height of the letters, around a cutting
_HIGH = 96  # pixels; a cutting is for the eye
_WIDE = 900  # pixels


@dataclass(frozen=True)
class Found:
    """`document`: its code, None when no title told it; `advice`: why the picture should be taken again
    (small, blurred, nothing); `cuttings`: data addresses by the name of the field."""

    document: str | None
    fields: tuple[Proposal, ...]
    advice: tuple[str, ...]
    cuttings: dict[str, str]


def look(
    picture: bytes, wanted: str | None, items: Sequence[str], today: date, holder: Holder | None
) -> Found:
    """Read a picture that was painted anew. `wanted`: the document it should be, None to go by its title;
    `items`: the catalogue of certificates. Raises engine.BusyError and engine.FailedError."""
    seen = engine.read(picture, labels())
    told = lines(seen.pieces)
    kind = wanted or kind_of(documents(), told)
    advice = _advice(seen) if told else ("nothing",)
    if kind is None:
        return Found(None, (), advice, {})
    document, periods = documents().by_code[kind], catalogues()
    fields = propose(documents(), document, told, items=items, catalogues=periods, today=today, holder=holder)
    return Found(kind, fields, advice, _cuttings(picture, seen, fields))


def _advice(seen: engine.Seen) -> tuple[str, ...]:
    limits = documents()
    small = ("small",) if min(seen.size) < limits.edge else ()
    return small + (("blurred",) if seen.sharpness < limits.sharpness else ())


def _cuttings(picture: bytes, seen: engine.Seen, fields: Sequence[Proposal]) -> dict[str, str]:
    with Image.open(io.BytesIO(picture)) as opened:
        upright = opened.convert("RGB").rotate(seen.turned, expand=True)
    scale = upright.width / seen.size[0]
    return {one.name: _cut(upright, one.box, scale) for one in fields if one.box is not None}


def _cut(picture: Image.Image, box: Box, scale: float) -> str:
    margin = _MARGIN * (box[3] - box[1])
    left, top, right, bottom = (
        edge * scale for edge in (box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin)
    )
    part = picture.crop((max(0, int(left)), max(0, int(top)), int(right) + 1, int(bottom) + 1))
    part.thumbnail((_WIDE, _HIGH))
    file = io.BytesIO()
    part.save(file, "JPEG", quality=75)
    return f"data:image/jpeg;base64,{base64.b64encode(file.getvalue()).decode()}"
