/** One gas round being taken: which points are done, what a point still lacks, in which units a meter may speak. */
import type { RecordRound } from '@/core/commands'
import { decimal } from '@/core/pad'
import type { Text } from '@/core/text'
import type { Demand, GasPlan, Reading, Round } from '@/core/types'

type Unit = RecordRound['readings'][number]['value']['unit']

export interface Asked {
  readonly substance: string
  readonly name: Text
  /** The plan's unit first; the others are what meters show. The server converts. */
  readonly units: readonly Unit[]
  readonly demand: Demand
}

const UNITS: Readonly<Record<Demand['quality'], readonly Unit[]>> = {
  oxygen: ['%vol'],
  combustible: ['%vol', '%LEL'],
  toxic: ['mg/m3', 'ppm'],
}

/** Each substance once, although it may be both combustible and toxic. */
export function asked(plan: GasPlan | null): readonly Asked[] {
  const found = new Map<string, Asked>()
  for (const demand of plan?.demands ?? []) {
    const units = [demand.unit as Unit, ...UNITS[demand.quality]]
    const before = found.get(demand.substance)
    const all = [...new Set([...(before?.units ?? []), ...units])]
    const { substance, name } = demand
    found.set(substance, { substance, name, units: all, demand: before?.demand ?? demand })
  }
  return [...found.values()]
}

const OPEN_MS = 30 * 60_000

/** The round this analyst began and has not finished; an old one is left alone. */
export function openRound(rounds: readonly Round[], person: string, now: number): Round | null {
  const last = rounds[rounds.length - 1]
  if (last === undefined || last.complete || last.by?.id !== person) return null
  return now - Date.parse(last.recorded_at) < OPEN_MS ? last : null
}

/** What was measured at a point in this round; of several values of a substance the last one stands last. */
export function readingsAt(round: Round | null, point: string): readonly Reading[] {
  return round?.readings.filter((reading) => reading.point === point) ?? []
}

export interface Entry {
  readonly value: string
  readonly unit: Unit
}

export type Entries = Readonly<Record<string, Entry>>

/** Substances of the plan without a number yet. */
export function lacking(wanted: readonly Asked[], entries: Entries): readonly Asked[] {
  return wanted.filter(({ substance }) => decimal(entries[substance]?.value ?? '') === null)
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
  const rows = wanted.flatMap(({ substance }) => {
    const entry = entries[substance]
    const value = decimal(entry?.value ?? '')
    if (entry === undefined || value === null) return []
    return [{ substance, value: { value, unit: entry.unit } }]
  })
  const common = {
    point: sample.point,
    sampled_at: sample.sampledAt.toISOString(),
    source: 'manual' as const,
    ...(sample.instrument.trim() === '' ? {} : { instrument: sample.instrument.trim() }),
    ...(sample.photo === null ? {} : { photo: sample.photo }),
  }
  const readings = rows.map((row) => ({ ...row, ...common }))
  return { readings, ...(sample.round === null ? {} : { round: sample.round }) }
}
