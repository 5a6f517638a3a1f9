"""What stands behind the labels of a document is proposed, each with where it was read."""

from datetime import date

from davy_core.scans.propose import Proposal, kind_of, propose
from davy_core.scans.tests.cards import CARD, ITEMS, known, periods, read

TODAY = date(2026, 11, 23)


def _proposed(text: str, kind: str = "special_operation") -> tuple[Proposal, ...]:
    documents = known()
    document = documents.by_code[kind]
    return propose(documents, document, read(text), items=ITEMS, catalogues=periods(), today=TODAY)


def _told(text: str, kind: str = "special_operation") -> dict[str, str | None]:
    return {one.name: one.value for one in _proposed(text, kind)}


def test_every_field_of_a_card_is_read_without_a_doubt() -> None:
    found = _proposed(CARD)
    assert {one.name: one.value for one in found} == {
        "holder_name": "李秀英",
        "number": "T11010519491231002X",
        "category": "焊接与热切割作业",
        "item": "熔化焊接与热切割作业",
        "issued_at": "2024-03-01",
        "valid_from": "2024-03-01",
        "valid_to": "2030-02-28",
        "review_due": "2027-02-28",
        "issuer": "江苏省应急管理厅",
    }
    assert not [one for one in found if one.doubts or one.box is None]


def test_the_title_tells_the_document() -> None:
    documents = known()
    assert kind_of(documents, read(CARD)) == "special_operation"
    assert kind_of(documents, read("职业健康体检表\n姓名 张三")) == "medical"
    assert kind_of(documents, read("购物清单")) is None


def test_a_value_may_stand_under_its_label_or_go_on_there() -> None:
    assert _told("姓名\n李秀英")["holder_name"] == "李秀英"
    assert _told("有效期限 2024-03-01至\n2030-02-28")["valid_to"] == "2030-02-28"


def test_one_day_of_validity_is_the_last() -> None:
    told = _told("有效期至 2030-02-28")
    assert told["valid_to"] == "2030-02-28"
    assert "valid_from" not in told


def test_a_label_is_found_between_blanks_and_with_a_wide_colon() -> None:
    assert _told("姓  名：欧阳 文博  性别：男")["holder_name"] == "欧阳文博"


def test_days_are_read_as_people_write_them() -> None:
    for text in ("2026年3月9日", "2026-03-09", "2026.3.9", "20260309", "2026/03/09"):
        assert _told(f"体检日期 {text}", "medical")["examined_at"] == "2026-03-09"


def test_a_medical_report_and_a_training_proof_are_read() -> None:
    told = _told(
        "姓名：李秀英|体检日期：2026年1月15日\n身高 172 cm\n血压 128/82 mmHg\n结论：未见异常", "medical"
    )
    assert (told["pressure"], told["height_cm"], told["verdict"]) == ("128/82", "172", "未见异常")
    told = _told("姓名：李秀英\n培训内容：监护人培训\n培训日期：2026.03.01—2026.03.04\n学时：24", "training")
    assert (told["finished_at"], told["hours"]) == ("2026-03-04", "24")
