"""Photos small enough for paper, as drawings that a sheet can hold."""

from __future__ import annotations

import base64
import io
from uuid import UUID

from PIL import Image, UnidentifiedImageError

from davy.attachments import files

__all__ = ["picture"]

_WIDE = 480  # pixels: two in a row on A4 at about 150 dpi
_QUALITY = 70


def picture(company_id: UUID, sha256: str) -> str | None:
    """The shown copy of a photo as SVG; None for what is gone or is no picture."""
    try:
        with Image.open(io.BytesIO(files.content(company_id, sha256, shown=True))) as found:
            small = found.convert("RGB")
    except files.StoreAwayError:  # a paper without its photos would say that there are none
        raise
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    small.thumbnail((_WIDE, _WIDE))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=_QUALITY)
    wide, high = small.size
    link = f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{wide}"'
        f' height="{high}" viewBox="0 0 {wide} {high}"><image width="{wide}" height="{high}"'
        f' xlink:href="{link}"/></svg>'
    )
