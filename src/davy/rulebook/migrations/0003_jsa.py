"""A company's own rows of the hazard analysis, and the scale it grades by."""

from typing import Any

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


def _own() -> list[tuple[str, Any]]:
    return [
        (
            "id",
            models.UUIDField(default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False),
        ),
        ("company_id", models.UUIDField(editable=False)),
    ]


def _codes() -> Any:
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
    )


class Migration(migrations.Migration):
    dependencies = [("rulebook", "0002_recall")]

    operations = [
        migrations.CreateModel(
            name="JsaRow",
            fields=[
                *_own(),
                ("kind", models.CharField(max_length=40)),
                ("about", models.CharField(max_length=16)),
                ("types", _codes()),
                ("equipment", _codes()),
                ("zh", models.CharField(max_length=200)),
                ("en", models.CharField(max_length=200)),
                ("controls", models.JSONField()),
                ("withdrawn", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "rulebook_jsa_row",
                "indexes": [
                    models.Index(fields=["company_id", "withdrawn"], name="rulebook_jsa_row_standing")
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskScale",
            fields=[
                *_own(),
                ("scale", models.CharField(max_length=16)),
                ("bands", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "db_table": "rulebook_risk_scale",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id",), name="rulebook_risk_scale_one")
                ],
            },
        ),
        EnableRls("rulebook_jsa_row"),
        EnableRls("rulebook_risk_scale"),
        GrantApp("rulebook_jsa_row", "select,insert,update"),
        GrantApp("rulebook_risk_scale", "select,insert,update"),
    ]
