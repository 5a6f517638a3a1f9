/** What the screens ask of the verification of certificates. */
import type {
  FrozenPerson, LookedUp, Night, NightReport, PaperState, QuerySource, QuerySourceDraft, VerifiedDetail, VerifiedPage,
} from '@/core/verification'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/verification'

export function readVerified(q: string, state: PaperState | '', page: number): Promise<Answer<VerifiedPage>> {
  const asked = new URLSearchParams({ page: String(page), size: '50', ...(q ? { q } : {}), ...(state ? { state } : {}) })
  return ask(`${API}/certificates?${asked.toString()}`)
}

export const readVerifiedPaper = (id: string): Promise<Answer<VerifiedDetail>> =>
  ask(`${API}/certificates/${encodeURIComponent(id)}`)
export const readFreezes = (): Promise<Answer<readonly FrozenPerson[]>> => ask(`${API}/freezes`)
export const readSource = (): Promise<Answer<QuerySource | null>> => ask(`${API}/source`)
export const keepSource = (draft: QuerySourceDraft): Promise<Answer<QuerySource>> =>
  ask(`${API}/source`, { method: 'PUT', body: JSON.stringify(draft) })
export const readNights = (): Promise<Answer<readonly Night[]>> => ask(`${API}/nights`)
export const readNight = (id: string): Promise<Answer<NightReport>> => ask(`${API}/nights/${encodeURIComponent(id)}`)
export const beginNight = (): Promise<Answer<Night>> => post(`${API}/nights`, {})
export const lookUp = (text: string): Promise<Answer<LookedUp>> => post(`${API}/look`, { text })
