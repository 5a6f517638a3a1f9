"""A gateway comes in by its password and its own client id, once at a time, and writes below its own
topic."""

from davy.db import rows, tenant
from davy.sensing.tests.field import Client, Field, until


def _refusals(field: Field) -> dict[str, int]:
    with tenant.company(field.company):
        found = rows.many("SELECT code, count FROM sensing_refusal WHERE company_id = %s", (field.company,))
    return {row["code"]: row["count"] for row in found}


def test_a_reading_of_a_known_instrument_is_stored(field: Field) -> None:
    gateway = field.gateway()
    made = field.instrument("SN-1")
    field.start()
    gateway.connect(60)
    gateway.mqtt.subscribe("davy/down/hh/gw1/#")
    gateway.send(field.topic("SN-1"), {"seq": 1, "boot": "a1", "lel": 3.2, "o2": 20.8})
    [one] = until(field.readings)
    assert one["instrument_id"] == made
    assert one["channels"] == '{"o2": "20.8", "lel": "3.2"}'
    assert (one["boot"], one["seq"], one["clock"]) == ("a1", 1, "server")
    told = until(lambda: gateway.heard)
    assert told == [("davy/down/hh/gw1/stored", b'{"SN-1": {"seq": 1, "missing": [], "boot": "a1"}}')]


def test_one_comes_in_after_the_database_was_started_anew(field: Field) -> None:
    before = [field.gateway(f"gw{n}") for n in range(3)]
    after = [field.gateway(f"gw{n}") for n in range(3, 6)]
    field.start()
    for gateway in before:  # every thread that judges has spoken to the database
        gateway.connect(60)
    rows.many(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        " AND datname = current_database() AND usename = current_user",
        (),
    )
    for gateway in after:
        gateway.connect(60)


def test_others_are_refused_and_counted(field: Field) -> None:
    gateway = field.gateway()
    field.gateway("gw2")
    field.instrument("SN-1")
    field.start()
    gateway.connect(60)
    assert Client(gateway.user, "not it", field.port).refused() != 0
    assert Client("nobody@hh", gateway.password, field.port).refused() != 0
    assert Client(gateway.user, gateway.password, field.port, client_id="gw2@hh").refused() != 0
    thief = Client(gateway.user, gateway.password, field.port)
    assert thief.refused() != 0
    assert gateway.mqtt.is_connected()
    gateway.send("davy/up/hh/S1/gw2/SN-1", {"seq": 1, "lel": 99})
    gateway.send(field.topic("SN-1"), {"seq": 2, "lel": 1})
    until(field.readings)
    found = until(lambda: (r := _refusals(field)).get("topic_forbidden") and r)
    assert found == {"password_wrong": 1, "client_id_wrong": 1, "connected_twice": 1, "topic_forbidden": 1}
    assert [one["seq"] for one in field.readings()] == [2]
    with tenant.company(field.company):
        assert rows.many("SELECT kind FROM alarms_alarm") == [{"kind": "gateway_twice"}]
