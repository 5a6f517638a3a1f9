"""The log over all chains: entries and checkpoints for ever, tiles that only grow."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls, GrantApp

SHAPE = """
ALTER TABLE evidence_log_entry
  ADD CONSTRAINT evidence_log_entry_shape CHECK (index >= 0 AND seq > 0 AND octet_length(content) > 0);
ALTER TABLE evidence_log_tile
  ADD CONSTRAINT evidence_log_tile_shape CHECK (
    index >= 0 AND octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0);
ALTER TABLE evidence_log_checkpoint
  ADD CONSTRAINT evidence_log_checkpoint_shape CHECK (size > 0 AND octet_length(root) = 32);
"""
UNSHAPE = """
ALTER TABLE evidence_log_entry DROP CONSTRAINT evidence_log_entry_shape;
ALTER TABLE evidence_log_tile DROP CONSTRAINT evidence_log_tile_shape;
ALTER TABLE evidence_log_checkpoint DROP CONSTRAINT evidence_log_checkpoint_shape;
"""


def _key(*columns: str) -> tuple[str, models.CompositePrimaryKey]:
    return "pk", models.CompositePrimaryKey(
        *columns, blank=True, editable=False, primary_key=True, serialize=False
    )


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0003_by_actor"),
    ]

    operations = [
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                _key("company_id", "index"),
                ("company_id", models.UUIDField()),
                ("index", models.BigIntegerField()),
                ("content", models.BinaryField()),
                ("kind", models.TextField()),
                ("stream_id", models.UUIDField()),
                ("seq", models.BigIntegerField()),
                ("integrated_at", models.DateTimeField()),
            ],
            options={
                "db_table": "evidence_log_entry",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "kind", "stream_id", "seq"), name="evidence_log_entry_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LogTile",
            fields=[
                _key("company_id", "level", "index"),
                ("company_id", models.UUIDField()),
                ("level", models.PositiveSmallIntegerField()),
                ("index", models.BigIntegerField()),
                ("hashes", models.BinaryField()),
            ],
            options={"db_table": "evidence_log_tile"},
        ),
        migrations.CreateModel(
            name="LogCheckpoint",
            fields=[
                _key("company_id", "size"),
                ("company_id", models.UUIDField()),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField()),
                ("note", models.TextField()),
                ("signed_at", models.DateTimeField()),
            ],
            options={"db_table": "evidence_log_checkpoint"},
        ),
        migrations.RunSQL(SHAPE, UNSHAPE),
        EnableRls("evidence_log_entry"),
        EnableRls("evidence_log_tile"),
        EnableRls("evidence_log_checkpoint"),
        AppendOnly("evidence_log_entry"),
        AppendOnly("evidence_log_checkpoint"),
        GrantApp("evidence_log_tile", "select,insert,update(hashes)"),
    ]
