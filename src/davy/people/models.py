"""Tables of people. A reference to another row is its id; the migration holds it to the same company."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from davy.accounts.tenanted import Tenanted

__all__ = ["Certificate", "Delegation", "Firm", "Person", "Post"]


class Firm(Tenanted):
    """A contractor company that works inside the plant."""

    name = models.CharField(max_length=200)
    code = models.CharField(max_length=64)
    contact_name = models.CharField(max_length=64, default="", blank=True)
    contact_phone = models.CharField(max_length=32, default="", blank=True)
    active = models.BooleanField(default=True)

    class Meta:
        db_table = "people_firm"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="people_firm_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="people_firm_code"),
        ]


class Person(Tenanted):
    """A human being who works in the plant. Without a firm he is the plant's own staff.

    Of the identity number only the last four characters and a salted hash are kept: enough to tell two
    people of one name apart and to find a double entry.
    """

    class Status(models.TextChoices):
        ACTIVE = "active", "在册"
        FROZEN = "frozen", "冻结"
        LEFT = "left", "离开"

    firm_id = models.UUIDField(null=True, blank=True)
    name = models.CharField(max_length=64)
    name_pinyin = models.CharField(max_length=128, default="", blank=True)
    hr_code = models.CharField(max_length=64)
    id_last4 = models.CharField(max_length=4, default="", blank=True)
    id_hash = models.CharField(max_length=64, default="", blank=True)
    phone = models.CharField(max_length=32, default="", blank=True)
    photo = models.CharField(max_length=64, default="", blank=True)  # SHA-256 of an attachment
    trade = models.CharField(max_length=64, default="", blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.ACTIVE)

    class Meta:
        db_table = "people_person"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="people_person_key"),
            models.UniqueConstraint(fields=["company_id", "hr_code"], name="people_person_hr_code"),
            models.UniqueConstraint(
                fields=["company_id", "id_hash"], condition=~Q(id_hash=""), name="people_person_id_hash"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["active", "frozen", "left"]), name="people_person_status"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "name_pinyin", "name"], name="people_person_name"),
            models.Index(fields=["company_id", "firm_id"], name="people_person_firm"),
        ]


class Post(Tenanted):
    """A post of the plant (区域负责人, 安全管理部门, 当班班长 …), its holder and his deputy.

    It counts for one area, for one unit, for one site, or, with all three empty, for the whole plant.
    """

    code = models.CharField(max_length=32)
    name = models.CharField(max_length=64)
    area_id = models.UUIDField(null=True, blank=True)
    unit_id = models.UUIDField(null=True, blank=True)
    site_id = models.UUIDField(null=True, blank=True)
    holder_id = models.UUIDField(null=True, blank=True)
    deputy_id = models.UUIDField(null=True, blank=True)
    superior_id = models.UUIDField(null=True, blank=True)

    class Meta:
        db_table = "people_post"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="people_post_key"),
            models.UniqueConstraint(
                fields=["company_id", "code", "area_id", "unit_id", "site_id"],
                nulls_distinct=False,
                name="people_post_scope",
            ),
            models.CheckConstraint(
                # At most one of the three: two would leave open which of them counts.
                condition=Q(area_id=None, unit_id=None)
                | Q(area_id=None, site_id=None)
                | Q(unit_id=None, site_id=None),
                name="people_post_one_scope",
            ),
            models.CheckConstraint(
                condition=Q(deputy_id=None) | ~Q(deputy_id=F("holder_id")), name="people_post_deputy"
            ),
        ]


class Certificate(Tenanted):
    """A paper that entitles a person to one item; one number may stand for several items."""

    class Kind(models.TextChoices):
        SPECIAL_OPERATION = "special_operation", "特种作业操作证"
        SPECIAL_EQUIPMENT = "special_equipment", "特种设备作业人员证"
        GUARDIAN = "guardian", "监护人培训合格证"
        GAS_ANALYST = "gas_analyst", "气体分析资格"
        SAFETY_MANAGER = "safety_manager", "安全管理人员合格证"

    person_id = models.UUIDField()
    kind = models.CharField(max_length=24, choices=Kind)
    number = models.CharField(max_length=64)
    item = models.CharField(max_length=128)
    issuer = models.CharField(max_length=128, default="", blank=True)
    issued_at = models.DateField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)  # the last day on which it is valid
    review_due = models.DateField(null=True, blank=True)  # the last day by which it must be reviewed
    holder_name = models.CharField(max_length=64, default="", blank=True)  # as printed on the paper
    scan = models.CharField(max_length=64, default="", blank=True)  # SHA-256 of an attachment

    class Meta:
        db_table = "people_certificate"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "number", "item"], name="people_certificate_number_item"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="people_certificate_dates",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id"], name="people_certificate_person")
        ]


class Violation(Tenanted):
    """What a person did against the rules of work. It counts against him for thirty days, unless it is lifted
    before (trained again, or entered by mistake)."""

    person_id = models.UUIDField()
    happened_on = models.DateField()
    kind = models.CharField(max_length=16, choices=[("general", "一般违章"), ("serious", "严重违章")])
    what = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    lifted_on = models.DateField(null=True, blank=True)
    lifted_why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "people_violation"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(lifted_on=None) | Q(lifted_on__gte=F("happened_on")), name="people_violation_days"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["general", "serious"]), name="people_violation_kind"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id", "happened_on"], name="people_violation_person")
        ]


class Delegation(models.Model):
    """Who signs for a post for a while, because its holder sent him. Written by its stream, never by hand."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    post_id = models.UUIDField()
    code = models.CharField(max_length=32)
    by_id = models.UUIDField()
    to_id = models.UUIDField()
    types = ArrayField(models.TextField())
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_at = models.DateTimeField()
    reason = models.TextField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by_id = models.UUIDField(null=True)

    class Meta:
        db_table = "people_delegation"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "post_id", "ends_at"], name="people_delegation_post")
        ]
