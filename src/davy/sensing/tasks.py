"""Jobs about instruments. They run in another process than the reading of them: that is their point."""

from __future__ import annotations

from procrastinate.contrib.django import app

from davy import clock
from davy.sensing import backlog, silence


@app.periodic(cron="* * * * *")
@app.task(name="sensing.unwatched", queue="clock", queueing_lock="sensing.unwatched")
def unwatched(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Where nobody reads, whoever relies on what is read is told so."""
    silence.unwatched(clock.now())


@app.periodic(cron="* * * * *")
@app.task(name="sensing.behind", queue="clock", queueing_lock="sensing.behind")
def behind(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Where whoever reads is late and cannot say so itself, people are called all the same."""
    backlog.tell(clock.now())
