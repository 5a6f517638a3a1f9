"""Somebody with nothing but the address and the key checks a company's log over HTTP."""

from __future__ import annotations

import pytest

from davy.evidence.log.integrate import integrate
from davy.evidence.log.keys import PublicKey
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, opened
from davy_core.evidence.tiles import Tile, bundled, node_of
from davy_core.evidence.tree import consistency_proof, consistent, hash_leaf, root
from tests.plant import Browser, Plant

pytestmark = pytest.mark.django_db


class Outsider:
    """Reads the log of the plant at this address, without a login."""

    def __init__(self, plant: Plant) -> None:
        self.browser = Browser(plant.company.hostname)
        self.key = PublicKey.of(self._get("key").decode().rstrip("\n"))

    def _get(self, path: str) -> bytes:
        answer = self.browser.get(f"/log/{path}")
        assert answer.status_code == 200, path
        return bytes(answer.content)

    def tile(self, tile: Tile) -> bytes:
        return self._get(tile.path)

    def look(self) -> Checkpoint:
        """The newest checkpoint, believed by its signature and by its tiles."""
        found = Checkpoint.of(opened(self._get("checkpoint").decode(), [self.key])[0])
        assert root(found.size, node_of(found.size, self.tile)) == found.root
        return found


def test_it_only_grew(plant: Plant) -> None:
    company = plant.company.id
    for _ in range(3):
        grow(company, uuid7())
    integrate(company)
    outsider = Outsider(plant)
    before = outsider.look()
    for _ in range(4):
        grow(company, uuid7())
    integrate(company)
    after = outsider.look()
    proof = consistency_proof(before.size, after.size, node_of(after.size, outsider.tile))
    assert consistent(before.size, after.size, before.root, after.root, proof)
    assert after.size == before.size + 4


def test_what_is_not_there_yet_is_not_found(plant: Plant) -> None:
    browser = Browser(plant.company.hostname)
    assert browser.get("/log/checkpoint").status_code == 404
    grow(plant.company.id, uuid7())
    integrate(plant.company.id)
    size = Outsider(plant).look().size
    for path in (f"tile/0/000.p/{size + 1}", "tile/0/000", "tile/1/000.p/1", "tile/0/0", "tile/0/../key"):
        assert browser.get(f"/log/{path}").status_code == 404, path


def test_entries_are_not_shown_to_everybody(plant: Plant) -> None:
    grow(plant.company.id, uuid7())
    integrate(plant.company.id)
    size = Outsider(plant).look().size
    path = f"/log/tile/entries/000.p/{size}"
    assert Browser(plant.company.hostname).get(path).status_code == 404
    assert plant.browser("li").get(path).status_code == 404
    shown = plant.browser("he").get(path)
    leaves = [hash_leaf(entry) for entry in bundled(shown.content)]
    assert Outsider(plant).tile(Tile(0, 0, size)) == b"".join(leaves)
    assert "no-store" in shown.headers["Cache-Control"]


def test_each_company_shows_its_own(plant: Plant, neighbour: Plant) -> None:
    for company in (plant.company.id, neighbour.company.id):
        grow(company, uuid7())
        integrate(company)
    ours, theirs = Outsider(plant), Outsider(neighbour)
    ours.look()
    assert theirs.look().origin == f"davy/{neighbour.company.id}"
    ours.browser = theirs.browser
    with pytest.raises(NoteError, match="nobody known"):
        ours.look()


def test_nothing_is_written_through_it(plant: Plant) -> None:
    for path in ("checkpoint", "key", "tile/0/000"):
        assert Browser(plant.company.hostname).post(f"/log/{path}").status_code == 405
