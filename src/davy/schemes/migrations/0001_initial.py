"""The table of schemes."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SchemeRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("version", models.BigIntegerField()),
                ("number", models.TextField()),
                ("title", models.TextField()),
                ("type", models.TextField()),
                ("level", models.TextField()),
                ("state", models.TextField()),
                ("site_id", models.UUIDField()),
                ("area_id", models.UUIDField()),
                ("point_id", models.UUIDField(null=True)),
                ("author_id", models.UUIDField()),
                ("standing", models.PositiveIntegerField(null=True)),
                ("lasts_to", models.DateTimeField(null=True)),
                ("annotations_open", models.PositiveIntegerField()),
                ("changed_at", models.DateTimeField()),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "schemes_scheme",
                "indexes": [
                    models.Index(fields=["company_id", "-changed_at", "id"], name="schemes_newest"),
                    models.Index(
                        condition=models.Q(("standing__isnull", False)),
                        fields=["company_id", "type", "area_id"],
                        name="schemes_standing",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "number"), name="schemes_number"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "review", "approved", "withdrawn"])),
                        name="schemes_state",
                    ),
                ],
            },
        ),
        EnableRls("schemes_scheme"),
        GrantApp("schemes_scheme", "select,insert,update"),
    ]
