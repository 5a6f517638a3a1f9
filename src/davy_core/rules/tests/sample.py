"""A small pack and facts that satisfy it, for the tests beside it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from davy_core.rules.pack import Pack, Requirement, load

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)

BEFORE_START: dict[str, Any] = {
    "id": "hot.gas.before_start",
    "clause": "GB 30871-2022 5.3.1 c",
    "alarm": "02",
    "at": ["start", "resume"],
    "holds": "size(gas.points) >= gas.points_required && gas.points_required >= 1"
    " && gas.points.all(p, p.verdict == 'pass' && now - timestamp(p.sampled_at) <= duration(params.max_age))",
    "until": "timestamp(gas.sampled_at) + duration(params.max_age)",
    "params": {"max_age": {"value": "1800s", "tighten": "lower", "grade": "A"}},
    "needs": "gas_round",
    "evidence": ["gas.sampled_at", "gas.by"],
    "says": {"zh": "动火前30分钟内的气体分析", "en": "Gas analysis within 30 minutes before start"},
}
WIND: dict[str, Any] = {
    "id": "hot.wind",
    "clause": "GB 30871-2022 5.2.15",
    "at": ["start"],
    "when": "work.outdoors == true",
    "holds": "weather.wind_force < params.too_strong",
    "params": {"too_strong": {"value": 5, "tighten": "lower", "unit": "级"}},
    "needs": "wait_for_weather",
    "says": {"zh": "露天动火风力小于五级", "en": "Open-air wind below force 5"},
}
BRIEFED: dict[str, Any] = {
    "id": "all.briefed",
    "clause": "GB 30871-2022 4.4",
    "alarm": "70",
    "at": ["start"],
    "holds": "params.fewest > 0 && size(crew.people) >= params.fewest"
    " && crew.people.all(c, c.id in briefing.signed)",
    "needs": "briefing",
    "says": {"zh": "全员已接受安全交底", "en": "Everybody has been briefed"},
}
RECORD: dict[str, Any] = {
    "id": "confined.gas.record",
    "clause": "GB 30871-2022 6.5",
    "alarm": "05",
    "while": ["active"],
    "holds": "now - timestamp(gas.last_record_at) <= duration(params.every)",
    "until": "timestamp(gas.last_record_at) + duration(params.every)",
    "on_lapse": "pause",
    "cause": "gas_record",
    "silence": "60s",
    "params": {"every": {"value": "7200s", "tighten": "lower"}},
    "says": {"zh": "每两小时记录一次", "en": "A record every two hours"},
}
VALIDITY: dict[str, Any] = {
    "id": "all.validity",
    "clause": "GB 30871-2022 4.16",
    "alarm": "10",
    "while": ["active", "paused"],
    "holds": "now <= timestamp(permit.valid_to)",
    "until": "timestamp(permit.valid_to)",
    "on_lapse": "void",
    "says": {"zh": "作业票在有效期内", "en": "The permit is valid"},
}
GUARDIAN: dict[str, Any] = {
    "id": "all.guardian.present",
    "clause": "GB 30871-2022 4.10 f",
    "while": ["active"],
    "holds": "guardian.on_post == true",
    "on_lapse": "alarm",
    "marks": ["(j)"],
    "group": "guardian",
    "says": {"zh": "监护人在岗", "en": "The guardian is on post"},
}
SAMPLE: dict[str, Any] = {
    "id": "sample/hot",
    "version": "1.0",
    "title": {"zh": "示例", "en": "Sample"},
    "source": "GB 30871-2022",
    "work": "hot",
    "parameters": {"fewest": {"value": 2, "tighten": "higher"}},
    "requirements": [BEFORE_START, WIND, BRIEFED, RECORD, VALIDITY, GUARDIAN],
}


def with_changes(source: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """A copy of a mapping with some keys set; a change to `...` takes the key away."""
    merged = deepcopy(dict(source)) | changes
    return {key: value for key, value in merged.items() if value is not ...}


def pack_of(*requirements: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """Parsed data of a pack that holds these requirements."""
    return with_changes(SAMPLE, requirements=list(requirements), parameters=..., **changes)


def sample() -> Pack:
    """The sample pack, loaded."""
    return load(SAMPLE)


def requirement(name: str) -> Requirement:
    """One requirement of the sample pack."""
    return next(r for r in sample().requirements if r.id == name)


def good_facts() -> dict[str, Any]:
    """Facts at NOW that meet every requirement of the sample."""
    sampled = (NOW - timedelta(minutes=10)).isoformat()
    return {
        "gas": {
            "points": [
                {"verdict": "pass", "sampled_at": sampled},
                {"verdict": "pass", "sampled_at": sampled},
            ],
            "points_required": 2,
            "sampled_at": sampled,
            "by": "wang",
            "last_record_at": NOW - timedelta(hours=1),
        },
        "work": {"outdoors": True},
        "weather": {"wind_force": 3},
        "crew": {"people": [{"id": "li"}, {"id": "wang"}]},
        "briefing": {"signed": ["li", "wang"]},
        "permit": {"valid_to": NOW + timedelta(hours=4)},
        "guardian": {"on_post": True},
    }
