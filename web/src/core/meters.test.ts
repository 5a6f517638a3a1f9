import { describe, expect, it } from 'vitest'
import { DRIVERS, measures, spelled } from '@/core/meters'
import type { Channel } from '@/core/meters'

function said(service: string, characteristic: string, hex: string): readonly Channel[] {
  const driver = DRIVERS.find((one) => one.service.startsWith(service))
  const value = driver?.values.find((one) => one.characteristic.startsWith(characteristic))
  const bytes = new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
  return value?.parse(new DataView(bytes.buffer)) ?? []
}
const open = (hex: string): readonly Channel[] => said('da7e0001', 'da7e0002', hex)
const co = (hex: string): Channel | undefined => said('0000181a', '00002bd0', hex)[0]

/** Bytes as they come over the air, and what they must mean. The same table is in docs/reference/gas-meters.md. */
const OPEN: readonly [string, string, readonly (readonly [string | null, string | null, string])[]][] = [
  ['oxygen 20.9 %vol', '01 00 01 04 d1 00', [['oxygen', '20.9', '%vol']]],
  ['what burns, 0.5 %LEL', '01 00 02 05 05 00', [[null, '0.5', '%LEL']]],
  [
    'four gases at once',
    '01 00 01 04 d1 00 02 05 00 00 10 02 03 00 11 06 05 00',
    [['oxygen', '20.9', '%vol'], [null, '0', '%LEL'], ['carbon_monoxide', '3', 'ppm'], ['hydrogen_sulfide', '0.5', 'ppm']],
  ],
  ['three places: 0.005 mg/m3', '01 00 15 0f 05 00', [['benzene', '0.005', 'mg/m3']]],
  ['a whole number with its zeros', '01 00 10 02 e8 03', [['carbon_monoxide', '1000', 'ppm']]],
  ['a gas nobody knows is passed over', '01 00 7f 02 09 00 01 04 d1 00', [['oxygen', '20.9', '%vol']]],
]

const TROUBLES: readonly [string, string, string][] = [
  ['the meter reports a fault', '01 01 01 04 d1 00', 'fault'],
  ['its calibration is overdue', '01 02 01 04 d1 00', 'calibration'],
  ['it is warming up', '01 04 01 04 d1 00', 'warming'],
  ['the sensor reports a fault', '01 00 01 14 d1 00', 'fault'],
  ['the sensor is over its range', '01 00 02 25 e8 03', 'range'],
  ['a value below zero is a sensor that drifted', '01 00 01 04 ff ff', 'below_zero'],
  ['oxygen cannot be told in ppm', '01 00 01 02 d1 00', 'unreadable'],
  ['toxic gas cannot be told in %LEL', '01 00 11 01 05 00', 'unreadable'],
]

const plain = (hex: string): string => hex.replaceAll(' ', '')

describe('the open profile', () => {
  it.each(OPEN)('reads %s', (_, hex, expected) => {
    expect(open(plain(hex)).map(({ substance, value, unit }) => [substance, value, unit])).toEqual(expected)
  })

  it.each(TROUBLES)('gives no number where %s', (_, hex, trouble) => {
    expect(open(plain(hex))).toEqual([expect.objectContaining({ value: null, trouble })])
  })

  it('reads nothing of another version, of half a packet, of an empty one', () => {
    for (const hex of ['02000104d100', '01000104d1', '0100', '', '01000104d10002']) expect(open(hex)).toEqual([])
  })
})

describe('the concentrations of Environmental Sensing', () => {
  it.each([
    ['05 a0', '5'], // 5·10⁻⁶ kg/m³
    ['7d 90', '12.5'], // 125·10⁻⁷
    ['00 00', '0'],
    ['01 80', '0.01'], // 1·10⁻⁸, the least it can tell
  ])('tells %s kg/m³ in mg/m³', (hex, value) => {
    expect(co(plain(hex))).toEqual({ substance: 'carbon_monoxide', quality: 'toxic', unit: 'mg/m3', value, trouble: null })
  })

  it.each([
    ['ff 07', 'fault'],
    ['00 08', 'range'],
    ['fe 07', 'range'],
    ['02 08', 'range'],
    ['01 08', 'unreadable'],
    ['ff af', 'below_zero'],
    ['05', 'unreadable'],
  ])('gives no number for %s', (hex, trouble) => {
    expect(co(plain(hex))).toEqual(expect.objectContaining({ value: null, trouble }))
  })
})

describe('what a channel answers', () => {
  const burns: Channel = { substance: null, quality: 'combustible', unit: '%LEL', value: '0', trouble: null }

  it('answers whatever burns by a sensor for whatever burns, and nothing that poisons', () => {
    expect(measures(burns, { substance: 'methanol', quality: 'combustible' })).toBe(true)
    expect(measures(burns, { substance: 'methanol', quality: 'toxic' })).toBe(false)
  })

  it('answers no other substance by a sensor for one', () => {
    const sulfide: Channel = { substance: 'hydrogen_sulfide', quality: 'toxic', unit: 'ppm', value: '1', trouble: null }
    expect(measures(sulfide, { substance: 'hydrogen_sulfide', quality: 'toxic' })).toBe(true)
    expect(measures(sulfide, { substance: 'carbon_monoxide', quality: 'toxic' })).toBe(false)
  })

  it('spells without an exponent and without rounding', () => {
    expect([spelled(5, 3), spelled(0, 2), spelled(209, -1), spelled(5, -3), spelled(100, -2)]).toEqual(['5000', '0', '20.9', '0.005', '1'])
  })
})
