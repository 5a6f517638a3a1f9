/** What the screens ask of sharing with the companies of a park. */
import type { Park, ParkConsent, ParkConsented, ParkHit, ParkJoin, ParkLine, ParkLook, ParkPartner, ParkStanding } from '@/core/park'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/park'
const of = (id: string): string => `${API}/partners/${encodeURIComponent(id)}`

export const readPark = (): Promise<Answer<Park>> => ask(API)
export const readParkLines = (): Promise<Answer<readonly ParkLine[]>> => ask(`${API}/lines`)
export const inviteToPark = (draft: ParkConsent): Promise<Answer<ParkConsented>> => post(`${API}/invitations`, draft)
export const joinPark = (draft: ParkJoin): Promise<Answer<ParkConsented>> => post(`${API}/joins`, draft)
export const finishPark = (id: string, code: string): Promise<Answer<ParkPartner>> => post(`${of(id)}/finish`, { code })
export const pullPark = (id: string): Promise<Answer<ParkPartner>> => post(`${of(id)}/pull`, {})
export const endPark = (id: string, why: string): Promise<Answer<ParkPartner>> => post(`${of(id)}/end`, { why })
export const resolveParkHit = (id: string, why: string): Promise<Answer<ParkHit>> =>
  post(`${API}/hits/${encodeURIComponent(id)}/resolve`, { why })
export const lookInPark = (draft: ParkLook): Promise<Answer<{ readonly standing: ParkStanding }>> => post(`${API}/looks`, draft)
