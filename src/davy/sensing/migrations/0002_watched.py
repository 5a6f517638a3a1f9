"""What the rules of watching know of each instrument."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("sensing", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Watched",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "instrument_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("partition", models.SmallIntegerField()),
                ("state", models.JSONField(null=True)),
                ("told", models.JSONField(default=dict)),
                ("binding_id", models.UUIDField(null=True)),
                ("permit_id", models.UUIDField(null=True)),
                ("lost_at", models.DateTimeField(null=True)),
                ("looks_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "sensing_watched",
                "indexes": [
                    models.Index(fields=["company_id", "partition", "looks_at"], name="sensing_watched_due")
                ],
            },
        ),
        EnableRls("sensing_watched"),
        GrantApp("sensing_watched", "select,insert,update"),
    ]
