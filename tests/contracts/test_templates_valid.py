"""Templates and routes have their shape, and each says only what the rest of the law knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import product
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from davy_core.approvals.route import Case, find_route
from tests.contracts.decisions import WORKS, base, bases, read, requirements
from tests.contracts.test_packs_load import read_json

CHINESE = re.compile("[\u4e00-\u9fff]")
KINDS = ("holiday", "rest_day", "night", "major_event")
SPECIAL = {"hot", "confined", "blind", "height", "lifting", "power", "digging", "road"}
EACH_WORK = pytest.mark.parametrize("work", WORKS)


@EACH_WORK
def test_a_template_has_its_shape(work: str) -> None:
    _valid("template.json", read("templates", f"{work}.yaml"))


def test_the_routes_have_their_shape() -> None:
    _valid("routes.json", read("templates", "routes.yaml"))


@pytest.mark.parametrize("name", ["height_low", "height_mid", "height_high"])
def test_a_preset_has_its_shape(name: str) -> None:
    path = resources.files("davy_law").joinpath("templates", f"{name}.yaml")
    routes = Resource.from_contents(read_json("routes.json"))
    shapes: Registry[Any] = Registry().with_resource("urn:davy:schema:routes", routes)
    checker = jsonschema.Draft202012Validator(read_json("preset.json"), registry=shapes)
    checker.validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_industries_and_subsets_name_templates_with_their_plain_one() -> None:
    table = read("templates", "industries.yaml")
    _valid("industries.json", table)
    for row in (*table["industries"], *table["subsets"]):
        named = row["templates"]
        assert set(named) <= set(WORKS)
        presets = {name for name in named if "like" in read("templates", f"{name}.yaml")}
        assert {read("templates", f"{name}.yaml")["like"] for name in presets} <= set(named)
    chemical = next(row for row in table["industries"] if row["id"] == "chemical")
    assert set(chemical["templates"]) >= SPECIAL
    assert [len(SPECIAL & set(row["templates"])) for row in table["subsets"]] == [5, 6, 4]


@pytest.mark.parametrize("name", sorted(bases()))
def test_the_facts_of_a_vector_base_have_their_shape(name: str) -> None:
    _valid("facts.json", base(name)["facts"])


@EACH_WORK
def test_no_two_rows_of_a_template_have_one_name(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    lists = [
        template.get(key, [])
        for key in ("fields", "hazards", "measures", "acceptance", "clearance", "five_checks", "records")
    ]
    lists += [template["briefing"]["items"], template["gas"].get("points", [])]
    lists.append([control for hazard in template["hazards"] for control in hazard["controls"]])
    for rows in lists:
        names = [row["id"] for row in rows]
        assert len(set(names)) == len(names)


@EACH_WORK
def test_nodes_name_measures_and_records_and_records_the_fields_of_their_limits(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    records = {r["id"]: r for r in template.get("records", ())}
    measures = {m["id"] for m in template["measures"]}
    assert not measures & set(records)
    assert set(template.get("nodes", ())) <= {*measures, *records}
    units = {f["id"]: f.get("unit") for f in template["fields"]}
    for record in records.values():
        for end in ("least_field", "most_field"):
            assert end not in record or units[record[end]] == record["unit"]
        assert ("every" in record) <= ("during" in record["due"])


@EACH_WORK
def test_conditions_name_fields_and_their_values(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    fields = {f["id"]: f for f in template["fields"]}
    for when in _conditions(template):
        for name, wanted in when.items():
            assert set(wanted if isinstance(wanted, list) else [wanted]) <= _values(fields[name])


@EACH_WORK
def test_a_condition_never_stands_on_a_field_of_many_values(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    many = {f["id"] for f in template["fields"] if f["kind"] in {"choices", "text", "number", "person"}}
    assert not [when for when in _conditions(template) if set(when) & many]


@EACH_WORK
def test_a_default_is_one_of_the_values(work: str) -> None:
    for found in read("templates", f"{work}.yaml")["fields"]:
        if "default" in found and found["kind"] in {"bool", "choice"}:
            assert found["default"] in _values(found)


@EACH_WORK
def test_the_gas_plan_names_fields(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    fields = {f["id"] for f in template["fields"] if f["kind"] == "bool"}
    named = {
        template["gas"][key]
        for key in ("size", "outer_wall", "oxygen_equipment", "oxygen_rich")
        if key in template["gas"]
    }
    assert named <= fields
    if template["gas"].get("plan") == "by_depth":
        known = {f["id"]: f for f in template["fields"]}
        shapes = known[template["gas"]["shape"]]
        assert shapes["required"]
        assert _values(shapes) == {"vertical", "horizontal", "both"}
        assert known[template["gas"]["depth"]]["unit"] == "m"


FORMS = {"A.1": 16, "A.2": 15, "A.3": 11, "A.4": 15, "A.5": 20, "A.6": 14, "A.7": 11, "A.8": 4}
PRINTED = [(w, f) for w in WORKS if (f := read("templates", f"{w}.yaml")["print"]) in FORMS]


@pytest.mark.parametrize(("work", "form"), PRINTED)
def test_a_template_has_every_row_of_its_printed_form(work: str, form: str) -> None:
    measures = read("templates", f"{work}.yaml")["measures"]
    assert [m["row"] for m in measures] == list(range(1, FORMS[form] + 1))
    assert all(m["clause"].startswith(f"{form}-") for m in measures)
    assert measures[-1]["other"]


def test_the_body_wins_where_form_a1_forgets_what_is_above() -> None:
    measures = {m["id"]: m for m in read("templates", "hot.yaml")["measures"]}
    assert "上下方" in measures["distances"]["zh"]
    assert "above and below" in measures["distances"]["en"]


@pytest.mark.parametrize("work", sorted(SPECIAL))
def test_every_work_asks_for_the_other_works_of_the_job(work: str) -> None:
    asked = next(f for f in read("templates", f"{work}.yaml")["fields"] if f["id"] == "also_types")
    assert {c["id"] for c in asked["choices"]} == SPECIAL - {work}


@EACH_WORK
def test_what_an_approver_confirms_one_by_one_is_required_of_him(work: str) -> None:
    asked = {r.id for r in requirements(work) if r.at & {"sign_stage", "issue"}}
    assert set(read("templates", f"{work}.yaml")["critical"]) <= asked


@EACH_WORK
def test_five_checks_and_clearance_are_the_ones_the_commands_carry(work: str) -> None:
    template = read("templates", f"{work}.yaml")
    bodies = read_json("commands.json")["$defs"]
    assert [c["id"] for c in template["five_checks"]] == bodies["five_checks"]["required"]
    assert [c["id"] for c in template["clearance"]] == bodies["confirm_clear"]["properties"]["items"][
        "items"
    ]["enum"]


@EACH_WORK
def test_a_template_speaks_both_languages(work: str) -> None:
    for text in _texts(read("templates", f"{work}.yaml")):
        assert CHINESE.search(text["zh"])
        assert not re.search("[,;:()!?]", text["zh"])
        assert not CHINESE.search(text["en"])


@pytest.mark.parametrize(
    ("level", "escalated", "contractor"),
    list(product(["special", "first", "second"], [False, True], [False, True])),
)
def test_every_hot_work_finds_a_route(level: str, escalated: bool, contractor: bool) -> None:
    stages = _route(Case("hot", level, escalated=escalated, contractor=contractor, downgraded=False))
    assert stages
    assert stages[-1]["on_site"]
    covered = {kind for stage in stages for kind in stage["covers"]}
    assert covered == (set(KINDS) if escalated else set())


@pytest.mark.parametrize("escalated", [False, True])
def test_a_lower_level_is_signed_by_production_or_safety(escalated: bool) -> None:
    stages = _route(Case("hot", "second", escalated=escalated, contractor=False, downgraded=True))
    signers = {post for stage in stages if "downgrade" in stage["covers"] for post in stage["posts"]}
    assert signers
    assert signers <= {"production_head", "safety_dept"}
    assert not escalated or set(KINDS) <= {kind for stage in stages for kind in stage["covers"]}


def test_a_confined_space_finds_a_route() -> None:
    for escalated, contractor in product([False, True], repeat=2):
        stages = _route(
            Case(
                "confined", "none", escalated=escalated, contractor=contractor, downgraded=False, risk="blue"
            )
        )
        assert [stage["posts"] for stage in stages] == [["area_head"]]
        assert stages[-1]["on_site"]


def test_a_confined_space_of_general_industry_is_approved_by_the_principal() -> None:
    case = Case(
        "confined",
        "none",
        escalated=False,
        contractor=True,
        downgraded=False,
        template="confined_trade",
        risk="blue",
    )
    assert [stage["posts"] for stage in _route(case)] == [["area_head"], ["leader"]]


@pytest.mark.parametrize("row", read("templates", "routes.yaml")["rows"], ids=lambda row: row["id"])
def test_a_route_asks_no_post_twice(row: Mapping[str, Any]) -> None:
    posts = [post for stage in row["stages"] for post in stage["posts"]]
    assert len(set(posts)) == len(posts)
    assert row["stages"][-1]["on_site"]


@pytest.mark.parametrize(
    ("level", "post"), [("special", "leader"), ("first", "safety_dept"), ("second", "area_head")]
)
def test_the_last_signature_is_that_of_table_b1(level: str, post: str) -> None:
    rows = read("templates", "routes.yaml")["rows"]
    plain = next(r for r in rows if r["when"] == {"type": "hot", "level": [level]})
    assert plain["stages"][-1]["posts"] == [post]


def _route(case: Case) -> list[dict[str, Any]]:
    return find_route(read("templates", "routes.yaml")["rows"], case)


def _valid(schema: str, data: Any) -> None:
    checker = jsonschema.Draft202012Validator(read_json(schema))
    checker.check_schema(checker.schema)
    faults = [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in checker.iter_errors(data)]
    assert not faults, "\n".join(faults)


def _conditions(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if "when" in value:
            yield value["when"]
        for item in value.values():
            yield from _conditions(item)
    elif isinstance(value, list):
        for item in value:
            yield from _conditions(item)


def _values(found: Mapping[str, Any]) -> set[Any]:
    return {True, False} if found["kind"] == "bool" else {choice["id"] for choice in found["choices"]}


def _texts(value: Any) -> Iterator[Mapping[str, str]]:
    if isinstance(value, Mapping):
        if "zh" in value:
            yield value
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
