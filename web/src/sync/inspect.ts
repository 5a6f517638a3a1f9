/** What an inspector reads: the clauses, and each rule with its proof. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Conformance = Shapes['Conformance']
export type Standard = Shapes['Standard']
export type Clause = Shapes['Clause']
export type RuleRow = Shapes['RuleRow']
export type Rule = Shapes['RuleOut']

const API = '/api/v1'

export const readConformance = (): Promise<Answer<Conformance>> => ask(`${API}/conformance`)
export const readRule = (id: string): Promise<Answer<Rule>> => ask(`${API}/conformance/${encodeURIComponent(id)}`)
