/** How strong signatures must be here, and who could not sign so today. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Levels = components['schemas']['LevelsOut']
export type PackLevels = components['schemas']['PackLevels']
export type Step = components['schemas']['StepOut']
export type Signer = components['schemas']['SignerOut']

const PATH = '/api/v1/rulebook/signatures'

export const readLevels = (): Promise<Answer<Levels>> => ask(PATH)

export interface Wanted {
  readonly pack: string
  readonly base: string | null
  readonly steps: readonly { readonly at: Step['at']; readonly last: boolean; readonly least: number }[]
}

export const writeLevels = (wanted: Wanted): Promise<Answer<Levels>> =>
  ask(PATH, { method: 'PUT', body: JSON.stringify(wanted) })
