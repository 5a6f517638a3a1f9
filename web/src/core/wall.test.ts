import { expect, it } from 'vitest'
import { allot, fitting, numbersOf, rateOf, scaleFor, trust, worstOf } from '@/core/wall'

it('an answer is believed for half a minute and shown for two, and never longer', () => {
  expect(trust(null, true)).toBe('waiting')
  expect(trust(29_999, true)).toBe('fresh')
  expect(trust(30_000, true)).toBe('stale')
  expect(trust(119_999, true)).toBe('stale')
  expect(trust(120_000, true)).toBe('hidden')
})

it('a fresh answer of a system that does not watch is no good news', () => {
  expect(trust(0, false)).toBe('unwatched')
  expect(trust(30_000, false)).toBe('stale')
})

it('the four numbers count a site that is not clear as stopped, not as done', () => {
  const told = {
    counts: { active: 4, paused: 1, clearance: 2, submitted: 7 },
    inside: [{ people: [1, 2] }, { people: [] }],
    bells: [1],
  }
  expect(numbersOf(told)).toEqual({ active: 4, paused: 3, inside: 2, alarms: 1 })
  expect(numbersOf({ counts: {}, inside: [], bells: [] })).toEqual({ active: 0, paused: 0, inside: 0, alarms: 0 })
})

it('what does not fit is counted', () => {
  expect(fitting([1, 2, 3], 2)).toEqual({ shown: [1, 2], more: 1 })
  expect(fitting([1, 2], 2)).toEqual({ shown: [1, 2], more: 0 })
})

it('the lists share the room, the first ones first, and no row goes to waste', () => {
  expect(allot([9, 9, 9, 9], 6)).toEqual([2, 2, 1, 1])
  expect(allot([0, 1, 9, 0], 6)).toEqual([0, 1, 5, 0])
  expect(allot([1, 1, 0, 0], 6)).toEqual([1, 1, 0, 0])
  expect(allot([3], 0)).toEqual([0])
})

it('a rate is never rounded up to all, and of nothing there is none', () => {
  expect(rateOf(1999, 2000)).toBe('99.9')
  expect(rateOf(2000, 2000)).toBe('100.0')
  expect(rateOf(0, 3)).toBe('0.0')
  expect(rateOf(0, 0)).toBeNull()
})

it('the colour of an area is its worst work, and what nobody graded is the worst', () => {
  expect(worstOf(['blue', 'yellow'])).toBe('yellow')
  expect(worstOf(['blue', 'unknown'])).toBe('red')
  expect(worstOf(['something new'])).toBe('red')
  expect(worstOf([])).toBeNull()
})

it('the picture keeps its shape on every screen', () => {
  expect(scaleFor(1920, 1080)).toEqual({ scale: 1, x: 0, y: 0 })
  expect(scaleFor(3840, 2400)).toEqual({ scale: 2, x: 0, y: 120 })
  expect(scaleFor(960, 1080)).toEqual({ scale: 0.5, x: 0, y: 270 })
})
