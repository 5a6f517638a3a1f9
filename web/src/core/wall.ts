/** What the wall board shows of what it was told, and whether that may still be believed (S17, S18). */

/** How long an answer is believed without another one. */
export const FRESH_MS = 30_000
/** After that long nothing of it is shown any more: what stands on the wall is taken for true. */
export const SHOWN_MS = 120_000

export type Trust = 'waiting' | 'fresh' | 'stale' | 'hidden' | 'unwatched'

/** `age` is by the screen's own steady clock since the last answer, null before the first one. */
export function trust(age: number | null, watched: boolean): Trust {
  if (age === null) return 'waiting'
  if (age >= SHOWN_MS) return 'hidden'
  if (age >= FRESH_MS) return 'stale'
  return watched ? 'fresh' : 'unwatched'
}

type Faces = Readonly<Partial<Record<string, number>>>

const sum = (faces: Faces): number => Object.values(faces).reduce<number>((all, n) => all + (n ?? 0), 0)

export interface Numbers {
  readonly active: number
  /** Stopped, or ended with the site not confirmed clear. */
  readonly paused: number
  readonly inside: number
  readonly alarms: number
}

interface Told {
  readonly counts: Faces
  readonly inside: readonly { readonly people: readonly unknown[] }[]
  readonly bells: readonly unknown[]
}

/** The four numbers. */
export function numbersOf(told: Told): Numbers {
  return {
    active: told.counts['active'] ?? 0,
    paused: (told.counts['paused'] ?? 0) + (told.counts['clearance'] ?? 0),
    inside: told.inside.reduce((all, { people }) => all + people.length, 0),
    alarms: told.bells.length,
  }
}

/** The first rows that fit, and how many are left out: nothing on the wall scrolls. */
export function fitting<T>(rows: readonly T[], room: number): { readonly shown: readonly T[]; readonly more: number } {
  const more = Math.max(0, rows.length - room)
  return { shown: rows.slice(0, room), more }
}

/** How many rows each list shows when there is room for so many: one each in turn, the first lists first. */
export function allot(counts: readonly number[], room: number): readonly number[] {
  const given = counts.map(() => 0)
  let left = room
  while (left > 0 && given.some((n, index) => n < (counts[index] ?? 0))) {
    for (const [index, count] of counts.entries()) {
      if (left === 0 || (given[index] ?? 0) >= count) continue
      given[index] = (given[index] ?? 0) + 1
      left -= 1
    }
  }
  return given
}

/** A rate in per cent with one decimal, rounded down so that nearly all is never all; null without anything to count. */
export function rateOf(part: number, all: number): string | null {
  return all === 0 ? null : (Math.floor((part / all) * 1000) / 10).toFixed(1)
}

const GRADES = ['red', 'orange', 'yellow', 'blue'] as const
export type Grade = (typeof GRADES)[number]

/** The worst grade of an area's work. Work that nobody graded counts as the worst: not knowing is no low risk. */
export function worstOf(risks: readonly string[]): Grade | null {
  if (risks.length === 0) return null
  return risks.includes('unknown') ? 'red' : (GRADES.find((grade) => risks.includes(grade)) ?? 'red')
}

export const totalOf = sum

/** How large the fixed picture of the wall is drawn on this screen, and where. */
export function scaleFor(width: number, height: number): { readonly scale: number; readonly x: number; readonly y: number } {
  const scale = Math.min(width / WIDE, height / HIGH)
  return { scale, x: (width - WIDE * scale) / 2, y: (height - HIGH * scale) / 2 }
}

export const WIDE = 1920
export const HIGH = 1080
