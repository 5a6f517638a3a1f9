"""A number with a thousand million digits stands in ten letters: it is told apart without writing it out, or
one message would hold up its partition for ever."""

from decimal import Decimal

import pytest

from davy.instruments.kinds import kinds
from davy.sensing.adapters import plain
from davy.sensing.adapters.told import UnreadableError

KIND = kinds()["multi_gas"]


@pytest.mark.parametrize("number", ["1e999999999", "-1e999999999", "1e-999999999"])
@pytest.mark.parametrize("name", ["seq", "boot"])
def test_as_number_or_boot_it_is_set_aside(name: str, number: str) -> None:
    other = '"seq": 1, ' if name == "boot" else ""
    with pytest.raises(UnreadableError) as refused:
        plain.read(f'{{{other}"{name}": {number}, "lel": 1}}'.encode(), KIND)
    assert refused.value.code == "no_number"


@pytest.mark.parametrize("number", ["1e999999999", "-1e999999999", "1e-999999999"])
def test_as_a_value_it_is_dropped_and_the_others_count(number: str) -> None:
    told = plain.read(f'{{"seq": 1, "lel": {number}, "o2": 17}}'.encode(), KIND)
    assert "lel" not in told.values
    assert str(told.values["o2"]) == "17"
    assert [code for code, _ in told.dropped] == ["not_a_number"]


@pytest.mark.parametrize(
    ("number", "taken"),
    [("0.30000000000000004", "0.300000000"), ("20.899999999999998578", "20.900000000"), ("1e-9", "1E-9")],
)
def test_a_double_written_as_it_comes_is_taken(number: str, taken: str) -> None:
    told = plain.read(f'{{"seq": 1, "lel": {number}}}'.encode(), KIND)
    assert told.values["lel"] == Decimal(taken)
    assert told.dropped == ()
