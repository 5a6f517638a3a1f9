"""Weather beside the wind, and who told it: a person or a station."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("permits", "0003_somebody_inside"),
    ]

    operations = [
        migrations.AddField("weather", "source", models.TextField(default="person")),
        migrations.AlterField("weather", "wind_force", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField("weather", "gust", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField("weather", "rain", models.TextField(null=True)),
        migrations.AddField("weather", "snow", models.TextField(null=True)),
        migrations.AddField("weather", "fog", models.TextField(null=True)),
        migrations.AddField(
            "weather", "temperature_c", models.DecimalField(max_digits=4, decimal_places=1, null=True)
        ),
    ]
