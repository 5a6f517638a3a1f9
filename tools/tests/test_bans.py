"""Machine paths, registries, keys, an impure core and foreign servers are refused."""

from pathlib import Path, PurePosixPath

import pytest

from tools.bans import REGISTRIES, foreign_hosts, held_over_parts, impurities, main, words

HERE = PurePosixPath("src/davy/a.py")
CORE = PurePosixPath("src/davy_core/permits/decide.py")


@pytest.mark.parametrize(
    "path", ["/wo" + "rk/main/x", "'/ro" + "ot/.cache/'", "/ho" + "me/li/davy/", "=/op" + "t/wheels/x"]
)
def test_a_path_of_a_machine_is_refused(path: str) -> None:
    assert list(words(HERE, f"ok\nx = {path}")) == [f"{HERE}:2: a path of somebody's machine"]


@pytest.mark.parametrize(
    "text", ["src/work/place", "https://a/root/b", "../home/li/", "/usr/lib/postgresql", "/var/x"]
)
def test_ordinary_paths_pass(text: str) -> None:
    assert list(words(HERE, text)) == []


@pytest.mark.parametrize("host", REGISTRIES)
def test_the_address_of_a_registry_is_refused(host: str) -> None:
    assert list(words(HERE, f"https://{host}/simple")) == [f"{HERE}:1: the address of a package registry"]


def test_a_key_and_a_download_address_in_a_lock_are_refused() -> None:
    assert list(words(HERE, "-----BEGIN EC PRIVATE" + " KEY-----")) == [f"{HERE}:1: a private key"]
    assert list(words(HERE, '"resol' + 'ved": "x"')) == [f"{HERE}:1: a download address in a lock file"]


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "import time",
        "import logging",
        "from random import choice",
        "from django.db import models",
        "import davy.clock",
        "from cel_expr_python import cel",
        "import pathlib",
        "from . import x",
    ],
)
def test_the_core_imports_nothing_that_knows_the_world(line: str) -> None:
    (complaint,) = impurities(CORE, line)
    assert complaint.startswith(f"{CORE}:1: the core imports ")


def test_the_core_neither_opens_nor_prints() -> None:
    assert list(impurities(CORE, "open('x')")) == [f"{CORE}:1: the core calls open()"]
    assert list(impurities(CORE, "gate.open('x')")) == []


def test_one_room_of_the_core_may_import_the_expression_language() -> None:
    assert (
        list(impurities(PurePosixPath("src/davy_core/rules/cel.py"), "from cel_expr_python import cel")) == []
    )


def test_the_core_may_compute() -> None:
    source = (
        "from decimal import Decimal\nfrom collections.abc import Mapping\nfrom davy_core.gas import limits\n"
    )
    assert list(impurities(CORE, source)) == []


@pytest.mark.parametrize(
    "text",
    [
        "fetch('https://cdn.example.com/x')",
        "url(//at.example.com/f.woff)",
        'new WebSocket("wss://a.example.cn")',
    ],
)
def test_a_built_page_asks_no_foreign_server(text: str) -> None:
    (complaint,) = foreign_hosts(PurePosixPath("m/index.js"), text)
    assert "foreign host" in complaint


def test_names_that_only_look_like_servers_pass() -> None:
    text = 'a="http://www.w3.org/2000/svg"; // see vue\nb=`https://vuejs.org/error-reference/#x`; c=x//y.z; d="http://gate.example:80"'
    assert list(foreign_hosts(PurePosixPath("m/index.js"), text)) == []


def test_nothing_built_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path, "built") == 1
    assert "nothing is built" in capsys.readouterr().out


def test_this_checkout_keeps_its_own_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(Path(__file__).resolve().parents[2], "sources") == 0, capsys.readouterr().out


def test_a_tenant_block_is_not_held_while_parts_are_handed_over() -> None:
    held = "def parts():\n    with tenant.company(one):\n        for row in found:\n            yield row\n"
    assert list(held_over_parts(HERE, held)) == [
        f"{HERE}:4: a tenant block is open while something is handed over"
    ]
    assert list(held_over_parts(HERE, "@contextmanager\n" + held)) == []
    let_go = "def parts():\n    with tenant.company(one):\n        found = rows()\n    yield from found\n"
    assert list(held_over_parts(HERE, let_go)) == []
