"""Sending a picture and having it read, as the form at the desk does."""

from __future__ import annotations

import hashlib
from typing import Any

from tests.plant import Browser

__all__ = ["read", "upload"]


def upload(browser: Browser, content: bytes) -> str:
    """The name under which the server keeps it."""
    sha256 = hashlib.sha256(content).hexdigest()
    answer = browser.generic("PUT", f"/api/v1/attachments/{sha256}", content)
    assert answer.status_code == 201, answer.content
    return sha256


def read(browser: Browser, sha256: str, **more: Any) -> Any:
    """The answer to the question what stands on it."""
    return browser.send("POST", "/api/v1/scans", {"sha256": sha256, **more})
