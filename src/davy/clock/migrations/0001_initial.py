"""The heartbeat of the clock; one row for the whole server, holding no company's data."""

from django.db import migrations, models

from davy.db.migration import GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Beat",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("steady_since", models.DateTimeField()),
            ],
            options={
                "db_table": "clock_beat",
            },
        ),
        GrantApp("clock_beat", "select,insert,update"),
    ]
