"""Jobs of the attachments. They are deferred by name and discovered by the worker."""

from procrastinate.contrib.django import app

from davy.attachments import parts, store


@app.periodic(cron="10 19 * * *")  # 03:10 in China
@app.task(name="attachments.sweep", queue="attachments")
def sweep(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Delete what was uploaded a week ago or more and never referred to, and what never came whole."""
    store.sweep()
    parts.sweep_parts()
