/** What the statistics are asked, kept in the address: it can be sent to somebody, and Back leads back. */
import type { LocationQuery } from 'vue-router'
import { atHour } from '@/core/shanghai'
import type { Counted, Subject } from '@/sync/statistics'

export const DAYS = [7, 30, 90, 365] as const
const DAY_MS = 86_400_000
const PICK = 'pick.'

export interface View {
  readonly subject: Subject
  readonly days: number
  readonly by: string
  readonly also: string
  readonly picks: Readonly<Record<string, string>>
  /** The key of `by` whose lines are listed beside; null for none, and `all` of what is counted. */
  readonly open: { readonly key: string } | 'all' | null
}

const text = (value: LocationQuery[string] | undefined): string => (typeof value === 'string' ? value : '')

export function viewOf(query: LocationQuery): View {
  const days = Number(text(query['days']))
  const picks = Object.entries(query).flatMap(([name, value]) =>
    name.startsWith(PICK) ? [[name.slice(PICK.length), text(value)] as const] : [],
  )
  const subject = query['of'] === 'alarms' ? 'alarms' : 'permits'
  return {
    subject,
    days: DAYS.find((known) => known === days) ?? 30,
    by: text(query['by']) || (subject === 'alarms' ? 'alarm' : 'type'),
    also: text(query['also']),
    picks: Object.fromEntries(picks),
    open: query['all'] === '1' ? 'all' : query['key'] === undefined ? null : { key: text(query['key']) },
  }
}

export function queryOf(view: View): Record<string, string> {
  const picks = Object.entries(view.picks).map(([name, key]) => [PICK + name, key] as const)
  return {
    of: view.subject,
    days: String(view.days),
    by: view.by,
    ...(view.also === '' ? {} : { also: view.also }),
    ...(view.open === 'all' ? { all: '1' } : view.open === null ? {} : { key: view.open.key }),
    ...Object.fromEntries(picks),
  }
}

/** The last `days` days up to the end of today: what was to begin, or rang, in them. */
export function countedOf(view: View, now: Date): Counted {
  const tonight = atHour(now, 1, 0)
  const since = new Date(tonight.getTime() - view.days * DAY_MS)
  return { subject: view.subject, since: since.toISOString(), until: tonight.toISOString(), picks: view.picks }
}

/** What stands behind the open figure. */
export function behind(view: View, counted: Counted): Counted {
  if (view.open === null || view.open === 'all') return counted
  return { ...counted, picks: { ...counted.picks, [view.by]: view.open.key } }
}
