/** The live curve: runs of values between gaps, what is drawn beside them, and the scale that holds them all. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type Curve = Shapes['CurveOut']
export type Series = Shapes['SeriesOut']

export interface Step {
  readonly at: number
  readonly least: number
  readonly greatest: number
}

export interface Span {
  readonly from: number
  readonly to: number
}

export interface Drawn {
  /** Runs without a hole; nothing is drawn between two of them. */
  readonly runs: readonly (readonly Step[])[]
  readonly holes: readonly Span[]
}

/** What is measured in the air and elsewhere; a place and a battery are no curve. */
const NOT_DRAWN = ['lat', 'lon', 'accuracy', 'battery', 'fault', 'sos']
export const isDrawn = ({ channel }: Pick<Series, 'channel'>): boolean => !NOT_DRAWN.includes(channel)

export function stepsOf({ at, least, greatest }: Pick<Series, 'at' | 'least' | 'greatest'>): readonly Step[] {
  return at.map((when, n) => ({ at: Date.parse(when), least: Number(least[n]), greatest: Number(greatest[n]) }))
}

/** A hole is where nothing was told for longer than it may be silent, or where numbers are known to be missing. */
export function drawn(series: Series, stepS: number): Drawn {
  const patience = Math.max(series.silence_s, stepS * 1.5) * 1000
  const told = series.gaps.map(({ from, to }) => ({ from: Date.parse(String(from)), to: Date.parse(String(to)) }))
  const runs: Step[][] = []
  const holes: Span[] = []
  let before: Step | null = null
  for (const step of stepsOf(series)) {
    const since: Step | null = before
    const missing =
      since !== null &&
      (step.at - since.at > patience || told.some(({ from, to }) => to - from > stepS * 1000 && from < step.at && to > since.at + stepS * 1000))
    if (since === null || missing) runs.push([])
    if (since !== null && missing) holes.push({ from: since.at, to: step.at })
    runs[runs.length - 1]?.push(step)
    before = step
  }
  return { runs, holes }
}

export interface Line {
  readonly value: number
  readonly kind: 'permit' | 'device'
}

/** Limits of the permit and set points of the instrument: two kinds of lines. */
export function linesOf({ limit, set_points: points }: Pick<Series, 'limit' | 'set_points'>): readonly Line[] {
  const permit = [limit?.low, limit?.high].filter((text) => typeof text === 'string')
  return [
    ...permit.map((text) => ({ value: Number(text), kind: 'permit' as const })),
    ...Object.values(points).map((text) => ({ value: Number(text), kind: 'device' as const })),
  ].filter(({ value }) => Number.isFinite(value))
}

/** Whether a step is outside the permit's limit. The server judges; here it is only drawn. */
export function outside({ limit }: Pick<Series, 'limit'>, step: Step): boolean {
  const high = limit?.high
  const low = limit?.low
  return (typeof high === 'string' && step.greatest > Number(high)) || (typeof low === 'string' && step.least < Number(low))
}

/** The ends of the y axis: all that was measured, the permit's limits, and set points that are near. */
export function reach(steps: readonly Step[], lines: readonly Line[], dots: readonly number[]): readonly [number, number] {
  const must = [
    ...steps.flatMap(({ least, greatest }) => [least, greatest]),
    ...lines.filter(({ kind }) => kind === 'permit').map(({ value }) => value),
    ...dots,
  ]
  if (must.length === 0) must.push(...lines.map(({ value }) => value))
  const low = Math.min(...must, Number.POSITIVE_INFINITY)
  const high = Math.max(...must, Number.NEGATIVE_INFINITY)
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1]
  const room = (high - low || Math.abs(high) || 1) * 0.15
  const floor = low >= 0 ? Math.max(0, low - room) : low - room
  return [floor, high + room]
}
