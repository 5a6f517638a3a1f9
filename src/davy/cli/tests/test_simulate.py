"""`davy simulate` tells what there is, what is wrong, and the same bytes for the same seed."""

import json
from pathlib import Path

import pytest

from davy.cli.main import main

PLANT = {
    "gateways": [
        {
            "user": "g@hh",
            "password": "x",
            "up": "davy/up/hh/S1/g",
            "down": "davy/down/hh/g",
            "instruments": [{"serial": "A", "kind": "multi_gas"}, {"serial": "F", "kind": "fan"}],
        }
    ]
}


@pytest.fixture
def plant(tmp_path: Path) -> str:
    path = tmp_path / "plant.json"
    path.write_text(json.dumps(PLANT), encoding="utf-8")
    return str(path)


def test_it_lists_every_scenario_with_both_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--list"]) == 0
    told = capsys.readouterr().out
    assert "leak" in told
    assert "可燃气体泄漏 / A leak of combustible gas" in told


def test_a_scenario_that_is_none_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--scenario", "lake"]) == 1
    assert "no scenario 'lake'. There are: calm, leak" in capsys.readouterr().err


def test_what_it_would_send_is_the_same_twice(plant: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for seed in ("3", "3", "4"):
        asked = [
            "simulate",
            "--scenario",
            "leak",
            "--plant",
            plant,
            "--seed",
            seed,
            "--seconds",
            "40",
            "--print",
        ]
        assert main(asked) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] != told[2]
    assert told[0].count("davy/up/hh/S1/g/A") == 40


def test_a_plant_without_whom_a_scenario_needs_says_so(
    plant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "--scenario", "man_down", "--plant", plant, "--print"]) == 1
    assert "man_down: this plant has no helmet" in capsys.readouterr().err
    assert main(["simulate", "--plant", f"{plant}.none", "--print"]) == 1
    assert "tells no plant" in capsys.readouterr().err


def test_a_broker_that_is_not_there_is_told_and_the_end_is_clean(
    plant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "--plant", plant, "--seconds", "1.2", "--port", "9"]) == 1
    told = capsys.readouterr().out
    assert "g@hh: not connected yet" in told
    assert "0 acknowledged" in told


@pytest.mark.django_db
def test_without_a_simulated_company_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--print"]) == 1
    assert "There is no simulated company here. Start one with: davy serve --demo" in capsys.readouterr().err
