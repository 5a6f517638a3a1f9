"""Gates, the passes they were ever given, and who went through them. Of a pass only what became of it
changes."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp

BECOMES = (
    "permits", "start_at", "end_at", "confirmed_at", "late_at", "revoked_at", "why", "gone_at",
)  # fmt: skip


class Migration(migrations.Migration):
    initial = True

    dependencies = [("sites", "0005_plan_required"), ("people", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="GateRow",
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
                ("silent_since", models.DateTimeField(null=True)),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "gate_gate",
            },
        ),
        migrations.CreateModel(
            name="Controller",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                (
                    "area_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                ("code", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=128)),
                ("way", models.CharField(max_length=8)),
                ("url", models.CharField(blank=True, default="", max_length=500)),
                ("private_net", models.BooleanField(default=True)),
                ("secret", models.BinaryField(blank=True, default=b"")),
                ("only_ours", models.BooleanField(default=False)),
                ("enabled", models.BooleanField(default=True)),
                ("made_at", models.DateTimeField(default=davy.clock.now, editable=False)),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("failing_since", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, default="", max_length=32)),
                ("failures", models.PositiveIntegerField(default=0)),
                ("next_visit_at", models.DateTimeField(blank=True, null=True)),
                ("visiting_until", models.DateTimeField(blank=True, null=True)),
                ("cursor", models.CharField(blank=True, default="", max_length=200)),
                ("cards", models.PositiveIntegerField(blank=True, null=True)),
                ("foreign_cards", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "db_table": "gate_controller",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="gate_controller_key"),
                    models.UniqueConstraint(fields=("company_id", "code"), name="gate_controller_code"),
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["http", "list"])), name="gate_controller_way"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "gate_id",
                        "ref",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("gate_id", models.UUIDField()),
                ("ref", models.TextField()),
                ("at", models.DateTimeField()),
                ("way", models.TextField()),
                ("person_id", models.UUIDField(null=True)),
                ("badge", models.TextField(default="")),
                ("pass_id", models.TextField(default="")),
                ("verdict", models.TextField()),
                ("source", models.TextField(default="gate")),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "gate_passage",
                "indexes": [
                    models.Index(fields=["company_id", "person_id", "-at"], name="gate_passage_of"),
                    models.Index(fields=["company_id", "gate_id", "-at"], name="gate_passage_newest"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.TextField()),
                ("gate_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                (
                    "permits",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("start_at", models.DateTimeField()),
                ("end_at", models.DateTimeField()),
                ("granted_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("late_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("why", models.TextField(default="")),
                ("gone_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "gate_pass",
                "indexes": [
                    models.Index(
                        fields=["company_id", "gate_id", "person_id", "granted_at"], name="gate_pass_of"
                    ),
                    models.Index(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=["company_id", "gate_id"],
                        name="gate_pass_live",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            "ALTER TABLE gate_controller ADD CONSTRAINT gate_controller_site_id_fk FOREIGN KEY"
            " (company_id, site_id) REFERENCES sites_site (company_id, id) NOT VALID",
            "ALTER TABLE gate_controller DROP CONSTRAINT gate_controller_site_id_fk",
        ),
        EnableRls("gate_controller"),
        GrantApp("gate_controller", "select,insert,update"),
        EnableRls("gate_gate"),
        GrantApp("gate_gate", "select,insert,update"),
        EnableRls("gate_pass"),
        GrantApp("gate_pass", ",".join(["select", "insert", *(f"update({name})" for name in BECOMES)])),
        EnableRls("gate_passage"),
        GrantApp("gate_passage", "select,insert,delete"),
    ]
