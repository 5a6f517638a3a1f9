/** The colour of a risk by its factors, for a look at once: the server grades. Not knowing is the worst. */
import type { Grade, Scale } from '@/core/types'

export type Factors = Readonly<Record<string, string>>

/** From the worst to the best. */
export const GRADES: readonly Grade[] = ['red', 'orange', 'yellow', 'blue']

/** Products of decimal fractions, put back from what binary made of them. */
const exact = (score: number): number => Math.round(score * 1e6) / 1e6

/** Every factor has one of its values, and there is no other. */
export function isWhole(scale: Scale, chosen: Factors): boolean {
  return (
    Object.keys(chosen).length === scale.factors.length &&
    scale.factors.every(({ id, values }) => values.some(({ value }) => value === chosen[id]))
  )
}

export function gradeOf(scale: Scale, chosen: Factors): Grade {
  if (!isWhole(scale, chosen)) return 'red'
  const score = exact(scale.factors.reduce((product, { id }) => product * Number(chosen[id]), 1))
  return scale.bands.find(({ from }) => score >= Number(from))?.grade ?? 'blue'
}

/** The factors in which a choice is milder than what is proposed: each asks for a reason. */
export function milder(chosen: Factors, than: Factors): readonly string[] {
  return Object.keys(chosen).filter((id) => than[id] !== undefined && Number(chosen[id]) < Number(than[id]))
}

/** The worst of some colours; null when there is none. */
export function worst(grades: readonly (Grade | null)[]): Grade | null {
  return GRADES.find((grade) => grades.includes(grade)) ?? null
}
