"""Each endpoint carries a row of the access table or is listed as public; each role gets exactly its rows."""

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from ninja.operation import Operation, PathView

from davy.accounts.access import ACCESS, allow, may, parse, table
from davy.accounts.models import Account, SecurityEvent
from davy.db import tenant
from tests.plant import PASSWORD, Browser, Plant, said

TABLE: dict[str, Any] = {
    "v": 1,
    "roles": {"worker": {"zh": "工", "en": "w"}, "admin": {"zh": "管", "en": "a"}},
    "resources": {"people": {"read": ["everybody"], "write": ["admin"]}},
    "public": {},
}


def patterns(found: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in found:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, path)
        else:
            yield path, pattern


def endpoints() -> list[tuple[str, str, Operation | None]]:
    """Method, path and ninja operation (None for a plain view) of everything the server answers."""
    found: list[tuple[str, str, Operation | None]] = []
    for path, pattern in patterns(get_resolver().url_patterns):
        # ninja keeps the view that knows its operations in the closure of what it gives to Django.
        inner = (
            inspect.getclosurevars(pattern.callback).nonlocals if inspect.isfunction(pattern.callback) else {}
        )
        view = inner.get("self")
        if isinstance(view, PathView):
            found += [(method, path, op) for op in view.operations for method in op.methods]
        else:
            found.append(("*", path, None))
    return found


def is_public(method: str, path: str) -> bool:
    for listed in table().public:
        listed_method, listed_path = listed.split(" ")
        same = path == listed_path or (listed_path.endswith("/") and path.startswith(listed_path))
        if same and listed_method in {"*", method}:
            return True
    return False


def test_every_path_has_an_access_row_or_is_public() -> None:
    found = endpoints()
    assert len(found) > 50
    open_paths = [
        f"{method} {path}"
        for method, path, operation in found
        if not (operation and hasattr(operation.view_func, ACCESS))
        and not is_public(method, path)
        and not (operation is None and path.endswith("openapi.json"))
        and path != "/api/v1/"
    ]
    assert open_paths == []


def test_no_public_path_carries_a_row_and_none_is_listed_in_vain() -> None:
    found = endpoints()
    assert not [
        path for method, path, op in found if is_public(method, path) and op and hasattr(op.view_func, ACCESS)
    ]
    paths = [path for _, path, _ in found]
    for listed in table().public:
        assert any(path.startswith(listed.split(" ")[1]) for path in paths), listed


@pytest.mark.parametrize("role", sorted(table().roles))
def test_a_role_reaches_what_its_rows_say_and_nothing_more(plant: Plant, role: str) -> None:
    account = Account.objects.create_account(
        company_id=plant.company.id, username=f"only-{role}", password=PASSWORD, roles=[role]
    )
    browser = Browser(plant.company.hostname)
    browser.force_login(account)
    tried = 0
    for method, path, operation in endpoints():
        row = operation and getattr(operation.view_func, ACCESS, None)
        if not row:
            continue
        concrete = "/".join(
            "01a1ffbf-0000-7000-8000-000000000000" if "<" in step else step for step in path.split("/")
        )
        answer = browser.send(method, concrete, None if method in {"GET", "DELETE"} else {"nonsense": 1})
        refused = answer.status_code == 403 and said(answer)["code"] == "access_denied"
        if "Content-Disposition" in answer.headers:
            answer.getvalue()  # a file is closed when it was read
        assert refused is not may([role], *row), f"{role} {method} {path}"
        tried += 1
    assert tried > 40


def _anything(part: str) -> str:
    """A part of a path with something that fits where it is open."""
    found = "1" if part.startswith("<int:") else "01a1ffbf-0000-7000-8000-000000000000"
    return found if "<" in part else part


def test_without_a_session_every_guarded_path_answers_the_same_401(plant: Plant) -> None:
    answers = set()
    for method, path, operation in endpoints():
        if operation and hasattr(operation.view_func, ACCESS):
            concrete = "/".join(_anything(part) for part in path.split("/"))
            answer = plant.browser().send(method, concrete)
            answers.add((answer.status_code, answer.content))
    assert len(answers) == 1
    assert answers.pop()[0] == 401


def test_a_denial_is_on_record(plant: Plant) -> None:
    answer = plant.browser("li").send("POST", "/api/v1/firms", {"code": "X", "name": "X"})
    assert (answer.status_code, said(answer)["code"]) == (403, "access_denied")
    with tenant.company(plant.company.id):
        denial = SecurityEvent.objects.get(kind="access_denied")
    assert (denial.account_id, denial.path) == (plant.accounts["li"].id, "/api/v1/firms")


def test_a_change_without_the_anti_forgery_token_is_refused(plant: Plant) -> None:
    browser = Browser(plant.company.hostname, enforce_csrf_checks=True)
    browser.force_login(plant.accounts["qian"])
    body = {"code": "C9", "name": "某公司"}
    assert said(browser.send("POST", "/api/v1/firms", body))["code"] == "csrf_failed"
    browser.get("/api/v1/session")
    token = browser.cookies["csrftoken"].value
    assert browser.send("POST", "/api/v1/firms", body, **{"X-CSRFToken": token}).status_code == 201


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"resources": {"people": {"read": ["stranger"]}}},
        {"resources": {"people": {"delete": ["admin"]}}},
    ],
)
def test_a_table_with_unknown_words_does_not_load(change: dict[str, Any]) -> None:
    parse(TABLE)
    with pytest.raises(ValueError, match=r"unknown|not known"):
        parse({**TABLE, **change})


def test_an_endpoint_cannot_name_a_row_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        allow("no_such_resource", "read")
