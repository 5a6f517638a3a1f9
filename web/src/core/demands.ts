/** Which reading answers which demand: a substance that burns and poisons is asked for twice, in units of its own. */
import type { Demand, Reading } from '@/core/types'

/** What meters show; the server converts. Toxic gas cannot be told in % of anything: one step is many limits. */
export const UNITS = {
  oxygen: ['%vol'],
  combustible: ['%vol', '%LEL'],
  toxic: ['mg/m3', 'ppm'],
} as const satisfies Readonly<Record<Demand['quality'], readonly string[]>>

type Named = Pick<Demand, 'substance' | 'quality'>

export const keyOf = ({ substance, quality }: Named): string => `${substance}:${quality}`

/** Whether the substance is asked for in more than one quality, so that its name alone does not tell. */
export function isTwofold({ substance }: Named, all: readonly Named[]): boolean {
  return all.filter((each) => each.substance === substance).length > 1
}

export const isTold = (quality: Demand['quality'], unit: string): boolean =>
  (UNITS[quality] as readonly string[]).includes(unit)

export function isAnswer({ substance, unit }: Pick<Reading, 'substance' | 'unit'>, demand: Named): boolean {
  return substance === demand.substance && isTold(demand.quality, unit)
}

/** The demand that a reading answers; where its unit fits none, the first of its substance. */
export function demandOf<D extends Named>(reading: Pick<Reading, 'substance' | 'unit'>, all: readonly D[]): D | undefined {
  return all.find((each) => isAnswer(reading, each)) ?? all.find(({ substance }) => substance === reading.substance)
}
