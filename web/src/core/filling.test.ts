import { describe, expect, it } from 'vitest'
import { bodyOfFilling, EMPTY, lacksOf, NO_READING } from './filling'
import type { Filling } from './filling'

const WHOLE: Filling = {
  ...EMPTY,
  from: '2026-11-22 09:03',
  to: '2026-11-22T10:00',
  outcome: 'finished',
  responsible: 'p1',
  photos: ['a'.repeat(64)],
}

describe('the copy of a sheet', () => {
  it('begins empty and names all that is missing', () => {
    expect(lacksOf(EMPTY)).toEqual(['photos', 'outcome', 'from', 'responsible'])
    expect(bodyOfFilling('TP-000123-20', EMPTY)).toBeNull()
  })

  it('tells the times by the plant and leaves out what the paper does not say', () => {
    expect(bodyOfFilling('TP-000123-20', WHOLE)).toEqual({
      serial: 'TP-000123-20',
      from: '2026-11-22T01:03:00.000Z',
      to: '2026-11-22T02:00:00.000Z',
      outcome: 'finished',
      responsible: 'p1',
      photos: ['a'.repeat(64)],
    })
  })

  it('asks when it ended unless the work goes on, and then tells no end', () => {
    expect(lacksOf({ ...WHOLE, to: '' })).toEqual(['to'])
    expect(lacksOf({ ...WHOLE, to: '2026-11-22 09:03' })).toEqual(['order'])
    expect(bodyOfFilling('TP-000123-20', { ...WHOLE, outcome: 'going_on' })).not.toHaveProperty('to')
  })

  it('never leaves out a reading that somebody began', () => {
    const begun = { ...NO_READING, substance: 'oxygen' }
    expect(lacksOf({ ...WHOLE, readings: [begun] })).toEqual(['readings'])
    const line = { point: 'upper', substance: 'oxygen', value: '20.9', unit: '%vol', at: '2026-11-22 08:50' }
    expect(bodyOfFilling('TP-000123-20', { ...WHOLE, readings: [line] })?.['readings']).toEqual([
      { point: 'upper', substance: 'oxygen', value: { value: '20.9', unit: '%vol' }, at: '2026-11-22T00:50:00.000Z' },
    ])
    expect(lacksOf({ ...WHOLE, readings: [{ ...line, value: '20,9' }] })).toEqual(['readings'])
  })
})
