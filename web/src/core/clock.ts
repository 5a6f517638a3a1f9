/** The phone's clock against the server's: the server's time is what counts, and a wrong phone is told so. */

export interface Reckoning {
  /** Milliseconds to add to the phone's clock. */
  readonly offset: number
  /** How sure that is: half of what the question took. */
  readonly doubt: number
}

export const SKEW_LIMIT_MS = 60_000

/** From a question sent at `asked`, answered at `answered` (the phone's milliseconds) with `told` by the server. */
export function reckon(asked: number, answered: number, told: string): Reckoning | null {
  const server = Date.parse(told)
  if (Number.isNaN(server) || answered < asked) return null
  const doubt = (answered - asked) / 2
  return { offset: server - (asked + doubt), doubt }
}

/** A new reckoning replaces an old one unless it is much vaguer and says the same. */
export function better(old: Reckoning | null, found: Reckoning): Reckoning {
  if (old === null) return found
  const agree = Math.abs(old.offset - found.offset) <= old.doubt + found.doubt
  return agree && found.doubt > old.doubt * 4 + 50 ? old : found
}

const LONGEST_MS = 24 * 3_600_000

/** Whether a reckoning from before a restart still holds. Only of a phone whose own clock was right: should somebody
    have set it since, or the network, it was set by no more than it was wrong; and never one from the future. */
export function stillHolds(kept: Reckoning, at: number, now: number): boolean {
  const age = now - at
  return age >= 0 && age < LONGEST_MS && Math.abs(kept.offset) + kept.doubt <= SKEW_LIMIT_MS
}

export function isSkewed(reckoning: Reckoning | null): boolean {
  return reckoning !== null && Math.abs(reckoning.offset) - reckoning.doubt > SKEW_LIMIT_MS
}
