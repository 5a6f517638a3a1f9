"""D-01 (11.10): deep digging beside hazardous lines is a confined space too."""

from __future__ import annotations

import pytest

from davy_core.conflicts.companions import confined_beside


@pytest.mark.parametrize(
    ("work", "in_unit", "needed"),
    [
        ({"depth_m": "1.2", "buried_hazard": True}, True, False),
        ({"depth_m": "1.3", "buried_hazard": True}, True, True),
        ({"depth_m": 2, "buried_hazard": True}, True, True),
        ({"depth_m": 2, "buried_hazard": False}, True, False),
        ({"depth_m": 2, "buried_hazard": True}, False, False),
        ({"depth_m": 2}, True, True),
        ({"buried_hazard": True}, True, True),
        ({"depth_m": "deep", "buried_hazard": True}, True, True),
        ({"depth_m": "NaN", "buried_hazard": True}, True, True),
        ({"depth_m": 2, "buried_hazard": True}, None, True),
    ],
)
def test_digging_deeper_than_1_2_m_beside_hazardous_lines_is_a_confined_space_too(
    work: dict[str, object], in_unit: bool | None, needed: bool
) -> None:
    assert confined_beside(work, in_unit=in_unit) is needed
