"""What a stream holds on to is found without a look at all references of the company."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("attachments", "0005_awaited")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="reference",
            index=models.Index(
                fields=["company_id", "stream_kind", "stream_id", "sha256"], name="reference_by_stream"
            ),
        ),
    ]
