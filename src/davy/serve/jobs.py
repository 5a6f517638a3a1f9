"""The jobs process: a procrastinate worker on the same database."""

from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

__all__ = ["run"]

_CONCURRENCY = 6  # a slow messenger of a company has one place for a minute at the most
_GRACE = 2.0  # seconds for jobs in hand; what is cut is stalled and retried by its queue's policy


def run() -> None:
    """Work until told to stop."""
    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("the job queue does not run on Davy's database")
    with app.replace_connector(connector.get_worker_connector()) as worker:
        worker.run_worker(
            name="davy-jobs",
            concurrency=_CONCURRENCY,
            shutdown_graceful_timeout=_GRACE,
            delete_jobs="successful",
        )
