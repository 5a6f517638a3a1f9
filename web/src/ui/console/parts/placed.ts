/** What stands on the plan, and where each is drawn, so that several at one place stand beside each other. */
import type { PermitRow } from '@/core/types'
import type { IconName } from '@/ui/shared/icons'

export interface PlacedPermit extends PermitRow {
  readonly point: PermitRow['point'] & { readonly x: number; readonly y: number }
}

/** One mark: shape and icon tell what it is, the words say it. */
export interface MapMark {
  readonly id: string
  readonly kind: 'permit' | 'alarm' | 'people' | 'isolation' | 'camera' | 'area'
  readonly x: number
  readonly y: number
  /** The classes of its shape. */
  readonly face: string
  readonly icon: IconName | null
  readonly words: string
  /** Written on the mark itself. */
  readonly text?: string
}

/** Units of the drawing between two marks of one point. */
const STEP = 22

/** The plan shows what has a place on it. */
export function isPlaced(row: PermitRow): row is PlacedPermit {
  return row.point.x !== null && row.point.y !== null
}

/** Whatever stands at a place of the drawing. */
interface Placed {
  readonly id: string
  readonly point: { readonly x: number; readonly y: number }
}

/** The place of one mark: the first of a point stands on it, the others to its right. */
export function aside(
  all: readonly Placed[],
  one: Placed,
  step: number = STEP,
): { readonly x: number; readonly y: number } {
  const same = all
    .filter(({ point }) => point.x === one.point.x && point.y === one.point.y)
    .map(({ id }) => id)
    .sort()
  return { x: one.point.x + step * Math.max(0, same.indexOf(one.id)), y: one.point.y }
}

/** The same for many marks at once, in their order; names of areas stay where they are. */
export function spread(marks: readonly MapMark[], step: number = STEP): readonly MapMark[] {
  const taken = new Map<string, number>()
  return marks.map((mark) => {
    if (mark.kind === 'area') return mark
    const place = `${mark.x} ${mark.y}`
    const before = taken.get(place) ?? 0
    taken.set(place, before + 1)
    return before === 0 ? mark : { ...mark, x: mark.x + step * before }
  })
}
