/** The gas curve: readings of one substance over the rounds, and the permit limit, in the units of the screen. */
import { isAnswer } from '@/core/demands'
import type { Demand, Round } from '@/core/types'

export interface Dot {
  readonly at: number
  readonly value: number
  readonly failed: boolean
  readonly point: string
}

export interface Scale {
  readonly x: (at: number) => number
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
}

/** The unit in which a demand was answered last; a curve mixes no units. */
export function unitOf(rounds: readonly Round[], demand: Demand): string | null {
  const readings = rounds.flatMap((round) => round.readings).filter((reading) => isAnswer(reading, demand))
  return readings[readings.length - 1]?.unit ?? null
}

/** The readings of one substance in one unit, oldest first. */
export function dots(rounds: readonly Round[], substance: string, unit: string): readonly Dot[] {
  return rounds
    .flatMap((round) => round.readings)
    .filter((reading) => reading.substance === substance && reading.unit === unit)
    .map(({ sampled_at, value, verdict, point }) => ({
      at: Date.parse(sampled_at),
      value: Number(value),
      failed: verdict !== 'pass',
      point,
    }))
    .filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value))
    .sort((a, b) => a.at - b.at)
}

/** The limits of a substance in one unit: those of the plan, and those by which readings were judged. */
export function limitsOf(rounds: readonly Round[], demand: Demand, unit: string): readonly number[] {
  const judged = rounds
    .flatMap((round) => round.readings)
    .filter((reading) => reading.substance === demand.substance && reading.limit_unit === unit)
    .map(({ limit }) => limit)
  const planned = demand.unit === unit ? [demand.low, demand.high] : []
  const numbers = [...planned, ...judged].filter((text) => typeof text === 'string').map(Number)
  return [...new Set(numbers.filter(Number.isFinite))].sort((a, b) => a - b)
}

function span(values: readonly number[], room: number): readonly [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const margin = (high - low || Math.abs(high) || 1) * room
  return [low - margin, high + margin]
}

/** Three round numbers between the ends. */
function marks(low: number, high: number): readonly number[] {
  const raw = (high - low) / 3
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((found) => found >= raw) ?? power * 10
  const first = Math.ceil(low / step) * step
  const found: number[] = []
  for (let at = first; at <= high && found.length < 4; at += step) found.push(Number(at.toPrecision(6)))
  return found
}

/** Limits always lie within the picture, so that a safe curve shows how far away danger is. */
export function scaleOf(found: readonly Dot[], limits: readonly number[], width: number, height: number): Scale {
  const values = [...found.map(({ value }) => value), ...limits]
  const [bottom, top] = span(values.length > 0 ? values : [0, 1], 0.15)
  const floor = found.every(({ value }) => value >= 0) ? Math.max(0, bottom) : bottom
  const times = found.map(({ at }) => at)
  const [from, to] = times.length > 0 ? [Math.min(...times), Math.max(...times)] : [0, 1]
  const long = to - from || 1
  return {
    x: (at) => (times.length < 2 || to === from ? width / 2 : ((at - from) / long) * width),
    y: (value) => height - ((value - floor) / (top - floor)) * height,
    ticks: marks(floor, top),
  }
}
