/** Green is a lease: what the phone may still show when the server has not confirmed for a while. */
import type { State } from '@/core/lifecycle'

/** One instant by two clocks: the monotonic one stands still while a phone sleeps, the other can be set. */
export interface Moment {
  readonly mono: number
  readonly wall: number
}

/** Milliseconds between two moments. The longer of the two tales is believed: a lease is never lengthened. */
export function elapsed(since: Moment, now: Moment): number {
  return Math.max(now.mono - since.mono, now.wall - since.wall, 0)
}

export interface Confirmation {
  readonly at: Moment
  readonly state: State
  /** Milliseconds from `at` to the end of validity, as the server's clock had it. */
  readonly validFor: number
  readonly leaseS: number
  /** It was approved to go on without signal, with check calls; the control room counts those. */
  readonly untethered?: boolean
}

export type Standing = 'confirmed' | 'unconfirmed' | 'leave'

const LIMIT = 5

/** Milliseconds that live work may still go on without being confirmed again. */
export function patience(last: Confirmation, now: Moment): number {
  const limit = last.untethered === true ? last.validFor : Math.min(last.validFor, last.leaseS * 1000 * LIMIT)
  return limit - elapsed(last.at, now)
}

/** `leave`: stop the work, go away, call the control room. Only work that was live can come to that. */
export function standing(last: Confirmation | null, now: Moment): Standing {
  if (last === null) return 'unconfirmed'
  if (last.state === 'active' && patience(last, now) <= 0) return 'leave'
  return elapsed(last.at, now) < last.leaseS * 1000 ? 'confirmed' : 'unconfirmed'
}
