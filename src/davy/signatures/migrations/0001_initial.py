"""Passkeys, the evidence of signatures, and the bytes that were signed, each row of one company."""

import django.contrib.postgres.fields
from django.db import migrations, models

import davy.clock
import davy.ids
from davy.db.migration import AppendOnly, EnableRls, GrantApp


class Migration(migrations.Migration):
    initial = True
    dependencies = [("accounts", "0002_protect")]

    operations = [
        migrations.CreateModel(
            name="Passkey",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("account_id", models.UUIDField(editable=False)),
                ("name", models.CharField(max_length=60)),
                ("rp_id", models.CharField(max_length=253)),
                ("credential", models.CharField(max_length=1400)),
                ("public_key", models.BinaryField()),
                ("counter", models.BigIntegerField(default=0)),
                ("synced", models.BooleanField(default=False)),
                (
                    "transports",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list, size=None
                    ),
                ),
                ("created_at", models.DateTimeField(default=davy.clock.now)),
                ("used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("revoked_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "signatures_passkey",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "credential"), name="signatures_passkey_credential"
                    )
                ],
                "indexes": [
                    models.Index(fields=["company_id", "account_id"], name="signatures_passkey_whose")
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "sha256", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("way", models.CharField(max_length=16)),
                ("account_id", models.UUIDField()),
                ("command", models.CharField(max_length=64)),
                ("body", models.BinaryField()),
                ("recorded_at", models.DateTimeField(default=davy.clock.now)),
            ],
            options={
                "db_table": "signatures_evidence",
                "indexes": [
                    models.Index(fields=["company_id", "command"], name="signatures_evidence_command")
                ],
            },
        ),
        migrations.CreateModel(
            name="SignedText",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "company_id", "sha256", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("sha256", models.CharField(max_length=64)),
                ("bytes", models.BinaryField()),
            ],
            options={"db_table": "signatures_text"},
        ),
        EnableRls("signatures_passkey"),
        GrantApp("signatures_passkey", "select,insert"),
        *(
            GrantApp("signatures_passkey", f"update({column})")
            for column in ("counter", "used_at", "revoked_at", "revoked_by")
        ),
        EnableRls("signatures_evidence"),
        AppendOnly("signatures_evidence"),
        EnableRls("signatures_text"),
        GrantApp("signatures_text", "select,insert,delete"),
    ]
