"""Entries of points, anomalies with their verdicts, goods and claims; each row of one company."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import AppendOnly, EnableRls, GrantApp

TABLES = ("entry", "suspect", "verdict", "good", "claim")


def _reference(table: str, column: str, to: str) -> migrations.RunSQL:
    """Held for every row to come; the table is empty, and row security would stop the look at old rows."""
    name = f"{table}_{column}_fk"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name}"
        f" FOREIGN KEY (company_id, {column}) REFERENCES {to} (company_id, id) NOT VALID",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = [("people", "0006_imports"), ("insight", "0002_wall_screen")]

    operations = [
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("good_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("price", models.PositiveIntegerField()),
                ("state", models.CharField(default="asked", max_length=10)),
                ("asked_at", models.DateTimeField()),
                ("decided_by_id", models.UUIDField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("handed_by_id", models.UUIDField(blank=True, null=True)),
                ("handed_at", models.DateTimeField(blank=True, null=True)),
                ("why", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "points_claim",
                "indexes": [
                    models.Index(fields=["company_id", "asked_at"], name="points_claim_asked"),
                    models.Index(fields=["company_id", "person_id", "asked_at"], name="points_claim_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "approved", "handed", "refused", "cancelled"])
                        ),
                        name="points_claim_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_by_id", models.F("person_id")), _negated=True),
                            models.Q(("handed_by_id", models.F("person_id")), _negated=True),
                        ),
                        name="points_claim_not_his_own",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("rule", models.CharField(max_length=40)),
                ("version", models.CharField(max_length=24)),
                ("kind", models.CharField(max_length=12)),
                ("about", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("number", models.SmallIntegerField()),
                ("points", models.SmallIntegerField()),
                ("at", models.DateTimeField()),
                ("written_at", models.DateTimeField()),
                ("why", models.JSONField(default=dict)),
            ],
            options={
                "db_table": "points_entry",
                "indexes": [
                    models.Index(fields=["company_id", "at"], name="points_entry_at"),
                    models.Index(fields=["company_id", "person_id", "at"], name="points_entry_person"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "about", "rule", "person_id", "number"),
                        name="points_entry_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["permit", "violation", "finding"])),
                        name="points_entry_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Good",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("name", models.CharField(max_length=64)),
                ("price", models.PositiveIntegerField()),
                ("stock", models.PositiveIntegerField()),
                ("retired_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "points_good",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="points_good_key"),
                    models.UniqueConstraint(fields=("company_id", "name"), name="points_good_name"),
                    models.CheckConstraint(condition=models.Q(("price__gte", 1)), name="points_good_price"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspect",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("kind", models.CharField(max_length=12)),
                (
                    "people",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                (
                    "permits",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("figures", models.JSONField(default=dict)),
                ("found_at", models.DateTimeField()),
            ],
            options={
                "db_table": "points_suspect",
                "indexes": [models.Index(fields=["company_id", "found_at"], name="points_suspect_found")],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="points_suspect_key")
                ],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("suspect_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("outcome", models.CharField(max_length=8)),
                ("reason", models.CharField(max_length=500)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "points_verdict",
                "indexes": [
                    models.Index(fields=["company_id", "suspect_id", "at"], name="points_verdict_newest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["stands", "void"])), name="points_verdict_outcome"
                    )
                ],
            },
        ),
        *(
            _reference(f"points_{table}", column, to)
            for table, column, to in (
                ("entry", "person_id", "people_person"),
                ("verdict", "suspect_id", "points_suspect"),
                ("verdict", "person_id", "people_person"),
                ("claim", "good_id", "points_good"),
                ("claim", "person_id", "people_person"),
            )
        ),
        migrations.RunSQL(
            "CREATE INDEX points_suspect_permits ON points_suspect USING gin (permits)",
            "DROP INDEX points_suspect_permits",
        ),
        *(EnableRls(f"points_{table}") for table in TABLES),
        # What was earned and judged is never edited; an anomaly only grows while its time runs.
        AppendOnly("points_entry"),
        AppendOnly("points_verdict"),
        GrantApp("points_suspect", "select,insert,update(people),update(permits),update(figures)"),
        GrantApp("points_good", "select,insert,update"),
        GrantApp("points_claim", "select,insert,update"),
    ]
