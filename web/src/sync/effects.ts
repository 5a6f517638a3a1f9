/** What the screens ask of effects at work points. */
import type { EffectWords, Interlocks, PointEffects } from '@/core/effects'
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Instrument = components['schemas']['InstrumentOut']

const API = '/api/v1'

export const readInterlocks = (permit: string): Promise<Answer<Interlocks>> =>
  ask(`${API}/permits/${encodeURIComponent(permit)}/interlocks`)

export const readPointEffects = (point: string): Promise<Answer<PointEffects>> =>
  ask(`${API}/points/${encodeURIComponent(point)}/effects`)

export const readActing = (): Promise<Answer<readonly Instrument[]>> => ask(`${API}/instruments`)

let words: Promise<Answer<EffectWords>> | null = null

/** Asked once; they change with a release only. */
export async function readEffectWords(): Promise<Answer<EffectWords>> {
  words ??= ask<EffectWords>(`${API}/effects/words`)
  const answer = await words
  if (!answer.ok) words = null
  return answer
}
