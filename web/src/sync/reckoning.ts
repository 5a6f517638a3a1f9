/** The server's time, learned from every answer that tells it. */
import { better, isSkewed, reckon, stillHolds } from '@/core/clock'
import type { Reckoning } from '@/core/clock'

let known: Reckoning | null = null

/** Where an app that opens without the server keeps what it learned. */
export interface Memory {
  readonly recall: () => Promise<{ readonly reckoning: Reckoning; readonly at: number } | null>
  readonly keep: (found: Reckoning, at: number) => Promise<void>
}

const KEEP_EVERY_MS = 30_000
let memory: Memory | null = null
let keptAt = -Infinity

/** Said once at the start; what was learned before the page was opened counts until the server speaks again. */
export async function rememberReckonings(where: Memory): Promise<void> {
  memory = where
  const last = await where.recall()
  if (known === null && last !== null && stillHolds(last.reckoning, last.at, Date.now())) known = last.reckoning
}

function keep(found: Reckoning): void {
  const now = Date.now()
  if (Math.abs(now - keptAt) < KEEP_EVERY_MS) return
  keptAt = now
  void memory?.keep(found, now)
}

/** `asked` is the phone's milliseconds when the question was sent; `rounded` how much was cut off what was told. */
export function learn(asked: number, told: string | undefined, rounded = 0): void {
  const found = told === undefined ? null : reckon(asked, Date.now(), told)
  if (found === null) return
  const half = rounded / 2
  known = better(known, { offset: found.offset + half, doubt: found.doubt + half })
  keep(known)
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
