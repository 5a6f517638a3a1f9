"""The process that reads letters from pictures: it has no network, no database, and memory of its own.

In: a line of JSON, ``{"picture": base64, "words": [...]}``. Out: a line of JSON, ``{"turned": degrees,
"size": [w, h], "sharpness": float, "pieces": [[text, [left, top, right, bottom], sure, slope], ...]}``,
pixels of the turned picture. The engine and its models come with ``davy[ocr]``; nothing is fetched."""

from __future__ import annotations

import base64
import io
import json
import math
import os
import resource
import socket
import sys
from collections.abc import Sequence
from typing import Any

__all__ = ["main"]

_MEMORY = 4 << 30  # bytes of address space; the engine takes about 1 GB of it
_EDGE = 2400  # pixels of the longer side; more only costs time
_SMALL = 900  # the same, where only the way it lies is asked
_WIDTH = 1000  # pixels at which sharpness is measured, so that it does not follow the size of the camera
_FEW = 3  # labels found; fewer, and the picture is tried turned


def main() -> None:
    """Answer until the other side closes."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not be taken for an answer
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    engine = _engine()
    for line in sys.stdin:
        asked = json.loads(line)
        answer = _read(engine, base64.b64decode(asked["picture"]), asked["words"])
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        out.flush()


def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 - an extra: only this process has it

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network here")

    # A model that is not in the package would be fetched: it fails instead.
    socket.socket.connect = refuse  # type: ignore[method-assign]  # on purpose
    # The classifier that turns single lines took "98" for "86": whole pages are turned below instead.
    return RapidOCR(params={"Global.use_cls": False, "Global.log_level": "critical"})


def _read(engine: Any, content: bytes, words: Sequence[str]) -> dict[str, Any]:
    from PIL import Image, ImageOps  # noqa: PLC0415 - beside the engine

    with Image.open(io.BytesIO(content)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail((_EDGE, _EDGE))
    turned, best = 0, _looked(engine, picture, 0)
    if _found(best, words) < _FEW:
        turned = _upright(engine, picture, best, words)
        best = _looked(engine, picture, turned) if turned else best
    wide, high = picture.size
    size = [high, wide] if turned in {90, 270} else [wide, high]
    return {"turned": turned, "size": size, "sharpness": _sharpness(picture), "pieces": best}


def _upright(engine: Any, picture: Any, seen: Sequence[Sequence[Any]], words: Sequence[str]) -> int:
    """Degrees until most labels are read, 0 where no turn is better; a small copy is enough to tell."""
    small = picture.copy()
    small.thumbnail((_SMALL, _SMALL))
    best, most = 0, _found(seen, words)
    tall = [box for _, box, _, _ in seen if box[3] - box[1] > 1.5 * (box[2] - box[0])]
    for turn in (90, 270, 180) if 2 * len(tall) >= max(len(seen), 1) else (180, 90, 270):
        found = _found(_looked(engine, small, turn), words)
        if found > most:
            best, most = turn, found
        if most >= _FEW:
            break
    return best


def _looked(engine: Any, picture: Any, turn: int) -> list[list[Any]]:
    import numpy as np  # noqa: PLC0415 - comes with the engine

    found = engine(np.asarray(picture.rotate(turn, expand=True))[:, :, ::-1])
    if found.boxes is None:
        return []
    return [
        [text, _box(corners), float(sure), _slope(corners)]
        for corners, text, sure in zip(found.boxes, found.txts, found.scores, strict=True)
    ]


def _box(corners: Any) -> list[float]:
    across, down = [float(one[0]) for one in corners], [float(one[1]) for one in corners]
    return [min(across), min(down), max(across), max(down)]


def _slope(corners: Any) -> float:
    (left, top), (right, beside) = corners[0], corners[1]
    return math.atan2(float(beside - top), float(right - left))


def _found(pieces: Sequence[Sequence[Any]], words: Sequence[str]) -> int:
    text = "".join(piece[0] for piece in pieces).replace(" ", "")
    return sum(word in text for word in words)


def _sharpness(picture: Any) -> float:
    """Variance of the Laplacian of the grey picture."""
    import cv2  # noqa: PLC0415 - comes with the engine
    import numpy as np  # noqa: PLC0415

    high = max(1, round(picture.height * _WIDTH / picture.width))
    grey = np.asarray(picture.convert("L").resize((_WIDTH, high)))
    return float(cv2.Laplacian(grey, cv2.CV_64F).var())


if __name__ == "__main__":
    main()
