import { describe, expect, it } from 'vitest'
import { baseVersion, compose } from '@/core/envelope'
import type { Command } from '@/core/envelope'
import { uuid7 } from '@/core/uuid7'

const stop: Command<'stop'> = {
  id: '019366d1-7000-7000-8000-000000000001',
  company: '019366d1-7000-7000-8000-00000000000c',
  permit: '019366d1-7000-7000-8000-00000000000d',
  kind: 'stop',
  body: { reason: '有气味' },
  baseVersion: null,
  occurredAt: new Date('2026-11-21T08:00:00Z'),
  clock: null,
  position: null,
  reauth: null,
}

describe('an envelope', () => {
  it('is always spelled the same', () => {
    expect(compose(stop)).toBe(
      '{"v":1,"id":"019366d1-7000-7000-8000-000000000001","company":"019366d1-7000-7000-8000-00000000000c",' +
        '"stream":"permit/019366d1-7000-7000-8000-00000000000d","kind":"stop","base_version":null,' +
        '"body":{"reason":"有气味"},"occurred_at":"2026-11-21T08:00:00.000Z","device":null,"seq":null,"prev":null,' +
        '"app":"m/0.1.0","basis":null}',
    )
  })

  it('carries position, clock and proof only when there are any', () => {
    const position = { lat: 30.1, lon: 121.2, accuracy_m: 4 }
    const told = JSON.parse(compose({ ...stop, position, clock: 'device_synced', reauth: 't' })) as object
    expect(told).toMatchObject({ position, clock: 'device_synced', reauth: 't' })
    expect(JSON.parse(compose(stop))).not.toHaveProperty('position')
  })

  it('names the version that was seen where the outcome hangs on it', () => {
    expect(baseVersion('draft', 7)).toBe(0)
    expect(baseVersion('sign_stage', 7)).toBe(7)
    expect(baseVersion('stop', 7)).toBeNull()
  })
})

describe('an id', () => {
  it('is a version 7 UUID whose order is time', () => {
    const chance = new Uint8Array(10).fill(255)
    const early = uuid7(Date.parse('2026-11-21T08:00:00Z'), chance)
    const late = uuid7(Date.parse('2026-11-21T08:00:01Z'), new Uint8Array(10))
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-21T08:00:00Z'))
    expect(early < late).toBe(true)
  })
})
