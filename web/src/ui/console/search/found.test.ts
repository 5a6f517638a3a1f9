import { expect, it } from 'vitest'
import type { Group } from '@/sync/search'
import { entries, moved, wayTo, wayToAll } from '@/ui/console/search/found'

const hit = (id: string): Group['hits'][number] => ({ id, code: null, name: id, beside: null, permit: null })

it('keys walk through the hits of all kinds, round the ends', () => {
  const groups: Group[] = [
    { kind: 'person', hits: [hit('a'), hit('b')], more: false },
    { kind: 'firm', hits: [hit('c')], more: true },
  ]
  expect(entries(groups).map(({ kind, hit: { id } }) => `${kind} ${id}`)).toEqual(['person a', 'person b', 'firm c'])
  expect([moved(2, 1, 3), moved(0, -1, 3), moved(0, 1, 3), moved(0, 1, 0)]).toEqual([0, 2, 1, 0])
})

it('a permit leads to itself, everything else to the permits it concerns', () => {
  expect(wayTo('permit', 'p')).toEqual({ name: 'permit', params: { id: 'p' } })
  expect(wayTo('equipment', 'e')).toEqual({ name: 'permits', query: { equipment: 'e' } })
  expect(wayToAll('permit', '罐区')).toEqual({ name: 'permits', query: { q: '罐区' } })
  expect(wayToAll('order', 'x')).toEqual({ name: 'planning', params: { tab: 'orders' } })
})
