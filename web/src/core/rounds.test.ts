import { describe, expect, it } from 'vitest'
import { callOf, rounds } from '@/core/rounds'
import type { Permit } from '@/core/types'

const now = Date.parse('2026-11-21T06:00:00Z')
const permit = (id: string, tasks: readonly { command: string; due: string | null }[]): Permit =>
  ({ id, mine: { tasks } }) as unknown as Permit

describe('rounds that are due', () => {
  it('are those of the reader, the longest overdue first', () => {
    const found = rounds(
      [
        permit('soon', [{ command: 'guard_round', due: '2026-11-21T06:05:00Z' }]),
        permit('late', [{ command: 'check_in', due: null }, { command: 'guard_round', due: '2026-11-21T05:50:00Z' }]),
        permit('other', [{ command: 'finish', due: '2026-11-21T05:00:00Z' }]),
      ],
      now,
    )
    expect(found.map(({ permit: { id }, late }) => [id, late])).toEqual([
      ['late', 600_000],
      ['soon', -300_000],
    ])
  })

  it('call when they are due and every minute after', () => {
    expect([-1, 0, 59_999, 60_000, 125_000].map(callOf)).toEqual([null, 0, 0, 1, 2])
  })
})
