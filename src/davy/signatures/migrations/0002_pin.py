"""The PIN of an account, as a hash."""

from django.db import migrations, models

import davy.clock
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("signatures", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Pin",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "account_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("account_id", models.UUIDField()),
                ("hash", models.CharField(max_length=200)),
                ("set_at", models.DateTimeField(default=davy.clock.now)),
            ],
            options={"db_table": "signatures_pin"},
        ),
        EnableRls("signatures_pin"),
        GrantApp("signatures_pin", "select,insert,update"),
    ]
