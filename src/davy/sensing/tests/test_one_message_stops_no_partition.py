"""What the database does not take is set aside alone, and no count of what is missing grows past its column:
the others of the partition are read on, whosever they are."""

import json

import pytest

from davy import clock
from davy.db import rows, tenant
from davy.instruments.topics import Wire, partition_of, slug
from davy.sensing import commit as committing
from davy.sensing.messages import Message
from davy.sensing.tests.site import Site

pytestmark = pytest.mark.django_db
LAST = 2**53 - 1
FULL = 2**63 - 2


def test_the_others_are_read_on() -> None:
    site = Site()
    committing._companies.clear()
    with tenant.company(site.company):
        found = rows.one("SELECT code FROM sites_site WHERE id = %s", (site.plant.site,))
    wire = Wire("hh", slug(str((found or {})["code"]), site.plant.site), "gw1")
    part = partition_of(wire, "SN-1")
    lease = next(one for one in site.leases if one.partition == part)
    subject = f"davy.r.{part}.{wire.company}.{wire.site}.{wire.gateway}.SN-1"

    def heard(number: int, boot: str, seq: int, text: str = "") -> Message:
        body = json.dumps({"boot": boot, "seq": seq, "lel": 1, **({text: 1} if text else {})})
        return Message(number, subject, clock.now(), body.encode())

    first = [heard(1, "a", 1), heard(2, "a", 2, "\ud800"), heard(3, "a", 3)]
    committing.commit(lease, first, 0)
    with tenant.company(site.company):
        rows.run("UPDATE readings_latest SET missing = %s WHERE instrument_id = %s", (FULL, site.meter))
    committing.commit(lease, [heard(4, "b", LAST), heard(5, "b", 0)], 0)
    with tenant.company(site.company):
        kept = rows.many("SELECT log_seq FROM readings_reading WHERE instrument_id = %s", (site.meter,))
        aside = rows.many("SELECT log_seq, code FROM readings_set_aside")
    assert sorted(row["log_seq"] for row in kept) == [1, 3, 4, 5]
    assert aside == [{"log_seq": 2, "code": "reader_broken"}]
