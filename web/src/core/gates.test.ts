import { expect, it } from 'vitest'
import { letIn, standingOf } from '@/core/gates'
import type { Gate, PermitPass } from '@/core/gates'

const GOOD = {
  enabled: true, way: 'http', silent_since: null, late: 0, drift: null, problem: '', answered_at: '2026-11-23T01:00:00Z',
  waiting: 0, leaving: 0,
} as unknown as Gate

it('tells the gravest of a gate first', () => {
  expect(standingOf(GOOD)).toBe('good')
  expect(standingOf({ ...GOOD, waiting: 1 })).toBe('waiting')
  expect(standingOf({ ...GOOD, problem: 'slow' })).toBe('failing')
  expect(standingOf({ ...GOOD, problem: 'slow', silent_since: '2026-11-23T01:00:00Z', late: 2 })).toBe('silent')
  expect(standingOf({ ...GOOD, enabled: false })).toBe('off')
  expect(standingOf({ ...GOOD, enabled: false, leaving: 1 })).toBe('waiting')
  expect(standingOf({ ...GOOD, answered_at: null })).toBe('never')
})

it('counts each person once, however many gates there are', () => {
  const row = (person: string, state: string): PermitPass => ({ person, state }) as unknown as PermitPass
  expect(letIn([row('a', 'in'), row('a', 'in'), row('b', 'asked'), row('c', 'revoked')])).toEqual({ people: 1, known: 3 })
})
