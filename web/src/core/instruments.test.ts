import { describe, expect, it } from 'vitest'
import { byKind, fits, fiveLines, placeOf, standing, valuesOf } from '@/core/instruments'
import type { Instrument, InstrumentWords } from '@/core/instruments'

const words = {
  kinds: { multi_gas: {}, helmet: {} },
  channels: {
    lel: { zh: '可燃气体', en: 'Combustible gas', unit: '%LEL' },
    o2: { zh: '氧气', en: 'Oxygen', unit: '%vol' },
    fall: { zh: '跌倒', en: 'Fall', unit: 'flag' },
    battery: { zh: '电量', en: 'Battery', unit: '%' },
  },
} as unknown as InstrumentWords
const one = (more: object): Instrument =>
  ({ kind: 'multi_gas', serial: 'SN-1', name: '四合一', condition: [], last: null, ...more }) as unknown as Instrument

describe('how it stands with an instrument', () => {
  it('is lost when it is silent, whatever else is due', () => {
    expect(standing(one({ condition: ['silent', 'bump_due'] }))).toBe('lost')
    expect(standing(one({ condition: ['bump_due'] }))).toBe('due')
    expect(standing(one({ condition: ['retired'] }))).toBe('ended')
    expect(standing(one({}))).toBe('good')
  })

  it('stands by kind, the one that needs somebody first', () => {
    const rows = [one({ serial: 'A' }), one({ serial: 'B', condition: ['silent'] }), one({ kind: 'helmet', serial: 'H' })]
    expect(byKind(rows, words).map(({ kind, rows: of }) => [kind, of.map(({ serial }) => serial)])).toEqual([
      ['multi_gas', ['B', 'A']],
      ['helmet', ['H']],
    ])
    expect(byKind([one({ kind: 'unheard_of' })], words)[0]?.kind).toBe('unheard_of')
  })
})

describe('its last values', () => {
  it('stand in the order of the words, flags as yes or no, battery apart', () => {
    const last = { channels: { battery: '80', o2: '20.8', lel: '3.2', fall: '1' } }
    const found = valuesOf(one({ last }), words)
    expect(found.map(({ channel, text }) => [channel, text])).toEqual([['lel', '3.2'], ['o2', '20.8'], ['fall', '1']])
    expect(found[2]?.flag).toBe(true)
    expect(valuesOf(one({}), words)).toEqual([])
  })

  it('tell a place only when both ends of it were told', () => {
    expect(placeOf(one({ last: { channels: { lat: '31.2', lon: '121.5' } } }))).toEqual({ lat: 31.2, lon: 121.5, accuracy: null })
    expect(placeOf(one({ last: { channels: { lat: '31.2' } } }))).toBeNull()
  })
})

it('is found by name, number, permit or wearer', () => {
  const worn = one({ person_name: '李工', permit_number: 'DH-7' })
  expect(fits(worn, '李工 sn-1')).toBe(true)
  expect(fits(worn, '王班')).toBe(false)
})

it('is fed in five lines', () => {
  const lines = fiveLines({ user: 'gw1@hh', topic: 'davy/up/hh/S1/gw1', password: 's3' }, 'davy.lan', 'SN-1').split('\n')
  expect(lines).toHaveLength(5)
  expect(lines[2]).toContain('davy/up/hh/S1/gw1/SN-1')
})
