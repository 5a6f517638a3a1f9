"""Bundles with time stamps and witnesses for the vectors, and whom the reader of each trusts."""

from __future__ import annotations

import base64
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive.tests.doubting import verdict
from davy.archive.tests.forged import note, vouched
from davy.evidence.log import stamps
from davy.watch.tests.authority import Authority
from davy.watch.witness.keys import OurKey
from davy_core.evidence.note import parsed
from davy_verify.note import Witness
from davy_verify.outside import Trust
from davy_verify.stamp import certificates

__all__ = ["trusted", "vouched_cases"]

Files = dict[str, bytes]
SOON, EARLY = datetime(2026, 11, 22, 0, 5, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)
LATE = datetime(2026, 12, 1, tzinfo=UTC)
PARK, HEAD = (OurKey(f"w/{n}", Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32)) for n in (1, 2))


def trusted(told: Mapping[str, Any]) -> Trust:
    """Whom the reader of a case trusts."""
    roots = certificates(base64.b64decode(told["roots"])) if "roots" in told else ()
    return Trust(roots, tuple(Witness.of(one) for one in told.get("witnesses", ())), told.get("needed"))


def vouched_cases(base: Files, resigned: Callable[[Files], Files], key: str) -> list[dict[str, Any]]:
    """Each with its files, whom its reader trusts, and what davy-verify says."""
    leaves = base["log/entries.jsonl"].splitlines()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name, files, trust in [*_stamped(leaves, Path(folder)), *_witnessed(leaves)]:
            whole = resigned({**base, **files})
            more = {n: base64.b64encode(b).decode() for n, b in whole.items() if base.get(n) != b}
            told = verdict(whole, key, None, trusted(trust))
            found.append({"name": name, "files": more, "trust": trust, "expected": told})
    return found


def _stamped(leaves: list[bytes], folder: Path) -> Sequence[tuple[str, Files, dict[str, Any]]]:
    ours, curved = Authority.made(folder / "rsa"), Authority.made(folder / "curved", curved=True)
    stranger, ended = Authority.made(folder / "stranger"), Authority.made(folder / "ended", days=-1)

    def by(tsa: Authority, of: list[bytes] = leaves) -> bytes:
        return tsa.answer(stamps.request(note(of).decode()).as_bytes())

    def roots(tsa: Authority) -> dict[str, Any]:
        return {"roots": base64.b64encode(tsa.root.read_bytes()).decode()}

    def whole(tsr: bytes) -> Files:
        return vouched(leaves, leaves, stamp_tsr=tsr)

    older, padded = Authority.made(folder / "older", named="sha1"), Authority.made(folder / "p", padded=True)
    good, own, other = by(ours), ours.named_by(), bytes.fromhex("2a864886f70d010910022f")
    earlier = vouched(leaves[:2], leaves, stamp_tsr=by(ours, leaves[:2]))
    return [
        ("a stamp by somebody trusted", whole(good), roots(ours)),
        ("a stamp on a curve", whole(by(curved)), roots(curved)),
        ("a stamp, and nobody trusted", whole(good), {}),
        ("a stamp that names its certificate by SHA-1", whole(by(older)), roots(older)),
        ("a stamp under a root that signs by PSS", whole(by(padded)), roots(padded)),
        ("a stamp that names another certificate", whole(ours.resigned(good, own, own[::-1])), roots(ours)),
        ("a stamp that names none", whole(ours.resigned(good, other, other[:-1] + b"0")), roots(ours)),
        ("a stamp signed as nobody here can judge", whole(_of_a_kind(good)), roots(ours)),
        ("a stamp by a stranger", whole(by(stranger)), roots(ours)),
        ("a stamp by an ended certificate", whole(by(ended)), roots(ended)),
        ("a stamp by a certificate for mail", whole(ours.posing(good)), roots(ours)),
        ("a stamp over another log", whole(by(ours, leaves[:1])), roots(ours)),
        ("a stamp that was refused", whole(b"0\x030\x01\x02"), roots(ours)),
        ("no stamp at all", whole(b"nothing"), roots(ours)),
        ("no stamp, and nobody trusted", whole(b"nothing"), {}),
        ("a stamp is wanted", vouched(leaves, leaves), roots(ours)),
        ("a stamp before the last entry", earlier, roots(ours)),
        *((f"a stamp with {what} changed", whole(tsr), roots(ours)) for what, tsr in _changed(good).items()),
    ]  # fmt: skip


def _changed(good: bytes) -> dict[str, bytes]:
    """The answer with one thing changed in it."""
    changed = {
        "the time": re.sub(rb"\x18\x0f20\d\d", b"\x18\x0f2000", good, count=1),
        "the signature": good[:-1] + bytes([good[-1] ^ 1]),
        "the policy": good.replace(b"\x06\x04\x2a\x03\x04\x01", b"\x06\x04\x2a\x03\x04\x02", 1),
    }
    assert all(one != good for one in changed.values())
    return changed


def _of_a_kind(good: bytes) -> bytes:
    """The same answer, which says that it was signed by RSASSA-PSS."""
    at = good.rfind(bytes.fromhex("2a864886f70d0101"))
    return good[: at + 8] + b"\x0a" + good[at + 9 :]


def _witnessed(leaves: list[bytes]) -> Sequence[tuple[str, Files, dict[str, Any]]]:
    both = {"witnesses": [PARK.told, HEAD.told]}
    one = {"witnesses": [PARK.told]}

    def by(size: int, *lines: str) -> Files:
        found = vouched(leaves[:size], leaves)
        found[f"log/outside/{size}/note"] += "".join(lines).encode()
        return found

    def line(key: OurKey, at: datetime, size: int = len(leaves)) -> str:
        return key.line(parsed(note(leaves[:size]).decode())[0], at)

    size = len(leaves)
    return [
        ("two witnesses", by(size, line(PARK, SOON), line(HEAD, SOON)), both),
        ("two witnesses, and nobody trusted", by(size, line(PARK, SOON), line(HEAD, SOON)), {}),
        ("one witness of two", by(size, line(PARK, SOON)), both),
        ("one witness of two is enough", by(size, line(PARK, SOON)), {**both, "needed": 1}),
        ("a witness of another state", by(size, line(PARK, SOON, 1)), one),
        ("a witness of less", by(1, line(PARK, SOON, 1)), one),
        ("a witness before the times told", by(size, line(PARK, EARLY)), one),
        ("a witness long after, who had it not", by(1, line(PARK, LATE, 1)), one),
        ("a line that is none", by(size, "— w/1 %%%\n"), one),
        ("two states", {**by(1, line(PARK, SOON, 1)), **by(size, line(HEAD, SOON))}, {**both, "needed": 1}),
    ]
