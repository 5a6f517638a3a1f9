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
}

export type Standing = 'confirmed' | 'unconfirmed' | 'leave'

const LIMIT = 5

/** `leave`: stop the work, go away, call the control room. Only work that was live can come to that. */
export function standing(last: Confirmation | null, now: Moment): Standing {
  if (last === null) return 'unconfirmed'
  const age = elapsed(last.at, now)
  const lease = last.leaseS * 1000
  if (last.state === 'active' && (age >= last.validFor || age >= lease * LIMIT)) return 'leave'
  return age < lease ? 'confirmed' : 'unconfirmed'
}
