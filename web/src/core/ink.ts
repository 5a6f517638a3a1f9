/** Handwriting read back: lines to draw, in a box of their own. */

export interface Ink {
  readonly width: number
  readonly height: number
  /** One SVG path a stroke. */
  readonly paths: readonly string[]
}

interface Dot {
  readonly x: number
  readonly y: number
}

const MARGIN = 4
const FARTHEST = 1e6

function dot(value: unknown): Dot | null {
  const pair: readonly unknown[] = Array.isArray(value)
    ? value
    : [(value as Partial<Dot> | null)?.x, (value as Partial<Dot> | null)?.y]
  const [x, y] = pair
  if (typeof x !== 'number' || typeof y !== 'number') return null
  return Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST ? { x, y } : null
}

function strokes(text: string): readonly (readonly Dot[])[] {
  try {
    const groups: unknown = JSON.parse(text)
    if (!Array.isArray(groups)) return []
    return groups.map((group: unknown) => {
      const points: unknown = Array.isArray(group) ? group : (group as { points?: unknown } | null)?.points
      return Array.isArray(points) ? points.map(dot).filter((found) => found !== null) : []
    })
  } catch {
    return []
  }
}

/** Null when the text is no drawing. Both spellings are read: groups of points {x, y}, and lists of [x, y]. */
export function inkOf(text: string | null | undefined): Ink | null {
  const lines = strokes(text ?? '').filter((line) => line.length > 1)
  const all = lines.flat()
  if (all.length === 0) return null
  const xs = all.map(({ x }) => x)
  const ys = all.map(({ y }) => y)
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  const spell = ({ x, y }: Dot): string => `${Math.round(x - left)} ${Math.round(y - top)}`
  return {
    width: Math.max(...xs) - left + MARGIN,
    height: Math.max(...ys) - top + MARGIN,
    paths: lines.map((line) => `M${line.map(spell).join('L')}`),
  }
}
