/** Wall-clock arithmetic in the plant's time zone, which has no summer time: always eight hours ahead of UTC. */

const AHEAD_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

export interface Slot {
  readonly id: 'now' | 'this_morning' | 'this_afternoon' | 'tomorrow'
  readonly from: Date
  readonly to: Date
}

/** The instant at which the plant's clocks show `hour` on the day `days` after the one of `now`. */
export function atHour(now: Date, days: number, hour: number): Date {
  const midnight = Math.floor((now.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS
  return new Date(midnight + days * DAY_MS + hour * 3_600_000)
}

/** `2026-11-21T08:00` of the plant's clocks. */
export function plantClock(instant: Date): string {
  return new Date(instant.getTime() + AHEAD_MS).toISOString().slice(0, 16)
}

/** The instant of plant time written as `2026-11-21T08:00`; null when it is not such a text. */
export function fromPlantClock(text: string): Date | null {
  const found = new Date(`${text}:00+08:00`)
  return Number.isNaN(found.getTime()) ? null : found
}

const WORKING_HOURS = 8

/** Times that are usually meant, none of them over before it began. */
export function slots(now: Date): readonly Slot[] {
  const soon = new Date(Math.ceil((now.getTime() + 10 * 60_000) / 900_000) * 900_000)
  const days: readonly Slot[] = [
    { id: 'this_morning', from: atHour(now, 0, 8), to: atHour(now, 0, 12) },
    { id: 'this_afternoon', from: atHour(now, 0, 13), to: atHour(now, 0, 18) },
    { id: 'tomorrow', from: atHour(now, 1, 8), to: atHour(now, 1, 16) },
  ]
  const first: Slot = { id: 'now', from: soon, to: new Date(soon.getTime() + WORKING_HOURS * 3_600_000) }
  return [first, ...days.filter((slot) => slot.from > soon)]
}
