"""The runner adds up honestly: what failed is never lost in a sum."""

import sys

from tools.suites import Result, Suite, closing_line, main, outcomes, reading, run, running, table


def result(name: str, status: int = 0, **counts: int) -> Result:
    done = Result(Suite(name, (), 10, counts=bool(counts)), status, 1.5)
    done.outcomes.update(counts)
    return done


def test_counts_come_from_the_last_line_that_has_any() -> None:
    lines = ["3 failed of something\n", "== 2 failed, 40 passed, 1 error in 3.10s ==\n", "\n"]
    assert outcomes(lines) == {"failed": 2, "passed": 40, "error": 1}
    assert outcomes(["vitest: 7 passed, 0 failed, 0 skipped"]) == {"passed": 7}
    assert outcomes(["nothing here"]) == {}


def test_the_closing_line_sums_all_suites() -> None:
    line = closing_line([result("core", passed=40), result("server", 1, passed=5, failed=2), result("ruff")])
    assert line.strip("=") == " 2 failed, 45 passed in 4.50s "


def test_a_check_that_breaks_without_counting_is_a_failure() -> None:
    assert " 1 failed, 40 passed in " in closing_line([result("ruff", 1), result("core", passed=40)])
    assert " no tests ran in " in closing_line([result("ruff")])


def test_the_table_marks_what_failed_and_what_was_slow() -> None:
    slow = result("server", passed=5)
    slow.seconds = 11
    text = table([slow, result("ruff", 2)])
    assert "over its 10 s" in text
    assert "FAILED (2)" in text


def test_a_suite_reports_its_status_and_its_counts() -> None:
    told = run(Suite("told", (sys.executable, "-c", "print('== 3 passed in 0.1s ==')"), 10, counts=True))
    assert (told.status, told.outcomes) == (0, {"passed": 3})
    assert run(Suite("broken", (sys.executable, "-c", "raise SystemExit(5)"), 10)).status == 5


def test_every_suite_has_a_name_of_its_own() -> None:
    names = [suite.name for suite in (*reading(), *running())]
    assert len(set(names)) == len(names)
    assert main([]) == 0
