"""Why a permit that nobody planned could not wait."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("permits", "0004_weather_in_full"),
    ]

    operations = [
        migrations.AddField("permitrow", "urgent_reason", models.TextField(default="")),
    ]
