/** What a phone shows of a permit: what the server last said of it, with what was done here laid over it (S16). */
import type { State } from '@/core/lifecycle'
import { HALTING, isRunning } from '@/core/lifecycle'
import { isWaiting } from '@/core/outbox'
import type { Row } from '@/core/outbox'

export type Shown = 'done' | 'pending' | 'refused'

/** What a row is called: done only with the server's receipt in hand, refused when nothing more will come of it. */
export function shownAs(row: Row): Shown {
  if (row.state === 'accepted') return 'done'
  return isWaiting(row) ? 'pending' : 'refused'
}

/** It stopped the work here, or told of something wrong. A sheet of paper is of no permit. */
export const halts = ({ kind, bad }: Row): boolean => kind !== 'register_sheet' && (HALTING.has(kind) || bad === true)

/** The phone's milliseconds when its owner stopped this work, as long as what is shown of the permit does not know of it:
    the server was not heard, or was heard after it had told the state that stands here. `version`: of what is shown. */
export function haltedAt(rows: readonly Row[], version: number): number | null {
  const stops = rows.filter((row) => halts(row) && (isWaiting(row) || (row.version ?? 0) > version))
  return stops.length === 0 ? null : Math.min(...stops.map(({ at }) => at))
}

/** Stopped here, and what the server last said of the work counts no more. */
export const stateHere = (told: State, halted: number | null): State =>
  halted !== null && isRunning(told) ? 'paused' : told
