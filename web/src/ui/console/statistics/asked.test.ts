import { describe, expect, it } from 'vitest'
import { behind, countedOf, queryOf, viewOf } from './asked'
import type { View } from './asked'

const VIEW: View = {
  subject: 'alarms',
  days: 90,
  by: 'firm',
  also: 'state',
  picks: { type: 'hot', firm: '' },
  open: { key: '' },
}

describe('what the statistics are asked', () => {
  it('comes back from its address, the key of what nobody named too', () => {
    expect(viewOf(queryOf(VIEW))).toEqual(VIEW)
    expect(viewOf(queryOf({ ...VIEW, open: 'all' })).open).toBe('all')
  })

  it('is permits by type over thirty days when the address says nothing sensible', () => {
    expect(viewOf({ days: '12', of: 'salaries' })).toEqual({
      subject: 'permits',
      days: 30,
      by: 'type',
      also: '',
      picks: {},
      open: null,
    })
  })

  it('counts whole days up to the end of today', () => {
    const { since, until } = countedOf(VIEW, new Date('2026-11-22T09:30:00+08:00'))
    expect(new Date(until)).toEqual(new Date('2026-11-23T00:00:00+08:00'))
    expect(new Date(since)).toEqual(new Date('2026-08-25T00:00:00+08:00'))
  })

  it('asks behind a figure for its key beside what is picked already', () => {
    const counted = countedOf({ ...VIEW, picks: { type: 'hot' } }, new Date(2026, 10, 22))
    expect(behind({ ...VIEW, open: { key: 'F1' } }, counted).picks).toEqual({ type: 'hot', firm: 'F1' })
    expect(behind({ ...VIEW, open: 'all' }, counted).picks).toEqual({ type: 'hot' })
  })
})
