"""The tables of gateways, instruments and whom they serve."""

from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import EnableRls, GrantApp

KEYS = """
ALTER TABLE instruments_gateway ADD CONSTRAINT instruments_gateway_site_id_fk
  FOREIGN KEY (company_id, site_id) REFERENCES sites_site (company_id, id) NOT VALID;
ALTER TABLE instruments_instrument ADD CONSTRAINT instruments_instrument_gateway_id_fk
  FOREIGN KEY (company_id, gateway_id) REFERENCES instruments_gateway (company_id, id) NOT VALID;
ALTER TABLE instruments_binding ADD CONSTRAINT instruments_binding_instrument_id_fk
  FOREIGN KEY (company_id, instrument_id) REFERENCES instruments_instrument (company_id, id) NOT VALID;
"""
UNKEYS = """
ALTER TABLE instruments_binding DROP CONSTRAINT instruments_binding_instrument_id_fk;
ALTER TABLE instruments_instrument DROP CONSTRAINT instruments_instrument_gateway_id_fk;
ALTER TABLE instruments_gateway DROP CONSTRAINT instruments_gateway_site_id_fk;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("sites", "0002_protect")]

    operations = [
        migrations.CreateModel(
            name="BindingRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("instrument_id", models.UUIDField()),
                ("permit_id", models.UUIDField(null=True)),
                ("point", models.TextField(null=True)),
                ("person_id", models.UUIDField(null=True)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "instruments_binding",
                "indexes": [
                    models.Index(fields=["company_id", "permit_id", "from_at"], name="instruments_of_permit"),
                    models.Index(fields=["company_id", "instrument_id", "from_at"], name="instruments_bound"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_at__isnull", True)),
                        fields=("company_id", "instrument_id"),
                        name="instruments_bound_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gateway",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("site_id", models.UUIDField()),
                ("key", models.CharField(max_length=32)),
                ("name", models.CharField(max_length=64)),
                ("adapter", models.CharField(default="plain", max_length=32)),
                ("password_hash", models.CharField(editable=False, max_length=72)),
                ("password_at", models.DateTimeField(default=davy.clock.now)),
                ("made_by", models.UUIDField(null=True)),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "instruments_gateway",
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "id"), name="instruments_gateway_id"),
                    models.UniqueConstraint(fields=("company_id", "key"), name="instruments_gateway_key"),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentRow",
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
                ("kind", models.TextField()),
                ("serial", models.TextField()),
                ("site_id", models.UUIDField()),
                ("gateway_id", models.UUIDField(null=True)),
                ("name", models.TextField()),
                ("token", models.TextField()),
                ("enrolled_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(null=True)),
                ("doc", models.JSONField()),
            ],
            options={
                "db_table": "instruments_instrument",
                "indexes": [models.Index(fields=["company_id", "gateway_id"], name="instruments_of_gateway")],
                "constraints": [
                    models.UniqueConstraint(fields=("company_id", "serial"), name="instruments_serial"),
                    models.UniqueConstraint(fields=("company_id", "token"), name="instruments_token"),
                ],
            },
        ),
        # The tables are new and empty: nothing is to be validated, and nothing could be under the policies.
        migrations.RunSQL(KEYS, UNKEYS),
        EnableRls("instruments_gateway"),
        GrantApp("instruments_gateway", "select,insert,update"),
        EnableRls("instruments_instrument"),
        GrantApp("instruments_instrument", "select,insert,update"),
        EnableRls("instruments_binding"),
        GrantApp("instruments_binding", "select,insert,update(until_at)"),
    ]
