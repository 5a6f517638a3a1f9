"""The parts an installation runs as processes, and the program each process starts with."""

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

import django

__all__ = ["BEFORE", "PARTS", "Part", "main"]


@dataclass(frozen=True)
class Part:
    """One process: its name on the terminal and the function it runs, as ``module:function``."""

    name: str
    target: str
    demo: bool = False  # only with --demo
    early: bool = False  # may load while what comes before is still running; it waits at the gate
    broker: bool = False  # only where there is a broker of field instruments

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
    Part("web", "davy.serve.web:run", early=True),
    Part("jobs", "davy.serve.jobs:run"),
    Part("clock", "davy.clockwork.loop:run"),
    Part("watch", "davy.sensing.loop:run", broker=True),
    Part("demo", "davy.demo.loop:run", demo=True),
    Part("field", "davy.demo.field:run", demo=True, broker=True),
)

# What runs to its end before anything is served, in this order: the judgement of the time in which nobody
# watched, and the demo company unless it exists.
BEFORE = (
    Part("recovery", "davy.clockwork.recover:run"),
    Part("demo company", "davy.demo.build:ensure", demo=True),
)


def main(target: str) -> None:
    """Set Django up and run the function until it returns."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "davy.settings")
    django.setup()
    Part(target, target).load()()


if __name__ == "__main__":
    main(sys.argv[1])
