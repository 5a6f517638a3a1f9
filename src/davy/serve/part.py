"""The parts an installation runs as processes, and the program each process starts with."""

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import django

__all__ = ["PARTS", "Part", "main"]


@dataclass(frozen=True)
class Part:
    """One process: its name on the terminal and the function it runs, as ``module:function``."""

    name: str
    target: str
    demo: bool = False  # only with --demo

    @property
    def here(self) -> bool:
        """Whether this release has it."""
        module = self.target.split(":")[0]
        try:
            return importlib.util.find_spec(module) is not None
        except ModuleNotFoundError:  # the package above is missing
            return False

    def load(self) -> Callable[[], object]:
        """The function itself. Raises ImportError or AttributeError."""
        module, function = self.target.split(":")
        found: Callable[[], object] = getattr(importlib.import_module(module), function)
        return found


PARTS = (
    Part("web", "davy.serve.web:run"),
    Part("jobs", "davy.serve.jobs:run"),
    Part("clock", "davy.clockwork.loop:run"),
    Part("demo", "davy.demo.loop:run", demo=True),
)

# Runs once before the parts, with its progress on the terminal: makes the demo company unless it exists.
PREPARE_DEMO = Part("demo company", "davy.demo.build:ensure", demo=True)


def main(target: str) -> None:
    """Set Django up and run the function until it returns."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "davy.settings")
    django.setup()
    Part(target, target).load()()


if __name__ == "__main__":
    main(sys.argv[1])
