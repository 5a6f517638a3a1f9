"""Papers and bans of contractor firms, admissions of their people; each row of one company."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp


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

    dependencies = [("people", "0006_imports")]

    operations = [
        migrations.CreateModel(
            name="Admission",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField()),
                (
                    "works",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32), blank=True, default=list, size=None
                    ),
                ),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("companion_id", models.UUIDField(blank=True, null=True)),
                ("granted_by_id", models.UUIDField(blank=True, null=True)),
                ("withdrawn_on", models.DateField(blank=True, null=True)),
                ("withdrawn_by_id", models.UUIDField(blank=True, null=True)),
                ("withdrawn_why", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "contractors_admission",
                "indexes": [
                    models.Index(fields=["company_id", "person_id"], name="contractors_admission_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="contractors_admission_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("companion_id", None),
                            models.Q(("companion_id", models.F("person_id")), _negated=True),
                            _connector="OR",
                        ),
                        name="contractors_admission_companion",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ban",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("firm_id", models.UUIDField()),
                ("since", models.DateField()),
                ("why", models.CharField(max_length=200)),
                ("banned_by_id", models.UUIDField(blank=True, null=True)),
                ("lifted_on", models.DateField(blank=True, null=True)),
                ("lifted_by_id", models.UUIDField(blank=True, null=True)),
                ("lifted_why", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "contractors_ban",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_on", None)),
                        fields=("company_id", "firm_id"),
                        name="contractors_ban_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FirmPaper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("firm_id", models.UUIDField()),
                ("kind", models.CharField(max_length=24)),
                ("number", models.CharField(blank=True, default="", max_length=64)),
                ("issuer", models.CharField(blank=True, default="", max_length=128)),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("unlimited", models.BooleanField(default=False)),
                ("scan", models.CharField(blank=True, default="", max_length=64)),
            ],
            options={
                "db_table": "contractors_paper",
                "indexes": [
                    models.Index(fields=["company_id", "firm_id", "kind"], name="contractors_paper_firm")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from", None),
                            ("valid_to", None),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="contractors_paper_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unlimited", False), ("valid_to", None), _connector="OR"),
                        name="contractors_paper_one_end",
                    ),
                ],
            },
        ),
        _reference("contractors_paper", "firm_id", "people_firm"),
        _reference("contractors_ban", "firm_id", "people_firm"),
        *(
            _reference("contractors_admission", column, "people_person")
            for column in ("person_id", "companion_id", "granted_by_id", "withdrawn_by_id")
        ),
        EnableRls("contractors_paper"),
        EnableRls("contractors_ban"),
        EnableRls("contractors_admission"),
        # What somebody decided is never taken away; it is lifted or withdrawn, with a reason.
        GrantApp("contractors_paper", "select,insert,update"),
        GrantApp("contractors_ban", "select,insert,update"),
        GrantApp("contractors_admission", "select,insert,update"),
    ]
