"""Test set-up of the whole house. Imports nothing heavy by itself: the core's tests run without Django."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from tests.postgres import TestServer

_numbers = count(1)


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a data directory of its own, then let Django read its settings from there."""
    if not config.pluginmanager.hasplugin("django"):
        return
    from tests import postgres  # noqa: PLC0415 (needs Django and psycopg)

    if postgres.RUN_DIRECTORY not in os.environ:
        postgres.begin_run()
        config.add_cleanup(postgres.end_run)
    os.environ["DJANGO_SETTINGS_MODULE"] = "davy.settings"
    from django.conf import settings  # noqa: PLC0415

    settings.DATABASES  # noqa: B018 (reads them now; pytest-django then sets Django up)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse the mark that would empty tables: davy_app may not, and events never go."""
    for item in items:
        for mark in item.iter_markers("django_db"):
            if mark.args or mark.kwargs.get("transaction"):
                raise pytest.UsageError(
                    f"{item.nodeid}: use the fixture committed_db instead of transaction=True"
                )


@pytest.fixture(scope="session")
def test_server() -> "TestServer":
    """The PostgreSQL server of this run, started on first use."""
    from tests.postgres import TestServer  # noqa: PLC0415

    return TestServer.ready()


@pytest.fixture(scope="session")
def django_db_setup(
    test_server: "TestServer", django_db_blocker: "DjangoDbBlocker", worker_id: str
) -> Iterator[None]:
    """Replaces pytest-django's: this worker's copy of the migrated template, reached as davy_app."""
    name = f"davy_{worker_id}"
    test_server.create(name)
    with django_db_blocker.unblock():
        _point_to(name)
    yield
    with django_db_blocker.unblock():
        _point_to(None)
    test_server.drop(name)


@pytest.fixture
def committed_db(
    test_server: "TestServer",
    django_db_setup: None,  # noqa: ARG001 (the worker's own database is there to return to)
    django_db_blocker: "DjangoDbBlocker",
    worker_id: str,
) -> Iterator[str]:
    """A fresh database for a test that commits, kills or uses threads; gives its name."""
    name = f"davy_{worker_id}_{next(_numbers)}"
    test_server.create(name)
    with django_db_blocker.unblock():
        _point_to(name)
        try:
            yield name
        finally:
            _point_to(f"davy_{worker_id}")
    test_server.drop(name)


def _point_to(name: str | None) -> None:
    """Let this process's Django connections lead to the named database from now on."""
    from django.conf import settings  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    connections.close_all()
    if name is not None:
        settings.DATABASES["default"]["NAME"] = name
        connections["default"].settings_dict["NAME"] = name


@pytest.fixture
def step_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[timedelta], None]:
    """Sets how far Davy's clock runs ahead of the machine's, for all processes of the test."""
    offset = tmp_path / "clock-offset"
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))

    def step(ahead: timedelta) -> None:
        offset.write_text(str(ahead.total_seconds()), encoding="ascii")

    return step
