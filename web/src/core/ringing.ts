/** What a phone tells of an alarm, or of several that ring for one cause, and what its holder may do about them. */
import { ALARM_STEPS } from '@/core/incidents'
import type { AlarmStep } from '@/core/incidents'
import type { AlarmDetail, AlarmRow, AlarmState } from '@/core/records'
import type { Text } from '@/core/text'
import type { AlarmLine, Instant, Permit } from '@/core/types'

export interface Ringing {
  readonly ids: readonly string[]
  readonly permit: string | null
  readonly number: string | null
  readonly title: Text
  /** Of the standard's table. */
  readonly code: string | null
  readonly about: readonly Text[]
  /** Where gas was out of its limits, as codes of sampling points. */
  readonly points: readonly string[]
  readonly remedies: readonly Text[]
  /** The duties that must see to it. */
  readonly owners: readonly string[]
  /** That of the least seen. */
  readonly state: AlarmState
  readonly at: Instant
  readonly last: Instant
  /** How often they rang. */
  readonly count: number
}

export interface Reached {
  readonly step: AlarmStep
  /** The alarms that it may be given on. */
  readonly ids: readonly string[]
}

export interface Owner {
  readonly duty: string
  readonly names: readonly string[]
}

type Deed = AlarmDetail['history'][number]

const SEEN: readonly AlarmState[] = ['raised', 'acknowledged', 'handled', 'closed']
const DEEDS: ReadonlySet<string> = new Set(['AlarmAcknowledged', 'AlarmHandled', 'AlarmClosed', 'AlarmReopened'])

/** An instrument is told by its id: where it measures is not told here. */
const POINT = /^[a-z_]{1,40}$/u

const words = (texts: readonly (Text | null)[]): readonly Text[] => [
  ...new Map(texts.flatMap((text) => (text ? [[text.zh, text] as const] : []))).values(),
]

/** A phone may have kept a card from before cards told these. */
type Later = 'count' | 'remedies' | 'owners' | 'mine'
type Line = Omit<AlarmLine, Later> & Partial<Pick<AlarmLine, Later>>

/** As a card tells it, which a phone also keeps for when it is offline. */
export function ofLine(line: Line, { id, number }: Pick<Permit, 'id' | 'number'>): Ringing {
  const { ids, title, code, about, remedies = [], owners = [], state, at, last_at: last, count = ids.length } = line
  return { ids, permit: id, number, title, code, about, points: [], remedies, owners, state, at, last, count }
}

/** Of rows that are one incident, or one line of a card; null when there is none. */
export function ofRows(rows: readonly AlarmRow[]): Ringing | null {
  const [lead] = rows
  if (!lead) return null
  const stands = Math.min(...rows.map(({ state }) => SEEN.indexOf(state)))
  return {
    ids: rows.map(({ id }) => id),
    permit: lead.permit,
    number: lead.number,
    title: lead.title,
    code: lead.code,
    about: words(rows.map(({ about }) => about)),
    points: [...new Set(rows.filter(({ kind, subject }) => kind === 'gas_limit' && POINT.test(subject)).map(({ subject }) => subject))],
    remedies: words(rows.map(({ remedy }) => remedy)),
    owners: [...new Set(rows.map(({ owner }) => owner))],
    state: SEEN[stands] ?? lead.state,
    at: rows.map(({ at }) => at).reduce((one, other) => (one < other ? one : other)),
    last: rows.map(({ last_at: at }) => at).reduce((one, other) => (one > other ? one : other)),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  }
}

/** What the server would accept now, in the order of the lifecycle. */
export function reached(details: readonly AlarmDetail[]): readonly Reached[] {
  return ALARM_STEPS.map((step) => ({
    step,
    ids: details.filter(({ commands }) => commands.includes(step)).map(({ id }) => id),
  })).filter(({ ids }) => ids.length > 0)
}

/** Who holds each duty that owns one of them. */
export function ownersOf(details: readonly AlarmDetail[]): readonly Owner[] {
  const found = new Map<string, Set<string>>()
  for (const { owner, owners } of details) {
    const names = found.get(owner) ?? new Set<string>()
    for (const { name } of owners) if (name) names.add(name)
    found.set(owner, names)
  }
  return [...found].map(([duty, names]) => ({ duty, names: [...names] }))
}

/** What people did about them, the last first; the same done about several is told once. */
export function deeds(details: readonly AlarmDetail[]): readonly Deed[] {
  const found = new Map<string, Deed>()
  const all = details.flatMap(({ history }) => history.filter(({ type }) => DEEDS.has(type)))
  for (const deed of [...all].sort((a, b) => a.at.localeCompare(b.at))) {
    found.set(JSON.stringify([deed.type, deed.by.id, deed.note]), deed)
  }
  return [...found.values()].reverse()
}
