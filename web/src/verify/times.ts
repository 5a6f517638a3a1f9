/** Holds the times that events tell against those that outsiders vouched for: a stamp or a witness's line says what
 * the log had by then, and so what it had not. */
import { finding, OPEN } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { instant } from '@/verify/instants'
import type { Stream } from '@/verify/stream'
import type { Told } from '@/verify/strict'

/** How far the plant's clock may be ahead of the outsider's, and how long an event may wait for its entry in the log
 * (milliseconds, as in davy-verify). */
const AHEAD = 60_000
const BEHIND = 600_000

/** The log had exactly its first `size` entries by `at` (milliseconds), says somebody outside who is trusted. */
export interface Bound {
  size: number
  at: number
}

/** What of the times cannot be so. Made-up times of a demonstration are passed over; they are told. */
export function held(streams: readonly Stream[], bounds: readonly Bound[]): Finding[] {
  const found: Finding[] = []
  for (const bound of [...bounds].sort((a, b) => a.size - b.size || a.at - b.at)) {
    let [after, before] = [0, 0]
    for (const [index, event] of entered(streams)) {
      if (index < bound.size) after += Number(isAfter(event, bound.at + AHEAD))
      else before += Number(isBefore(event, bound.at - BEHIND))
    }
    const about = { at: `${new Date(bound.at).toISOString().slice(0, 19)}+00:00`, size: bound.size }
    if (after > 0) found.push(finding(OPEN, 'dated_after', { count: after, ...about }))
    if (before > 0) found.push(finding(OPEN, 'dated_before', { count: before, ...about }))
  }
  return found
}

function entered(streams: readonly Stream[]): [number, Told][] {
  return streams
    .filter((stream) => stream.whole)
    .flatMap((stream) =>
      stream.events.flatMap((event): [number, Told][] => {
        const index = stream.enteredAt(Number(event['seq']))
        return index === null || 'simulated' in (event['data'] as Told) ? [] : [[index, event]]
      }),
    )
}

/** Whether it says that it happened or was written later; a time that nobody can read is no proof. */
function isAfter(event: Told, at: number): boolean {
  return ['occurred_at', 'recorded_at'].some((name) => {
    const time = instant(event[name])
    return time === null || time > at
  })
}

/** Whether it says that it was written earlier. When it happened a phone may tell long afterwards. */
function isBefore(event: Told, at: number): boolean {
  const time = instant(event['recorded_at'])
  return time !== null && time < at
}
