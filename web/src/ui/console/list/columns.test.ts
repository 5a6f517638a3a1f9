import { expect, it } from 'vitest'
import { AS_IT_COMES, movedColumn, NARROWEST, shown, toggledColumn, USUAL, widened } from '@/ui/console/list/columns'

const ids = (layout: typeof AS_IT_COMES): readonly string[] => layout.columns.map(({ id }) => id)

it('shows the usual columns until somebody lays them out, and none that it does not know', () => {
  expect(shown(null).map(({ id }) => id)).toEqual([...USUAL])
  const other = { ...AS_IT_COMES, columns: [{ id: 'colour', width: null }, { id: 'risk', width: 80 }] }
  expect(shown(other).map(({ id, width }) => [id, width])).toEqual([['risk', 80]])
  expect(shown({ ...AS_IT_COMES, columns: [{ id: 'colour', width: null }] })).toHaveLength(USUAL.length)
})

it('a column comes in at the end, goes out, and the last one stays', () => {
  expect(ids(toggledColumn(AS_IT_COMES, 'risk')).at(-1)).toBe('risk')
  expect(ids(toggledColumn(AS_IT_COMES, 'state'))).not.toContain('state')
  const one = { ...AS_IT_COMES, columns: [{ id: 'state', width: null }] }
  expect(toggledColumn(one, 'state')).toEqual(one)
})

it('a column changes places with its neighbour, and stays at the ends', () => {
  expect(ids(movedColumn(AS_IT_COMES, 'number', -1)).slice(0, 2)).toEqual(['number', 'state'])
  expect(movedColumn(AS_IT_COMES, 'state', -1)).toEqual(AS_IT_COMES)
  expect(movedColumn(AS_IT_COMES, 'left', 1)).toEqual(AS_IT_COMES)
})

it('a column is as wide as it was drawn, the others as they were', () => {
  const two = { ...AS_IT_COMES, columns: [{ id: 'state', width: null }, { id: 'number', width: null }] }
  expect(widened(two, { state: 120.4, number: 90 }, 'number', 3).columns).toEqual([
    { id: 'state', width: 120 },
    { id: 'number', width: NARROWEST },
  ])
})
