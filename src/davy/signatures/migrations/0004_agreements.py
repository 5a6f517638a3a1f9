"""Who agreed to sign electronically, and whether the company asks for it."""

from django.db import migrations, models

import davy.clock
from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("signatures", "0003_badges")]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "account_id",
                        "version",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("account_id", models.UUIDField()),
                ("version", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=64)),
                ("agreed_at", models.DateTimeField()),
            ],
            options={"db_table": "signatures_agreement"},
        ),
        migrations.CreateModel(
            name="Terms",
            fields=[
                ("company_id", models.UUIDField(primary_key=True, serialize=False)),
                ("asked", models.BooleanField()),
                ("set_at", models.DateTimeField(default=davy.clock.now)),
                ("set_by", models.UUIDField()),
            ],
            options={"db_table": "signatures_terms"},
        ),
        EnableRls("signatures_agreement"),
        GrantApp("signatures_agreement", "select,insert"),
        EnableRls("signatures_terms"),
        GrantApp("signatures_terms", "select,insert"),
        *(GrantApp("signatures_terms", f"update({column})") for column in ("asked", "set_at", "set_by")),
    ]
