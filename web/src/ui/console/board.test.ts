import { expect, it } from 'vitest'
import { asked, filtersOf, NOTHING, queryOf, toggled } from '@/ui/console/board'

it('filters survive the way into the address and back', () => {
  const filters = {
    states: ['active', 'paused'] as const,
    type: 'hot',
    area: 'a1',
    text: '焊接 & 打磨',
    mine: true,
    uncleared: true,
    page: 3,
  }
  expect(filtersOf(queryOf(filters))).toEqual(filters)
  expect(queryOf(NOTHING)).toEqual({})
  expect(asked(NOTHING)).toEqual({ page: '1', size: '50' })
})

it('nonsense in an address filters nothing', () => {
  expect(filtersOf({ state: 'dancing,active', page: '-4', q: ['a', 'b'], mine: 'yes' })).toEqual({
    ...NOTHING,
    states: ['active'],
  })
})

it('a state is put in and taken out, and the list begins anew', () => {
  const one = toggled({ ...NOTHING, page: 4 }, 'paused')
  expect([one.states, one.page]).toEqual([['paused'], 1])
  expect(toggled(one, 'paused').states).toEqual([])
})
