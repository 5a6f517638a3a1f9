"""The broker is started, kept running and stopped with Davy; what it cannot do stops nothing else."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from davy.serve.broker import Broker, Options, options
from davy.serve.failure import CannotServeError
from davy.settings import places


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int, patience: float = 10.0) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.02)
    return False


def test_it_is_started_again_when_it_was_killed(tmp_path: Path) -> None:
    port = _port()
    broker = Broker(tmp_path, Options("127.0.0.1", port, sync="100ms"))
    broker.start()
    try:
        assert _listens(port)
        first = broker.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        end, said = time.monotonic() + 10, None
        while broker.pid in {None, first} and time.monotonic() < end:
            said = broker.tend() or said
            time.sleep(0.02)
        assert said is not None
        assert "starting it again" in said
        assert _listens(port)
    finally:
        broker.stop(2.0)
    assert broker.pid is None


def test_nobody_else_reads_its_passwords(tmp_path: Path) -> None:
    broker = Broker(tmp_path, Options("127.0.0.1", _port(), sync="100ms"))
    broker.start()
    broker.stop(2.0)
    for path in (places.broker_access(tmp_path), tmp_path / "broker" / "nats.conf"):
        assert path.stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_told_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        broker = Broker(tmp_path, Options("127.0.0.1", taken.getsockname()[1]))
        with pytest.raises(CannotServeError, match="DAVY_MQTT_PORT"):
            broker.start()
        assert broker.pid is None


def test_a_missing_program_is_told_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NATS_SERVER_BIN", str(tmp_path / "none"))
    with pytest.raises(CannotServeError, match="NATS_SERVER_BIN"):
        Broker(tmp_path, Options("127.0.0.1", _port())).start()


def test_without_tls_only_this_machine_is_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAVY_BROKER", "1")
    monkeypatch.delenv("NATS_URL", raising=False)
    wanted = options("0.0.0.0", None)  # noqa: S104 - what an operator asks for
    assert wanted is not None
    assert wanted.listen == "127.0.0.1"
    monkeypatch.setenv("DAVY_BROKER", "0")
    assert options("127.0.0.1", None) is None


def test_its_configuration_is_one_that_it_takes(tmp_path: Path) -> None:
    broker = Broker(tmp_path, Options("127.0.0.1", _port()))
    broker.start()
    broker.stop(2.0)
    told = subprocess.run(
        [str(broker._program), "-t", "-c", str(tmp_path / "broker" / "nats.conf")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr


def test_one_that_cannot_be_started_is_tried_again(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = int(other.getsockname()[1])
        other.listen()
        broker = Broker(tmp_path, Options("127.0.0.1", port, sync="100ms"))
        with pytest.raises(CannotServeError):
            broker.start()
        assert broker.tend() is None
        assert not places.broker_access(tmp_path).exists()
    said, end = None, time.monotonic() + 10
    try:
        while said is None and time.monotonic() < end:
            said = broker.tend()
            time.sleep(0.02)
        assert said is not None
        assert "runs now" in said
        assert _listens(port)
        assert places.broker_access(tmp_path).exists()
    finally:
        broker.stop(2.0)
