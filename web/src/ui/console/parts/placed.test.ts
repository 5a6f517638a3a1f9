import { expect, it } from 'vitest'
import type { PlacedPermit } from '@/ui/console/parts/placed'
import type { MapMark } from '@/ui/console/parts/placed'
import { aside, isPlaced, spread } from '@/ui/console/parts/placed'

const at = (id: string, x: number, y: number): PlacedPermit => ({ id, point: { id: 'p', name: 'p', x, y } }) as PlacedPermit

it('permits of one point stand side by side, always in the same order', () => {
  const all = [at('b', 10, 20), at('a', 10, 20), at('c', 90, 20)]
  expect(all.map((one) => aside(all, one))).toEqual([
    { x: 32, y: 20 },
    { x: 10, y: 20 },
    { x: 90, y: 20 },
  ])
})

it('what has no place on the plan is not placed', () => {
  expect(isPlaced(at('a', 1, 2))).toBe(true)
  expect(isPlaced({ ...at('a', 1, 2), point: { id: 'p', name: 'p', x: null, y: null } })).toBe(false)
  expect(isPlaced({ ...at('a', 1, 2), point: { id: 'p', name: 'p', x: 1, y: null } })).toBe(false)
})

it('marks of every kind at one place stand side by side, names of areas stay', () => {
  const mark = (id: string, kind: MapMark['kind'], x: number): MapMark => ({
    id,
    kind,
    x,
    y: 5,
    face: '',
    icon: null,
    words: '',
  })
  const all = [mark('a', 'area', 10), mark('b', 'permit', 10), mark('c', 'alarm', 10), mark('d', 'people', 40)]
  expect(spread(all, 20).map(({ x }) => x)).toEqual([10, 10, 30, 40])
})
