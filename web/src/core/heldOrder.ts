/** A list that changes under somebody's hand: rows keep their places while he points at it, and nothing jumps. */

export interface Held<T> {
  /** What is shown, in the order in which it is shown. */
  readonly rows: readonly Placed<T>[]
  /** How many new ones wait to be put in. */
  readonly arrived: number
}

export interface Placed<T> {
  readonly row: T
  /** It is no longer in the list: somebody else dealt with it, or it moved on. */
  readonly gone: boolean
}

const fresh = <T>(row: T): Placed<T> => ({ row, gone: false })

/** The newest rows in their own order; or, while `holding`, in the places shown before, with what is new kept back. */
export function held<T>(
  before: readonly Placed<T>[],
  newest: readonly T[],
  holding: boolean,
  idOf: (row: T) => string,
): Held<T> {
  if (!holding || before.length === 0) return { rows: newest.map(fresh), arrived: 0 }
  const known = new Map(newest.map((row) => [idOf(row), row]))
  const shown = new Set(before.map(({ row }) => idOf(row)))
  const rows = before.map(({ row }) => {
    const now = known.get(idOf(row))
    return now === undefined ? { row, gone: true } : fresh(now)
  })
  return { rows, arrived: newest.filter((row) => !shown.has(idOf(row))).length }
}

/** Which one comes up after this one is dealt with: the next below that is still there, else the last above it. */
export function after<T>(rows: readonly Placed<T>[], id: string, idOf: (row: T) => string): string | null {
  const at = rows.findIndex(({ row }) => idOf(row) === id)
  const open = ({ row, gone }: Placed<T>): boolean => !gone && idOf(row) !== id
  const next = rows.slice(at + 1).find(open) ?? rows.slice(0, Math.max(at, 0)).reverse().find(open)
  return next ? idOf(next.row) : null
}
