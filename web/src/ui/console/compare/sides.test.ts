import { expect, it } from 'vitest'
import { sideBySide } from '@/ui/console/compare/sides'

const fact = (key: string, value: string): { key: string; label: string; value: string } => ({ key, label: key, value })

it('puts lines of the same key beside each other and tells which differ', () => {
  const one = [{ id: 'gas', facts: [fact('o2', '20.9 %vol'), fact('lel', '0.1 %vol')] }]
  const other = [{ id: 'gas', facts: [fact('o2', '20.9 %vol'), fact('lel', '0.4 %vol')] }]
  expect(sideBySide(one, other)).toEqual([
    {
      id: 'gas',
      differing: 1,
      lines: [
        { key: 'o2', label: 'o2', one: '20.9 %vol', other: '20.9 %vol', same: true },
        { key: 'lel', label: 'lel', one: '0.1 %vol', other: '0.4 %vol', same: false },
      ],
    },
  ])
})

it('what only one of them tells differs, and stands where it stood', () => {
  const one = [{ id: 'people', facts: [fact('a', '1'), fact('c', '3')] }]
  const other = [
    { id: 'people', facts: [fact('a', '1'), fact('b', '2'), fact('c', '3')] },
    { id: 'causes', facts: [fact('gas', 'x')] },
    { id: 'empty', facts: [] },
  ]
  const found = sideBySide(one, other)
  expect(found.map(({ id, differing }) => [id, differing])).toEqual([
    ['people', 1],
    ['causes', 1],
  ])
  expect(found[0]?.lines.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(found[0]?.lines[1]).toMatchObject({ one: null, other: '2', same: false })
})

it('a permit beside itself differs in nothing', () => {
  const one = [{ id: 'head', facts: [fact('level', '一级')] }]
  expect(sideBySide(one, one).every(({ differing }) => differing === 0)).toBe(true)
})
