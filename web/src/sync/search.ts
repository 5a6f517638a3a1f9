/** The one box that finds permits, people, places, equipment, firms and work orders; and names for their ids. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Searched = Shapes['SearchOut']
export type Group = Shapes['SearchGroup']
export type Hit = Shapes['SearchHit']
export type Kind = Group['kind']

const API = '/api/v1'
const REGISTER = {
  area: 'areas',
  point: 'points',
  equipment: 'equipment',
  firm: 'firms',
  person: 'people',
  order: 'work-orders',
} as const
export type Registered = keyof typeof REGISTER

export const search = (q: string): Promise<Answer<Searched>> => ask(`${API}/search?${new URLSearchParams({ q }).toString()}`)

interface Called {
  readonly name?: string | null
  readonly title?: string | null
  readonly code?: string | null
  readonly number?: string | null
}

/** What an id is called, as its register says it; null when there is no such thing. */
export async function nameOf(kind: Registered, id: string): Promise<string | null> {
  const answer = await ask<Called>(`${API}/${REGISTER[kind]}/${encodeURIComponent(id)}`)
  if (!answer.ok) return null
  const { name, title, code, number } = answer.data
  return [kind === 'person' ? null : (number ?? code), name ?? title].filter(Boolean).join(' ')
}
