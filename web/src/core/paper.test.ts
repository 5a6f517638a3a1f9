import { describe, expect, it } from 'vitest'
import { held, knownOf, mayCheck, written } from '@/core/paper'
import type { PaperSheet } from '@/core/paper'
import { sheetOf, tokenOf } from '@/core/scan'

const one = { sheet: 1, verdict: 'old' } as PaperSheet

describe('a printed sheet', () => {
  it('is found by its number, and a number nobody printed is no sheet', () => {
    expect(held([one], 1)).toBe(one)
    expect(held([one], 2)).toBe('unknown')
    expect(held([one], 0)).toBe('copy')
  })

  it('is known only while the server confirms, and of the version that it confirms', () => {
    const told = { sheets: [one], version: 7 }
    expect(knownOf(told, 1, 7, 'confirmed')).toBe(one)
    expect(knownOf(told, 1, 7, 'unconfirmed')).toBeNull()
    expect(knownOf(told, 1, 7, 'leave')).toBeNull()
    expect(knownOf(told, 1, 8, 'confirmed')).toBeNull()
    expect(knownOf(null, 1, 7, 'confirmed')).toBeNull()
  })

  it('carries its number in its code beside the token', () => {
    const code = 'https://davy.plant.lan/c/a1B2-c3_d4?s=3'
    expect(tokenOf(code)).toBe('a1B2-c3_d4')
    expect(sheetOf(code)).toBe(3)
    expect(sheetOf('https://davy.plant.lan/c/a1B2-c3_d4?s=0')).toBe(0)
  })

  it('is not made of what else a code says', () => {
    expect(sheetOf('https://davy.plant.lan/c/a1B2-c3_d4')).toBeNull()
    expect(sheetOf('https://davy.plant.lan/c/a1B2-c3_d4?s=3x')).toBeNull()
    expect(tokenOf('https://davy.plant.lan/c/a1B2?x=/c/abcd')).toBeNull()
    expect(tokenOf('https://davy.plant.lan/c/a1B2?plan=AB12-CD34')).toBe('a1B2')
  })
})

describe('an entry from paper', () => {
  it('shows what stands there, also where it is no value', () => {
    const row = { point: 'upper', substance: 'oxygen', unread: null, words: null }
    expect(written({ ...row, value: { value: '20.9', unit: '%vol' } })).toBe('20.9 %vol')
    expect(written({ ...row, value: null, unread: 'gas_value_not_a_number', words: 'OL %LEL' })).toBe('“OL %LEL”')
  })

  const entry = { by: { id: 'chu', name: null }, wrote: { id: 'wang', name: null }, agrees: null, checked_by: null, open: true }

  it('is checked by a third person, and once', () => {
    expect(mayCheck(entry, 'feng')).toBe(true)
    expect(mayCheck(entry, 'chu')).toBe(false)
    expect(mayCheck(entry, 'wang')).toBe(false)
    expect(mayCheck(entry, null)).toBe(false)
    expect(mayCheck({ ...entry, agrees: true, open: false }, 'feng')).toBe(false)
  })

  it('is decided by somebody else than who found that it differs', () => {
    const doubted = { ...entry, agrees: false, checked_by: { id: 'feng', name: null } }
    expect(mayCheck(doubted, 'feng')).toBe(false)
    expect(mayCheck(doubted, 'li')).toBe(true)
  })
})
