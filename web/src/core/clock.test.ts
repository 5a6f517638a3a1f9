import { describe, expect, it } from 'vitest'
import { better, isSkewed, reckon, stillHolds } from '@/core/clock'
import { countdown } from '@/core/span'
import { atHour, fromPlantClock, plantClock, slots } from '@/core/shanghai'

const server = '2026-11-21T08:00:00.000Z'
const at = Date.parse(server)

describe('the phone and the server', () => {
  it('differ by the offset at the middle of the question', () => {
    expect(reckon(at - 100, at + 100, server)).toEqual({ offset: 0, doubt: 100 })
    expect(reckon(at - 90_000, at - 89_800, server)?.offset).toBe(89_900)
    expect(reckon(at, at, 'yesterday')).toBeNull()
    expect(reckon(at, at - 1, server)).toBeNull()
  })

  it('keep a sharp reckoning against a vague one that agrees, not against one that contradicts', () => {
    const sharp = { offset: 10, doubt: 20 }
    expect(better(sharp, { offset: 900, doubt: 1000 })).toBe(sharp)
    expect(better(sharp, { offset: 9_000, doubt: 1000 }).offset).toBe(9_000)
    expect(better(sharp, { offset: 12, doubt: 30 }).offset).toBe(12)
  })

  it('are called skewed beyond a minute, doubt taken off', () => {
    expect(isSkewed({ offset: 60_500, doubt: 400 })).toBe(true)
    expect(isSkewed({ offset: -61_000, doubt: 0 })).toBe(true)
    expect(isSkewed({ offset: 60_100, doubt: 400 })).toBe(false)
    expect(isSkewed(null)).toBe(false)
  })
})

describe('a countdown', () => {
  it('is tabular and says when the time is past', () => {
    expect(countdown(461_000)).toBe('07:41')
    expect(countdown(460_001)).toBe('07:41')
    expect(countdown(2 * 3_600_000 + 461_000)).toBe('2:07:41')
    expect(countdown(0)).toBe('00:00')
    expect(countdown(-61_000)).toBe('+01:01')
    expect(countdown(86_400_000 + 1_000)).toBe('1d 0:00:01')
  })
})

describe('the plant clock', () => {
  it('is eight hours ahead, also across midnight', () => {
    expect(plantClock(new Date('2026-11-20T16:30:00Z'))).toBe('2026-11-21T00:30')
    expect(fromPlantClock('2026-11-21T00:30')?.toISOString()).toBe('2026-11-20T16:30:00.000Z')
    expect(fromPlantClock('soon')).toBeNull()
    expect(atHour(new Date('2026-11-20T16:30:00Z'), 1, 8).toISOString()).toBe('2026-11-22T00:00:00.000Z')
  })

  it('offers no time that has already begun', () => {
    const noon = new Date('2026-11-21T04:00:00Z')
    expect(slots(noon).map(({ id }) => id)).toEqual(['now', 'this_afternoon', 'tomorrow'])
    for (const { from, to } of slots(noon)) {
      expect(from.getTime()).toBeGreaterThan(noon.getTime())
      expect(to.getTime()).toBeGreaterThan(from.getTime())
    }
  })
})

it('believes after a restart only a clock that was right within a day, and never one from the future', () => {
  const kept = { offset: 20_000, doubt: 500 }
  const day = 24 * 3_600_000
  expect(stillHolds(kept, 0, day - 1)).toBe(true)
  expect(stillHolds(kept, 0, day)).toBe(false)
  expect(stillHolds(kept, 1, 0)).toBe(false)
  expect(stillHolds({ offset: -59_600, doubt: 500 }, 0, 1)).toBe(false)
})
