/** People chosen for a request, with the names to show. */
import type { ProposedCrew } from '@/core/registers'
import type { Named, Permit } from '@/core/types'
import { readPerson } from '@/sync/reads'

export interface Chosen {
  readonly id: string
  readonly name: string
}

export interface Crew {
  responsible: Chosen | null
  guardian: Chosen | null
  briefer: Chosen | null
  workers: readonly Chosen[]
  analysts: readonly Chosen[]
  confirmers: readonly Chosen[]
}

export const SINGLE = ['responsible', 'guardian', 'briefer'] as const
export const SEVERAL = ['workers', 'analysts', 'confirmers'] as const
export const DUTY_OF = { workers: 'worker', analysts: 'analyst', confirmers: 'confirmer' } as const

export const nobody = (): Crew => ({
  responsible: null,
  guardian: null,
  briefer: null,
  workers: [],
  analysts: [],
  confirmers: [],
})

export const nameOf = (person: Named): string => person.name ?? '—'
const chosen = (person: Named): Chosen => ({ id: person.id, name: nameOf(person) })

export function crewOf({ crew }: Permit): Crew {
  return {
    responsible: crew.responsible && chosen(crew.responsible),
    guardian: crew.guardian && chosen(crew.guardian),
    briefer: crew.briefer && chosen(crew.briefer),
    workers: crew.workers.map(chosen),
    analysts: crew.analysts.map(chosen),
    confirmers: crew.confirmers.map(chosen),
  }
}

async function look(ids: readonly string[]): Promise<Map<string, Chosen>> {
  const answers = await Promise.all([...new Set(ids)].map(readPerson))
  const found = answers.filter((answer) => answer.ok).map((answer) => chosen(answer.data))
  return new Map(found.map((person) => [person.id, person]))
}

/** A proposal names people by id; those the register no longer knows are left out. */
export async function withNames(proposed: ProposedCrew): Promise<Crew> {
  const single = SINGLE.map((duty) => proposed[duty]).filter((id) => typeof id === 'string')
  const several = SEVERAL.flatMap((duty) => proposed[duty] ?? [])
  const known = await look([...single, ...several])
  const one = (id: string | null | undefined): Chosen | null => known.get(id ?? '') ?? null
  const many = (ids: readonly string[] | undefined): readonly Chosen[] =>
    (ids ?? []).map((id) => known.get(id)).filter((person) => person !== undefined)
  return {
    responsible: one(proposed.responsible),
    guardian: one(proposed.guardian),
    briefer: one(proposed.briefer),
    workers: many(proposed.workers),
    analysts: many(proposed.analysts),
    confirmers: many(proposed.confirmers),
  }
}
