"""Questions, classes, who signed on to them and his papers, and the daily roster; each row of one company."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.ids
from davy.db.migration import EnableRls, GrantApp

TABLES = ("question", "lesson", "attendance", "attempt", "presence")


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

    dependencies = [("people", "0006_imports"), ("sites", "0011_camera")]

    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("lesson_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("number", models.SmallIntegerField()),
                (
                    "questions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("drawn_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("right", models.SmallIntegerField(blank=True, null=True)),
                ("passed", models.BooleanField(blank=True, null=True)),
            ],
            options={
                "db_table": "training_attempt",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "lesson_id", "person_id", "number"),
                        name="training_attempt_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("lesson_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("signed_at", models.DateTimeField()),
            ],
            options={
                "db_table": "training_attendance",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "lesson_id", "person_id"), name="training_attendance_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lesson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("course", models.CharField(max_length=24)),
                ("site_id", models.UUIDField()),
                ("trainer_id", models.UUIDField(blank=True, null=True)),
                ("opened_at", models.DateTimeField()),
                ("exam_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "training_lesson",
                "indexes": [models.Index(fields=["company_id", "opened_at"], name="training_lesson_opened")],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="training_lesson_key")
                ],
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("firm_id", models.UUIDField()),
                ("day", models.DateField()),
                ("on_at", models.DateTimeField()),
                ("off_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "training_presence",
                "indexes": [models.Index(fields=["company_id", "day"], name="training_presence_day")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("off_at", None)),
                        fields=("company_id", "person_id", "day"),
                        name="training_presence_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("off_at", None), ("off_at__gte", models.F("on_at")), _connector="OR"
                        ),
                        name="training_presence_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("course", models.CharField(max_length=24)),
                ("text", models.CharField(max_length=500)),
                (
                    "options",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), size=None
                    ),
                ),
                (
                    "right",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), size=None
                    ),
                ),
                ("retired_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "training_question",
                "indexes": [models.Index(fields=["company_id", "course"], name="training_question_course")],
            },
        ),
        *(
            _reference(f"training_{table}", column, to)
            for table, column, to in (
                ("lesson", "site_id", "sites_site"),
                ("lesson", "trainer_id", "people_person"),
                ("attendance", "lesson_id", "training_lesson"),
                ("attendance", "person_id", "people_person"),
                ("attempt", "lesson_id", "training_lesson"),
                ("attempt", "person_id", "people_person"),
                ("presence", "site_id", "sites_site"),
                ("presence", "person_id", "people_person"),
                ("presence", "firm_id", "people_firm"),
            )
        ),
        *(EnableRls(f"training_{table}") for table in TABLES),
        # What happened stays: a question is retired, a class closed, somebody signs off.
        GrantApp("training_question", "select,insert,update"),
        GrantApp("training_lesson", "select,insert,update"),
        GrantApp("training_attendance", "select,insert"),
        GrantApp("training_attempt", "select,insert,update"),
        GrantApp("training_presence", "select,insert,update"),
    ]
