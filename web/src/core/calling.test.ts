import { describe, expect, it } from 'vitest'
import { callOf, calls, COVERED_MS, onWall } from '@/core/calling'
import type { CallingAlarm } from '@/core/records'

const AT = '2026-11-23T05:00:00.000Z'
const alarm = (id: string, permit: string | null, rings = 0): CallingAlarm =>
  ({ id, permit, rings, called_at: AT }) as unknown as CallingAlarm

describe('alarms that call a person', () => {
  it('come together by permit, the newest first', () => {
    const found = calls([alarm('a', 'p'), alarm('b', 'q'), alarm('c', 'p'), alarm('d', null)], new Set())
    expect(found.map((group) => group.map(({ id }) => id))).toEqual([['a', 'c'], ['b'], ['d']])
  })

  it('are silent once heard, until they ring again', () => {
    const heard = new Set([callOf(alarm('a', 'p'))])
    expect(calls([alarm('a', 'p')], heard)).toEqual([])
    expect(calls([alarm('a', 'p', 1)], heard)).toHaveLength(1)
  })
})

describe('alarms on the wall', () => {
  const bell = { state: 'raised', shelved: false, called_at: AT, led: false }
  const ms = Date.parse(AT)

  it('cover it for half a minute after each ring, and stay open until somebody acknowledges', () => {
    expect(onWall([bell], ms + COVERED_MS - 1)).toEqual({ open: [bell], ringing: [bell], cover: [bell] })
    expect(onWall([bell], ms + COVERED_MS)).toEqual({ open: [bell], ringing: [], cover: [] })
  })

  it('sound but do not cover the emergency that they opened', () => {
    const led = { ...bell, led: true }
    expect(onWall([led, bell], ms)).toEqual({ open: [led, bell], ringing: [led, bell], cover: [bell] })
  })

  it('are none where somebody acknowledged or shelved them', () => {
    expect(onWall([{ ...bell, state: 'acknowledged' }, { ...bell, shelved: true }], ms).open).toEqual([])
  })
})
