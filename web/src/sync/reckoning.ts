/** The server's time, learned from every answer that tells it. */
import { better, isSkewed, reckon } from '@/core/clock'
import type { Reckoning } from '@/core/clock'

let known: Reckoning | null = null

/** `asked` is the phone's milliseconds when the question was sent; `rounded` how much was cut off what was told. */
export function learn(asked: number, told: string | undefined, rounded = 0): void {
  const found = told === undefined ? null : reckon(asked, Date.now(), told)
  if (found === null) return
  const half = rounded / 2
  known = better(known, { offset: found.offset + half, doubt: found.doubt + half })
}

/** The server's milliseconds now, as well as the phone can tell. */
export function serverNow(): number {
  return Date.now() + (known?.offset ?? 0)
}

/** Whether `serverNow` rests on an answer of the server, not only on the phone's own clock. */
export function isReckoned(): boolean {
  return known !== null
}

/** Milliseconds by which the phone's clock is wrong when that is more than it should be, else null. */
export function skew(): number | null {
  return known !== null && isSkewed(known) ? -known.offset : null
}
