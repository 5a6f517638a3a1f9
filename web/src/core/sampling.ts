/** One gas round being taken: which points are done, what a point still lacks, in which units a meter may speak. */
import type { RecordRound } from '@/core/commands'
import { keyOf, UNITS } from '@/core/demands'
import { decimal } from '@/core/pad'
import type { Text } from '@/core/text'
import type { Demand, GasPlan, Reading, Round } from '@/core/types'

type Unit = RecordRound['readings'][number]['value']['unit']

export interface Asked {
  readonly key: string
  readonly substance: string
  readonly name: Text
  /** The plan's unit first; the others are what meters show. The server converts. */
  readonly units: readonly Unit[]
  readonly demand: Demand
}

/** Every demand by itself: two meters measure what burns and what poisons, also where it is one substance. */
export function asked(plan: GasPlan | null): readonly Asked[] {
  return (plan?.demands ?? []).map((demand) => {
    const { substance, name, quality, unit } = demand
    return { key: keyOf(demand), substance, name, units: [...new Set<Unit>([unit, ...UNITS[quality]])], demand }
  })
}

const OPEN_MS = 30 * 60_000
const INSTRUMENT = 60 // letters of its number

/** The round this analyst began and has not finished; an old one is left alone. */
export function openRound(rounds: readonly Round[], person: string, now: number): Round | null {
  const last = rounds[rounds.length - 1]
  if (last === undefined || last.complete || last.by?.id !== person) return null
  return now - Date.parse(last.recorded_at) < OPEN_MS ? last : null
}

/** What the open round still has to measure at a point, by key; a card kept from an older release does not tell. */
export function lacksAt(gas: { readonly lacks?: Readonly<Record<string, readonly string[]>> }, point: string | null): readonly string[] {
  return (point === null ? undefined : gas.lacks?.[point]) ?? []
}

/** What was measured at a point in this round; of several values of a substance the last one stands last. */
export function readingsAt(round: Round | null, point: string): readonly Reading[] {
  return round?.readings.filter((reading) => reading.point === point) ?? []
}

export interface Entry {
  readonly value: string
  readonly unit: Unit
  /** The instrument that sent it, and the server's milliseconds when it did; what is typed has none. */
  readonly meter?: { readonly instrument: string; readonly at: number }
}

/** By the key of what is asked. */
export type Entries = Readonly<Record<string, Entry>>

/** What of the plan has no number yet. */
export function lacking(wanted: readonly Asked[], entries: Entries): readonly Asked[] {
  return wanted.filter(({ key }) => decimal(entries[key]?.value ?? '') === null)
}

const LEL_ALARM = 10 // %LEL, where a meter itself rings

/** What stands outside its range already, as far as the phone can tell without converting. The server judges; this
 * only lets bad news go at once, without waiting for a photo or for the other numbers (S3). */
export function alarming(wanted: readonly Asked[], entries: Entries): readonly Asked[] {
  return wanted.filter(({ key, demand }) => {
    const entry = entries[key]
    const value = decimal(entry?.value ?? '')
    if (entry === undefined || value === null) return false
    const shown = Number(value)
    if (entry.unit === '%LEL') return shown >= LEL_ALARM
    if (entry.unit !== demand.unit) return false
    return (demand.low !== null && shown < Number(demand.low)) || (demand.high !== null && shown > Number(demand.high))
  })
}

/** Whether anything was typed: then the display is photographed, as nothing else shows what it said. */
export function isTyped(wanted: readonly Asked[], entries: Entries): boolean {
  return wanted.some(({ key }) => entries[key]?.meter === undefined)
}

export interface Sample {
  readonly point: string
  readonly sampledAt: Date
  readonly instrument: string
  readonly photo: string | null
  readonly round: string | null
}

/** The body of one point's readings. */
export function roundBody(wanted: readonly Asked[], entries: Entries, sample: Sample): RecordRound {
  const rows = wanted.flatMap(({ key, substance }) => {
    const entry = entries[key]
    const value = decimal(entry?.value ?? '')
    if (entry === undefined || value === null) return []
    return [{ substance, value: { value, unit: entry.unit }, ...origin(entry, sample) }]
  })
  const common = { point: sample.point, ...(sample.photo === null ? {} : { photo: sample.photo }) }
  const readings = rows.map((row) => ({ ...row, ...common }))
  return { readings, ...(sample.round === null ? {} : { round: sample.round }) }
}

/** A meter tells its own time and number; what was typed has those the person gave. */
function origin({ meter }: Entry, sample: Sample): Pick<RecordRound['readings'][number], 'sampled_at' | 'source' | 'instrument'> {
  const instrument = (meter?.instrument ?? sample.instrument).trim().slice(0, INSTRUMENT)
  return {
    sampled_at: (meter === undefined ? sample.sampledAt : new Date(meter.at)).toISOString(),
    source: meter === undefined ? 'manual' : 'meter',
    ...(instrument === '' ? {} : { instrument }),
  }
}
