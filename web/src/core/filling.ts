/** The rest of what stands on a sheet, copied from it: what is still missing, and the command. Nothing is filled in
    beforehand: a copy tells what the paper says, not what a machine expects. */
import type { Condition } from '@/core/outages'
import { fromPlantClock } from '@/core/shanghai'

export const PAPER_UNITS = ['%vol', '%LEL', 'ppm', 'mg/m3'] as const
export const PAPER_POINTS = ['representative', 'upper', 'middle', 'lower', 'near', 'far', 'surroundings', 'left', 'right'] as const

export interface ReadingLine {
  readonly point: string
  readonly substance: string
  readonly value: string
  readonly unit: string
  readonly at: string
}

/** Times as they are typed, by the plant's clocks; people by their ids. */
export interface Filling {
  readonly from: string
  readonly to: string
  readonly outcome: Condition | null
  readonly responsible: string
  readonly guardian: string
  readonly workers: readonly string[]
  readonly readings: readonly ReadingLine[]
  readonly photos: readonly string[]
  readonly text: string
}

export const EMPTY: Filling = {
  from: '',
  to: '',
  outcome: null,
  responsible: '',
  guardian: '',
  workers: [],
  readings: [],
  photos: [],
  text: '',
}
export const NO_READING: ReadingLine = { point: '', substance: '', value: '', unit: '', at: '' }

export type Lack = 'photos' | 'from' | 'outcome' | 'to' | 'order' | 'responsible' | 'readings'

const instantOf = (typed: string): Date | null => fromPlantClock(typed.trim().replace(' ', 'T'))
const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/
const whole = ({ point, substance, value, unit, at }: ReadingLine): boolean =>
  point !== '' && substance !== '' && unit !== '' && NUMBER.test(value.trim()) && instantOf(at) !== null

/** What is missing before it can be sent. A line that somebody began is finished or taken away, never left out silently. */
export function lacksOf(told: Filling): readonly Lack[] {
  const [from, to] = [instantOf(told.from), instantOf(told.to)]
  const ends = told.outcome !== null && told.outcome !== 'going_on'
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ['photos', told.photos.length === 0],
    ['outcome', told.outcome === null],
    ['from', from === null],
    ['to', ends && to === null],
    ['order', ends && from !== null && to !== null && to <= from],
    ['responsible', told.responsible === ''],
    ['readings', !told.readings.every(whole)],
  ]
  return lacks.filter(([, lacking]) => lacking).map(([name]) => name)
}

/** The body of fill_in_sheet, or null while something is missing. */
export function bodyOfFilling(serial: string, told: Filling): Readonly<Record<string, unknown>> | null {
  if (lacksOf(told).length > 0) return null
  const to = told.outcome === 'going_on' ? null : instantOf(told.to)
  return {
    serial,
    from: instantOf(told.from)?.toISOString(),
    ...(to === null ? {} : { to: to.toISOString() }),
    outcome: told.outcome,
    responsible: told.responsible,
    ...(told.guardian === '' ? {} : { guardian: told.guardian }),
    ...(told.workers.length === 0 ? {} : { workers: told.workers }),
    ...(told.readings.length === 0 ? {} : { readings: told.readings.map(readingOf) }),
    photos: told.photos,
    ...(told.text.trim() === '' ? {} : { text: told.text.trim() }),
  }
}

function readingOf({ point, substance, value, unit, at }: ReadingLine): Readonly<Record<string, unknown>> {
  return { point, substance, value: { value: value.trim(), unit }, at: instantOf(at)?.toISOString() }
}
