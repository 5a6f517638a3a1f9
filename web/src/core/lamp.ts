/** Which lapse is worth a countdown: the first that somebody must do something about. */
import type { Instant, Permit } from '@/core/types'
import type { Text } from '@/core/text'

export interface Lapse {
  readonly at: Instant
  /** Null for the end of the permit itself. */
  readonly title: Text | null
}

/** Contact is renewed by the guardian's phone all by itself; it matters only once it is about to break. */
const RENEWED = /^guardian\.contact/
const BREAKING_MS = 45_000

export function nextLapse({ lamp, requirements, window }: Permit, now: number): Lapse {
  const lapses = requirements
    .filter(({ outcome, until }) => outcome === 'met' && until !== null)
    .map(({ requirement, until, title }) => ({ requirement, at: until ?? window.to, title }))
    .filter(({ requirement, at }) => !RENEWED.test(requirement) || Date.parse(at) - now < BREAKING_MS)
    .filter(({ at }) => Date.parse(at) < Date.parse(window.to))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const first = lapses[0]
  if (first) return { at: first.at, title: first.title }
  const { until, requirement, why } = lamp
  if (until === null || requirement === null || requirement === 'validity' || RENEWED.test(requirement)) {
    return { at: window.to, title: null }
  }
  return { at: until, title: why }
}
