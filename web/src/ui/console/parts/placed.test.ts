import { expect, it } from 'vitest'
import type { PlacedPermit } from '@/ui/console/parts/placed'
import { aside, isPlaced } from '@/ui/console/parts/placed'

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
