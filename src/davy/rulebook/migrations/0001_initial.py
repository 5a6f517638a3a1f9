"""Overlays and the bases that permits stand on; a basis never changes."""

from django.db import migrations, models

import davy.ids
from davy.db.migration import AppendOnly, EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Basis",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "sha256", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("sha256", models.TextField()),
                ("type", models.TextField()),
                ("content", models.BinaryField()),
                ("pinned_at", models.DateTimeField()),
            ],
            options={
                "db_table": "rulebook_basis",
            },
        ),
        migrations.CreateModel(
            name="StoredOverlay",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("pack", models.TextField()),
                ("body", models.JSONField()),
                ("created_at", models.DateTimeField()),
                ("created_by", models.UUIDField()),
            ],
            options={
                "db_table": "rulebook_overlay",
                "indexes": [models.Index(fields=["company_id", "pack", "id"], name="rulebook_overlay_pack")],
            },
        ),
        EnableRls("rulebook_overlay"),
        GrantApp("rulebook_overlay", "select,insert"),
        EnableRls("rulebook_basis"),
        AppendOnly("rulebook_basis"),
    ]
