/** Who is inside, who may go in, and what hinders him. A hint: the server judges each entry. */
import type { Named, Permit, Person } from '@/core/types'

export type Hindrance = 'briefing' | 'check_in' | 'place' | 'paper' | 'status'

export interface Entrant extends Named {
  readonly inside: boolean
  /** Of the crew: he may come out and go in once more while his way out waits in a phone. */
  readonly works: boolean
  /** Null when nothing known stands against going in. */
  readonly hindered: Hindrance | null
}

function hindrance(person: Person): Hindrance | null {
  if (person.status !== 'active') return 'status'
  if (person.certificate !== 'valid' && person.certificate !== 'not_needed') return 'paper'
  if (!person.briefed) return 'briefing'
  if (person.checked_in === null) return 'check_in'
  return person.checked_in.on_site === 'inside' ? null : 'place'
}

/** Everybody inside first, whoever he is; then the workers outside. The guardian never goes in (GB 30871 6.8). */
export function entrants({ crew, register }: Permit): readonly Entrant[] {
  const inside = new Set(register.people.map(({ id }) => id))
  const works = new Set(crew.workers.map(({ id }) => id))
  const outside = crew.workers.filter(({ id }) => !inside.has(id))
  return [
    ...register.people.map(({ id, name }) => ({ id, name, inside: true, works: works.has(id), hindered: null })),
    ...outside.map((person) => ({ id: person.id, name: person.name, inside: false, works: true, hindered: hindrance(person) })),
  ]
}

/** How many people are inside, without those whose exit waits to be sent. */
export function stillInside({ register }: Permit, leaving: ReadonlySet<string> = new Set()): number {
  return register.people.filter(({ id }) => !leaving.has(id)).length
}

export const isEmpty = ({ register }: Permit): boolean => register.people.length + register.tools.length === 0

/** What is in the bytes of an exit that waits to be sent. */
export function leaver(bytes: string): string | null {
  const spelled = JSON.parse(bytes) as { body?: { person?: string; tool?: string } }
  return spelled.body?.person ?? spelled.body?.tool ?? null
}
