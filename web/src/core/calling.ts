/** Which alarms cover a screen now. Only acknowledging ends a call; who has heard it is called again at its next ring. */
import type { CallingAlarm } from '@/core/records'

/** How long one ring covers the wall; after it the board can be read again beside the band that stays. */
export const COVERED_MS = 30_000

/** One ring of one alarm: who has heard this one has not heard the next. */
export const callOf = ({ id, called_at: at, rings }: Pick<CallingAlarm, 'id' | 'called_at' | 'rings'>): string =>
  `${id} ${at} ${rings}`

/** The alarms that call, those of one permit together, the one that called last first. */
export function calls(alarms: readonly CallingAlarm[], heard: ReadonlySet<string>): readonly (readonly CallingAlarm[])[] {
  const found = new Map<string, CallingAlarm[]>()
  for (const alarm of alarms) {
    if (heard.has(callOf(alarm))) continue
    const key = alarm.permit ?? alarm.id
    found.set(key, [...(found.get(key) ?? []), alarm])
  }
  return [...found.values()]
}

interface Bell {
  readonly state: string
  readonly shelved: boolean
  readonly called_at: string
  readonly led: boolean
}

interface OnWall<T> {
  readonly open: readonly T[]
  readonly ringing: readonly T[]
  readonly cover: readonly T[]
}

/** What nobody has acknowledged, of it what rings at this moment, and of that what covers the wall: an alarm whose
    emergency stands there would only cover what is done about it. */
export function onWall<T extends Bell>(bells: readonly T[], now: number): OnWall<T> {
  const open = bells.filter(({ state, shelved }) => state === 'raised' && !shelved)
  const ringing = open.filter(({ called_at: at }) => now - Date.parse(at) < COVERED_MS)
  return { open, ringing, cover: ringing.filter(({ led }) => !led) }
}
