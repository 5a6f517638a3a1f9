"""Every refusal of the law has one code, a status, and a sentence and remedy in both languages."""

import re
import string

import pytest
import yaml

from davy.problems import catalogue

ROW = {
    "code": "gas_too_old",
    "severity": "refuse",
    "clause": "GB 30871-2022 5.3.1 c",
    "http": 409,
    "zh": "气体分析已过期。",
    "en": "The gas analysis is too old.",
    "remedy": None,
}


def test_the_catalogue_holds_every_row_of_every_file() -> None:
    rows = [row for text in catalogue.files().values() for row in yaml.safe_load(text)]
    assert len(rows) > 20
    assert len(catalogue.catalogue()) == len(rows)


@pytest.mark.parametrize("code", sorted(catalogue.catalogue()))
def test_a_refusal_is_complete(code: str) -> None:
    refusal = catalogue.refusal(code)
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", code)
    assert re.search(r"[\u4e00-\u9fff]", refusal.says.zh)
    assert not re.search(r"[\u4e00-\u9fff]", refusal.says.en)
    assert _names(refusal.says.zh) == _names(refusal.says.en)
    if refusal.remedy is not None:
        assert re.search(r"[\u4e00-\u9fff]", refusal.remedy.zh)
        assert not re.search(r"[\u4e00-\u9fff]", refusal.remedy.en)


def _names(sentence: str) -> set[str]:
    """What a sentence names; a name that is given in both languages stands in each in its own."""
    names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    return {"its name" if name in {"zh", "en"} else name for name in names}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"en": " "}, "missing in zh or en"),
        ({"zh": None}, "missing in zh or en"),
        ({"remedy": {"zh": "重新取样。"}}, "missing in zh or en"),
        ({"http": 500}, "unknown severity or status"),
        ({"severity": "maybe"}, "unknown severity or status"),
        ({"colour": "red"}, "fields are"),
    ],
)
def test_an_incomplete_row_does_not_load(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        catalogue.parse([{**ROW, **change}])


def test_a_row_without_a_field_does_not_load() -> None:
    with pytest.raises(ValueError, match="fields are"):
        catalogue.parse([{name: value for name, value in ROW.items() if name != "remedy"}])


def test_a_code_that_stands_twice_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    once = yaml.safe_dump([ROW], allow_unicode=True)
    monkeypatch.setattr(catalogue, "files", lambda: {"a.yaml": once, "b.yaml": once})
    with pytest.raises(ValueError, match="defined twice"):
        catalogue.catalogue.__wrapped__()


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(catalogue.UnknownRefusalError):
        catalogue.refusal("no_such_code")
