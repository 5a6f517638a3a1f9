"""The built pages: start pages for every path of the app, assets for ever, nothing else of the disk."""

import gzip
from pathlib import Path

import pytest

from davy.serve.pages import Pages

SCRIPT = b"console.log('davy');" * 100


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    for entry in ("m", "console"):
        (tmp_path / entry / "assets").mkdir(parents=True)
        (tmp_path / entry / "index.html").write_text(f"<title>{entry}</title>", encoding="utf-8")
    (tmp_path / "m" / "assets" / "main-DiFQ2x_a.js").write_bytes(SCRIPT)
    (tmp_path / "m" / "sw.js").write_bytes(SCRIPT)
    (tmp_path / "m" / "lamp.png").write_bytes(b"\x89PNG" + bytes(100))
    (tmp_path / "secret").write_text("not a page", encoding="utf-8")
    return Pages(tmp_path)


def test_every_path_of_an_entry_gives_its_start_page(pages: Pages) -> None:
    for path in ("/m", "/m/", "/m/index.html", "/m/permits/42", "/m/..%2fsecret"):
        found = pages.find(path)
        assert found is not None
        assert found.body == b"<title>m</title>"
        assert found.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/secret", "/../secret", "/api/v1/me", "/mm/", "/m/assets/gone-DiFQ2x_a.js"]
)
def test_what_is_no_page_is_not_found(pages: Pages, path: str) -> None:
    assert pages.find(path) is None


def test_an_asset_with_its_hash_in_the_name_is_kept_for_ever(pages: Pages) -> None:
    found = pages.find("/m/assets/main-DiFQ2x_a.js")
    assert found is not None
    assert "immutable" in found.headers["Cache-Control"]
    assert found.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_service_worker_is_asked_for_every_time(pages: Pages) -> None:
    found = pages.find("/m/sw.js")
    assert found is not None
    assert found.headers["Cache-Control"] == "no-cache"


def test_text_is_packed_and_pictures_are_not(pages: Pages) -> None:
    script, picture = pages.find("/m/sw.js"), pages.find("/m/lamp.png")
    assert script is not None
    assert picture is not None
    assert script.packed is not None
    assert gzip.decompress(script.packed) == SCRIPT
    assert picture.packed is None


def test_nothing_built_is_said_so(tmp_path: Path) -> None:
    assert not Pages(tmp_path).built
    assert Pages(tmp_path).find("/m/") is None
