"""A limit table is loaded whole or refused with every fault; schema and loader agree on its shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from davy_core.gas.limits import Demand
from davy_core.gas.tables import LimitsError, load_limits
from davy_core.gas.tests.cases import LAW, shipped, shipped_data

SCHEMA = json.loads((LAW / "contracts/schemas/limits.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> dict[str, Any]:
    data = shipped_data()
    change(data)
    return data


def of(code: str, data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(s for s in data["substances"] if s["code"] == code)
    return found


def test_the_shipped_table_is_of_the_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(shipped_data())


def test_what_came_from_memory_is_marked_to_be_confirmed() -> None:
    for known in shipped().substances.values():
        for figure, grade in known.grades.items():
            assert (figure in known.to_confirm) is (grade not in {"A", "B"})
    assert shipped().substances["methane"].to_confirm == {"lel"}
    assert not shipped().figures.combustible_high.to_confirm


def test_every_substance_of_the_plan_is_there() -> None:
    wanted = """methane hydrogen propane benzene toluene ethanol methanol acetylene ethylene xylene
        carbon_monoxide hydrogen_sulfide ammonia chlorine sulfur_dioxide nitrogen_dioxide
        hydrogen_chloride gasoline oxygen"""
    assert set(wanted.split()) <= set(shipped().substances)


def test_a_confined_space_always_measures_four() -> None:
    assert shipped().work["confined"].always == (
        Demand("oxygen", "oxygen"),
        Demand("combustible", "combustible"),
        Demand("hydrogen_sulfide", "toxic"),
        Demand("carbon_monoxide", "toxic"),
    )


REFUSED_BY_BOTH: list[tuple[Change, str]] = [
    (lambda d: d.update(colour="red"), "unknown key 'colour'"),
    (lambda d: d.pop("version"), "version is missing"),
    (lambda d: d["figures"].pop("oxygen_low"), "figures.oxygen_low: is not a mapping"),
    (lambda d: d["figures"]["oxygen_low"].update(unit="%LEL"), "unit is '%LEL', not %vol"),
    (lambda d: d["figures"]["oxygen_low"].update(value=19.5), "value is not a decimal number in quotes"),
    (lambda d: d["figures"]["oxygen_low"].update(value="-1"), "value is missing or not positive"),
    (lambda d: d["figures"]["oxygen_low"].update(grade="M"), "to_confirm must be true for C and M"),
    (lambda d: of("methane", d)["lel"].pop("to_confirm"), "to_confirm must be true for C and M"),
    (lambda d: of("methane", d)["lel"].update(grade="S"), "grade is 'S'"),
    (lambda d: of("methane", d).update(code="combustible"), "'combustible' is no code"),
    (lambda d: of("methane", d).update(kind="solid"), "kind is 'solid'"),
    (lambda d: of("methane", d)["name"].pop("zh"), "methane.name: zh is missing"),
    (lambda d: d["levels"][0]["above"].update(unit="percent"), "gas_unit_unknown"),
    (lambda d: d["levels"][0]["above"].update(value="-1"), "gas_value_negative"),
    (lambda d: d["work"]["hot"].update(always=[]), "always is empty"),
    (lambda d: d["work"]["hot"].update(qualities=["smelly"]), "qualities are missing or unknown"),
    (lambda d: d["work"]["hot"]["always"][0].update(quality="smelly"), "quality is 'smelly'"),
]

REFUSED_BY_THE_LOADER: list[tuple[Change, str]] = [
    (
        lambda d: d["figures"]["combustible_low"].update(value="0.6"),
        "combustible_low is above combustible_high",
    ),
    (lambda d: d["figures"]["oxygen_high"].update(value="24"), "the oxygen figures are out of order"),
    (lambda d: d["substances"].append(of("methane", d)), "methane stands twice"),
    (lambda d: of("methane", d).pop("lel"), "kind combustible and its LEL do not agree"),
    (lambda d: of("methane", d)["lel"].update(value="101"), "LEL is above 100"),
    (lambda d: of("methane", d).update(molar_mass="0"), "molar_mass is not positive"),
    (lambda d: of("chlorine", d).pop("mac"), "kind toxic and its occupational limits do not agree"),
    (lambda d: of("chlorine", d).update(lel=of("methane", d)["lel"]), "kind toxic and its LEL do not agree"),
    (lambda d: d["levels"][1].update(substance="mystery"), "'mystery' is no substance"),
    (lambda d: d["levels"][2]["above"].update(unit="ppm"), "gas_unit_wrong_for_substance"),
    (
        lambda d: d["work"]["hot"]["always"][0].update(substance="chlorine"),
        "'chlorine' has no limit as combustible",
    ),
    (lambda d: d["work"]["hot"]["always"][0].update(quality="toxic"), "'combustible' has no limit as toxic"),
    (
        lambda d: d["work"]["confined"]["always"][0].update(substance="benzene"),
        "'benzene' has no limit as oxygen",
    ),
]


@pytest.mark.parametrize(
    ("change", "fault"),
    REFUSED_BY_BOTH + REFUSED_BY_THE_LOADER,
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_a_wrong_table_is_refused(change: Change, fault: str) -> None:
    with pytest.raises(LimitsError) as caught:
        load_limits(changed(change))
    assert any(fault in told for told in caught.value.faults), caught.value.faults
    assert str(caught.value) == "; ".join(caught.value.faults)


@pytest.mark.parametrize("change", [c for c, _ in REFUSED_BY_BOTH])
def test_the_schema_refuses_a_wrong_shape_too(change: Change) -> None:
    assert not VALIDATOR.is_valid(changed(change))


def test_all_faults_come_at_once() -> None:
    with pytest.raises(LimitsError) as caught:
        load_limits({"substances": [{}], "work": {"hot": {}}, "levels": ["x"]})
    assert len(caught.value.faults) > 15
