/** The guardian's rounds that are due: from the tasks the server gave, by the server's time. */
import type { Permit } from '@/core/types'

export interface DueRound {
  readonly permit: Permit
  /** Milliseconds since it was due; negative while there is time. */
  readonly late: number
}

/** The reader's next round on each permit, the longest overdue first. */
export function rounds(permits: readonly Permit[], now: number): readonly DueRound[] {
  const found = permits.flatMap((permit) => {
    const due = permit.mine.tasks.find(({ command }) => command === 'guard_round')?.due
    return due === undefined || due === null ? [] : [{ permit, late: now - Date.parse(due) }]
  })
  return found.sort((a, b) => b.late - a.late)
}

/** How often a round that is due calls again. */
const CALL_EVERY_MS = 60_000

/** The number of the call that belongs to this lateness; null before the first. */
export const callOf = (late: number): number | null => (late < 0 ? null : Math.floor(late / CALL_EVERY_MS))
