"""When the bytes of an attachment were last held against their name."""

from django.db import migrations, models

from davy.db.migration import GrantApp


class Migration(migrations.Migration):
    dependencies = [("attachments", "0003_camera")]

    operations = [
        migrations.AddField("attachment", "checked_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "attachment", models.Index(fields=["company_id", "checked_at"], name="attachment_checked")
        ),
        GrantApp("attachments_attachment", "update(checked_at)"),
    ]
