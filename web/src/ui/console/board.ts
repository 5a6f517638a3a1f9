/** The board's filters as they stand in the address: one can send them, go back to them, and keep them as a view. */
import { STATES } from '@/core/lifecycle'
import type { State } from '@/core/lifecycle'
import { fromPlantClock } from '@/core/shanghai'

/** Narrowings of one word each, under the name that the server knows. */
export const SINGLE = [
  'type',
  'level',
  'area',
  'unit',
  'point',
  'equipment',
  'firm',
  'person',
  'order',
  'since',
  'until',
] as const
export type Single = (typeof SINGLE)[number]

export const SORTS = [
  'changed',
  'from',
  'to',
  'left',
  'number',
  'type',
  'state',
  'place',
  'responsible',
  'guardian',
] as const
export type Sort = (typeof SORTS)[number]

export interface Filters extends Readonly<Record<Single, string>> {
  readonly states: readonly State[]
  readonly text: string
  readonly mine: boolean
  readonly uncleared: boolean
  readonly sort: Sort
  readonly rising: boolean
  /** The place in the list after or before which the page begins, as the server told it; empty: the first page. */
  readonly after: string
  readonly before: string
}

export type Query = Readonly<Record<string, string>>

export const SIZE = 50
export const NOTHING: Filters = {
  states: [],
  ...(Object.fromEntries(SINGLE.map((name) => [name, ''])) as Record<Single, string>),
  text: '',
  mine: false,
  uncleared: false,
  sort: 'changed',
  rising: false,
  after: '',
  before: '',
}

const isState = (word: string): word is State => (STATES as readonly string[]).includes(word)
const isSort = (word: string): word is Sort => (SORTS as readonly string[]).includes(word)
const DAY = /^20\d\d-[01]\d-[0-3]\d$/

/** Lenient: what the address does not say, or says wrongly, filters nothing. */
export function filtersOf(query: Readonly<Record<string, unknown>>): Filters {
  const word = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  const day = (name: string): string => (DAY.test(word(name)) ? word(name) : '')
  const sort = word('sort')
  return {
    ...NOTHING,
    ...(Object.fromEntries(SINGLE.map((name) => [name, word(name)])) as Record<Single, string>),
    since: day('since'),
    until: day('until'),
    states: word('state').split(',').filter(isState),
    text: word('q'),
    mine: word('mine') === '1',
    uncleared: word('clearance') === 'open',
    sort: isSort(sort) ? sort : 'changed',
    rising: word('rising') === '1',
    after: word('after'),
    before: word('before'),
  }
}

/** Only what filters or sorts is written down. */
export function queryOf(filters: Filters): Query {
  const all: Query = {
    state: filters.states.join(','),
    ...Object.fromEntries(SINGLE.map((name) => [name, filters[name]])),
    q: filters.text,
    mine: filters.mine ? '1' : '',
    clearance: filters.uncleared ? 'open' : '',
    sort: filters.sort === 'changed' ? '' : filters.sort,
    rising: filters.rising ? '1' : '',
    after: filters.after,
    before: filters.before,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/** Whether anything is left out of the list. */
export function narrows(filters: Filters): boolean {
  return Object.keys(queryOf({ ...filters, sort: 'changed', rising: false, after: '', before: '' })).length > 0
}

/** The same list from its beginning. */
export function fromTheStart(filters: Filters, part: Partial<Filters> = {}): Filters {
  return { ...filters, ...part, after: '', before: '' }
}

/** The stretch as instants: whole days of the plant, the last one included. */
function stretch(filters: Filters): Query {
  const since = filters.since === '' ? null : fromPlantClock(`${filters.since}T00:00`)
  const last = filters.until === '' ? null : fromPlantClock(`${filters.until}T00:00`)
  const until = last === null ? null : new Date(last.getTime() + 86_400_000)
  return {
    ...(since === null ? {} : { since: since.toISOString() }),
    ...(until === null ? {} : { until: until.toISOString() }),
  }
}

/** What the list and its sheet are asked with. */
export function narrowed(filters: Filters): Query {
  const query = queryOf(fromTheStart(filters, { since: '', until: '' }))
  return { ...query, ...stretch(filters) }
}

/** What the server is asked. */
export function asked(filters: Filters): Query {
  const place = {
    ...(filters.after === '' ? {} : { after: filters.after }),
    ...(filters.before === '' ? {} : { before: filters.before }),
  }
  return { ...narrowed(filters), ...place, size: String(SIZE) }
}

/** A state comes in, or goes out again; the list begins anew. */
export function toggled(filters: Filters, state: State): Filters {
  const without = filters.states.filter((each) => each !== state)
  const states = without.length === filters.states.length ? [...without, state] : without
  return fromTheStart(filters, { states })
}

/** Sorted by this: times and what lapses begin with the newest, words with the first; asked again, the other way. */
export function sortedBy(filters: Filters, sort: Sort): Filters {
  const words = !['changed', 'from', 'to', 'left'].includes(sort)
  const rising = filters.sort === sort ? !filters.rising : words || sort === 'left'
  return fromTheStart(filters, { sort, rising })
}

/** The types of special work, in the order of the standard. */
export const TYPES = [
  'hot',
  'confined',
  'blind',
  'height',
  'lifting',
  'power',
  'digging',
  'road',
  'maintenance',
  'electrical',
  'leak_sealing',
  'cleanroom',
  'fixed_hot_zone',
] as const
