"""mosquitto_pub feeds an instrument, in the lines of docs/howto/instruments.md."""

import re
import subprocess
from pathlib import Path

from davy.sensing.tests.field import Field, until

HOWTO = Path(__file__).resolve().parents[4] / "docs" / "howto" / "instruments.md"


def test_the_lines_of_the_howto_feed_an_instrument(field: Field) -> None:
    gateway = field.gateway()
    field.instrument("SN-1")
    field.start()
    gateway.connect(60)
    gateway.close()
    found = re.search(r"```sh\n(.*?)```", HOWTO.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    script = (
        found[1]
        .replace("PASSWORD=...", f"PASSWORD={gateway.password}")
        .replace("-p 1883", f"-p {field.port}")
    )

    def published() -> bool:
        return subprocess.run(["/bin/sh", "-c", script], check=False, capture_output=True).returncode == 0

    until(published)  # the broker may still see the connection before
    [one] = until(field.readings)
    assert one["seq"] == 1
    assert one["channels"] == '{"o2": "20.8", "lel": "3.2"}'
