"""One hand and large type: whether a thumb reaches what is to be pressed, and whether big letters are cut."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser import axe

__all__ = ["large_type", "out_of_reach"]

TARGET_PX = 56
OUT = """
(least) => {
  const [wide, high] = [window.innerWidth, window.innerHeight]
  const found = []
  for (const button of document.querySelectorAll('.under button')) {
    const at = button.getBoundingClientRect()
    const name = button.innerText.trim().slice(0, 20) || button.className
    if (at.top < 0.4 * high) found.push(`${name}: above the lower 60 %`)
    if (at.bottom > high + 1) found.push(`${name}: below the screen`)
    if (at.height < least) found.push(`${name}: ${Math.round(at.height)} px high`)
    const chief = button.classList.contains('main') || button.classList.contains('hold')
    if (chief && (at.left > wide / 2 || at.right < wide / 2)) found.push(`${name}: for one hand only`)
  }
  return found
}
"""
"""The bar under the thumb: low, big enough, and the main action over the middle, for either hand."""
CUT = """
() => {
  const own = (box) => [...box.childNodes].some((part) => part.nodeType === 3 && part.data.trim() !== '')
  const cut = (box) => {
    const style = getComputedStyle(box)
    if (style.overflowX === 'visible' && style.overflowY === 'visible') return false
    return box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1
  }
  return [...document.querySelectorAll('body *')]
    .filter((box) => box.checkVisibility() && own(box))
    .filter((box) => !box.closest('.unseen, .summary, textarea, [data-preview]'))
    .filter((box) => box.clientWidth > 2 && cut(box))
    .slice(0, 3)
    .map((box) => `cut: ${box.tagName}.${box.className} ${box.innerText.slice(0, 24)}`)
}
"""
"""Letters that do not fit where they stand. A summary that a tap unfolds may be short."""


def out_of_reach(page: Page) -> list[str]:
    """Buttons under the thumb that a thumb does not reach, one line each."""
    return list(page.evaluate(OUT, TARGET_PX))


def large_type(page: Page) -> list[str]:
    """What the largest letters of the setting make too wide, cut, or push out of reach."""
    size = "(size) => document.documentElement.style.setProperty('--text-size', size)"
    page.evaluate(size, "1.3")
    found = [*axe.overflow(page), *page.evaluate(CUT), *out_of_reach(page)]
    page.evaluate(size, "1")
    return found
