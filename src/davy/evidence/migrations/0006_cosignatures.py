"""What witnesses signed of the checkpoints, for ever."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0005_time_stamps"),
    ]

    operations = [
        migrations.CreateModel(
            name="LogCosignature",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "size",
                        "witness",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("size", models.BigIntegerField()),
                ("witness", models.TextField()),
                ("line", models.TextField()),
                ("cosigned_at", models.DateTimeField()),
            ],
            options={"db_table": "evidence_log_cosignature"},
        ),
        EnableRls("evidence_log_cosignature"),
        AppendOnly("evidence_log_cosignature"),
    ]
