/** The declaration of an outage: for a whole site or for named areas of it, with the times as they are. */
import { instantOf } from '@/core/outages'

export const OUTAGE_REASONS = ['power', 'network', 'server', 'maintenance', 'other'] as const

export interface Declaring {
  readonly site: string
  readonly whole: boolean
  readonly areas: readonly string[]
  readonly reason: string
  /** As they are typed, by the plant's clocks; `ended` empty while it goes on. */
  readonly from: string
  readonly until: string
  readonly ended: string
}

/** Where it counts; null while nobody said. */
function placeOf({ site, whole, areas }: Declaring): Readonly<Record<string, unknown>> | null {
  if (site === '' || (!whole && areas.length === 0)) return null
  return whole ? { site } : { site, areas }
}

/** Its times; null while one is missing. One that somebody began to type is never left out. */
function timesOf({ from, until, ended }: Declaring): Readonly<Record<string, unknown>> | null {
  const [begins, expected, over] = [instantOf(from), instantOf(until), instantOf(ended)]
  if (begins === null || expected === null || (over === null && ended.trim() !== '')) return null
  return { from: begins, until: expected, ...(over === null ? {} : { ended: over }) }
}

/** The body of declare_outage, or null while something is missing. */
export function bodyOfDeclaring(told: Declaring): Readonly<Record<string, unknown>> | null {
  const [place, times] = [placeOf(told), timesOf(told)]
  return place === null || times === null || told.reason === '' ? null : { ...place, reason: told.reason, ...times }
}
