"""Periods, removals and what they were ordered by; and which permits name a work plan."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp

# A column of its own and not an expression: an index on one is of no use behind row security (not leakproof).
SCHEME = """
ALTER TABLE permits_permit ADD COLUMN scheme_id uuid
  GENERATED ALWAYS AS ((doc #>> '{scheme,id}')::uuid) STORED;
CREATE INDEX permits_scheme ON permits_permit (company_id, scheme_id) WHERE scheme_id IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("keeping", "0001_initial"),
        ("permits", "0006_archive_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="Period",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "what", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("what", models.TextField()),
                ("days", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("set_by", models.UUIDField()),
                ("set_at", models.DateTimeField()),
            ],
            options={
                "db_table": "keeping_period",
            },
        ),
        migrations.CreateModel(
            name="RemovedRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "kind",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("stream_id", models.UUIDField()),
                ("removed_at", models.DateTimeField()),
                ("batch_id", models.UUIDField()),
                ("words", models.PositiveIntegerField()),
                ("files", models.PositiveIntegerField()),
            ],
            options={
                "db_table": "keeping_removed",
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("company_id", models.UUIDField(primary_key=True, serialize=False)),
                ("on", models.BooleanField()),
                ("most", models.PositiveIntegerField(default=0)),
                ("reason", models.TextField()),
                ("switched_by", models.UUIDField()),
                ("switched_at", models.DateTimeField()),
            ],
            options={
                "db_table": "keeping_standing",
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("standing", models.BooleanField()),
                ("ordered_by", models.UUIDField()),
                ("ordered_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "keeping_batch",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True), ("standing", True)),
                        fields=("company_id",),
                        name="keeping_batch_one_night",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "batch_id",
                        "kind",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("batch_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("stream_id", models.UUIDField()),
                ("state", models.TextField(default="waiting")),
                ("why", models.TextField(default="")),
            ],
            options={
                "db_table": "keeping_task",
                "indexes": [
                    models.Index(fields=["company_id", "kind", "stream_id"], name="keeping_task_record")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "removed", "kept"])),
                        name="keeping_task_state",
                    )
                ],
            },
        ),
        migrations.RunSQL(SCHEME, "ALTER TABLE permits_permit DROP COLUMN scheme_id"),
        EnableRls("keeping_period"),
        GrantApp("keeping_period", "select,insert,update"),
        EnableRls("keeping_standing"),
        GrantApp("keeping_standing", "select,insert,update"),
        EnableRls("keeping_batch"),
        GrantApp("keeping_batch", "select,insert,update"),
        EnableRls("keeping_task"),
        GrantApp("keeping_task", "select,insert,update"),
        EnableRls("keeping_removed"),
        GrantApp("keeping_removed", "select,insert"),
    ]
