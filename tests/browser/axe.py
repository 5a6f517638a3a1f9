"""What axe finds on a page: the WCAG 2.1 A and AA rules, run in the page itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

__all__ = ["found", "overflow", "rest", "unreached"]

SOURCE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = ("serious", "critical")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
RUN = """
(only) => axe.run(document, {
  runOnly: only.length ? { type: 'rule', values: only } : { type: 'tag', values: %s },
  resultTypes: ['violations'],
}).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({
  id, impact, at: nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')),
})))
"""
RESTING = """
() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }')
  document.adoptedStyleSheets = [sheet]
}
"""
WIDER = """
() => {
  const root = document.documentElement
  if (root.scrollWidth <= root.clientWidth + 1) return []
  return [...document.querySelectorAll('body *')]
    .filter((box) => box.getBoundingClientRect().right > root.clientWidth + 1)
    .slice(0, 3)
    .map((box) => box.tagName + '.' + box.className)
}
"""


@cache
def _source() -> str:
    return SOURCE.read_text(encoding="utf-8")


def rest(page: Page) -> None:
    """Nothing on the page moves or fades any more: half a fade has colours of its own."""
    page.evaluate(RESTING)


def found(page: Page, *only: str) -> list[str]:
    """The serious and critical findings of the page as it stands, one line each; `only` these rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    findings: list[dict[str, Any]] = page.evaluate(RUN % LEVELS, list(only))
    return [
        f"{finding['id']} ({finding['impact']}): {at}"
        for finding in findings
        if finding["impact"] in SERIOUS
        for at in finding["at"]
    ]


def overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways; nothing when it does not."""
    return list(page.evaluate(WIDER))


def unreached(page: Page, presses: int = 80) -> list[str]:
    """Walk the page by the Tab key: what shows no sign of having the focus."""
    dark: list[str] = []
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0) }")
    seen: set[str] = set()
    for _ in range(presses):
        page.keyboard.press("Tab")
        told: dict[str, Any] | None = page.evaluate(FOCUSED)
        if told is None or told["path"] in seen:
            break
        seen.add(told["path"])
        if not told["shown"]:
            dark.append(told["path"])
    return dark


FOCUSED = """
() => {
  const box = document.activeElement
  if (!box || box === document.body) return null
  const path = []
  for (let at = box; at && at !== document.body; at = at.parentElement)
    path.unshift(at.tagName.toLowerCase() + (at.id ? '#' + at.id : '') +
      ':' + [...(at.parentElement?.children ?? [])].indexOf(at))
  const drawn = (at) => {
    const style = getComputedStyle(at)
    return at.getBoundingClientRect().width > 0 &&
      ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none')
  }
  const near = [box, ...box.querySelectorAll('*'), box.parentElement, box.parentElement?.parentElement,
    box.nextElementSibling].filter(Boolean)
  return { path: path.slice(-6).join(' ') + ' ' + box.className, shown: near.some(drawn) }
}
"""
