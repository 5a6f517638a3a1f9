import { describe, expect, it } from 'vitest'
import { drawn, isDrawn, linesOf, outside, reach, stepsOf } from '@/core/liveCurve'
import type { Series } from '@/core/liveCurve'

const T0 = Date.parse('2026-11-23T08:00:00Z')
const at = (seconds: number): string => new Date(T0 + seconds * 1000).toISOString()
const series = (more: object): Series =>
  ({
    at: [], least: [], greatest: [], gaps: [], limit: null, set_points: {}, silence_s: 30, channel: 'lel', ...more,
  }) as unknown as Series

describe('the runs of a curve', () => {
  it('end where nothing was told for longer than it may be silent', () => {
    const found = drawn(series({ at: [at(0), at(5), at(60), at(65)], least: ['1', '1', '2', '2'], greatest: ['1', '2', '2', '3'] }), 5)
    expect(found.runs.map((run) => run.length)).toEqual([2, 2])
    expect(found.holes).toEqual([{ from: T0 + 5_000, to: T0 + 60_000 }])
  })

  it('end where numbers are known to be missing, however short it was', () => {
    const told = { at: [at(0), at(20)], least: ['1', '1'], greatest: ['1', '1'], gaps: [{ from: at(0), to: at(20), missing: 19 }] }
    expect(drawn(series(told), 5).runs).toHaveLength(2)
    expect(drawn(series({ ...told, gaps: [] }), 5).runs).toHaveLength(1)
  })

  it('are none where nothing was ever told', () => {
    expect(drawn(series({}), 5)).toEqual({ runs: [], holes: [] })
  })
})

describe('what is drawn beside it', () => {
  it('keeps the limit of the permit and the set points of the instrument apart', () => {
    const told = series({ limit: { low: '19.5', high: '21', basis: 'b' }, set_points: { low: '19.5', high: '23.5' } })
    expect(linesOf(told).filter(({ kind }) => kind === 'permit').map(({ value }) => value)).toEqual([19.5, 21])
    expect(linesOf(told).filter(({ kind }) => kind === 'device')).toHaveLength(2)
  })

  it('always shows the limit of the permit, and a far set point does not flatten the curve', () => {
    const told = series({ limit: { low: null, high: '3.3', basis: 'b' }, set_points: { high_high: '50' } })
    const [low, high] = reach([{ at: T0, least: 0.4, greatest: 0.6 }], linesOf(told), [])
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(3.3)
    expect(high).toBeLessThan(10)
    expect(outside(told, { at: T0, least: 0, greatest: 3.4 })).toBe(true)
    expect(outside(told, { at: T0, least: 0, greatest: 3.3 })).toBe(false)
  })

  it('is no curve of a place or a battery', () => {
    expect(isDrawn({ channel: 'lat' })).toBe(false)
    expect(isDrawn({ channel: 'co' })).toBe(true)
    expect(stepsOf(series({}))).toEqual([])
  })
})
