"""What it costs to keep 500 marks on the plan current: Leaflet's own nodes as the map uses them, its canvas,
and the same number of plain nodes as the limit reference.

`python -m bench.markers` prints a line a way: milliseconds until drawn the first time, and of one update of
all marks or of the few that usually change, layout and paint flushed, with the ratio to plain nodes.

The map uses nodes: a mark must show shape and icon, be reached by keyboard and have a name, which a canvas
cannot give; and it touches only the marks that changed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

MARKS = 500
CHANGED = 10
ROUNDS = 30
LEAFLET = Path(__file__).parent.parent / "web" / "node_modules" / "leaflet" / "dist"
PAGE = """<!doctype html><style>#map,#plain{position:absolute;inset:0;width:1200px;height:780px}
.mark{position:absolute;display:grid;width:30px;height:30px;border:2px solid #14181f;border-radius:50%}
.mark svg{width:18px;height:18px;fill:none;stroke:currentcolor}</style>
<div id="plain"></div><div id="map"></div>"""
MEASURE = """
async ([marks, changed, rounds]) => {
  const ICON = '<svg viewBox="0 0 24 24"><path d="M4 12.500l5.500 5.500L20 6.500"/></svg>'
  const spot = (n, round) => ({ x: (n * 37 + round) % 1600, y: (n * 53) % 1000 })
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const middle = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]
  const chart = L.map('map', { crs: L.CRS.Simple, zoomAnimation: false, minZoom: -3 })
  chart.fitBounds([[0, 0], [1000, 1600]])
  const plain = document.getElementById('plain')
  const node = (html) => {
    const made = document.createElement('div'); made.className = 'mark'; made.innerHTML = html; return made
  }
  const move = (made, { x, y }) => { made.style.transform = `translate(${x}px, ${y}px)` }
  const icon = () => L.divIcon({ html: ICON, className: 'mark', iconSize: [30, 30] })
  const renderer = L.canvas()
  const ways = {
    'plain nodes': {
      add: (n) => { const made = node(ICON); move(made, spot(n, 0)); plain.append(made); return made },
      change: (made, n, round) => { made.innerHTML = ICON; move(made, spot(n, round)) },
    },
    'leaflet nodes': {
      add: (n) => { const { x, y } = spot(n, 0); return L.marker([y, x], { icon: icon() }).addTo(chart) },
      change: (made, n, round) => { const { x, y } = spot(n, round); made.setLatLng([y, x]).setIcon(icon()) },
    },
    'leaflet canvas': {
      add: (n) => { const { x, y } = spot(n, 0)
        return L.circleMarker([y, x], { renderer, radius: 15 }).addTo(chart) },
      change: (made, n, round) => { const { x, y } = spot(n, round); made.setLatLng([y, x]) },
    },
  }
  const found = {}
  for (const [name, way] of Object.entries(ways)) {
    await painted()
    let begin = performance.now()
    const made = Array.from({ length: marks }, (_, n) => way.add(n))
    document.body.getBoundingClientRect(); await painted()
    const first = performance.now() - begin
    const timed = async (count) => {
      const all = []
      for (let round = 1; round <= rounds; round += 1) {
        begin = performance.now()
        for (let n = 0; n < count; n += 1) way.change(made[n], n, round)
        document.body.getBoundingClientRect(); await painted()
        all.push(performance.now() - begin)
      }
      return middle(all)
    }
    found[name] = { first, all: await timed(marks), some: await timed(changed) }
    for (const one of made) one.remove()
  }
  return found
}
"""


def main() -> int:
    """Measure in Chromium and print."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_content(PAGE)
        page.add_style_tag(path=LEAFLET / "leaflet.css")
        page.add_script_tag(path=LEAFLET / "leaflet.js")
        found: dict[str, dict[str, Any]] = page.evaluate(MEASURE, [MARKS, CHANGED, ROUNDS])
        browser.close()
    limit = found["plain nodes"]
    print(f"{'way':>16}  {'first':>8}  {f'all {MARKS}':>8}  {'ratio':>6}  {f'{CHANGED} of them':>10}  ratio")
    for name, ms in found.items():
        ratios = ms["all"] / limit["all"], ms["some"] / limit["some"]
        print(
            f"{name:>16}  {ms['first']:8.1f}  {ms['all']:8.1f}  {ratios[0]:6.2f}  {ms['some']:10.1f}"
            f"  {ratios[1]:.2f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
