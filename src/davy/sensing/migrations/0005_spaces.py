"""What several instruments say together."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("sensing", "0004_dropped")]

    operations = [
        migrations.CreateModel(
            name="SpaceTracks",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "space", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("space", models.TextField()),
                ("tracks", models.JSONField()),
            ],
            options={"db_table": "sensing_space"},
        ),
        EnableRls("sensing_space"),
        GrantApp("sensing_space", "select,insert,update,delete"),
    ]
