/** What a person was told: which pages of it are known, what still stands, and the rest by day. Pure. */
import { plantClock } from '@/core/shanghai'
import type { Text } from '@/core/text'
import type { Instant } from '@/core/types'

export interface Notice {
  readonly id: string
  readonly kind: string
  /** Red when work must stop; somebody must act then. */
  readonly severity: 'red' | 'task'
  readonly title: Text
  readonly permit: string | null
  readonly alarm: string | null
  readonly emergency: string | null
  readonly at: Instant
  readonly read_at: Instant | null
}

/** What the server tells at once: the newest page, and of the grave ones those that still stand, however old. */
export interface Front {
  readonly told: readonly Notice[]
  readonly standing: readonly Notice[]
  readonly unread: number
  readonly red: number
}

export interface Day {
  /** `2026-11-23` by the plant's clocks. */
  readonly day: string
  readonly rows: readonly Notice[]
}

const newestFirst = (a: Notice, b: Notice): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

/**
 * What is known after one more page, newest first. `below` is the id under which the page was asked for, null for the
 * newest one. Within the stretch that the page tells of nothing else is there any more; a page that was not full is
 * the last one.
 */
export function learned(
  known: readonly Notice[],
  page: readonly Notice[],
  below: string | null,
  full: boolean,
): readonly Notice[] {
  const last = page.at(-1)?.id ?? ''
  const outside = known.filter(({ id }) => (below !== null && id >= below) || (full && id < last))
  return [...outside, ...page].sort(newestFirst)
}

/** The same rows, those of these ids (or all) read at this instant, as far as they were not read before. */
export function readAt(rows: readonly Notice[], ids: readonly string[] | null, at: Instant): readonly Notice[] {
  return rows.map((row) =>
    row.read_at === null && (ids === null || ids.includes(row.id)) ? { ...row, read_at: at } : row,
  )
}

/** The same rows, unread again where they were read at exactly this instant. */
export function unreadSince(rows: readonly Notice[], at: Instant): readonly Notice[] {
  return rows.map((row) => (row.read_at === at ? { ...row, read_at: null } : row))
}

/** The rows by day of the plant, newest first, without those that stand on top. */
export function byDay(rows: readonly Notice[], standing: readonly Notice[]): readonly Day[] {
  const above = new Set(standing.map(({ id }) => id))
  const days = new Map<string, Notice[]>()
  for (const row of rows) {
    if (above.has(row.id)) continue
    const day = plantClock(new Date(row.at)).slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days].map(([day, found]) => ({ day, rows: found })).sort((a, b) => b.day.localeCompare(a.day))
}
