/** Gates as the screens read them: who may go in, who is inside, and what is wrong with either. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type Gate = Shapes['GateOut']
export type GateDraft = Shapes['GateIn']
export type GatePass = Shapes['PassOut']
export type PermitPass = Shapes['PermitPassOut']
export type Passage = Shapes['PassageOut']
export type GateList = Shapes['ListOut']
export type InsideNow = Shapes['InsideOut']

/** How it stands with a gate, the gravest first: what somebody must look at comes before what is quiet. */
export function standingOf(gate: Gate): 'off' | 'list' | 'silent' | 'late' | 'drift' | 'failing' | 'waiting' | 'good' | 'never' {
  if (!gate.enabled) return gate.leaving > 0 ? 'waiting' : 'off'
  if (gate.way === 'list') return 'list'
  if (gate.silent_since !== null) return 'silent'
  if (gate.late > 0) return 'late'
  if (gate.drift !== null) return 'drift'
  if (gate.problem !== '') return 'failing'
  if (gate.answered_at === null) return 'never'
  return gate.waiting + gate.leaving > 0 ? 'waiting' : 'good'
}

/** Of the people of a permit how many gates let in now, and whom none does any more. */
export function letIn(rows: readonly PermitPass[]): { readonly people: number; readonly known: number } {
  const known = new Set(rows.map(({ person }) => person))
  const people = new Set(rows.filter(({ state }) => state === 'in').map(({ person }) => person))
  return { people: people.size, known: known.size }
}
