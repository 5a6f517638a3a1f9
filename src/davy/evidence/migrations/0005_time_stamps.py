"""Time stamps beside the checkpoints, for ever."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0004_the_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="LogStamp",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "size",
                        "authority",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("size", models.BigIntegerField()),
                ("authority", models.TextField()),
                ("answer", models.BinaryField()),
                ("stamped_at", models.DateTimeField()),
                ("kept_at", models.DateTimeField()),
            ],
            options={"db_table": "evidence_log_stamp"},
        ),
        EnableRls("evidence_log_stamp"),
        AppendOnly("evidence_log_stamp"),
    ]
