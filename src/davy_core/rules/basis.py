"""The basis of a permit: everything it is judged by, resolved into one document, its bytes and their hash.

Submit pins the hash; the document is stored unchanged, so that years later anybody can say by which rules a
permit was judged. Calendar, weather and certificates are facts and never part of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from davy_core.evidence.canonical import encode
from davy_core.rules.overlay import Overlay, OverlayError, apply
from davy_core.rules.pack import Pack, combine
from davy_core.rules.plain import Plain, plain


@dataclass(frozen=True)
class Basis:
    """The packs with their overlays on them, the document's canonical bytes, and its SHA-256 in hex."""

    packs: tuple[Pack, ...]
    body: bytes
    sha256: str


def resolve(
    packs: Sequence[Pack],
    overlays: Sequence[Overlay],
    *,
    template: Mapping[str, object],
    routes: object,
    limits: object,
) -> Basis:
    """Put the overlays on their packs in order and pin the result beside template, route table and limits.

    `template`, `routes` and `limits` are plain data or frozen dataclasses; decimals become text. The order of
    packs and of mapping keys does not change the hash. Raises OverlayError for an overlay that no pack takes
    or that loosens, PackError when requirements clash, TypeError for what is no plain data."""
    combine(packs)
    resolved = {pack.id: pack for pack in packs}
    for overlay in overlays:
        if overlay.pack not in resolved:
            raise OverlayError([f"overlay {overlay.id} is for {overlay.pack}, which is not among the packs"])
        resolved[overlay.pack] = apply(resolved[overlay.pack], overlay)
    together = tuple(resolved[name] for name in sorted(resolved))
    combine(together)
    document: dict[str, Plain] = {
        "v": 1,
        "packs": [plain(pack) for pack in together],
        "overlays": [{"id": o.id, "version": o.version, "pack": o.pack} for o in overlays],
        "template": plain(template),
        "routes": plain(routes),
        "limits": plain(limits),
    }
    body = encode(document)
    return Basis(together, body, sha256(body).hexdigest())
