"""The scales and the hazard library have their shape, and every hazard of a template has a proposal."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from davy.rulebook import law
from davy_core.permits.tests.book import LAW, read, risk
from davy_core.place.equipment import KINDS
from davy_core.risk.book import load_book
from davy_core.risk.proposing import Scene, fitting
from davy_core.risk.scale import grade, strange
from tests.contracts.decisions import WORKS

JSA, SCALES = read("risk/jsa.yaml"), read("risk/scales.yaml")
EACH_WORK = pytest.mark.parametrize("work", WORKS)
EACH_SCALE = pytest.mark.parametrize("scale", [one["id"] for one in SCALES["scales"]])


@pytest.mark.parametrize(("schema", "data"), [("scales.json", SCALES), ("jsa.json", JSA)])
def test_the_data_have_their_shape(schema: str, data: Any) -> None:
    checker = jsonschema.Draft202012Validator(
        json.loads((LAW / "contracts/schemas" / schema).read_text("utf-8"))
    )
    faults = [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in checker.iter_errors(data)]
    assert not faults, "\n".join(faults)


def test_the_default_is_one_of_the_scales_and_what_nobody_confirmed_says_so() -> None:
    assert SCALES["default"] in {one["id"] for one in SCALES["scales"]}
    assert all(one["certainty"] == "to_confirm" for one in SCALES["scales"]), "regulation.md states no scale"


@EACH_WORK
def test_every_hazard_of_a_template_is_of_one_kind(work: str) -> None:
    hazards = [h["id"] for h in law.template(work)["hazards"]]
    placed = [h for rows in law.risk(work, {}, ())["template"].values() for h in rows]
    assert sorted(placed) == sorted(hazards)
    assert set(JSA["templates"].get(work, {})) <= set(JSA["kinds"])


@EACH_SCALE
@EACH_WORK
def test_a_proposal_is_of_the_scale_and_its_controls_help(work: str, scale: str) -> None:
    chosen = next(one for one in SCALES["scales"] if one["id"] == scale)
    book = load_book(law.risk(work, chosen, ()), law.template(work))
    for row in book.rows.values():
        assert not strange(book.scale, row.before)
        assert not strange(book.scale, row.after)
        before, after = grade(book.scale, row.before), grade(book.scale, row.after)
        assert before.score is not None
        assert after.score is not None
        assert after.score < before.score
        assert after.grade in {"yellow", "blue"}, (
            "a proposal that asks for more signatures stops every permit"
        )


@EACH_WORK
def test_no_row_of_the_library_has_the_name_of_another(work: str) -> None:
    hazards = {h["id"] for h in law.template(work)["hazards"]}
    rows = [row["id"] for row in JSA["rows"]]
    assert len(set(rows)) == len(rows)
    assert not hazards & set(rows)
    controls = [c["id"] for row in JSA["rows"] for c in row["controls"]]
    assert len(set(controls)) == len(controls)


def test_the_library_asks_for_kinds_of_equipment_that_the_register_has() -> None:
    asked = {kind for row in JSA["rows"] for kind in row["when"].get("equipment", ())}
    assert asked <= set(KINDS)
    assert tuple(JSA["equipment"]) == KINDS
    assert {row["about"] for row in JSA["rows"]} == {"environment", "equipment", "people"}


KNOWN = Scene(
    type="hot", template="hot", area_class="other", ex_zone="none", tank_farm_bund=False, pipe_rack=False,
    major_hazard=False, equipment="none", in_operation=False, contractor=False, time=(),
)  # fmt: skip


def test_of_a_place_of_which_everything_is_known_only_what_fits_is_asked() -> None:
    book = risk("hot")
    assert fitting(book, ["residue"], KNOWN) == ["residue"]
    bund = Scene(**{**KNOWN.__dict__, "tank_farm_bund": True, "contractor": True, "equipment": "pump"})
    assert fitting(book, [], bund) == ["env.bund", "equipment.rotating", "people.contractor"]


@pytest.mark.parametrize("lost", [name for name in KNOWN.__dict__ if name not in {"type", "template"}])
def test_what_nobody_knows_takes_no_row_away(lost: str) -> None:
    book = risk("hot")
    for scene in (KNOWN, Scene(**{**KNOWN.__dict__, "tank_farm_bund": True, "time": ("night",)})):
        unknown = Scene(**{**scene.__dict__, lost: None})
        assert set(fitting(book, [], scene)) <= set(fitting(book, [], unknown))
