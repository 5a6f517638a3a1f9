"""Writes docs/reference/commands.md from the lifecycle contract and the command schemas: `python -m
tools.reference`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = ROOT / "docs" / "reference" / "commands.md"
CONTRACTS = ROOT / "src" / "davy_law" / "contracts"
MARKS = {"stops": "stops", "live": "live", "position": "position", "signs": "signature"}

HEAD = """# Commands

Written by `python -m tools.reference` from `src/davy_law/contracts`; never by hand. Everything that
changes what matters is one of these, sent as an envelope to `POST /api/v1/commands`. What is not listed
for a state and a duty is refused.

- *to*: the state it may lead to, beside leaving the state as it is.
- **stops**: nothing may stand in its way, not even a missing connection (S15, S16).
- **live**: makes or keeps work live; without a connection it is only a request (S16).
- **position**: must carry a position. **signature**: handwriting and a password just entered.
- `field?` may be left out. `clock` is the server's own clock or what follows from another command;
  people never give those.

Which clause stands behind each cell: `contracts/lifecycle/golden.yaml`. Shapes:
`contracts/schemas/commands*.json`.
"""


def _persons() -> list[str]:
    """The streams of what people hold (delegations, phones, instruments), and of what is kept of them."""
    return [
        *_plain(
            "## Stream `delegation`",
            "The holder of the post; its end also by the post above (AQ 3064.2 5.5).",
            _bodies("commands-delegation.json"),
        ),
        *_plain(
            "## Stream `device`",
            "Enrolled by its owner with an invitation, marked by whoever manages them, revoked by both.",
            _bodies("commands-device.json"),
        ),
        *_plain(
            "## Stream `instrument`",
            "Who keeps the register enrols, places, calibrates and retires; who is on a permit binds and "
            "releases.",
            _bodies("commands-instrument.json"),
        ),
        *_plain(
            "## Stream `actuation`",
            "A table is proposed by one and approved by another; causes, proofs, time-outs are told by Davy.",
            _bodies("commands-actuation.json"),
        ),
        *_plain(
            "## Stream `gate`",
            "Who may go in follows from permits; what a gate showed, and that it is silent, is told by Davy.",
            _bodies("commands-gate.json"),
        ),
        *_plain(
            "## Stream `account`",
            "Who signs: the agreement by himself; passkeys by the server, which verified them.",
            _bodies("commands-account.json"),
        ),
        *_kept(),
    ]


def _kept() -> list[str]:
    """The streams of what is kept of people and records, and of what goes."""
    return [
        *_plain(
            "## Stream `hold`",
            "A legal hold: placed by whoever may write holds, lifted by somebody else of them.",
            _bodies("commands-hold.json"),
        ),
        *_plain(
            "## Stream `erasure`",
            "Erasure of a person: asked for by one who may write erasures, carried out by another.",
            _bodies("commands-erasure.json"),
        ),
        *_plain(
            "## Stream `retention`",
            "What a company decides on keeping: its id is the company's.",
            _bodies("commands-retention.json"),
        ),
        *_plain(
            "## Stream `removal`",
            "One record past its period is removed; by Davy, when somebody ordered it. It bears its id.",
            _bodies("commands-removal.json"),
        ),
        *_plain(
            "## Stream `readings`",
            "The readings of one day (UTC), sealed hour by hour; by Davy alone.",
            _bodies("commands-readings.json"),
        ),
        *_plain(
            "## Stream `exam`",
            "One paper of one person: his answers, marked; by Davy alone. It bears the id of the paper.",
            _bodies("commands-exam.json"),
        ),
    ]


def _paper() -> list[str]:
    """The streams of paper in a declared outage."""
    return [
        *_table(
            "## Stream `outage`",
            _read("lifecycle", "outages.yaml")["commands"],
            _bodies("commands-outage.json"),
        ),
        *_table(
            "## Stream `block`", _read("lifecycle", "blocks.yaml")["commands"], _bodies("commands-block.json")
        ),
        "Where a step is about sheets, the states are those of each sheet it names.\n",
    ]


def text() -> str:
    """The page as it is to be kept."""
    alarms = _read("lifecycle", "alarms.yaml")["commands"]
    return "\n".join(
        [
            HEAD,
            *_table("## Stream `permit`", _read("lifecycle", "commands.yaml"), _bodies("commands.json")),
            "In `voided` and `withdrawn`, a command marked *open clearance* needs it to be open.\n",
            *_table("## Stream `alarm`", alarms, _bodies("commands-alarm.json")),
            *_table(
                "## Stream `isolation`",
                _read("lifecycle", "isolations.yaml")["commands"],
                _bodies("commands-isolation.json"),
            ),
            "For which states of a point a step is meant stands in `lifecycle/isolations.yaml`.\n",
            *_table(
                "## Stream `scheme`",
                _read("lifecycle", "schemes.yaml")["commands"],
                _bodies("commands-scheme.json"),
            ),
            *_paper(),
            *_table(
                "## Stream `emergency`",
                _read("lifecycle", "emergencies.yaml")["commands"],
                _bodies("commands-emergency.json"),
            ),
            *_plain(
                "## Stream `area`",
                "Posts 当班班长 and 中控 of the area; `call_help` everybody.",
                _bodies("commands-area.json"),
            ),
            *_plain(
                "## Stream `rulebook`",
                "Two persons with the role safety_officer or admin, one after the other (S27).",
                _bodies("commands-rulebook.json"),
            ),
            *_persons(),
            *_causes(),
        ]
    )


def _table(title: str, rows: Mapping[str, Any], bodies: Mapping[str, Any]) -> Iterator[str]:
    yield f"{title}\n"
    yield "| command | 中文 | from | to | who | body | marks |"
    yield "|---|---|---|---|---|---|---|"
    for kind, row in rows.items():
        marks = [word for mark, word in MARKS.items() if row.get(mark)]
        marks += ["open clearance"] if row.get("clearance") else []
        who = list(row["duties"]) or [s for s in row.get("senders", ()) if s != "person"]
        only = [f"{duty} only in {', '.join(states)}" for duty, states in row.get("duty_from", {}).items()]
        cells = (
            f"`{kind}`",
            row["zh"],
            ", ".join(row["from"]),
            ", ".join(row.get("to", ())),
            "<br>".join([", ".join(who), *only]),
            _body(bodies[kind], bodies),
            ", ".join(marks),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _plain(title: str, who: str, bodies: Mapping[str, Any]) -> Iterator[str]:
    yield f"{title}\n\n{who}\n"
    yield "| command | body |"
    yield "|---|---|"
    yield from (
        f"| `{kind}` | {_body(bodies[kind], bodies)} |" for kind in bodies if not kind.startswith("_")
    )
    yield ""


def _body(schema: Mapping[str, Any], inner: Mapping[str, Any]) -> str:
    schema = inner[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    due = set(schema.get("required", ()))
    return ", ".join(f"`{name}`" if name in due else f"`{name}?`" for name in schema.get("properties", {}))


def _bodies(name: str) -> dict[str, Any]:
    document = json.loads((CONTRACTS / "schemas" / name).read_text(encoding="utf-8"))
    found: dict[str, Any] = document["$defs"]
    return found


def _causes() -> Iterator[str]:
    yield "## Causes of a pause\n"
    yield "Each open cause is closed on its own; work resumes when none is left (S7). While the rules of a"
    yield "permit are recalled, no cause is closed and nothing resumes (S27).\n"
    yield "| cause | 中文 | closed by | what must be true first | alarm |"
    yield "|---|---|---|---|---|"
    words = {
        "on_site": "on site",
        "round": "a new passing gas round where such work is tested for gas",
        "guardian": "guardian on post",
        "measures": "measures answered again",
        "judged": "the condition holds again",
        "freezer": "the area is lifted",
    }
    for kind, row in _read("lifecycle", "causes.yaml").items():
        needs = ", ".join(said for key, said in words.items() if row.get(key))
        by = ", ".join(row["by"]) or f"`{row['closed_by']}`"
        yield f"| `{kind}` | {row['zh']} | {by} | {needs} | {row.get('alarm', '')} |"
    yield ""


def _read(*path: str) -> Any:
    return yaml.safe_load(CONTRACTS.joinpath(*path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(text(), encoding="utf-8")
    print(f"written: {WRITTEN.relative_to(ROOT)}")
    sys.exit(0)
