"""A pytest plugin under which Django cannot be imported, as on a machine that never had it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class NoDjango(MetaPathFinder):
    """Stands before every other finder and refuses Django by name."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target  # a name is enough to refuse
        if fullname == "django" or fullname.startswith("django."):
            raise ModuleNotFoundError("this code must run without Django", name=fullname)
        return None


def pytest_configure() -> None:
    sys.meta_path.insert(0, NoDjango())
