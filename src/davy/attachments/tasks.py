"""Jobs of the attachments. They are deferred by name and discovered by the worker."""

from collections.abc import Sequence
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from davy.attachments import files, parts, store
from davy.attachments.models import Attachment
from davy.db import tenant


@app.task(
    name="attachments.drop", queue="attachments", retry=RetryStrategy(max_attempts=18, exponential_wait=2)
)
def drop(*, company: str, hashes: Sequence[str]) -> None:
    """Take the bytes away of what was let go of. Twice is once; what came again meanwhile stays."""
    with tenant.company(UUID(company)):
        again = set(
            Attachment.objects.filter(company_id=UUID(company), sha256__in=list(hashes)).values_list(
                "sha256", flat=True
            )
        )
    for sha256 in hashes:
        if sha256 not in again:
            files.remove(UUID(company), sha256)


@app.periodic(cron="10 19 * * *")  # 03:10 in China
@app.task(name="attachments.sweep", queue="attachments")
def sweep(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Delete what was uploaded a week ago or more and never referred to, and what never came whole."""
    store.sweep()
    parts.sweep_parts()
