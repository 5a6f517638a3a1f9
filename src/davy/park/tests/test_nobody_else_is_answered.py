"""Without consent, after it, with an old code, an old list, a changed one, or as a stranger: nothing is told
and nothing believed. Over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from davy.db import tenant
from davy.outside.ask import ask
from davy.outside.reach import OutsideError
from davy.park import keys, pulling
from davy.park.answering import wrapped
from davy.park.models import Partner
from davy.park.tests.neighbours import Company, Two
from davy_core.park.exchange import ASK

Change = Callable[[bytes], bytes]


def test_who_consented_alone_is_told_nothing(two: Two) -> None:
    first = two.ours.send("invitations", two.ours.consent())
    second = two.theirs.send("joins", {**two.theirs.consent(), "code": first["code"]})
    two.theirs.partner = second["partner"]["id"]
    two.ours.freeze()
    assert two.theirs.pull().trouble == "refused"
    assert two.theirs.standing() == "unmasked"
    assert two.ours.log() == ["consented"]


@pytest.mark.parametrize("who", ["us", "them"])
def test_consent_taken_back_ends_it_at_once_and_nothing_is_kept(two: Two, who: str) -> None:
    two.pair()
    for one in (two.ours, two.theirs):
        one.freeze()
    assert len(two.ours.pull().hits) == len(two.theirs.pull().hits) == 1
    leaves, left = (two.ours, two.theirs) if who == "us" else (two.theirs, two.ours)
    ended = leaves.send(f"partners/{leaves.partner}/end", {"why": "合同到期"})
    assert (ended["state"], ended["ended_by"], ended["ended_why"]) == ("ended", "us", "合同到期")
    assert _kept(leaves) == 0
    assert leaves.standing() == "none"
    two.later(minutes=5)
    assert left.pull().ended
    assert _kept(left) == 0
    assert left.room()["partners"][0]["ended_by"] == "them"
    two.later(minutes=5)
    assert left.pull() == pulling.News(), "nobody is asked any more"


def test_the_period_ends_it_without_a_word(two: Two) -> None:
    two.pair(until=two.ours.plant.company.today().isoformat())
    two.theirs.freeze()
    assert len(two.ours.pull().hits) == 1
    two.later(hours=16)
    assert two.ours.standing() != "held", "what was said until yesterday is said no more"
    assert two.ours.pull().ended


def _slip(code: str, at: int) -> str:
    return f"{code[:at]}{'B' if code[at] == 'A' else 'A'}{code[at + 1 :]}"


def test_a_code_is_good_once_for_its_step_and_its_time(two: Two) -> None:
    code = two.ours.send("invitations", two.ours.consent())["code"]
    slips = [_slip(code, at) for at in range(11, len(code), 7)]
    for wrong in (code[:-9], "DAVY-PARK-", "hello", *slips):
        answer = two.theirs.send("joins", {**two.theirs.consent(), "code": wrong})
        assert answer["code"] == "park_code_wrong"
    assert two.ours.send("joins", {**two.ours.consent(), "code": code})["code"] == "park_code_wrong", (
        "our own"
    )
    two.later(hours=73)
    late = two.theirs.send("joins", {**two.theirs.consent(), "code": code})
    assert late["code"] == "park_code_wrong"


def test_a_first_code_that_was_stolen_masks_nobody(two: Two) -> None:
    two.pair()
    with tenant.company(two.ours.id):
        one = Partner.objects.get(company_id=two.ours.id)
        held = keys.opened(bytes(one.sealed), two.ours.id, one.id)
    forged = keys.fresh().joined(one.pair, held.half, held.half, held.theirs)
    assert forged.pair != held.pair


def test_a_stranger_learns_nothing_not_even_that_there_is_a_partner(two: Two) -> None:
    two.pair()
    with tenant.company(two.ours.id):
        pair = str(Partner.objects.get(company_id=two.ours.id).pair)
    stranger = keys.fresh()
    body = json.dumps({"pair": pair, "at": "2026-11-16T00:30:00.000Z", "nonce": "0" * 32, "looked": []})
    told = [
        wrapped(body, stranger.signed(ASK, body)),
        wrapped(body, "zz"),
        wrapped(body.replace(pair, str(UUID(int=1))), stranger.signed(ASK, body)),
        "[]", "{", '{"body": "[]"}', "[" * 5000,
    ]  # fmt: skip
    assert {_status(two.theirs.url, text) for text in told} == {404}
    assert two.theirs.log() == ["consented"]


def test_a_question_is_answered_once_and_not_too_often(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.pair()
    sent: list[str] = []

    def kept(url: str, *, body: bytes, **more: Any) -> bytes:
        sent.append(body.decode())
        return ask(url, body=body, **more)

    monkeypatch.setattr(pulling, "ask", kept)
    assert two.ours.pull().trouble == ""
    assert _status(two.theirs.url, sent[0]) == 409, "the same question again"
    assert _status(two.ours.url, sent[0]) == 404, "to ourselves"
    two.later(seconds=5)
    assert two.ours.pull().trouble == "often"
    two.later(minutes=6)
    assert _status(two.theirs.url, sent[0]) == 409, "and much later"


def _kept_answer(two: Two, monkeypatch: pytest.MonkeyPatch, change: Change) -> str:
    def changed(*told: Any, **more: Any) -> bytes:
        return change(ask(*told, **more))

    monkeypatch.setattr(pulling, "ask", changed)
    return two.ours.pull().trouble


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (lambda told: told.replace(b"frozen", b"shut_out"), "signature"),
        (lambda told: told.replace(b'masked\\": \\"', b'masked\\": \\"0'), "signature"),
        (lambda told: told.replace(b"entries", b"entrys"), "signature"),
        (lambda told: told[: len(told) // 2], "form"),
        (lambda _told: b"<html>", "form"),
    ],
)
def test_a_list_that_was_changed_is_not_believed(
    two: Two, monkeypatch: pytest.MonkeyPatch, change: Change, trouble: str
) -> None:
    two.pair()
    two.theirs.freeze()
    assert _kept_answer(two, monkeypatch, change) == trouble
    assert two.ours.room()["hits"] == []
    assert two.ours.standing() == "unmasked"


def test_an_old_list_repeated_gives_nobody_his_rights_back(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.pair()
    seen: list[bytes] = []

    def kept(*told: Any, **more: Any) -> bytes:
        seen.append(ask(*told, **more))
        return seen[-1]

    monkeypatch.setattr(pulling, "ask", kept)
    two.ours.pull()
    two.theirs.freeze()
    two.later(minutes=5)
    two.ours.pull()
    assert two.ours.standing() == "held"
    two.later(minutes=5)
    monkeypatch.setattr(pulling, "ask", lambda *_told, **_more: seen[0])
    assert two.ours.pull().trouble == "nonce"
    assert two.ours.standing() == "held"


def test_taken_back_while_the_partner_answers_nothing_is_kept(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.pair()
    two.theirs.freeze()

    def meanwhile(*told: Any, **more: Any) -> bytes:
        answer = ask(*told, **more)
        two.ours.send(f"partners/{two.ours.partner}/end", {"why": "撤回"})
        return answer

    monkeypatch.setattr(pulling, "ask", meanwhile)
    assert two.ours.pull() == pulling.News()
    assert _kept(two.ours) == 0


def test_only_who_answers_for_safety_consents_and_everybody_else_sees_nothing(two: Two) -> None:
    for nick in ("li", "zhao", "qian"):
        assert two.ours.send("invitations", two.ours.consent(), nick)["code"] == "access_denied"
        assert two.ours.plant.browser(nick).get("/api/v1/park").status_code == 403


def test_no_key_stands_in_clear_in_the_database(two: Two) -> None:
    two.pair()
    with tenant.company(two.ours.id):
        one = Partner.objects.get(company_id=two.ours.id)
    held = keys.opened(bytes(one.sealed), two.ours.id, one.id)
    for secret in (held.half, held.own, held.pair):
        assert secret.encode() not in bytes(one.sealed)
        assert bytes.fromhex(secret) not in bytes(one.sealed)


def _kept(company: Company) -> int:
    return sum(company.rows_of(table) for table in ("park_entry", "park_masked", "park_hit"))


def _status(url: str, text: str) -> int:
    try:
        ask(f"{url}/park/list", private_net=True, body=text.encode())
    except OutsideError as error:
        return error.status or 0
    return 200
