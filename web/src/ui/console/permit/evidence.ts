/** The evidence of a condition as pairs that can be read: no nesting, instants as plant time. */

export interface Fact {
  readonly name: string
  readonly value: string
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const MOST = 6

function plain(value: unknown, when: (instant: string) => string): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return INSTANT.test(value) ? when(value) : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.every((each) => typeof each !== 'object') ? value.join('、') : String(value.length)
  return null
}

/** At most a handful: who wants more looks at the part it came from. */
export function evidenceOf(
  evidence: Readonly<Record<string, unknown>> | null,
  when: (instant: string) => string,
): readonly Fact[] {
  return Object.entries(evidence ?? {})
    .map(([name, value]) => ({ name, value: plain(value, when) }))
    .filter((fact): fact is Fact => fact.value !== null && fact.value !== '')
    .slice(0, MOST)
}
