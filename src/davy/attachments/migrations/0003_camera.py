"""When a picture was taken by its camera, and with which."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("attachments", "0002_protect")]

    operations = [
        migrations.AddField("attachment", "taken_at", models.DateTimeField(null=True)),
        migrations.AddField("attachment", "camera", models.CharField(max_length=80, default="")),
    ]
