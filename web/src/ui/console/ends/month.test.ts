import { describe, expect, it } from 'vitest'
import { monthAround, weeksOf } from './month'

describe('a month of the calendar', () => {
  it('goes on over the end of a year, both ways', () => {
    expect(monthAround('2026-12', 1)).toBe('2027-01')
    expect(monthAround('2027-01', -1)).toBe('2026-12')
  })

  it('begins its weeks on Monday and holds each of its days once', () => {
    const weeks = weeksOf('2028-02') // a leap year, from Tuesday on
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks[0]?.slice(0, 2)).toEqual([null, '2028-02-01'])
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(29)
    expect(weeksOf('2027-02')).toHaveLength(4) // from Monday to Sunday
  })
})
