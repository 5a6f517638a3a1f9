"""What an account keeps for its own screens: rows of one company, changed and forgotten by their keeper."""

from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_protect")]

    operations = [
        migrations.CreateModel(
            name="Kept",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("account_id", models.UUIDField()),
                ("room", models.CharField(max_length=32)),
                ("kind", models.CharField(max_length=16)),
                ("name", models.CharField(blank=True, default="", max_length=40)),
                ("body", models.JSONField()),
                ("at", models.DateTimeField(default=davy.clock.now)),
            ],
            options={
                "db_table": "accounts_kept",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "account_id", "room", "kind", "name"), name="accounts_kept_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["view", "layout"])), name="accounts_kept_kind"
                    ),
                ],
            },
        ),
        EnableRls("accounts_kept"),
        GrantApp("accounts_kept", "select,insert,update(body),update(at),delete"),
    ]
