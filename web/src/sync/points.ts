/** What the screens ask of points, assessment and goods for points. */
import type { Anomalies, Anomaly, Claim, Good, OwnPoints, PersonPoints, PointsPeriod, Ranking } from '@/core/points'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/points'
const one = (id: string): string => encodeURIComponent(id)

/** A period and a day in it, the day left out for today. */
export interface PointsWanted {
  readonly period: PointsPeriod
  readonly day: string
}

function wanted({ period, day }: PointsWanted): string {
  return new URLSearchParams(day === '' ? { period } : { period, day }).toString()
}

export const readOwnPoints = (of: PointsWanted): Promise<Answer<OwnPoints>> => ask(`${API}/own?${wanted(of)}`)
export const readRanking = (of: PointsWanted, by: 'person' | 'team' | 'firm'): Promise<Answer<Ranking>> =>
  ask(`${API}/ranking?${wanted(of)}&by=${by}`)
export const readPointsOf = (id: string, of: PointsWanted): Promise<Answer<PersonPoints>> => ask(`${API}/people/${one(id)}?${wanted(of)}`)
export const pointsFile = (of: PointsWanted, form: 'xlsx' | 'csv'): string => `${API}/export?${wanted(of)}&form=${form}`
export const readAnomalies = (judged: boolean): Promise<Answer<Anomalies>> => ask(`${API}/anomalies?judged=${String(judged)}`)
export const judgeAnomaly = (id: string, outcome: 'stands' | 'void', reason: string): Promise<Answer<Anomaly>> =>
  post(`${API}/anomalies/${one(id)}/verdicts`, { outcome, reason })
export const readGoods = (): Promise<Answer<readonly Good[]>> => ask(`${API}/goods`)
export const readOwnClaims = (): Promise<Answer<readonly Claim[]>> => ask(`${API}/own/claims`)
export const askForGood = (wish: string, good: string): Promise<Answer<Claim>> => post(`${API}/own/claims`, { wish, good_id: good })
export const cancelClaim = (id: string): Promise<Answer<Claim>> => post(`${API}/own/claims/${one(id)}/cancel`, {})
export const readStock = (): Promise<Answer<readonly Good[]>> => ask(`${API}/stock`)
export const addGood = (good: { readonly name: string; readonly price: number; readonly stock: number }): Promise<Answer<Good>> =>
  post(`${API}/stock`, good)
export const changeGood = (id: string, change: { readonly more?: number; readonly retired?: boolean }): Promise<Answer<Good>> =>
  post(`${API}/stock/${one(id)}`, change)
export const readClaims = (): Promise<Answer<readonly Claim[]>> => ask(`${API}/claims`)
export const decideClaim = (id: string, to: 'approve' | 'refuse' | 'hand', why = ''): Promise<Answer<Claim>> =>
  post(`${API}/claims/${one(id)}/decide`, { to, why })
