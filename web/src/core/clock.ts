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

export function isSkewed(reckoning: Reckoning | null): boolean {
  return reckoning !== null && Math.abs(reckoning.offset) - reckoning.doubt > SKEW_LIMIT_MS
}
