"""When the evidence of a company was looked through, and what did not hold. Neither is ever deleted."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp

_COUNTS = ("streams", "events", "entries", "files", "faults")


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField(default=davy.ids.uuid7)),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                *((name, models.BigIntegerField(default=0)) for name in _COUNTS),
            ],
            options={
                "db_table": "watch_look",
                "indexes": [models.Index(fields=["company_id", "-began_at"], name="watch_look_newest")],
            },
        ),
        migrations.CreateModel(
            name="Mismatch",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField(default=davy.ids.uuid7)),
                ("part", models.TextField()),
                ("subject", models.TextField()),
                ("why", models.TextField()),
                ("found_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("mended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "watch_mismatch",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("mended_at__isnull", True)),
                        fields=("company_id", "part", "subject", "why"),
                        name="watch_mismatch_open_once",
                    )
                ],
            },
        ),
        EnableRls("watch_look"),
        GrantApp(
            "watch_look",
            ", ".join(("select", "insert", "update(ended_at)", *(f"update({name})" for name in _COUNTS))),
        ),
        EnableRls("watch_mismatch"),
        GrantApp("watch_mismatch", "select,insert,update(seen_at),update(mended_at)"),
    ]
