/** What the screens ask of isolations. */
import type { BlindRow, Isolation, IsolationLine, IsolationWords } from '@/core/isolations'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/isolations'

export type Wanted = Readonly<Record<string, string>>

export const readIsolations = (wanted: Wanted): Promise<Answer<readonly IsolationLine[]>> =>
  ask(`${API}?${new URLSearchParams(wanted).toString()}`)

export const readIsolation = (id: string): Promise<Answer<Isolation>> => ask(`${API}/${encodeURIComponent(id)}`)

export const readBlinds = (): Promise<Answer<readonly BlindRow[]>> => ask(`${API}/blinds`)

export const listUrl = (id: string): string => `${API}/${id}/list.pdf`

let words: Promise<Answer<IsolationWords>> | null = null

/** Asked once; they change with a release only. */
export async function readIsolationWords(): Promise<Answer<IsolationWords>> {
  words ??= ask<IsolationWords>(`${API}/words`)
  const answer = await words
  if (!answer.ok) words = null
  return answer
}
