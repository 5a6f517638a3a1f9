"""The table of alarms: one open alarm per permit, kind, code and subject."""

import django.contrib.postgres.fields
from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AlarmRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("permit_id", models.UUIDField(null=True)),
                ("number", models.TextField()),
                ("kind", models.TextField()),
                ("code", models.TextField()),
                ("subject", models.TextField()),
                ("severity", models.TextField()),
                ("owner", models.TextField()),
                ("episode", models.PositiveIntegerField()),
                ("state", models.TextField()),
                ("count", models.PositiveIntegerField()),
                ("raised_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("acknowledged_at", models.DateTimeField(null=True)),
                ("acknowledged_by", models.UUIDField(null=True)),
                ("handled_at", models.DateTimeField(null=True)),
                ("handled_by", models.UUIDField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "alarms_alarm",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "closed"), _negated=True),
                        fields=["company_id", "-last_at"],
                        name="alarms_open_newest",
                    ),
                    models.Index(fields=["company_id", "-last_at", "id"], name="alarms_newest"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "closed"), _negated=True),
                        fields=("company_id", "permit_id", "kind", "code", "subject"),
                        name="alarms_one_open",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        fields=("company_id", "permit_id", "kind", "code", "subject", "episode"),
                        name="alarms_episode",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["raised", "acknowledged", "handled", "closed"])),
                        name="alarms_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ["red", "task"])), name="alarms_severity"
                    ),
                ],
            },
        ),
        EnableRls("alarms_alarm"),
        GrantApp("alarms_alarm", "select,insert,update"),
    ]
