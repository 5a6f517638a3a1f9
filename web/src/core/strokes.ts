/** Handwriting as text: whole pixels, no pressure, thinned until it fits the envelope. */

export interface Dot {
  readonly x: number
  readonly y: number
}

export interface Stroke {
  readonly points: readonly Dot[]
}

const ROOM = 60_000

function every(points: readonly Dot[], step: number): readonly Dot[] {
  return points.filter((_, at) => at % step === 0 || at === points.length - 1)
}

function spelled(strokes: readonly Stroke[], step: number): string {
  const groups = strokes.map(({ points }) => ({
    points: every(points, step).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
  }))
  return JSON.stringify(groups)
}

export function spellStrokes(strokes: readonly Stroke[]): string {
  let step = 1
  let text = spelled(strokes, step)
  while (text.length > ROOM && step < 64) {
    step *= 2
    text = spelled(strokes, step)
  }
  return text
}

/** A dot is no signature: some length of line must have been drawn. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  let length = 0
  for (const { points } of strokes) {
    for (let at = 1; at < points.length; at += 1) {
      const [a, b] = [points[at - 1], points[at]]
      if (a && b) length += Math.hypot(b.x - a.x, b.y - a.y)
    }
  }
  return length >= 60
}
