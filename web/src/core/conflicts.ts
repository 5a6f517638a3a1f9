/** The works in a permit's way, as the server tells them: with whom, how far, by which clause, and what to do. */
import type { components } from '@/core/api'

export type Conflicts = components['schemas']['ConflictsOut']
export type ConflictRow = components['schemas']['ConflictRow']

/** What the server is asked before a request is sent. */
export interface Asked {
  readonly template: string
  readonly point: string
  readonly from: string
  readonly to: string
  readonly work: Readonly<Record<string, unknown>>
  readonly responsible: string | null
}

export interface Met {
  readonly other: ConflictRow['other']
  readonly rows: readonly ConflictRow[]
}

/** The conflicts gathered by the permit they are with, in the order in which the server ranked them. */
export function byOther({ conflicts }: Conflicts): readonly Met[] {
  const found = new Map<string, { other: ConflictRow['other']; rows: ConflictRow[] }>()
  for (const row of conflicts) {
    const met = found.get(row.other.id) ?? { other: row.other, rows: [] }
    met.rows.push(row)
    found.set(row.other.id, met)
  }
  return [...found.values()]
}

export const crossing = ({ conflicts }: Conflicts): readonly ConflictRow[] =>
  conflicts.filter(({ effect }) => effect === 'coordinator')

/** Permits that still wait for the coordinator's signature because of this one: itself first. */
export function toSign(own: string, found: Conflicts): readonly { readonly permit: string; readonly others: readonly string[] }[] {
  const rows = crossing(found)
  const here = [...new Set(rows.filter((row) => !row.signed_here).map(({ other }) => other.id))]
  const there = [...new Set(rows.filter((row) => !row.signed_there && mayBeSigned(row)).map(({ other }) => other.id))]
  return [...(here.length > 0 ? [{ permit: own, others: here }] : []), ...there.map((permit) => ({ permit, others: [own] }))]
}

const OPEN: ReadonlySet<string> = new Set(['submitted', 'issued', 'active', 'paused'])
export const mayBeSigned = ({ other }: ConflictRow): boolean => OPEN.has(other.state)
