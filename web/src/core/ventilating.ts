/** A ventilation plan being entered. The server computes the time; here only what was typed is put together. */
import type { PlanVentilation } from '@/core/commands'
import { decimal } from '@/core/pad'
import type { Permit } from '@/core/types'

export type Ventilation = NonNullable<Permit['ventilation']>
export type VentilationPlan = NonNullable<Ventilation['plan']>
export type FlowUnit = PlanVentilation['flow']['unit']
export type GasUnit = PlanVentilation['residues'][number]['value']['unit']

export const GAS_UNITS: readonly GasUnit[] = ['mg/m3', 'ppm', '%LEL', '%vol']

export interface ResidueEntry {
  substance: string
  value: string
  unit: GasUnit
}

export interface Series {
  readonly permit: string
  readonly number: string | null
  readonly substance: string
  readonly unit: GasUnit
  readonly flow: { readonly value: string; readonly unit: FlowUnit } | null
  readonly readings: readonly { readonly at: string; readonly value: string }[]
}

export interface Draft {
  volume: string
  flow: string
  unit: FlowUnit | null
  duct: string | null
  work: string | null
  askedHours: string
  residues: ResidueEntry[]
  history: Series | null
  sure: boolean
}

/** What one of each unit is in m³/h: a hint beside the field. The server does its own conversion. */
const PER_HOUR: Readonly<Record<FlowUnit, number>> = {
  'm3/h': 1,
  'm3/min': 60,
  'm3/s': 3600,
  'L/s': 3.6,
  CFM: 1.699010796,
}

const EMPTY: Omit<Draft, 'residues'> = {
  volume: '',
  flow: '',
  unit: null,
  duct: null,
  work: null,
  askedHours: '',
  history: null,
  sure: false,
}

/** A row for every substance known at the place, for oxygen where none is. */
function rowsOf(asked: Ventilation['asked']): ResidueEntry[] {
  const required = asked.filter((each) => each.required)
  const wanted = required.length > 0 ? required : asked.filter((each) => each.substance === 'oxygen')
  return wanted.map(({ substance }) => ({ substance, value: '', unit: substance === 'oxygen' ? '%vol' : 'mg/m3' }))
}

/** A plan to begin with: what the last one said, else what the place asks for. */
export function begin({ plan, asked }: Ventilation): Draft {
  if (plan === null) return { ...EMPTY, residues: rowsOf(asked) }
  const { volume_m3, flow, duct, work, held } = plan.content
  const residues = held.map(({ substance, value }) => ({ substance, ...value }))
  return { ...EMPTY, volume: volume_m3, flow: flow.value, unit: flow.unit, duct, work, residues }
}

/** m³/h and air changes an hour of what is typed; null until both figures and the unit are there. */
export function hint(draft: Draft): { readonly perHour: number; readonly changes: number } | null {
  const volume = Number(decimal(draft.volume) ?? 0)
  const flow = Number(decimal(draft.flow) ?? 0)
  if (draft.unit === null || volume <= 0 || flow <= 0) return null
  const perHour = flow * PER_HOUR[draft.unit]
  return { perHour, changes: perHour / volume }
}

export type Lack = 'volume' | 'flow' | 'unit' | 'duct' | 'work' | 'residue'

/** The first thing that is not entered yet. */
export function lacks(draft: Draft): Lack | null {
  if (decimal(draft.volume) === null) return 'volume'
  if (decimal(draft.flow) === null) return 'flow'
  if (draft.unit === null) return 'unit'
  if (draft.duct === null) return 'duct'
  if (draft.work === null) return 'work'
  const open = draft.residues.some(({ value }) => decimal(value) === null)
  return open || draft.residues.length === 0 ? 'residue' : null
}

/** The command's body; null while something is lacking. */
export function planBody(draft: Draft): PlanVentilation | null {
  const { unit, duct, work, history } = draft
  const volume = decimal(draft.volume)
  const flow = decimal(draft.flow)
  if (lacks(draft) !== null || volume === null || flow === null || unit === null || !duct || !work) return null
  const residues = draft.residues.map((row) => ({
    substance: row.substance,
    value: { value: decimal(row.value) ?? '', unit: row.unit },
  }))
  const asked = decimal(draft.askedHours)
  return {
    volume_m3: volume,
    flow: { value: flow, unit },
    duct,
    work,
    residues: residues as unknown as PlanVentilation['residues'],
    ...(asked === null ? {} : { asked_s: Math.round(Number(asked) * 3600) }),
    ...(draft.sure ? { unit_sure: true } : {}),
    ...(history === null ? {} : { history: historyBody(history, { value: flow, unit }) }),
  }
}

/** An earlier permit without a plan told no fan: today's is taken for it. */
function historyBody(series: Series, flow: { value: string; unit: FlowUnit }): NonNullable<PlanVentilation['history']> {
  const { substance, unit, readings } = series
  return { substance, unit, flow: series.flow ?? flow, readings: [...readings] }
}
