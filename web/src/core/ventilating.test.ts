import { describe, expect, it } from 'vitest'
import { begin, hint, lacks, planBody } from './ventilating'
import type { Draft, Ventilation } from './ventilating'

const OFFER = {
  plan: null,
  asked: [
    { substance: 'methanol', name: { zh: '甲醇', en: 'Methanol' }, required: true },
    { substance: 'oxygen', name: { zh: '氧气', en: 'Oxygen' }, required: false },
  ],
} as unknown as Ventilation

const whole = (): Draft => ({
  ...begin(OFFER),
  volume: '120',
  flow: '620',
  unit: 'm3/h',
  duct: 'unknown',
  work: 'repair',
  residues: [{ substance: 'methanol', value: '200', unit: 'mg/m3' }],
})

describe('a ventilation plan being entered', () => {
  it('asks for the substances that the register knows', () => {
    expect(begin(OFFER).residues.map(({ substance }) => substance)).toEqual(['methanol'])
  })

  it('asks for oxygen where nothing harmful is known', () => {
    const bare = { ...OFFER, asked: OFFER.asked.slice(1) } as Ventilation
    expect(begin(bare).residues).toEqual([{ substance: 'oxygen', value: '', unit: '%vol' }])
  })

  it('names the first thing that is lacking and sends nothing before', () => {
    expect(lacks(begin(OFFER))).toBe('volume')
    expect(lacks({ ...whole(), unit: null })).toBe('unit')
    expect(planBody({ ...whole(), residues: [] })).toBeNull()
    expect(lacks(whole())).toBeNull()
  })

  it('shows what the unit makes of the figure', () => {
    expect(hint(whole())?.changes).toBeCloseTo(5.17, 2)
    expect(hint({ ...whole(), unit: 'm3/min' })).toEqual({ perHour: 37_200, changes: 310 })
    expect(hint({ ...whole(), flow: '' })).toBeNull()
  })

  it('sends decimals as they were typed, and nothing that was not', () => {
    expect(planBody({ ...whole(), askedHours: '4' })).toEqual({
      volume_m3: '120',
      flow: { value: '620', unit: 'm3/h' },
      duct: 'unknown',
      work: 'repair',
      residues: [{ substance: 'methanol', value: { value: '200', unit: 'mg/m3' } }],
      asked_s: 14_400,
    })
  })

  it("takes today's fan for a history that tells none", () => {
    const history = { permit: 'p', number: null, substance: 'methanol', unit: 'mg/m3', flow: null, readings: [] } as const
    expect(planBody({ ...whole(), history })?.history?.flow).toEqual({ value: '620', unit: 'm3/h' })
  })
})
