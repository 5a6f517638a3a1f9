/** What the search found, as a list that keys walk through, each with the address it leads to. */
import type { RouteLocationRaw } from 'vue-router'
import type { Group, Hit, Kind } from '@/sync/search'

export interface Entry {
  readonly kind: Kind
  readonly hit: Hit
}

/** All hits, one after another. */
export function entries(groups: readonly Group[]): readonly Entry[] {
  return groups.flatMap(({ kind, hits }) => hits.map((hit) => ({ kind, hit })))
}

/** The next place, round the ends. */
export function moved(at: number, step: number, count: number): number {
  return count === 0 ? 0 : (at + step + count) % count
}

/** Where a hit leads: a permit to itself, everything else to the permits that it concerns. */
export function wayTo(kind: Kind, id: string): RouteLocationRaw {
  if (kind === 'permit') return { name: 'permit', params: { id } }
  return { name: 'permits', query: { [kind]: id } }
}

const REGISTER: Readonly<Record<Exclude<Kind, 'permit'>, RouteLocationRaw>> = {
  person: { name: 'people' },
  firm: { name: 'people', params: { tab: 'firms' } },
  order: { name: 'planning', params: { tab: 'orders' } },
  area: { name: 'places', params: { tab: 'areas' } },
  point: { name: 'places', params: { tab: 'points' } },
  equipment: { name: 'places', params: { tab: 'equipment' } },
}

/** Where the rest of a group is. */
export function wayToAll(kind: Kind, q: string): RouteLocationRaw {
  return kind === 'permit' ? { name: 'permits', query: { q } } : REGISTER[kind]
}
