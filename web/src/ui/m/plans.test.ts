/** A booking of tomorrow is not proposed for work of today. */
import { describe, expect, it } from 'vitest'
import type { PlanOffered } from '@/core/registers'
import { closest, goesWith } from './plans'

const offered = (id: string, starts_at: string | null, ends_at: string | null): PlanOffered => ({
  kind: starts_at === null ? 'order' : 'booking',
  id,
  number: null,
  title: id,
  templates: null,
  starts_at,
  ends_at,
})
const booked = offered('booking', '2026-11-23T01:00:00Z', '2026-11-23T05:00:00Z')
const plans = [booked, offered('order', null, null)]

describe('what a request stands on', () => {
  it('is the booking of its time', () => {
    expect(closest(plans, { from: '2026-11-23T01:00:00Z', to: '2026-11-23T05:00:00Z' })).toBe('booking')
  })
  it('is a plan or order at any other time, and as long as no time is chosen', () => {
    expect(closest(plans, { from: '2026-11-22T01:00:00Z', to: '2026-11-22T05:00:00Z' })).toBe('order')
    expect(closest(plans, { from: null, to: null })).toBe('order')
    expect(closest([booked], { from: null, to: null })).toBeNull()
  })
  it('may reach two hours beyond what was booked and no further', () => {
    expect(goesWith(booked, { from: '2026-11-22T23:00:00Z', to: '2026-11-23T07:00:00Z' })).toBe(true)
    expect(goesWith(booked, { from: '2026-11-22T22:59:59Z', to: '2026-11-23T05:00:00Z' })).toBe(false)
    expect(goesWith(booked, { from: '2026-11-23T01:00:00Z', to: '2026-11-23T07:00:01Z' })).toBe(false)
  })
})
