import { describe, expect, it } from 'vitest'
import { alarming, asked, isTyped, lacking, openRound, roundBody } from '@/core/sampling'
import type { Demand, Round } from '@/core/types'

const name = { zh: '气', en: 'Gas' }
const demand = (substance: string, quality: Demand['quality'], unit: Demand['unit']): Demand => ({
  substance,
  quality,
  unit,
  name,
  low: null,
  high: null,
})
const plan = {
  points: ['upper', 'lower'],
  demands: [
    demand('oxygen', 'oxygen', '%vol'),
    demand('benzene', 'combustible', '%vol'),
    demand('benzene', 'toxic', 'mg/m3'),
  ],
}
const at = '2026-11-21T08:00:00.000Z'
const round: Round = {
  id: 'r1',
  by: { id: 'zhou', name: '周' },
  recorded_at: at,
  verdict: 'pass',
  complete: false,
  sampled_at: at,
  points: { upper: 'pass' },
  readings: [],
}

describe('bad news in the numbers', () => {
  const ranged = asked({
    points: ['upper'],
    demands: [
      { ...demand('oxygen', 'oxygen', '%vol'), low: '19.5', high: '21' },
      { ...demand('benzene', 'combustible', '%vol'), high: '0.2' },
    ],
  })
  const told = (entries: Record<string, { value: string; unit: '%vol' | '%LEL' }>): readonly string[] =>
    alarming(ranged, entries).map(({ key }) => key)

  it('is what lies outside its range in its own unit, or where a meter rings', () => {
    expect(told({ 'oxygen:oxygen': { value: '19.4', unit: '%vol' } })).toEqual(['oxygen:oxygen'])
    expect(told({ 'oxygen:oxygen': { value: '23.6', unit: '%vol' } })).toEqual(['oxygen:oxygen'])
    expect(told({ 'benzene:combustible': { value: '10', unit: '%LEL' } })).toEqual(['benzene:combustible'])
  })

  it('is nothing at the limit, nothing unreadable and nothing that would have to be converted', () => {
    expect(told({ 'oxygen:oxygen': { value: '19.5', unit: '%vol' }, 'benzene:combustible': { value: '0.2', unit: '%vol' } })).toEqual([])
    expect(told({ 'oxygen:oxygen': { value: '', unit: '%vol' }, 'benzene:combustible': { value: '9', unit: '%LEL' } })).toEqual([])
  })
})

describe('a gas round being taken', () => {
  it('asks for what burns and what poisons by itself, in the units that its meters show', () => {
    const wanted = asked(plan)
    expect(wanted.map(({ key }) => key)).toEqual(['oxygen:oxygen', 'benzene:combustible', 'benzene:toxic'])
    expect(wanted.map(({ units }) => units)).toEqual([['%vol'], ['%vol', '%LEL'], ['mg/m3', 'ppm']])
    expect(asked(null)).toEqual([])
  })

  it('goes on only in the own, unfinished, recent round', () => {
    const now = Date.parse(at) + 60_000
    expect(openRound([round], 'zhou', now)).toBe(round)
    expect(openRound([round], 'wang', now)).toBeNull()
    expect(openRound([{ ...round, complete: true }], 'zhou', now)).toBeNull()
    expect(openRound([round], 'zhou', now + 31 * 60_000)).toBeNull()
    expect(openRound([], 'zhou', now)).toBeNull()
  })

  it('sends the numbers as they were typed, and never a missing one as zero', () => {
    const wanted = asked(plan)
    const entries = {
      'oxygen:oxygen': { value: '20.90', unit: '%vol' as const },
      'benzene:toxic': { value: '', unit: 'ppm' as const },
    }
    expect(lacking(wanted, entries).map(({ key }) => key)).toEqual(['benzene:combustible', 'benzene:toxic'])
    const sample = { point: 'upper', sampledAt: new Date(at), instrument: ' X1 ', photo: null, round: 'r1' }
    expect(roundBody(wanted, entries, sample)).toEqual({
      round: 'r1',
      readings: [
        {
          point: 'upper',
          substance: 'oxygen',
          value: { value: '20.90', unit: '%vol' },
          sampled_at: at,
          source: 'manual',
          instrument: 'X1',
        },
      ],
    })
  })
})

describe('what a meter sent', () => {
  const wanted = asked(plan)
  const meter = { instrument: 'GX-4 0071', at: Date.parse('2026-11-21T08:03:00.000Z') }
  const sample = { point: 'upper', sampledAt: new Date('2026-11-21T07:58:00.000Z'), instrument: '', photo: null, round: null }

  it('is told with the instrument, its own time and its source; what was typed stays marked as typed', () => {
    const entries = {
      'oxygen:oxygen': { value: '20.9', unit: '%vol', meter },
      'benzene:combustible': { value: '0.1', unit: '%vol' },
      'benzene:toxic': { value: '', unit: 'mg/m3' },
    } as const
    const [sent, typed] = roundBody(wanted, entries, sample).readings
    expect(sent).toMatchObject({ source: 'meter', instrument: 'GX-4 0071', sampled_at: '2026-11-21T08:03:00.000Z' })
    expect(typed).toMatchObject({ source: 'manual', sampled_at: '2026-11-21T07:58:00.000Z' })
    expect(typed).not.toHaveProperty('instrument')
  })

  it('needs no photo of the display, unless one value was typed', () => {
    const all = Object.fromEntries(wanted.map(({ key, units }) => [key, { value: '0', unit: units[0] ?? '%vol', meter }]))
    expect(isTyped(wanted, all)).toBe(false)
    expect(isTyped(wanted, { ...all, 'oxygen:oxygen': { value: '20.9', unit: '%vol' } })).toBe(true)
    expect(isTyped(wanted, {})).toBe(true)
  })
})
