"""Tables of people. A reference to another row is its id; the migration holds it to the same company."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from davy import clock
from davy.accounts.tenanted import Tenanted
from davy.people.imported import Import, ImportColumn, ImportRow

__all__ = [
    "Certificate",
    "Changed",
    "Checkup",
    "Delegation",
    "Firm",
    "Import",
    "ImportColumn",
    "ImportRow",
    "Person",
    "Post",
    "Protected",
    "Restriction",
    "Training",
    "Viewed",
    "Violation",
]


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

    Of the identity number the last four characters and a keyed hash stand here: enough to tell two people of
    one name apart and to find a double entry. The number itself is in ``Protected``.
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
    unit_id = models.UUIDField(null=True, blank=True)  # of the plant, where he belongs
    team = models.CharField(max_length=64, default="", blank=True)
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
            models.Index(fields=["company_id", "trade"], name="people_person_trade"),
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
            models.Index(fields=["company_id", "person_id"], name="people_certificate_person"),
            models.Index(fields=["company_id", "valid_to"], name="people_certificate_ends"),
        ]


class Protected(models.Model):
    """What is known of a person for identifying and rescuing him, sealed by a key that is not in the
    database: identity number, blood group, emergency contacts (davy.people.vault)."""

    pk = models.CompositePrimaryKey("company_id", "person_id")
    company_id = models.UUIDField()
    person_id = models.UUIDField()
    sealed = models.BinaryField()
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "people_protected"


class Viewed(models.Model):
    """Somebody read what is sealed of a person in clear: who, when, what, and why. Append-only."""

    id = models.UUIDField(primary_key=True, editable=False)
    company_id = models.UUIDField()
    person_id = models.UUIDField()
    account_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    what = ArrayField(models.CharField(max_length=16))
    why = models.CharField(max_length=200)

    class Meta:
        db_table = "people_viewed"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id", "at"], name="people_viewed_person")
        ]


class Changed(models.Model):
    """The personal values of one audit row, before and after, sealed: the audit row itself names none, for it
    stays when a person is erased, and this goes."""

    pk = models.CompositePrimaryKey("company_id", "audit_id")
    company_id = models.UUIDField()
    audit_id = models.UUIDField()
    person_id = models.UUIDField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "people_changed"
        indexes: ClassVar = [models.Index(fields=["company_id", "person_id"], name="people_changed_person")]


class Checkup(Tenanted):
    """A medical examination: when, by whom, and its verdict. What was found is sealed."""

    class Verdict(models.TextChoices):
        FIT = "fit", "合格"
        LIMITED = "limited", "有限制"
        UNFIT = "unfit", "不合格"

    person_id = models.UUIDField()
    kind = models.CharField(
        max_length=16
    )  # pre, periodic, leaving, emergency: rulepacks/certificates/people.yaml
    done_on = models.DateField()
    valid_to = models.DateField(null=True, blank=True)  # the last day on which it counts
    verdict = models.CharField(max_length=8, choices=Verdict)
    issuer = models.CharField(max_length=128, default="", blank=True)
    scan = models.CharField(max_length=64, default="", blank=True)
    sealed = models.BinaryField(default=b"", blank=True)  # the findings; empty: none were entered

    class Meta:
        db_table = "people_checkup"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "person_id", "kind", "done_on"], name="people_checkup_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("done_on")), name="people_checkup_days"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["fit", "limited", "unfit"]), name="people_checkup_verdict"
            ),
        ]


class Training(Tenanted):
    """A training that a person finished, with its result and until when it counts."""

    person_id = models.UUIDField()
    subject = models.CharField(
        max_length=24
    )  # entry, annual, confined, …: rulepacks/certificates/people.yaml
    done_on = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    passed = models.BooleanField()
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)  # 学时
    score = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    issuer = models.CharField(max_length=128, default="", blank=True)
    scan = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        db_table = "people_training"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "person_id", "subject", "done_on"], name="people_training_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("done_on")), name="people_training_days"
            ),
        ]


class Restriction(Tenanted):
    """Works that a person must not take part in, from one day on, until a day or until it is lifted.

    ``medical`` is an occupational contraindication (职业禁忌, GB 30871-2022 4.9); ``other`` what the plant
    decided. The reason is sealed: whoever judges work needs to know which, not why."""

    person_id = models.UUIDField()
    kind = models.CharField(max_length=8)
    works = ArrayField(models.CharField(max_length=32), blank=True, default=list)  # types of work; empty: all
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day; null: until it is lifted
    sealed = models.BinaryField(default=b"", blank=True)
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by_id = models.UUIDField(null=True, blank=True)
    lifted_why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "people_restriction"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=["medical", "other"]), name="people_restriction_kind"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="people_restriction_days"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id"], name="people_restriction_person")
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
