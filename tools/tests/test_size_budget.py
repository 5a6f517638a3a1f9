"""Long files, long functions and rooms with a name for everything are refused."""

from pathlib import Path, PurePosixPath

import pytest

from tools.size_budget import complaints, main


def said(path: str, source: str) -> list[str]:
    return list(complaints(PurePosixPath(path), source))


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("src/davy_core/permits/decide.py", 250),
        ("src/davy_core/permits/tests/test_start.py", 600),
        ("src/davy/door/execute.py", 400),
        ("web/src/core/lease.ts", 400),
        ("web/src/core/lease.test.ts", 600),
        ("web/src/ui/m/pages/TasksPage.vue", 400),
    ],
)
def test_a_file_may_fill_its_budget_and_not_one_line_more(path: str, lines: int) -> None:
    assert said(path, "# line\n" * lines) == []
    assert said(path, "# line\n" * (lines + 1)) == [f"{path}: {lines + 1} lines, at most {lines}"]


def test_a_function_may_have_forty_lines_without_its_docstring() -> None:
    body = '    """Says why.\n\n    At length.\n    """\n' + "    x = 1\n" * 39
    assert said("src/davy/a.py", f"def f():\n{body}") == []
    (complaint,) = said("src/davy/a.py", f"# first\nasync def f():\n{body}    x = 1\n")
    assert complaint == "src/davy/a.py:2: function f has 41 lines, at most 40"


def test_a_method_is_a_function_too() -> None:
    source = "class A:\n    def f(self):\n" + "        x = 1\n" * 40
    assert "function f has 41 lines" in said("src/davy/a.py", source)[0]


@pytest.mark.parametrize(
    "name", ["utils.py", "helpers.ts", "Common.vue", "base.py", "manager.py", "misc.yaml"]
)
def test_no_file_is_named_after_nothing(name: str) -> None:
    assert "named after what it is about" in said(f"src/davy/people/{name}", "")[0]


def test_programs_may_write_long_files() -> None:
    assert said("web/src/sync/schema.d.ts", "line\n" * 5000) == []
    assert said("src/davy/permits/migrations/0001_initial.py", "x = 1\n" * 5000) == []


def test_data_has_no_budget() -> None:
    assert said("src/davy_law/rulepacks/gb30871-2022/hot.yaml", "a: 1\n" * 5000) == []


def test_the_tool_walks_a_tree_and_reports_with_its_exit_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("x = 1\n")
    assert main(tmp_path) == 0
    (tmp_path / "src" / "utils.py").write_text("x = 1\n")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "utils.js").write_text("")
    assert main(tmp_path) == 1
    assert capsys.readouterr().out.count("utils.py") == 1
