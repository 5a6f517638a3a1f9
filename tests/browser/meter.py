"""A gas meter that exists only in Chromium: a Bluetooth peripheral emulated over the DevTools protocol.

It answers reads with whatever its display shows now. Chromium cannot emulate a value that a peripheral sends
by itself, so what is proven here is choosing, connecting, the instrument's number, subscribing and reading.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.town import ARGS, CHROMIUM, HERE, PHONE, Town

__all__ = ["Meter", "beside"]

ADDRESS = "09:09:09:09:09:09"
SERVICE, VALUES, NUMBER = (f"da7e000{n}-6a5d-4c1b-9e32-30871a3064f2" for n in (1, 2, 3))
SUBSCRIBES = "00002902-0000-1000-8000-00805f9b34fb"


class Meter:
    """A meter of the open profile: `show` sets the bytes of its readings."""

    def __init__(self, context: BrowserContext, page: Page, name: str, number: str) -> None:
        """Switch the emulated radio on and stand the meter beside the phone."""
        browser = context.browser
        assert browser is not None
        self._radio = browser.new_browser_cdp_session()
        self._page = context.new_cdp_session(page)
        self._bytes: dict[str, bytes] = {}
        self._chosen: set[str] = set()
        self._radio.send("BluetoothEmulation.enable", {"state": "powered-on", "leSupported": True})
        self._answer_everything()
        found = {"address": ADDRESS, "name": name, "manufacturerData": [], "knownServiceUuids": [SERVICE]}
        self._radio.send("BluetoothEmulation.simulatePreconnectedPeripheral", found)
        service = self._added("Service", "serviceId", {"address": ADDRESS, "serviceUuid": SERVICE})
        self._values = self._characteristic(service, VALUES, notify=True)
        self._bytes[self._characteristic(service, NUMBER)] = number.encode()

    def show(self, *hexes: str) -> None:
        """What its display shows: the head and four bytes a gas, as hex."""
        self._bytes[self._values] = bytes.fromhex("".join(hexes))

    def leave(self) -> None:
        """Carry it out of reach."""
        self._radio.send("BluetoothEmulation.simulateGATTDisconnection", {"address": ADDRESS})

    def _characteristic(self, service: str, uuid: str, *, notify: bool = False) -> str:
        properties = {"read": True, "notify": notify}
        asked = {"serviceId": service, "characteristicUuid": uuid, "properties": properties}
        made = self._added("Characteristic", "characteristicId", asked)
        if notify:  # without it Chromium does not subscribe
            self._added(
                "Descriptor", "descriptorId", {"characteristicId": made, "descriptorUuid": SUBSCRIBES}
            )
        return made

    def _added(self, what: str, named: str, asked: dict[str, Any]) -> str:
        return str(self._radio.send(f"BluetoothEmulation.add{what}", asked)[named])

    def _answer_everything(self) -> None:
        radio = self._radio
        radio.on(
            "BluetoothEmulation.gattOperationReceived",
            lambda e: self._say("GATT", e, {"address": e["address"]}),
        )
        radio.on("BluetoothEmulation.characteristicOperationReceived", self._read)
        radio.on(
            "BluetoothEmulation.descriptorOperationReceived",
            lambda e: self._say("Descriptor", e, {"descriptorId": e["descriptorId"]}),
        )
        self._page.send("DeviceAccess.enable")
        self._page.on("DeviceAccess.deviceRequestPrompted", self._choose)

    def _say(self, what: str, asked: dict[str, Any], of: dict[str, Any]) -> None:
        answer = {**of, "type": asked["type"], "code": 0}
        self._radio.send(f"BluetoothEmulation.simulate{what}OperationResponse", answer)

    def _read(self, asked: dict[str, Any]) -> None:
        of = {"characteristicId": asked["characteristicId"]}
        if asked["type"] == "read":
            of["data"] = base64.b64encode(self._bytes[asked["characteristicId"]]).decode()
        self._say("Characteristic", asked, of)

    def _choose(self, prompt: dict[str, Any]) -> None:
        """The person picks the first meter in the browser's own list; told of a list twice, he picks once."""
        if prompt["devices"] and prompt["id"] not in self._chosen:
            self._chosen.add(prompt["id"])
            device = prompt["devices"][0]["id"]
            self._page.send("DeviceAccess.selectPrompt", {"id": prompt["id"], "deviceId": device})


@contextmanager
def beside(town: Town, who: str, folder: Path, *, name: str, number: str) -> Iterator[tuple[Page, Meter]]:
    """The phone of this person with a meter beside it; a browser of its own, as only one that keeps its
    profile has Bluetooth."""
    context = town.browser.browser_type.launch_persistent_context(
        folder,
        executable_path=CHROMIUM,
        args=[*ARGS, "--enable-features=WebBluetooth"],
        viewport=PHONE,  # type: ignore[arg-type]  # playwright's own TypedDict
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        geolocation=HERE,
        permissions=["geolocation", "camera"],
        base_url=town.url,
        has_touch=True,
        is_mobile=True,
    )
    try:
        page = town.settle(context, who, "/m/")
        yield page, Meter(context, page, name, number)
    finally:
        context.close()
