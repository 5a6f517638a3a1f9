"""The basis pins everything a permit is judged by: a change of it changes the hash, nothing else does."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from davy_core.evidence.canonical import decode
from davy_core.rules.basis import Basis, resolve
from davy_core.rules.overlay import Overlay, OverlayError, load_overlay
from davy_core.rules.pack import Pack, PackError, load
from davy_core.rules.tests.sample import RECORD, pack_of, sample, with_changes

OTHER = load(pack_of(with_changes(RECORD, id="other.record"), id="other"))
TIGHTER = load_overlay(
    {
        "id": "site", "version": "1", "pack": "sample/hot", "title": {"zh": "厂", "en": "Site"},
        "parameters": [{"param": "fewest", "value": 3}],
    }
)  # fmt: skip


def basis(
    packs: tuple[Pack, ...] = (sample(), OTHER), overlays: tuple[Overlay, ...] = (), **changes: Any
) -> Basis:
    parts: dict[str, Any] = {
        "template": {"type": "hot", "levels": ["special", "first"]},
        "routes": [{"level": "first", "stages": ["issuer"]}],
        "limits": {"combustible": Decimal("0.2")},
    }
    return resolve(packs, overlays, **parts | changes)


def test_the_hash_is_that_of_canonical_bytes() -> None:
    found = basis()
    assert found.sha256 == sha256(found.body).hexdigest()
    document = decode(found.body)
    assert [p["id"] for p in document["packs"]] == ["other", "sample/hot"]
    assert document["packs"][1]["requirements"][0]["params"]["max_age"]["value"] == "1800s"
    assert document["limits"] == {"combustible": "0.2"}


def test_order_does_not_matter() -> None:
    turned = basis((OTHER, sample()), template={"levels": ["special", "first"], "type": "hot"})
    assert turned.sha256 == basis().sha256


def test_every_part_matters() -> None:
    hashes = {
        basis().sha256,
        basis((sample(),)).sha256,
        basis(overlays=(TIGHTER,)).sha256,
        basis(template={"type": "hot"}).sha256,
        basis(routes=[]).sha256,
        basis(limits={"combustible": Decimal("0.5")}).sha256,
        basis(limits={"combustible": Decimal("0.20")}).sha256,
    }
    assert len(hashes) == 7


def test_the_packs_come_back_with_their_overlays_on_them() -> None:
    found = {p.id: p for p in basis(overlays=(TIGHTER,)).packs}
    assert found["sample/hot"].parameters["fewest"].value == 3
    assert decode(basis(overlays=(TIGHTER,)).body)["overlays"] == [
        {"id": "site", "version": "1", "pack": "sample/hot"}
    ]


def test_an_overlay_without_its_pack_is_refused() -> None:
    with pytest.raises(OverlayError, match="not among the packs"):
        basis((OTHER,), (TIGHTER,))


def test_requirements_that_clash_are_refused() -> None:
    with pytest.raises(PackError, match="stands twice"):
        basis((OTHER, OTHER))
    clash = load_overlay(
        {
            "id": "site", "version": "1", "pack": "other", "title": {"zh": "厂", "en": "Site"},
            "requirements": [RECORD],
        }
    )  # fmt: skip
    with pytest.raises(PackError, match=r"confined.gas.record stands twice"):
        basis(overlays=(clash,))


def test_what_is_no_plain_data_cannot_be_pinned() -> None:
    with pytest.raises(TypeError):
        basis(routes=[b"bytes"])
