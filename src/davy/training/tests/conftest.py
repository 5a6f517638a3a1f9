"""The house of the tests of training."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from davy.training.tests.house import House
    from tests.plant import Plant


@pytest.fixture
def there(plant: "Plant") -> "House":
    """冯外, 秦外 and 陆外 of the contractor, and 何工 who opens classes."""
    from davy.training.tests.house import house

    return house(plant)
