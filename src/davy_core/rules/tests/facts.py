"""Generated facts for the sample pack: each part mostly good, sometimes wrong, missing or of another type."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from davy_core.rules.tests.sample import NOW, good_facts

_AGES = st.sampled_from([0, 600, 1799, 1800, 1801, 3600, 7200, 7201, 90000])
_PAST = _AGES.map(lambda age: (NOW - timedelta(seconds=age)).isoformat())
_ODD: st.SearchStrategy[Any] = st.sampled_from([None, "", "pass", 0, -1, True, [], {}])


def _mostly(usual: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(usual, usual, usual, usual, usual, _ODD)


_RECENT = st.sampled_from([0, 600, 1800, 1801]).map(lambda age: (NOW - timedelta(seconds=age)).isoformat())
_POINT = st.fixed_dictionaries(
    {},
    optional={
        "verdict": st.sampled_from(["pass", "pass", "pass", "fail", None]),
        "sampled_at": _mostly(_RECENT),
    },
)
_GOOD_POINT = st.fixed_dictionaries({"verdict": st.just("pass"), "sampled_at": _RECENT})
_POINTS = st.one_of(
    st.lists(_GOOD_POINT, min_size=1, max_size=3), st.lists(_GOOD_POINT, min_size=1, max_size=3),
    st.lists(_POINT, max_size=3),
)  # fmt: skip
_IDS = st.sampled_from(["li", "wang", "zhao"])
_GAS = st.fixed_dictionaries(
    {"points": _mostly(_POINTS), "sampled_at": _RECENT, "last_record_at": _mostly(_PAST)},
    optional={"points_required": st.integers(0, 2), "by": _IDS},
)

FACTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "gas": _mostly(_GAS),
        "work": _mostly(st.fixed_dictionaries({}, optional={"outdoors": st.booleans()})),
        "weather": _mostly(st.fixed_dictionaries({"wind_force": st.integers(0, 7)})),
        "crew": _mostly(
            st.fixed_dictionaries({"people": st.lists(st.fixed_dictionaries({"id": _IDS}), max_size=3)})
        ),
        "briefing": _mostly(st.fixed_dictionaries({"signed": st.lists(_IDS, max_size=3)})),
        "permit": _mostly(st.fixed_dictionaries({"valid_to": _mostly(_PAST)})),
        "guardian": _mostly(st.fixed_dictionaries({"on_post": _mostly(st.booleans())})),
    },
)


@st.composite
def near_good(draw: st.DrawFn) -> dict[str, Any]:
    """Good facts of which at most two branches are replaced by generated ones or taken away."""
    facts = good_facts()
    generated = draw(FACTS)
    for name in draw(st.lists(st.sampled_from(sorted(facts)), max_size=2, unique=True)):
        facts.pop(name)
        if name in generated:
            facts[name] = generated[name]
    return facts
