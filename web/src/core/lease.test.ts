import { describe, expect, it } from 'vitest'
import { elapsed, patience, standing } from '@/core/lease'
import type { Confirmation, Moment } from '@/core/lease'

const S = 1000
const start: Moment = { mono: 5_000, wall: 1_700_000_000_000 }
const after = (seconds: number): Moment => ({ mono: start.mono + seconds * S, wall: start.wall + seconds * S })
const live: Confirmation = { at: start, state: 'active', validFor: 3600 * S, leaseS: 120 }

describe('green is a lease', () => {
  it('is solid while the last confirmation is younger than the lease, hatched from then on', () => {
    expect(standing(live, after(119))).toBe('confirmed')
    expect(standing(live, after(120))).toBe('unconfirmed')
    expect(standing(null, after(0))).toBe('unconfirmed')
  })

  it('becomes an order to leave at five leases', () => {
    expect(standing(live, after(599))).toBe('unconfirmed')
    expect(standing(live, after(600))).toBe('leave')
  })

  it('becomes an order to leave at the end of validity, however fresh the confirmation', () => {
    expect(standing({ ...live, validFor: 60 * S }, after(59))).toBe('confirmed')
    expect(standing({ ...live, validFor: 60 * S }, after(60))).toBe('leave')
  })

  it('lets work that was approved without signal go on until its validity ends', () => {
    const away: Confirmation = { ...live, untethered: true }
    expect(standing(away, after(3599))).toBe('unconfirmed')
    expect(standing(away, after(3600))).toBe('leave')
  })

  it('tells how long the work may still go on unconfirmed', () => {
    expect(patience(live, after(100))).toBe(500 * S)
    expect(patience({ ...live, validFor: 60 * S }, after(10))).toBe(50 * S)
  })

  it('sends nobody away from work that is not live', () => {
    expect(standing({ ...live, state: 'paused' }, after(6000))).toBe('unconfirmed')
    expect(standing({ ...live, state: 'issued', validFor: 0 }, after(1))).toBe('confirmed')
  })

  it('believes the clock that tells the longer time: one sleeps, the other is set', () => {
    expect(elapsed(start, { mono: start.mono + 2 * S, wall: start.wall + 700 * S })).toBe(700 * S)
    expect(elapsed(start, { mono: start.mono + 700 * S, wall: start.wall - 9000 * S })).toBe(700 * S)
    expect(elapsed(start, { mono: start.mono - 1, wall: start.wall - 1 })).toBe(0)
  })
})
