/** The names of the people on a permit by id, for answers that name one of them. */
import type { Permit } from '@/core/types'

export function namesOf({ crew }: Pick<Permit, 'crew'>): ReadonlyMap<string, string> {
  const all = [crew.responsible, crew.guardian, ...crew.workers]
  return new Map(all.flatMap((person) => (person?.name ? [[person.id, person.name] as const] : [])))
}
