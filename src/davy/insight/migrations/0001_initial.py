"""Findings and their reviews: rows of one company only, added and never changed."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import AppendOnly, EnableRls

KEYS = """
CREATE INDEX insight_finding_events ON insight_finding USING gin (events);
ALTER TABLE insight_review ADD CONSTRAINT insight_review_finding_fk FOREIGN KEY (company_id, finding_id)
  REFERENCES insight_finding (company_id, id);
"""
UNKEYS = """
ALTER TABLE insight_review DROP CONSTRAINT insight_review_finding_fk;
DROP INDEX insight_finding_events;
"""


def _key(*names: str) -> tuple[str, models.CompositePrimaryKey]:
    return (
        "pk",
        models.CompositePrimaryKey(*names, blank=True, editable=False, primary_key=True, serialize=False),
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FindingRow",
            fields=[
                _key("company_id", "id"),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("kind", models.TextField()),
                ("person_id", models.UUIDField(null=True)),
                (
                    "permits",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                (
                    "events",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("figures", models.JSONField()),
                ("found_at", models.DateTimeField()),
            ],
            options={
                "db_table": "insight_finding",
                "indexes": [
                    models.Index(fields=["company_id", "-found_at", "id"], name="insight_finding_newest")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewRow",
            fields=[
                _key("company_id", "id"),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField(default=davy.ids.uuid7)),
                ("finding_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("outcome", models.TextField()),
                ("note", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "insight_review",
                "indexes": [
                    models.Index(fields=["company_id", "finding_id", "-at"], name="insight_review_newest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(outcome__in=["confirmed", "explained", "mistaken"]),
                        name="insight_review_outcome",
                    )
                ],
            },
        ),
        migrations.RunSQL(KEYS, UNKEYS),
        EnableRls("insight_finding"),
        AppendOnly("insight_finding"),
        EnableRls("insight_review"),
        AppendOnly("insight_review"),
    ]
