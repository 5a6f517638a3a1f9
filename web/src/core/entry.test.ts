import { describe, expect, it } from 'vitest'
import { decimal, press } from '@/core/pad'
import type { Key } from '@/core/pad'
import { distanceM, presence } from '@/core/place'
import { isInvitation, tokenOf } from '@/core/scan'
import { isSigned, spellStrokes } from '@/core/strokes'

const type = (...keys: Key[]): string => keys.reduce((text, key) => press(text, key), '')

describe('a number on big keys', () => {
  it('is spelled as it was read off the display', () => {
    expect(type('2', '0', '.', '9')).toBe('20.9')
    expect(type('.', '2', '1')).toBe('0.21')
    expect(type('0', '5')).toBe('5')
    expect(type('1', '.', '.', '5', 'back')).toBe('1.')
    expect(type('1', 'clear')).toBe('')
    expect(type(...'123456789'.split('').map((key) => key as Key))).toBe('12345678')
  })

  it('is nothing, never zero, while nothing was typed', () => {
    expect(decimal('')).toBeNull()
    expect(decimal('.')).toBeNull()
    expect(decimal('1.')).toBe('1')
    expect(decimal('0.0')).toBe('0.0')
    expect(decimal('1e3')).toBeNull()
    expect(decimal('-1')).toBeNull()
  })
})

describe('a scanned code', () => {
  it('is ours or it is nothing', () => {
    expect(tokenOf('https://davy.plant.lan/c/a1B2-c3_d4')).toBe('a1B2-c3_d4')
    expect(tokenOf('https://davy.plant.lan/m/instruments/Q7wE-12')).toBe('Q7wE-12')
    expect(tokenOf('  P8X4KQ ')).toBe('P8X4KQ')
    expect(tokenOf('https://evil.example/login?x=/c/abcd')).toBeNull()
    expect(tokenOf('https://davy.plant.lan/c/ab/../../x')).toBeNull()
    expect(tokenOf('你好')).toBeNull()
    expect(isInvitation('https://davy.plant.lan/m/enrol/a1B2-c3_d4')).toBe(true)
    expect(isInvitation('https://davy.plant.lan/c/a1B2-c3_d4')).toBe(false)
    expect(tokenOf('abc')).toBeNull()
  })
})

describe('a position', () => {
  it('is inside only with its whole error circle', () => {
    expect(presence(20, 8, 50)).toBe('inside')
    expect(presence(45, 8, 50)).toBe('unknown')
    expect(presence(60, 8, 50)).toBe('outside')
    expect(presence(0, 51, 50)).toBe('unknown')
  })

  it('measures metres', () => {
    const gate = { lat: 30, lon: 121 }
    expect(distanceM(gate, gate)).toBe(0)
    expect(distanceM(gate, { lat: 30.001, lon: 121 })).toBeCloseTo(111.2, 0)
    expect(distanceM(gate, { lat: 30, lon: 121.001 })).toBeCloseTo(96.3, 0)
  })
})

describe('handwriting', () => {
  const line = (count: number) => ({
    points: Array.from({ length: count }, (_, at) => ({ x: at * 1.234, y: 50.678, pressure: 0.5 })),
  })

  it('is spelled in whole pixels and nothing else', () => {
    expect(spellStrokes([{ points: [{ x: 1.4, y: 2.6 }] }])).toBe('[{"points":[{"x":1,"y":3}]}]')
  })

  it('always fits the envelope and keeps both ends of a stroke', () => {
    const text = spellStrokes(Array.from({ length: 40 }, () => line(500)))
    expect(text.length).toBeLessThanOrEqual(60_000)
    const first = (JSON.parse(text) as { points: { x: number }[] }[])[0]
    expect(first?.points[0]?.x).toBe(0)
    expect(first?.points.slice(-1)[0]?.x).toBe(616)
  })

  it('is more than a dot', () => {
    expect(isSigned([{ points: [{ x: 1, y: 1 }] }])).toBe(false)
    expect(isSigned([])).toBe(false)
    expect(isSigned([line(100)])).toBe(true)
  })
})
