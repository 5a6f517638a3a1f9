"""Badges, as keyed hashes of their numbers, and who stood at which shared terminal when."""

from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("signatures", "0002_pin")]

    operations = [
        migrations.CreateModel(
            name="Badge",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("account_id", models.UUIDField(editable=False)),
                ("number_hash", models.CharField(max_length=64)),
                ("ends_in", models.CharField(max_length=3)),
                ("made_at", models.DateTimeField(default=davy.clock.now)),
                ("made_by", models.UUIDField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("revoked_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "signatures_badge",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("company_id", "number_hash"),
                        name="signatures_badge_once",
                    )
                ],
                "indexes": [models.Index(fields=["company_id", "account_id"], name="signatures_badge_whose")],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("kiosk_id", models.UUIDField()),
                ("badge_id", models.UUIDField()),
                ("account_id", models.UUIDField()),
                ("begun_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("command", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "signatures_visit",
                "indexes": [
                    models.Index(fields=["company_id", "badge_id", "begun_at"], name="signatures_visit_badge")
                ],
            },
        ),
        EnableRls("signatures_badge"),
        GrantApp("signatures_badge", "select,insert"),
        *(GrantApp("signatures_badge", f"update({column})") for column in ("revoked_at", "revoked_by")),
        EnableRls("signatures_visit"),
        GrantApp("signatures_visit", "select,insert"),
        *(GrantApp("signatures_visit", f"update({column})") for column in ("ended_at", "command")),
    ]
