"""Starting a child that cannot outlive its parent."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import IO

__all__ = ["start"]

_PR_SET_PDEATHSIG = 1
_prctl: Callable[[int, int], int] = ctypes.CDLL(None, use_errno=True).prctl


def start(
    command: Sequence[str],
    *,
    dying: signal.Signals,
    identity: Mapping[str, object] | None = None,
    env: Mapping[str, str] | None = None,
    log: IO[bytes] | None = None,
    cwd: str | None = None,
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own; the kernel sends it ``dying`` when this process is gone.

    Must be called from the main thread: the kernel watches the thread, not the process.
    """
    parent = os.getpid()

    def bind_to_parent() -> None:
        _prctl(_PR_SET_PDEATHSIG, dying)
        if os.getppid() != parent:  # it died between fork and prctl
            os._exit(0)

    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]  # identity is a plain mapping
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        env=None if env is None else dict(env),
        cwd=cwd,
        pass_fds=tuple(pass_fds),
        # A terminal's Ctrl-C reaches only the supervisor, which stops the children in order.
        start_new_session=True,
        # Runs after the change of user, which would clear the setting.
        preexec_fn=bind_to_parent,  # noqa: PLW1509 (the supervisor has one thread)
        **(identity or {}),
    )
