"""A refusal leaves the server as problem details with sentence, clause and remedy in both languages."""

import json

import pytest

from davy.problems.catalogue import UnknownRefusalError
from davy.problems.response import Problem, problem


def test_the_answer_carries_code_status_sentence_and_remedy_in_both_languages() -> None:
    answer = problem("attachment_too_large", limit_mb=15)
    body = json.loads(answer.content)
    assert answer.status_code == 413
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert body["type"] == "urn:davy:refusal:attachment_too_large"
    assert body["code"] == "attachment_too_large"
    assert body["detail"] == {"zh": "文件超过 15 MB。", "en": "The file is larger than 15 MB."}
    assert set(body["remedy"][0]) == {"zh", "en"}
    assert body["missing"] == []


def test_the_clause_behind_a_refusal_is_named() -> None:
    assert json.loads(problem("calendar_invalid").content)["clause"] == "AQ 3064.2-2025 5.10.8"


def test_what_is_missing_is_listed_and_further_remedies_follow_the_first() -> None:
    body = json.loads(
        problem(
            "malformed",
            missing=[{"at": "name", "wrong": "missing"}],
            remedy=[{"zh": "填写姓名", "en": "Fill in the name"}],
        ).content
    )
    assert body["missing"] == [{"at": "name", "wrong": "missing"}]
    assert [step["en"] for step in body["remedy"]] == ["Correct the fields named.", "Fill in the name"]


def test_the_same_refusal_has_the_same_bytes() -> None:
    assert problem("not_found").content == problem("not_found").content


def test_a_status_may_be_narrowed_by_the_caller() -> None:
    answer = Problem("attachment_unknown", status=409).response()
    assert answer.status_code == 409
    assert json.loads(answer.content)["status"] == 409


def test_a_forgotten_value_is_a_mistake_of_ours_and_no_half_sentence() -> None:
    with pytest.raises(KeyError, match="limit_mb"):
        problem("attachment_too_large")


def test_a_code_without_a_sentence_cannot_be_refused_with() -> None:
    with pytest.raises(UnknownRefusalError):
        Problem("because")
