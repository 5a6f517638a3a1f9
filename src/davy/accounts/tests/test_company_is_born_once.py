"""What a company is born with cannot be changed, by SQL either."""

import pytest
from django.db import DatabaseError, transaction

from davy.accounts.models import Company

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("change", [{"simulated": True}, {"salt": b"x" * 32}])
def test_a_company_does_not_become_a_demonstration_and_keeps_its_salt(change: dict[str, object]) -> None:
    company = Company.objects.create(code="hh", name="华海化工", hostname="hh.davy.test")
    with pytest.raises(DatabaseError, match="never change"), transaction.atomic():
        Company.objects.filter(id=company.id).update(**change)
    Company.objects.filter(id=company.id).update(name="华海化工有限公司")
