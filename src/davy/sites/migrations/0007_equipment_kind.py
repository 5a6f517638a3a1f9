"""What kind of equipment it is: hazards are proposed by it. Empty: nobody said."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0006_works"),
    ]

    operations = [
        migrations.AddField("equipment", "kind", models.CharField(blank=True, default="", max_length=16)),
    ]
