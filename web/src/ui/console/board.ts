/** The board's filters as they stand in the address: one can send them, go back to them, and keep them as a view. */
import { STATES } from '@/core/lifecycle'
import type { State } from '@/core/lifecycle'

export interface Filters {
  readonly states: readonly State[]
  readonly type: string
  readonly area: string
  readonly text: string
  readonly mine: boolean
  readonly uncleared: boolean
  readonly page: number
}

export type Query = Readonly<Record<string, string>>

export const SIZE = 50
export const NOTHING: Filters = { states: [], type: '', area: '', text: '', mine: false, uncleared: false, page: 1 }

const isState = (word: string): word is State => (STATES as readonly string[]).includes(word)

/** Lenient: what the address does not say, or says wrongly, filters nothing. */
export function filtersOf(query: Readonly<Record<string, unknown>>): Filters {
  const word = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  const page = Number(word('page'))
  return {
    states: word('state').split(',').filter(isState),
    type: word('type'),
    area: word('area'),
    text: word('q'),
    mine: word('mine') === '1',
    uncleared: word('clearance') === 'open',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Only what filters is written down. */
export function queryOf(filters: Filters): Query {
  const all: Query = {
    state: filters.states.join(','),
    type: filters.type,
    area: filters.area,
    q: filters.text,
    mine: filters.mine ? '1' : '',
    clearance: filters.uncleared ? 'open' : '',
    page: filters.page > 1 ? String(filters.page) : '',
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/** What the server is asked. */
export function asked(filters: Filters): Query {
  return { ...queryOf(filters), page: String(filters.page), size: String(SIZE) }
}

/** A state comes in, or goes out again; the list begins anew. */
export function toggled(filters: Filters, state: State): Filters {
  const without = filters.states.filter((each) => each !== state)
  const states = without.length === filters.states.length ? [...without, state] : without
  return { ...filters, states, page: 1 }
}
