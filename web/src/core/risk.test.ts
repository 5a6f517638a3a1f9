import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gradeOf, isWhole, milder, worst } from '@/core/risk'
import type { Grade, Scale } from '@/core/types'

interface Vector {
  readonly name: string
  readonly chosen: Readonly<Record<string, string>>
  readonly grade: Grade
  readonly score: string | null
}

const file = `${process.cwd()}/../src/davy_law/contracts/vectors/risk/grades.json`
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<'lec' | 'ls', readonly Vector[]>>
const words = { zh: '', en: '' }
const factor = (id: string, ...values: readonly number[]): Scale['factors'][number] => ({
  id,
  ...words,
  values: values.map((value) => ({ value: String(value), ...words })),
})
const bands = (red: number, orange: number, yellow: number): Scale['bands'] => [
  { grade: 'red', from: String(red) },
  { grade: 'orange', from: String(orange) },
  { grade: 'yellow', from: String(yellow) },
]
/** As src/davy_law/risk/scales.yaml has them. */
const SCALES: Readonly<Record<'lec' | 'ls', Scale>> = {
  lec: {
    id: 'lec',
    title: words,
    factors: [
      factor('L', 10, 6, 3, 1, 0.5, 0.2, 0.1),
      factor('E', 10, 6, 3, 2, 1, 0.5),
      factor('C', 100, 40, 15, 7, 3, 1),
    ],
    bands: bands(320, 160, 70),
  },
  ls: { id: 'ls', title: words, factors: [factor('L', 5, 4, 3, 2, 1), factor('S', 5, 4, 3, 2, 1)], bands: bands(20, 15, 9) },
}

describe.each(['lec', 'ls'] as const)('%s', (name) => {
  test.each(vectors[name].map((row) => [row.name, row] as const))('%s', (_, row) => {
    expect(gradeOf(SCALES[name], row.chosen)).toBe(row.grade)
    expect(isWhole(SCALES[name], row.chosen)).toBe(row.score !== null)
  })
})

test('a milder factor is named, a worse one is not', () => {
  expect(milder({ L: '0.5', E: '6', C: '40' }, { L: '1', E: '3', C: '40' })).toEqual(['L'])
  expect(milder({ L: '3', E: '6', C: '40' }, {})).toEqual([])
})

test('the worst of some colours', () => {
  expect(worst(['blue', null, 'orange', 'yellow'])).toBe('orange')
  expect(worst([null])).toBeNull()
})
