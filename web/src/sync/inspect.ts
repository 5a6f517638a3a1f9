/** What an inspector reads: the clauses, and each rule with its proof. */
import type { components } from '@/core/api'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Conformance = Shapes['Conformance']
export type Standard = Shapes['Standard']
export type Clause = Shapes['Clause']
export type RuleRow = Shapes['RuleRow']
export type Rule = Shapes['RuleOut']
export type Finding = Shapes['FindingOut']
export type Outcome = Shapes['FindingReviewIn']['outcome']

const API = '/api/v1'

export const readConformance = (): Promise<Answer<Conformance>> => ask(`${API}/conformance`)
export const readRule = (id: string): Promise<Answer<Rule>> => ask(`${API}/conformance/${encodeURIComponent(id)}`)

export function readFindings(state: 'open' | 'reviewed' | 'all'): Promise<Answer<readonly Finding[]>> {
  return ask(`${API}/findings?${new URLSearchParams({ state, size: '200' }).toString()}`)
}

export function reviewFinding(id: string, outcome: Outcome, note: string): Promise<Answer<Finding>> {
  return post(`${API}/findings/${id}/reviews`, { outcome, note })
}
