"""A time-stamp authority outside vouches for when a checkpoint was there; who lies or is not trusted is not
believed, and one that is down holds nothing up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from davy import clock
from davy.db import rows, tenant
from davy.evidence.log import stamps, store
from davy.evidence.log.integrate import integrate
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.watch.owed import ring_for_owed
from davy.watch.stamping import stamp
from davy.watch.tests.authority import POLICY, Authority, serving

pytestmark = pytest.mark.django_db

OURS = uuid7()
ROOT = "TSA_ROOTS"


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with serving(Authority.made(tmp_path_factory.mktemp("tsa") / "good")) as authority:
        yield authority


@pytest.fixture
def authority(tsa: Authority, settings: object) -> Authority:
    tsa.down, tsa.asked = False, 0
    tsa.says.clear()
    for name, value in {"TSA": [tsa.url], ROOT: tsa.root}.items():
        setattr(settings, name, value)
    grow(OURS, uuid7())
    integrate(OURS)
    return tsa


def _kept() -> stamps.Kept | None:
    with tenant.company(OURS):
        return stamps.newest(OURS)


def _newest() -> store.Signed:
    with tenant.company(OURS):
        found = store.checkpoint(OURS)
    assert found is not None
    return found


def _alarms() -> list[str]:
    with tenant.company(OURS):
        return [
            row["kind"] for row in rows.many("SELECT kind FROM alarms_alarm WHERE company_id = %s", [OURS])
        ]


def test_the_newest_checkpoint_is_stamped_once_an_hour(
    authority: Authority, step_clock: Callable[[timedelta], None]
) -> None:
    assert stamp(OURS)
    kept, newest = _kept(), _newest()
    assert kept is not None
    assert kept.size == newest.size
    found = stamps.believed(kept.answer, _newest().note, stamps.trust(authority.root, [POLICY]), None)
    assert found.at == kept.stamped_at
    assert abs(found.at - clock.now()) < timedelta(minutes=1)
    grow(OURS, uuid7())
    integrate(OURS)
    assert not stamp(OURS)
    step_clock(timedelta(minutes=61))
    assert stamp(OURS)
    assert "clock_differs" in _alarms()  # ours is an hour ahead of the authority's


def test_what_does_not_prove_our_checkpoint_is_not_kept(authority: Authority, tmp_path: Path) -> None:
    note = _newest().note
    good = stamps.trust(authority.root, [])
    asked, other = stamps.request(note), stamps.request(note)
    answer = authority.answer(asked.as_bytes())
    assert stamps.believed(answer, note, good, asked.nonce).policy == POLICY
    with pytest.raises(stamps.StampError, match="Nonce"):
        stamps.believed(answer, note, good, other.nonce)
    with pytest.raises(stamps.StampError, match="Mismatch between messages"):
        stamps.believed(answer, note + "x", good, asked.nonce)
    with pytest.raises(stamps.StampError, match="policy"):
        stamps.believed(answer, note, stamps.trust(authority.root, ["1.2.3.4.9"]), asked.nonce)
    for at in range(0, len(answer), 29):
        changed = answer[:at] + bytes([answer[at] ^ 1]) + answer[at + 1 :]
        try:
            found = stamps.believed(changed, note, good, asked.nonce)
        except stamps.StampError:
            continue
        assert found == stamps.believed(answer, note, good, asked.nonce), at
    authority.says.append(authority.answer(other.as_bytes()))
    assert not stamp(OURS)
    assert _kept() is None


def test_who_may_not_stamp_is_not_believed(authority: Authority, tmp_path: Path) -> None:
    note, asked = _newest().note, stamps.request(_newest().note)
    stranger = Authority.made(tmp_path / "stranger")
    expired = Authority.made(tmp_path / "expired", days=-1)
    for liar, whom in ((stranger, authority), (expired, expired)):
        answer, trust = liar.answer(asked.as_bytes()), stamps.trust(whom.root, [])
        with pytest.raises(stamps.StampError):
            stamps.believed(answer, note, trust, asked.nonce)
    answer, trust = authority.answer(asked.as_bytes()), stamps.trust(authority.root, [])
    posing = authority.posing(answer)
    assert posing != answer
    with pytest.raises(stamps.StampError, match="purpose"):
        stamps.believed(posing, note, trust, asked.nonce)


NAMED = bytes.fromhex("2a864886f70d010910022f")


@pytest.mark.parametrize("how", ["sha1", "sha256", "sha512"])
def test_the_signer_names_its_own_certificate(tmp_path: Path, how: str) -> None:
    text, asked = "what was signed", stamps.request("what was signed")
    tsa = Authority.made(tmp_path / how, named=how)
    answer, trust = tsa.answer(asked.as_bytes()), stamps.trust(tsa.root, [])
    assert stamps.believed(answer, text, trust, asked.nonce).policy == POLICY
    own = tsa.named_by(how)
    assert tsa.resigned(answer, own, own)[:-256] == answer[:-256]
    assert stamps.believed(tsa.resigned(answer, own, own), text, trust, asked.nonce).policy == POLICY
    with pytest.raises(stamps.StampError, match="not the one that he named"):
        stamps.believed(tsa.resigned(answer, own, own[::-1]), text, trust, asked.nonce)
    if how != "sha1":
        with pytest.raises(stamps.StampError, match="not the one that he named"):
            stamps.believed(tsa.resigned(answer, NAMED, NAMED[:-1] + b"0"), text, trust, asked.nonce)


def test_a_stamp_that_nobody_even_asked_for_is_missed_by_its_age(
    authority: Authority, step_clock: Callable[[timedelta], None]
) -> None:
    assert stamp(OURS)
    step_clock(timedelta(hours=30))
    ring_for_owed(OURS)
    assert _alarms() == []  # nothing came to the log: nothing is owed
    grow(OURS, uuid7())
    integrate(OURS)
    for hours, told in ((36, []), (37, ["stamp_missing"])):
        step_clock(timedelta(hours=hours, minutes=1))
        ring_for_owed(OURS)
        assert _alarms() == told


def test_one_that_is_down_is_asked_ever_more_rarely_and_people_are_called(
    authority: Authority, step_clock: Callable[[timedelta], None]
) -> None:
    authority.down = True
    for minute in range(0, 7 * 60, 5):
        step_clock(timedelta(minutes=minute))
        assert not stamp(OURS), minute
        if minute == 6 * 60 - 30:
            assert _alarms() == []
    assert 10 < authority.asked < 30
    assert _alarms() == ["stamp_missing"]
    grow(OURS, uuid7())
    assert integrate(OURS) >= 1
    authority.down = False
    step_clock(timedelta(hours=8))
    assert stamp(OURS)
