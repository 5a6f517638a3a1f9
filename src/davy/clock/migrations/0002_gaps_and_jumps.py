"""What the clock missed: the gap that is being made up for, and gaps and jumps for ever."""

from django.db import migrations, models

from davy.db.migration import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("clock", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="beat",
            name="gap_from",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.TextField()),
                ("seconds", models.FloatField()),
            ],
            options={
                "db_table": "clock_incident",
                "indexes": [models.Index(fields=["-at"], name="clock_incident_at")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["gap", "jump"])), name="clock_incident_kind"
                    )
                ],
            },
        ),
        AppendOnly("clock_incident"),
    ]
