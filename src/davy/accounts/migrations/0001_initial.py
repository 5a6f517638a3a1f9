"""The tables of accounts as Django makes them; the next migration protects them."""

import django.contrib.postgres.fields
import django.db.models.functions.text
from django.db import migrations, models

import davy.accounts.models
import davy.clock
import davy.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField(editable=False)),
                ("person_id", models.UUIDField(blank=True, null=True)),
                ("username", models.CharField(max_length=64)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=32), default=list, size=None
                    ),
                ),
                (
                    "language",
                    models.CharField(choices=[("zh", "中文"), ("en", "English")], default="zh", max_length=2),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("created_at", models.DateTimeField(default=davy.clock.now, editable=False)),
            ],
            options={
                "db_table": "accounts_account",
                "indexes": [models.Index(fields=["company_id", "person_id"], name="account_company_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_id", "username"), name="account_company_username"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("username", django.db.models.functions.text.Lower("username"))),
                        name="account_username_lower",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("at", models.DateTimeField(default=davy.clock.now)),
                ("account_id", models.UUIDField(null=True)),
                ("resource", models.CharField(max_length=32)),
                ("resource_id", models.UUIDField()),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
            ],
            options={
                "db_table": "accounts_audit",
                "indexes": [
                    models.Index(
                        fields=["company_id", "resource", "resource_id", "at"], name="audit_resource_at"
                    ),
                    models.Index(fields=["company_id", "at"], name="audit_company_at"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Company",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=32, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("hostname", models.CharField(max_length=253, unique=True)),
                ("simulated", models.BooleanField(default=False, editable=False)),
                ("timezone", models.CharField(default="Asia/Shanghai", max_length=64)),
                ("salt", models.BinaryField(default=davy.accounts.models.new_salt)),
                ("created_at", models.DateTimeField(default=davy.clock.now, editable=False)),
            ],
            options={
                "db_table": "accounts_company",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hostname", django.db.models.functions.text.Lower("hostname"))),
                        name="company_hostname_lower",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SecurityEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=davy.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("company_id", models.UUIDField()),
                ("at", models.DateTimeField(default=davy.clock.now)),
                ("kind", models.CharField(max_length=32)),
                ("account_id", models.UUIDField(null=True)),
                ("login", models.CharField(default="", max_length=64)),
                ("address", models.CharField(default="", max_length=45)),
                ("path", models.CharField(default="", max_length=200)),
            ],
            options={
                "db_table": "accounts_security_event",
                "indexes": [
                    models.Index(fields=["company_id", "at"], name="security_company_at"),
                    models.Index(
                        fields=["company_id", "account_id", "kind", "at"], name="security_account_kind_at"
                    ),
                    models.Index(fields=["company_id", "login", "kind", "at"], name="security_login_kind_at"),
                ],
            },
        ),
    ]
