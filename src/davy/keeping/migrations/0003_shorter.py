"""A shorter period that is to come, beside the one that is in force."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("keeping", "0002_retention")]

    operations = [
        migrations.AddField("period", "shorter_days", models.PositiveIntegerField(null=True)),
        migrations.AddField("period", "shorter_from", models.DateTimeField(null=True)),
        migrations.AddField("period", "shorter_by", models.UUIDField(null=True)),
        migrations.AddField("period", "shorter_at", models.DateTimeField(null=True)),
        migrations.AddField("period", "shorter_why", models.TextField(default="")),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.CheckConstraint(
                condition=Q(shorter_days__isnull=True, shorter_from__isnull=True)
                | Q(
                    shorter_days__isnull=False,
                    shorter_from__isnull=False,
                    shorter_by__isnull=False,
                    shorter_at__isnull=False,
                ),
                name="keeping_period_shorter",
            ),
        ),
    ]
