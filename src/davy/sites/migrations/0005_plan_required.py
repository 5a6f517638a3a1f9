"""Whether a site asks every permit for the plan, order or booking it stands on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0004_escalation_step"),
    ]

    operations = [
        migrations.AddField("site", "plan_required", models.BooleanField(default=False)),
    ]
