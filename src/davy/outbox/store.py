"""Puts messages for the outside into the transaction that they tell about."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.db import connection

from davy import clock
from davy.db import tenant
from davy.ids import uuid7

__all__ = ["put"]

_PUT = """
INSERT INTO outbox_message (company_id, id, kind, key, body, created_at)
VALUES (%s::uuid, %s::uuid, %s, %s, %s::jsonb, %s)
ON CONFLICT (company_id, kind, key) DO NOTHING
RETURNING id
"""


def put(kind: str, key: str, body: Mapping[str, object]) -> UUID | None:
    """Leave a message for the company of the enclosing tenant block; it goes out if the transaction commits.

    ``key`` names what is told (for instance the event's id): a second message of the same kind and key is
    dropped and gives None. Raises NoTenantError outside of a tenant block, TypeError for a body that is
    no JSON.
    """
    text = json.dumps(body, ensure_ascii=False, allow_nan=False)
    with connection.cursor() as cursor:
        cursor.execute(_PUT, [tenant.current(), uuid7(), kind, key, text, clock.now()])
        row = cursor.fetchone()
    return row[0] if row else None
