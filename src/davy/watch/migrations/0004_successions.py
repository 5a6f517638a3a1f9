"""By which notes the keys of logs that we witness were followed."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls


class Migration(migrations.Migration):
    dependencies = [
        ("watch", "0003_witness"),
    ]

    operations = [
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "digest",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("digest", models.BinaryField()),
                ("origin", models.TextField()),
                ("note", models.TextField()),
                ("followed", models.BooleanField()),
                ("why", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "watch_succession"},
        ),
        EnableRls("watch_succession"),
        AppendOnly("watch_succession"),
    ]
