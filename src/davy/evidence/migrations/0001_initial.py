"""The evidence tables: rows of one company only, events for ever, private bodies until erased."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import AppendOnly, EnableRls, GrantApp

SHAPE = """
ALTER TABLE evidence_event
  ADD CONSTRAINT evidence_event_shape CHECK (
    seq > 0 AND octet_length(hash) = 32 AND octet_length(prev) = 32 AND octet_length(body) > 0);
ALTER TABLE evidence_stream
  ADD CONSTRAINT evidence_stream_shape CHECK (seq >= 0 AND octet_length(head) = 32);
"""
UNSHAPE = """
ALTER TABLE evidence_event DROP CONSTRAINT evidence_event_shape;
ALTER TABLE evidence_stream DROP CONSTRAINT evidence_stream_shape;
"""

# The one way a private body goes. It runs as its owner, because davy_app may not delete the rows itself, and
# still under row security, so it reaches nothing outside the company of the transaction.
ERASE = """
CREATE FUNCTION evidence_erase(company uuid, events uuid[]) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    WITH gone AS (
      DELETE FROM evidence_private WHERE company_id = company AND event_id = ANY (events) RETURNING 1)
    SELECT count(*) FROM gone
  $$;
REVOKE ALL ON FUNCTION evidence_erase(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION evidence_erase(uuid, uuid[]) TO davy_app;
"""
UNERASE = "DROP FUNCTION evidence_erase(uuid, uuid[])"


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Private",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "event_id",
                        "label",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("event_id", models.UUIDField()),
                ("label", models.TextField()),
                ("salt", models.BinaryField()),
                ("bytes", models.BinaryField()),
                ("sha256", models.BinaryField()),
            ],
            options={
                "db_table": "evidence_private",
            },
        ),
        migrations.CreateModel(
            name="Stream",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "kind",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("id", models.UUIDField()),
                ("seq", models.BigIntegerField(default=0)),
                ("head", models.BinaryField(default=bytes(32))),
            ],
            options={
                "db_table": "evidence_stream",
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "kind",
                        "stream_id",
                        "seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("stream_id", models.UUIDField()),
                ("seq", models.BigIntegerField()),
                ("id", models.UUIDField(default=davy.ids.uuid7)),
                ("type", models.TextField()),
                ("v", models.PositiveSmallIntegerField()),
                ("body", models.BinaryField()),
                ("prev", models.BinaryField()),
                ("hash", models.BinaryField()),
                ("occurred_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("command_id", models.UUIDField()),
                ("actor", models.TextField()),
            ],
            options={
                "db_table": "evidence_event",
                "indexes": [models.Index(fields=["company_id", "command_id"], name="evidence_event_command")],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="evidence_event_id")
                ],
            },
        ),
        migrations.RunSQL(SHAPE, UNSHAPE),
        EnableRls("evidence_stream"),
        GrantApp("evidence_stream", "select,insert,update"),
        EnableRls("evidence_event"),
        AppendOnly("evidence_event"),
        EnableRls("evidence_private"),
        GrantApp("evidence_private", "select,insert"),
        migrations.RunSQL(ERASE, UNERASE),
    ]
