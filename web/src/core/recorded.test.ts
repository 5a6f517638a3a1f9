import { expect, it } from 'vitest'
import { saysBad } from '@/core/recorded'

const wall = { kind: 'number', least: '4', most: null } as const
const pressure = { kind: 'number', least: null, most: '1.2' } as const

it.each([
  [wall, '3.9', true],
  [wall, '4', false],
  [pressure, '1.20', false],
  [pressure, '1.21', true],
  [pressure, '', false],
  [pressure, '1..3', false],
])('a value of %o that shows %s', (row, value, bad) => {
  expect(saysBad(row, value, null)).toBe(bad)
})

it('is a check that failed, and no check that nobody answered', () => {
  const check = { kind: 'check', least: null, most: null } as const
  expect([false, null, true].map((passed) => saysBad(check, '', passed))).toEqual([true, false, false])
})
