"""What special periods raise at a site, the level of hot work or its approver; so far it was the approver."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0003_area_freeze"),
    ]

    operations = [
        migrations.AddField("sitecalendar", "escalation", models.TextField(default="approver", null=True)),
    ]
