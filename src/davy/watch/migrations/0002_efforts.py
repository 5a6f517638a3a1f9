"""What is wanted from outside and did not come yet."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [
        ("watch", "0001_night"),
    ]

    operations = [
        migrations.CreateModel(
            name="Effort",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "name", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("name", models.TextField()),
                ("wanted_since", models.DateTimeField()),
                ("failures", models.PositiveIntegerField()),
                ("again_at", models.DateTimeField()),
                ("why", models.TextField()),
            ],
            options={"db_table": "watch_effort"},
        ),
        EnableRls("watch_effort"),
        GrantApp("watch_effort", "select,insert,update,delete"),
    ]
