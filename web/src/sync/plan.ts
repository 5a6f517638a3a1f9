/** What stands on the plan of a site beside its permits. */
import type { components } from '@/core/api'
import type { ControlPoint, Plan } from '@/core/records'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type SitePlan = components['schemas']['SitePlan']
export type Ground = components['schemas']['GroundOut']

const API = '/api/v1'

export const readLivePlan = (site: string): Promise<Answer<SitePlan>> => ask(`${API}/plan/${site}/live`)

export interface PlanIn {
  readonly drawing: string
  readonly width: number
  readonly height: number
  readonly control: readonly ControlPoint[]
}

export function writePlan(site: string, plan: PlanIn): Promise<Answer<Plan>> {
  return ask(`${API}/plan/${site}`, { method: 'PUT', body: JSON.stringify(plan) })
}

/** Null: the plant declares none. */
export function declareRisk(area: string, grade: string | null): Promise<Answer<unknown>> {
  return ask(`${API}/areas/${area}`, { method: 'PATCH', body: JSON.stringify({ risk_grade: grade }) })
}
