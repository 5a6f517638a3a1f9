/** What the screens ask of work plans. */
import type { Scheme, SchemeLine, SchemeVersion, SchemeWords } from '@/core/schemes'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/schemes'

export type Wanted = Readonly<Record<string, string>>

export const readSchemes = (wanted: Wanted): Promise<Answer<readonly SchemeLine[]>> =>
  ask(`${API}?${new URLSearchParams(wanted).toString()}`)

export const readScheme = (id: string): Promise<Answer<Scheme>> => ask(`${API}/${encodeURIComponent(id)}`)

export const readVersion = (id: string, n: number): Promise<Answer<SchemeVersion>> =>
  ask(`${API}/${encodeURIComponent(id)}/versions/${String(n)}`)

/** The version on paper, with its approval and check code. */
export const paperUrl = (id: string, n: number): string => `${API}/${id}/versions/${String(n)}.pdf`

let words: Promise<Answer<SchemeWords>> | null = null

/** Asked once; they change with a release only. */
export async function readSchemeWords(): Promise<Answer<SchemeWords>> {
  words ??= ask<SchemeWords>(`${API}/words`)
  const answer = await words
  if (!answer.ok) words = null
  return answer
}
