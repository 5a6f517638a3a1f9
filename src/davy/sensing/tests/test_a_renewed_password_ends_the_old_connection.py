"""A gateway whose password was renewed, or that was retired, is cut off though it was let in before."""

from dataclasses import replace

from davy import clock
from davy.db import tenant
from davy.instruments import gateways
from davy.instruments.models import Gateway
from davy.sensing.admission import Admission
from davy.sensing.connections import Open
from davy.sensing.tests.field import Client, Field, until


def _change(field: Field, **columns: object) -> None:
    with tenant.company(field.company):
        Gateway.objects.filter(company_id=field.company, key="gw1").update(**columns)


def test_the_old_one_is_cut_off_and_the_new_one_comes_in(field: Field) -> None:
    thief, other = field.gateway(), field.gateway("gw2")
    field.start()
    thief.connect(60)
    other.connect(60)
    password, hashed = gateways.new_password()
    _change(field, password_hash=hashed, password_at=clock.now())
    until(lambda: not thief.mqtt.is_connected())
    assert Client(thief.user, thief.password, field.port).refused() != 0
    thief.close()
    renewed = Client(thief.user, password, field.port)
    field.clients.append(renewed)
    renewed.connect(60)
    _change(field, retired_at=clock.now())
    until(lambda: not renewed.mqtt.is_connected())
    assert other.mqtt.is_connected()


def test_who_is_just_coming_in_is_left_alone(field: Field) -> None:
    """The broker lists a connection that waits for its answer, and it has no mark yet."""
    gateway = field.gateway()
    coming = Open("S", 7, gateway.user, "")
    assert Admission().outdated([coming]) == []
    assert Admission().outdated([replace(coming, mark="another")]) == [replace(coming, mark="another")]
