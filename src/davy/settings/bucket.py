"""Where attachments lie when they do not lie on a disk of this machine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from davy.settings import env

__all__ = ["Told", "told"]


@dataclass(frozen=True)
class Told:
    """A bucket that speaks S3. `by_host`: its name stands before the host and not in the path."""

    bucket: str
    endpoint: str
    region: str
    key: str
    secret: str = field(repr=False)
    prefix: str = ""
    by_host: bool = False


def told() -> Told | None:
    """The bucket that the environment names, None for the folder. Raises BadSettingError when it is told by
    half."""
    bucket = env.text("DAVY_S3_BUCKET")
    if not bucket:
        return None
    endpoint = env.text("DAVY_S3_ENDPOINT").rstrip("/")
    if not re.fullmatch(r"https?://[^/\s]+(/[^\s]*)?", endpoint):
        raise env.BadSettingError("DAVY_S3_ENDPOINT", "must be an address like https://s3.plant.example")
    key, secret = env.text("DAVY_S3_KEY_ID"), env.file("DAVY_S3_SECRET_FILE", needed=True)
    if not key:
        raise env.BadSettingError("DAVY_S3_KEY_ID", "must be the access key of the bucket")
    return Told(
        bucket=bucket,
        endpoint=endpoint,
        region=env.text("DAVY_S3_REGION", "us-east-1"),
        key=key,
        secret=secret.read_text(encoding="utf-8").strip() if secret else "",
        prefix=env.text("DAVY_S3_PREFIX").strip("/"),
        by_host=env.flag("DAVY_S3_BY_HOST", default=False),
    )
