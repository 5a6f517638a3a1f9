"""A firm hands in people and their certificates together; the certificates wait with their person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contractors", "0002_handed_in"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="submission",
            name="contractors_submission_kind",
        ),
        migrations.AddField(
            model_name="submission",
            name="id_hash",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="submission",
            name="of_id",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="submission",
            name="sealed",
            field=models.BinaryField(blank=True, default=b""),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["company_id", "of_id"], name="contractors_submission_with"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "paper"), ("of_id", None), ("person_id", None)),
                    models.Q(("kind", "person"), ("of_id", None)),
                    models.Q(("kind", "certificate"), ("person_id__isnull", False)),
                    models.Q(("kind", "certificate"), ("of_id__isnull", False)),
                    models.Q(("kind", "admission"), ("person_id__isnull", False)),
                    _connector="OR",
                ),
                name="contractors_submission_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                fields=("company_id", "id"), name="contractors_submission_key"
            ),
        ),
        migrations.RunSQL(
            "ALTER TABLE contractors_submission ADD CONSTRAINT contractors_submission_of_id_fk"
            " FOREIGN KEY (company_id, of_id) REFERENCES contractors_submission (company_id, id) NOT VALID",
            "ALTER TABLE contractors_submission DROP CONSTRAINT contractors_submission_of_id_fk",
        ),
    ]
