"""Play a plant of gateways and instruments over real MQTT: leaks, outages, people who fall, all by seed."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from davy.simulator.plant import Plant
    from davy.simulator.playing import Playing
    from davy.simulator.scenario import Scenario

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--list", action="store_true", help="tell which scenarios there are")
    parser.add_argument("--scenario", default="calm", metavar="NAME", help="what happens (default: calm)")
    parser.add_argument(
        "--at",
        metavar="WHERE",
        help="serial number, permit number or kind of work; the first of several, by commas",
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed plays the same (default: 1)")
    parser.add_argument("--gateways", type=int, default=2, help="how many (default: 2)")
    parser.add_argument("--instruments", type=int, default=12, help="behind each gateway (default: 12)")
    parser.add_argument("--seconds", type=float, help="how long (default: as long as the scenario lasts)")
    parser.add_argument(
        "--plant", type=Path, metavar="FILE", help="your own gateways and instruments, as JSON"
    )
    parser.add_argument("--company", metavar="CODE", help="the simulated company, where there are several")
    parser.add_argument("--host", default="127.0.0.1", help="where the broker is (default: this machine)")
    parser.add_argument("--port", type=int, help="its MQTT port (default: DAVY_MQTT_PORT or 1883)")
    parser.add_argument("--cafile", type=Path, metavar="FILE", help="with TLS: whose certificate it must be")
    parser.add_argument("--print", action="store_true", help="tell what would be sent, and send nothing")


def run(arguments: argparse.Namespace) -> int:
    """Play; 1 when it cannot be played, with what to do about it."""
    from davy.simulator.scenario import scenarios  # noqa: PLC0415 (reads its data when it is needed)

    known = scenarios()
    if arguments.list:
        for one in known.values():
            print(f"{one.id:<20} {one.lasts_s:>4.0f} s  {one.zh} / {one.en}")
        return 0
    if arguments.scenario not in known:
        print(
            f"davy: there is no scenario {arguments.scenario!r}. There are: {', '.join(known)}",
            file=sys.stderr,
        )
        return 1
    if arguments.gateways < 1 or arguments.instruments < 1:
        print("davy: at least one gateway with one instrument", file=sys.stderr)
        return 1
    os.umask(0o077)
    if arguments.plant is None:
        django.setup()
    return _run(arguments, known[arguments.scenario])


def _run(arguments: argparse.Namespace, scenario: "Scenario") -> int:
    from davy.settings import places  # noqa: PLC0415 (reads DAVY_DATA when it is loaded)
    from davy.simulator import room  # noqa: PLC0415
    from davy.simulator.enrolling import NotSimulatedError  # noqa: PLC0415

    try:
        if arguments.plant is not None:
            return _play(arguments, scenario, None)
        serials = _aim(arguments)
        try:
            with room.occupied(places.data()):
                return _play(arguments, scenario, serials)
        except room.Occupied:
            return _hand_over(scenario, serials)
    except (NotSimulatedError, ValueError) as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1


def _aim(arguments: argparse.Namespace) -> list[str] | None:
    """Whom it strikes. Raises ValueError when nobody is meant."""
    from davy.simulator import aiming  # noqa: PLC0415
    from davy.simulator.enrolling import company  # noqa: PLC0415

    if arguments.at is None:
        return None
    found = aiming.aimed(company(arguments.company).id, arguments.at)
    if found is None:
        raise ValueError(
            f"No instrument serves {arguments.at} now. The room 现场设备 of the console shows whom each "
            "one serves; without --at the seed chooses."
        )
    print(f"davy: {', '.join(found[0])} ({found[1]})")
    return found[0]


def _hand_over(scenario: "Scenario", serials: list[str] | None) -> int:
    """Somebody plays already (the demo): it is asked to let this happen."""
    from davy.settings import places  # noqa: PLC0415 (reads DAVY_DATA when it is loaded)
    from davy.simulator import room  # noqa: PLC0415

    answer = room.ask(places.data(), {"scenario": scenario.id, "serials": serials})
    if answer is None or "struck" not in answer:
        why = (answer or {}).get("why", "the simulator that runs here does not answer")
        print(f"davy: {why}", file=sys.stderr)
        return 1
    _say(scenario, answer["struck"], scenario.lasts_s)
    return 0


def _plant(arguments: argparse.Namespace) -> "Plant":
    from davy.settings import places  # noqa: PLC0415 (reads DAVY_DATA when it is loaded)
    from davy.simulator import enrolling, plant, room  # noqa: PLC0415

    if arguments.plant is not None:
        return plant.read(arguments.plant)
    into = enrolling.company(arguments.company)
    kept = room.plant_file(places.data(), into.code)
    return enrolling.enrol(into, arguments.gateways, arguments.instruments, kept)


def _play(arguments: argparse.Namespace, scenario: "Scenario", serials: list[str] | None) -> int:
    from davy import clock  # noqa: PLC0415
    from davy.edge.uplink import Where  # noqa: PLC0415
    from davy.settings import env  # noqa: PLC0415
    from davy.simulator.playing import Playing  # noqa: PLC0415
    from davy.simulator.world import World  # noqa: PLC0415

    begin = 0 if arguments.print else int(clock.now().timestamp() * 1000)
    world = World(_plant(arguments), arguments.seed, begin)
    named = serials or ([arguments.at] if arguments.at else None)
    struck = world.begin(scenario, 0, named)
    until = int((arguments.seconds or scenario.lasts_s) * 1000)
    if arguments.print:
        while world.next_ms() < until:
            step = world.next()
            if step is not None:
                text = step.payload.decode(errors="replace")
                print(f"{step.at_ms} {step.user} {step.kind} {step.topic} {text}")
        return 0
    port = arguments.port or env.whole("DAVY_MQTT_PORT", 1883, least=1, most=65535)
    trusted = str(arguments.cafile) if arguments.cafile else None
    playing = Playing(world, Where(arguments.host, port, trusted))
    _say(scenario, struck, until / 1000)
    return _until_done(playing, until)


def _say(scenario: "Scenario", struck: Sequence[str], seconds: float) -> None:
    whom = ", ".join(struck) or "nobody"
    print(f"davy: {scenario.zh} / {scenario.en}: {whom}; {seconds:.0f} s; Ctrl-C ends it", flush=True)


def _until_done(playing: "Playing", until: int) -> int:
    """Play in a thread and tell each change; ends with what was delivered."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    thread = threading.Thread(target=playing.run, args=(stop, until), name="davy-simulator")
    thread.start()
    told: list[Any] = []
    while thread.is_alive():
        thread.join(1.0)
        faults = playing.faults()
        if faults != told and thread.is_alive():
            told = faults
            print(f"davy: {'; '.join(faults) or 'all gateways are connected'}", flush=True)
    print(f"davy: {playing.told} messages told, {playing.acked} acknowledged, {playing.waiting()} waiting")
    return 0 if playing.told and not playing.waiting() else 1
