"""Shared terminals: a device that belongs to nobody and stands at a site."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("devices", "0001_initial")]

    operations = [
        *(
            migrations.AddField(model, name, field)
            for model in ("devicerow", "invitation")
            for name, field in (
                ("kind", models.CharField(default="phone", max_length=8)),
                ("site_id", models.UUIDField(null=True)),
            )
        ),
    ]
