/** Permits on the plan: where each is drawn, so that several at one work point stand beside each other. */
import type { PermitRow } from '@/core/types'

export interface PlacedPermit extends PermitRow {
  readonly point: PermitRow['point'] & { readonly x: number; readonly y: number }
}

/** Whatever stands at a place of the drawing. */
interface Placed {
  readonly id: string
  readonly point: { readonly x: number; readonly y: number }
}

/** Units of the drawing between two marks of one point. */
const STEP = 22

/** The plan shows what has a place on it. */
export function isPlaced(row: PermitRow): row is PlacedPermit {
  return row.point.x !== null && row.point.y !== null
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
