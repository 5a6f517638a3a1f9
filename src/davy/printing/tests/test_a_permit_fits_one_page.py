"""The printed form: one A4 page whatever was written, with what the law wants on it."""

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import POSTS, Plant, small_plant
from davy.ids import uuid7
from davy.rulebook import law
from tests.plant import Browser

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
LONG_SIGNATURE = str([[[x, (x * 37) % 90] for x in range(0, 400, 3)]] * 3)


def _browser(plant: Plant, who: str = "zhao") -> Browser:
    from davy.accounts.models import Account

    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _pdf(plant: Plant, permit: object, folder: Path, who: str = "zhao") -> Path:
    answer = _browser(plant, who).get(f"/api/v1/permits/{permit}/form.pdf")
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/pdf"
    path = folder / f"{permit}.pdf"
    path.write_bytes(answer.content)
    return path


class Words(str):
    """Text of a page that is found whatever its line breaks and blanks are."""

    __slots__ = ()

    def __contains__(self, said: object) -> bool:
        return super().__contains__("".join(str(said).split()))


def _words(path: Path) -> Words:
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True)
    return Words("".join(told.stdout.split()))


def _pages(path: Path) -> int:
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True, text=True).stdout
    found = re.search(r"^Pages:\s+(\d+)$", told, re.MULTILINE)
    assert found is not None
    assert re.search(r"A4", told)
    return int(found[1])


def test_a_running_hot_work_permit_names_everybody_who_answered_for_it(tmp_path: Path) -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    path = _pdf(plant, hands.permit, tmp_path)
    words = _words(path)
    assert _pages(path) == 1
    number = journeys.state(hands).number
    assert number
    for said in (
        "动火安全作业票", number, "一级", "电焊", "更换泵出口管段", "V-101 泵基础", "甲醇", "李工", "王班",
        "钱焊工", "赵主任", "郑安全", "冯班长", "当班班长验票", "完工验收", "以电子票为准", "作业中",
    ):  # fmt: skip
        assert said in words, said
    assert "T-qian" not in words, "a certificate number is for those who must identify somebody"
    assert "T-qian" in _words(_pdf(plant, hands.permit, tmp_path, "feng"))


def test_a_confined_space_permit_lists_gases_with_their_limits(tmp_path: Path) -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_confined(hands)
    journeys.prepare(hands)
    path = _pdf(plant, hands.permit, tmp_path)
    words = _words(path)
    assert _pages(path) == 1
    for said in (
        "受限空间安全作业票",
        "V-102 储罐",
        "甲醇",
        "氧",
        "19.5～21",
        "上部",
        "下部",
        "审批中",
        "盲板数量",
    ):
        assert said in words, said


SAID = {
    "lifting": ("吊装安全作业票", "12 t", "三级", "孙司索", "换热器管束", "作业指挥", "专业部门"),
    "power": ("临时用电安全作业票", "3 号配电箱", "10 kW", "7.5 kW", "220 V 或 380 V", "可燃", "配送电单位"),
    "blind": ("盲板抽堵安全作业票", "堵盲板", "MB-07", "0.4 MPa", "20 号钢", "T-100-PM-03", "常压"),
    "digging": ("动土安全作业票", "1.1 m", "人工加机械", "长 12 米", "会签", "萧消防", "专业部门"),
    "road": (
        "断路安全作业票",
        "消防水管换管",
        "储运车间",
        "经三路",
        "消防、安全管理部门",
        "萧消防",
        "专业部门",
    ),
    "height": ("高处安全作业票", "12 m", "Ⅱ级", "作业高度", "都没有", "专业部门", "无"),
}


@pytest.mark.parametrize("kind", sorted(SAID))
def test_each_form_says_what_its_table_asks(kind: str, tmp_path: Path) -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_work(hands, kind)
    journeys.get_to_work(hands)
    path = _pdf(plant, hands.permit, tmp_path)
    words = _words(path)
    assert _pages(path) == 1
    for said in (*SAID[kind], "钱焊工", "王班", "当班班长验票", "完工验收", "以电子票为准", "作业中"):
        assert said in words, said


def _approve_with_many_words(hands: Hands) -> None:
    holders = {post: who for post, (_, who) in POSTS.items()}
    while (stage := journeys.state(hands).stage()) is not None:
        permit = journeys.state(hands)
        confirmed = [*law.template(permit.type)["critical"], *(m.id for m in permit.measures if m.critical)]
        signed = {s.post for s in permit.signatures if s.stage == stage.id}
        post = next(p for p in stage.posts if p not in signed)
        body = {
            "stage": stage.id, "confirmed": confirmed, "opinion": "已到现场逐项核对，同意。" * 24,
            "signature": LONG_SIGNATURE,
        }  # fmt: skip
        hands.must(holders[post], "sign_stage", body)


@pytest.mark.parametrize("kind", sorted(journeys.WORKS))
def test_the_longest_words_still_fit_one_page(kind: str, tmp_path: Path) -> None:
    plant = small_plant(simulated=True)
    hands = Hands(plant, at=MORNING)
    journeys.draft_work(hands, kind, content="更换长管段并焊接法兰" * 200, remark="另有防护" * 500)
    journeys.prepare(hands)
    for _ in range(4 if journeys.asked_gas(hands) else 0):
        journeys.gas_round(hands)
    hands.must("wang", "sign_briefing", {"signature": LONG_SIGNATURE})
    _approve_with_many_words(hands)
    path = _pdf(plant, hands.permit, tmp_path)
    assert _pages(path) == 1
    assert "余见电子票" in _words(path)


def test_before_approval_the_form_says_so(tmp_path: Path) -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    assert "审批中" in _words(_pdf(plant, hands.permit, tmp_path))


def test_a_permit_of_nobody_is_not_found() -> None:
    plant = small_plant()
    assert _browser(plant).get(f"/api/v1/permits/{uuid7()}/form.pdf").status_code == 404


def test_paper_of_a_simulated_company_says_so(tmp_path: Path) -> None:
    plant = small_plant(simulated=True)
    hands = Hands(plant)
    journeys.draft_hot(hands)
    assert "不得用于现场作业" in _words(_pdf(plant, hands.permit, tmp_path))


def test_without_a_chinese_font_the_answer_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant = small_plant()
    hands = Hands(plant)
    journeys.draft_hot(hands)
    monkeypatch.setenv("DAVY_FONT_DIR", str(tmp_path))
    answer = _browser(plant).get(f"/api/v1/permits/{hands.permit}/form.pdf")
    assert answer.status_code == 503
    assert answer.json()["code"] == "print_font_missing"
    assert "fonts-noto-cjk" in answer.json()["remedy"][0]["zh"]
