"""Runs checks and test suites one after another, prints what each cost, ends with one line like pytest's own.

`python -m tools.suites lint` for the checks that read, `lint test` for everything. A suite that finds no
tests has failed: nothing here can pass by being empty.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent
SUMMED = ("failed", "passed", "skipped", "xfailed", "xpassed", "error", "errors")
OUTCOME = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed|warnings?)")


@dataclass(frozen=True)
class Suite:
    """One command; `seconds` is what it may take on two cores before the table marks it slow."""

    name: str
    command: tuple[str, ...]
    seconds: int
    counts: bool = False


@dataclass
class Result:
    suite: Suite
    status: int
    seconds: float
    outcomes: Counter[str] = field(default_factory=Counter)


def npm(script: str) -> tuple[str, ...]:
    """An npm script of web/, run with the Node that was installed with the tools."""
    return (
        PYTHON,
        "-c",
        f"import hatch_build as h; h.install_packages(h.ROOT / 'web'); h.npm('run', '-s', {script!r})",
    )


def pytest(*arguments: str) -> tuple[str, ...]:
    return (PYTHON, "-m", "pytest", "-q", *arguments)


def existing(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if (ROOT / name).exists())


def reading() -> tuple[Suite, ...]:
    """Everything that judges the code by reading it."""
    return (
        Suite("ruff", (str(BIN / "ruff"), "check", "."), 10),
        Suite("format", (str(BIN / "ruff"), "format", "--check", "--quiet", "."), 10),
        Suite(
            "types", (str(BIN / "mypy"), *existing("src", "tools", "tests", "bench", "hatch_build.py")), 90
        ),
        Suite("contracts", (str(BIN / "lint-imports"),), 10),
        Suite("budgets", (PYTHON, "-m", "tools.size_budget"), 5),
        Suite("bans", (PYTHON, "-m", "tools.bans"), 5),
        Suite("vue-tsc", npm("types"), 60),
        Suite("eslint", npm("lint"), 60),
    )


def running() -> tuple[Suite, ...]:
    """Everything that runs the code. The core runs without Django, and alone."""
    rest = ("--ignore=src/davy_core", "--ignore=tools")
    return (
        Suite("built pages", (PYTHON, "-m", "tools.bans", "built"), 5),
        Suite("first load", (PYTHON, "-m", "tools.first_load"), 5),
        Suite("web", npm("test"), 60, counts=True),
        Suite("tools", pytest("-c", "tools/pure.ini", "--rootdir=.", "tools"), 30, counts=True),
        Suite("core", pytest("-c", "tools/pure.ini", "--rootdir=.", "src/davy_core"), 60, counts=True),
        Suite("server", pytest("-m", "not browser and not kill", *rest), 300, counts=True),
        Suite("kill", pytest("-m", "kill", *rest), 300, counts=True),
        Suite("browser", pytest("-m", "browser", *rest), 360, counts=True),
    )


def run(suite: Suite) -> Result:
    """Runs one suite with its output on the terminal, and reads the counts from what it printed."""
    print(f"\n== {suite.name}", flush=True)
    environment = dict(os.environ, PYTHONPATH="src", NO_COLOR="1", PYTHONUNBUFFERED="1")
    begin = time.monotonic()
    last: deque[str] = deque(maxlen=5)
    with subprocess.Popen(
        suite.command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last.append(line)
    spent = time.monotonic() - begin
    return Result(suite, process.returncode, spent, outcomes(last) if suite.counts else Counter())


def outcomes(lines: Iterable[str]) -> Counter[str]:
    """The counts in the last line that has any: pytest's summary or the tally of Vitest."""
    for line in reversed(list(lines)):
        if found := OUTCOME.findall(line):
            return Counter({what: int(number) for number, what in found if int(number)})
    return Counter()


def table(results: Sequence[Result]) -> str:
    rows = []
    for result in results:
        verdict = "ok" if result.status == 0 else f"FAILED ({result.status})"
        late = f"  over its {result.suite.seconds} s" if result.seconds > result.suite.seconds else ""
        counts = ", ".join(f"{number} {what}" for what, number in result.outcomes.items())
        rows.append(f"{result.suite.name:<12} {result.seconds:7.1f} s  {verdict:<11} {counts}{late}".rstrip())
    return "\n".join(rows)


def closing_line(results: Sequence[Result]) -> str:
    """The sum over all suites, shaped like pytest's last line; a broken check counts as one failure."""
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.outcomes)
        if result.status != 0 and not result.outcomes["failed"]:
            total["failed"] += 1
    spent = sum(result.seconds for result in results)
    counts = ", ".join(f"{total[what]} {what}" for what in SUMMED if total[what])
    return f" {counts or 'no tests ran'} in {spent:.2f}s ".center(80, "=")


KINDS: dict[str, Callable[[], tuple[Suite, ...]]] = {"lint": reading, "test": running}


def main(kinds: Sequence[str]) -> int:
    results = [run(suite) for kind in kinds for suite in KINDS[kind]()]
    print(f"\n{table(results)}\n\n{closing_line(results)}")
    return 1 if any(result.status for result in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
