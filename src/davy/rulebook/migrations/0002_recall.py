"""Recalls of rules: one row a basis, changed only by its stream."""

from django.db import migrations, models

from davy.db.migration import EnableRls, GrantApp


class Migration(migrations.Migration):
    dependencies = [("rulebook", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="StoredRecall",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("sha256", models.TextField()),
                ("state", models.TextField()),
                ("reason", models.TextField(default="")),
                ("requested_by", models.UUIDField()),
                ("requested_at", models.DateTimeField()),
                ("confirmed_by", models.UUIDField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("lift_by", models.UUIDField(null=True)),
                ("lift_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "rulebook_recall",
            },
        ),
        EnableRls("rulebook_recall"),
        GrantApp("rulebook_recall", "select,insert,update"),
    ]
