"""Partners of a park, the masks of our people, what partners say of them, and the log."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp

# Rows name one another within their company only. Not valid: the tables are new, and row security of people
# would have to be lifted to look at them.
_KEYS = """
ALTER TABLE park_entry ADD CONSTRAINT park_entry_partner
  FOREIGN KEY (company_id, partner_id) REFERENCES park_partner (company_id, id);
ALTER TABLE park_masked ADD CONSTRAINT park_masked_partner
  FOREIGN KEY (company_id, partner_id) REFERENCES park_partner (company_id, id);
ALTER TABLE park_hit ADD CONSTRAINT park_hit_partner
  FOREIGN KEY (company_id, partner_id) REFERENCES park_partner (company_id, id);
ALTER TABLE park_line ADD CONSTRAINT park_line_partner
  FOREIGN KEY (company_id, partner_id) REFERENCES park_partner (company_id, id);
ALTER TABLE park_masked ADD CONSTRAINT park_masked_person
  FOREIGN KEY (company_id, person_id) REFERENCES people_person (company_id, id) NOT VALID;
ALTER TABLE park_hit ADD CONSTRAINT park_hit_person
  FOREIGN KEY (company_id, person_id) REFERENCES people_person (company_id, id) NOT VALID;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0006_imports"),
        ("contractors", "0001_initial"),
        ("verification", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "partner_id",
                        "masked",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("partner_id", models.UUIDField()),
                ("masked", models.CharField(max_length=64)),
                ("state", models.CharField(max_length=8)),
                ("kind", models.CharField(max_length=12)),
                ("since", models.DateTimeField(null=True)),
                ("until", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "park_entry",
            },
        ),
        migrations.CreateModel(
            name="Hit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("partner_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("masked", models.CharField(max_length=64)),
                ("state", models.CharField(max_length=8)),
                ("kind", models.CharField(max_length=12)),
                ("since", models.DateTimeField(null=True)),
                ("found_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("resolved_at", models.DateTimeField(null=True)),
                ("resolved_by_id", models.UUIDField(null=True)),
                ("why", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "db_table": "park_hit",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("company_id", "partner_id", "person_id"),
                        name="park_hit_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("partner_id", models.UUIDField()),
                ("at", models.DateTimeField(default=davy.clock.now)),
                ("what", models.CharField(max_length=12)),
                ("masked", models.CharField(blank=True, default="", max_length=64)),
                ("why", models.CharField(blank=True, default="", max_length=16)),
                ("account_id", models.UUIDField(null=True)),
                ("count", models.IntegerField(null=True)),
            ],
            options={
                "db_table": "park_line",
                "indexes": [models.Index(fields=["company_id", "at"], name="park_line_at")],
            },
        ),
        migrations.CreateModel(
            name="Masked",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id",
                        "partner_id",
                        "person_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("partner_id", models.UUIDField()),
                ("person_id", models.UUIDField()),
                ("masked", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "db_table": "park_masked",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "partner_id", "masked"), name="park_masked_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("pair", models.UUIDField()),
                ("name", models.CharField(blank=True, default="", max_length=200)),
                ("url", models.CharField(blank=True, default="", max_length=500)),
                ("private_net", models.BooleanField(default=False)),
                ("state", models.CharField(default="invited", max_length=8)),
                ("purpose", models.CharField(max_length=200)),
                (
                    "shares",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), size=None
                    ),
                ),
                ("until", models.DateField()),
                ("consented_by_id", models.UUIDField(blank=True, null=True)),
                ("consented_at", models.DateTimeField(default=davy.clock.now)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_by", models.CharField(blank=True, default="", max_length=8)),
                ("ended_by_id", models.UUIDField(blank=True, null=True)),
                ("ended_why", models.CharField(blank=True, default="", max_length=200)),
                ("sealed", models.BinaryField(blank=True, default=b"")),
                ("seq", models.BigIntegerField(default=0)),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("heard_seq", models.BigIntegerField(default=0)),
                ("heard_at", models.DateTimeField(blank=True, null=True)),
                ("took_at", models.DateTimeField(blank=True, null=True)),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("trouble", models.CharField(blank=True, default="", max_length=24)),
            ],
            options={
                "db_table": "park_partner",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="park_partner_key"),
                    models.UniqueConstraint(fields=("company_id", "pair"), name="park_partner_pair"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state__in", ["invited", "active"])),
                            models.Q(("ended_at__isnull", False), ("state", "ended")),
                            _connector="OR",
                        ),
                        name="park_partner_state",
                    ),
                ],
            },
        ),
        migrations.RunSQL(_KEYS, migrations.RunSQL.noop),
        EnableRls("park_partner"),
        GrantApp("park_partner", "select,insert,update"),
        EnableRls("park_entry"),
        GrantApp("park_entry", "select,insert,delete"),
        EnableRls("park_masked"),
        GrantApp("park_masked", "select,insert,update,delete"),
        EnableRls("park_hit"),
        GrantApp("park_hit", "select,insert,update,delete"),
        EnableRls("park_line"),
        GrantApp("park_line", "select,insert,update(masked),delete"),
    ]
