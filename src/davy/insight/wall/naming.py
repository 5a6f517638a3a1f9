"""How a person is named where everybody who passes can read it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["told"]

# Family names of two characters; every other Chinese one has one.
_DOUBLE = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 "
    "长孙 司徒 司空 夏侯 端木 轩辕 南宫 西门 独孤 呼延 澹台"
)


def told(person: Mapping[str, str | None], names: str) -> dict[str, str | None]:
    """`name`, `post` and `duty` of a person as this screen may show them.

    `full`: as in the register. `family_post`: the family name and the post. `none`: only the duty on the
    permit. Somebody whom the register no longer knows stays counted, without a name.
    """
    name, post = person["name"], person["post"]
    if names == "none":
        name, post = None, None
    elif names != "full" and name:
        name = _family(name)
    return {"name": name, "post": post, "duty": person["duty"]}


def _family(name: str) -> str:
    """The family name: of a name with spaces the last word, else the first one or two characters."""
    words = name.split()
    if len(words) > 1:
        return words[-1]
    return name[:2] if len(name) > 2 and name[:2] in _DOUBLE.split() else name[:1]
