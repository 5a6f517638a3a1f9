/** What the screens ask of the verification of certificates. */
import type { FrozenPerson, PaperState, VerifiedDetail, VerifiedPage } from '@/core/verification'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/verification'

export function readVerified(q: string, state: PaperState | '', page: number): Promise<Answer<VerifiedPage>> {
  const asked = new URLSearchParams({ page: String(page), size: '50', ...(q ? { q } : {}), ...(state ? { state } : {}) })
  return ask(`${API}/certificates?${asked.toString()}`)
}

export const readVerifiedPaper = (id: string): Promise<Answer<VerifiedDetail>> =>
  ask(`${API}/certificates/${encodeURIComponent(id)}`)
export const readFreezes = (): Promise<Answer<readonly FrozenPerson[]>> => ask(`${API}/freezes`)
