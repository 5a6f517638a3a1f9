"""An alarm rings until somebody answers, and lies on a shelf for a while."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("alarms", "0001_initial")]

    operations = [
        migrations.AddField("alarmrow", "called_at", models.DateTimeField(null=True)),
        migrations.AddField("alarmrow", "rings", models.PositiveIntegerField(db_default=0)),
        migrations.AddField("alarmrow", "rung_at", models.DateTimeField(null=True)),
        migrations.AddField("alarmrow", "next_ring_at", models.DateTimeField(null=True)),
        migrations.AddField("alarmrow", "shelved_at", models.DateTimeField(null=True)),
        migrations.AddField("alarmrow", "shelved_by", models.UUIDField(null=True)),
        migrations.AddField("alarmrow", "shelved_until", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "alarmrow",
            models.Index(
                fields=["company_id", "next_ring_at"],
                condition=models.Q(("state", "closed"), _negated=True),
                name="alarms_next_ring",
            ),
        ),
    ]
