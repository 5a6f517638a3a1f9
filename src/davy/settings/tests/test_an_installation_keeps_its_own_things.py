"""The signing key and the socket of an installation are its own."""

import threading
from pathlib import Path

import pytest

from davy.settings import env, places


def test_the_key_is_made_once_and_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    first = places.secret_key(path)
    assert len(first) >= 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert places.secret_key(path) == first
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret-key"]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(places.secret_key(tmp_path / "key"))) for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert len(set(found)) == 1


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret-key"
    places.secret_key(path)
    path.chmod(0o644)
    with pytest.raises(env.BadSettingError, match="chmod 600"):
        places.secret_key(path)


def test_the_socket_lies_in_the_data_unless_its_path_would_be_too_long() -> None:
    assert places.socket_directory(Path("/srv/davy")) == Path("/srv/davy/run")
    deep = Path("/srv") / ("深" * 30)
    assert places.socket_directory(deep) != deep / "run"
    assert len(str(places.socket_directory(deep) / ".s.PGSQL.5432").encode()) <= 107
    assert places.socket_directory(deep) != places.socket_directory(deep / "other")
