"""An overlay adds rows to what signatures a pack asks for. It has no way to take one off."""

from __future__ import annotations

from typing import Any

import pytest

from davy_core.rules import overlay, pack
from davy_core.signatures.demand import demanded

TEXT = {"zh": "字", "en": "words"}
GATE = {
    "id": "a.gate",
    "clause": "c",
    "says": TEXT,
    "at": ["start"],
    "holds": "permit.started == false",
    "needs": "wait",
}
FINAL = {"id": "a.final", "clause": "c", "at": ["sign_stage"], "least": 2, "last": True}
EVERY = {"id": "site.every", "clause": "site", "at": ["sign_stage", "accept"], "least": 3}


def _pack(**over: Any) -> pack.Pack:
    base = {
        "id": "a",
        "version": "1",
        "title": TEXT,
        "source": "s",
        "requirements": [GATE],
        "signatures": [FINAL],
    }
    return pack.load({**base, **over})


def _overlay(*rows: dict[str, Any]) -> overlay.Overlay:
    return overlay.load_overlay(
        {"id": "o", "version": "1", "pack": "a", "title": TEXT, "signatures": list(rows)}
    )


def test_the_rows_of_the_site_stand_beside_those_of_the_pack() -> None:
    both = overlay.apply(_pack(), _overlay(EVERY)).signatures
    assert demanded(_pack().signatures, "accept", level="first", last=False) == 1
    assert demanded(both, "accept", level="first", last=False) == 3
    assert {row.id for row in both} == {"a.final", "site.every"}


def test_a_weaker_row_changes_nothing() -> None:
    weak = {**EVERY, "least": 1}
    both = overlay.apply(_pack(), _overlay(weak)).signatures
    assert demanded(both, "sign_stage", level="first", last=True) == 2


def test_a_row_of_the_pack_cannot_be_replaced() -> None:
    with pytest.raises(overlay.OverlayError, match=r"signature a\.final is there already"):
        overlay.apply(_pack(), _overlay({**FINAL, "least": 1}))


def test_a_row_that_is_not_understood_is_refused() -> None:
    with pytest.raises(overlay.OverlayError, match="unknown key 'unless'"):
        _overlay({**EVERY, "unless": "permit.urgent"})
    with pytest.raises(pack.PackError, match="stands twice"):
        _pack(signatures=[FINAL, FINAL])
