"""Whatever somebody makes of a bundle: the checker tells a verdict, prints it anywhere, claims no more."""

from __future__ import annotations

import io
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from davy.archive.tests.forged import FOLDER, KEY, OTHER, entry, event, joined, shown, signed_files, told
from davy.archive.tests.taken import zipped
from davy_verify import cli
from davy_verify.checks import check
from davy_verify.finding import BROKEN, PROVEN, TOLD, worst
from davy_verify.note import Key
from davy_verify.opening import Bundle
from davy_verify.words import said

EVENTS = [event(1, "PermitDrafted"), event(2, "WorkStarted")]
LOG = [entry(EVENTS, None)]
HONEST = {f"{FOLDER}/events.jsonl": joined(EVENTS), f"{FOLDER}/entries.jsonl": shown(LOG, 0)}
KNOWN = Key.of(KEY.public.told)


def _deflated() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in signed_files(LOG, HONEST).items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        f"streams/permit-{OTHER.upper()}/events.jsonl",
        f"streams/permit-{OTHER}/private.jsonl",
        "photos/gas-ok.jpg",
        "papers/DH-1.exe",
        "log/more",
        "attachments/x",
    ],
)
def test_a_file_that_nothing_checks(tmp_path: Path, name: str) -> None:
    made = signed_files(LOG, {**HONEST, name: b"x"})
    assert told(made, tmp_path) == (BROKEN, {"file_unknown"})


def test_papers_are_said_to_prove_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    for files, code in (({"papers/DH-1.pdf": b"%PDF"}, "papers_prove_nothing"), ({}, "no_papers")):
        path.write_bytes(zipped(signed_files(LOG, {**HONEST, **files})))
        found = check(path, KNOWN)
        assert worst(found) == PROVEN
        assert code in {finding.code for finding in found if finding.level == TOLD}


def test_every_flipped_byte_has_a_verdict(tmp_path: Path) -> None:
    raw, path = _deflated(), tmp_path / "b.zip"
    for at in range(len(raw)):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1 << at % 8]) + raw[at + 1 :])
        assert worst(check(path, KNOWN)) in {PROVEN, BROKEN}, at


def test_whatever_goes_wrong_inside_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def falls(*_: object) -> bytes:
        raise zlib.error("inside")

    path = tmp_path / "b.zip"
    path.write_bytes(_deflated())
    monkeypatch.setattr(Bundle, "text", falls)
    assert [f.code for f in check(path, KNOWN)] == ["no_bundle"]


def test_a_signed_text_that_is_no_manifest_claims_nothing_more(tmp_path: Path) -> None:
    made = signed_files(LOG, HONEST)
    other = signed_files(LOG, {**HONEST, "log/no such name": b"x"})
    made["manifest.note"] = other["manifest.note"]
    path = tmp_path / "b.zip"
    path.write_bytes(zipped(made))
    assert [f.code for f in check(path, KNOWN)] == ["key_known", "no_manifest"]


def test_names_steer_no_terminal(tmp_path: Path) -> None:
    made = signed_files(LOG, HONEST)
    path = tmp_path / "b.zip"
    path.write_bytes(zipped({**made, "\x1b[2J\x1b[H\u202e" + "a" * 9000: b"x"}))
    for finding in check(path, KNOWN):
        for language in ("zh", "en"):
            assert said(finding, language).isprintable()
            assert len(said(finding, language)) < 500


@pytest.mark.parametrize("wrong", [[], ["b.zip", "--kee", "x"], ["b.zip", "--language", "fr"]])
def test_wrong_use_is_no_verdict(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(wrong)
    assert ended.value.code == 3
    assert capsys.readouterr().err


@pytest.mark.parametrize("option", ["--key", "--checkpoint"])
def test_an_empty_option_is_wrong_use(option: str, tmp_path: Path) -> None:
    assert cli.main([str(tmp_path / "b.zip"), option, ""]) == 3


def test_a_narrow_code_page_gets_its_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(_deflated())
    out = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", out)
    assert cli.main([str(path), "--key", KNOWN.told]) == PROVEN
