import { expect, it } from 'vitest'
import { asked, filtersOf, fromTheStart, narrows, NOTHING, queryOf, sortedBy, toggled } from '@/ui/console/board'

it('filters survive the way into the address and back', () => {
  const filters = {
    ...NOTHING,
    states: ['active', 'paused'] as const,
    type: 'hot',
    level: 'first',
    area: 'a1',
    firm: 'f1',
    since: '2026-11-01',
    until: '2026-11-22',
    text: '焊接 & 打磨',
    mine: true,
    uncleared: true,
    sort: 'from' as const,
    rising: true,
    after: '["2026-11-22T08:00:00+00:00", "01a2"]',
  }
  expect(filtersOf(queryOf(filters))).toEqual(filters)
  expect(queryOf(NOTHING)).toEqual({})
  expect(asked(NOTHING)).toEqual({ size: '50' })
})

it('nonsense in an address filters nothing', () => {
  const nonsense = { state: 'dancing,active', sort: 'colour', since: 'yesterday', q: ['a', 'b'], mine: 'yes' }
  expect(filtersOf(nonsense)).toEqual({ ...NOTHING, states: ['active'] })
})

it('a stretch of days is asked for in whole days of the plant, the last one included', () => {
  const found = asked({ ...NOTHING, since: '2026-11-22', until: '2026-11-22' })
  expect([found['since'], found['until']]).toEqual(['2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z'])
})

it('a state is put in and taken out, and the list begins anew', () => {
  const one = toggled({ ...NOTHING, after: 'x' }, 'paused')
  expect([one.states, one.after]).toEqual([['paused'], ''])
  expect(toggled(one, 'paused').states).toEqual([])
})

it('a place in the list and an order leave nothing out', () => {
  expect(narrows({ ...NOTHING, after: 'x', sort: 'type', rising: true })).toBe(false)
  expect(narrows({ ...NOTHING, equipment: 'e1' })).toBe(true)
  expect(fromTheStart({ ...NOTHING, before: 'x' }).before).toBe('')
})

it('a heading sorts, and turns round when it is asked again', () => {
  const times = sortedBy({ ...NOTHING, sort: 'number' }, 'from')
  expect([times.sort, times.rising]).toEqual(['from', false])
  expect(sortedBy(times, 'from').rising).toBe(true)
  expect(sortedBy(times, 'place').rising).toBe(true)
  expect(sortedBy(times, 'left').rising).toBe(true)
})
