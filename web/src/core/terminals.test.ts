import { describe, expect, it } from 'vitest'
import { exWord } from '@/core/terminals'

describe('a phone before an Ex zone', () => {
  it('is told nothing where there is none', () => {
    expect(exWord('none', true, undefined)).toBeNull()
  })

  it('may be used when it is marked', () => {
    expect(exWord('1', true, 'Ex ib IIB T4 Gb')).toBe('fit')
  })

  it('is not to be used without a mark, in a zone nobody knows too', () => {
    expect(exWord('2', false, null)).toBe('plain')
    expect(exWord('unknown', false, '')).toBe('plain')
    expect(exWord(undefined, false, null)).toBe('plain')
  })

  it('is a stranger where only marked ones are let in', () => {
    expect(exWord('1', true, undefined)).toBe('stranger')
    expect(exWord('1', false, undefined)).toBe('hint')
  })
})
