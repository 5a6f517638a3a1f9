import { describe, expect, it } from 'vitest'
import { bodyOfDeclaring } from './declaring'
import type { Declaring } from './declaring'

const TOLD: Declaring = {
  site: 's1',
  whole: false,
  areas: ['a1', 'a2'],
  reason: 'power',
  from: '2026-11-22 14:00',
  until: '2026-11-22T18:00',
  ended: '',
}

describe('the declaration of an outage', () => {
  it('names its areas, and none for the whole site', () => {
    expect(bodyOfDeclaring(TOLD)).toEqual({
      site: 's1',
      areas: ['a1', 'a2'],
      reason: 'power',
      from: '2026-11-22T06:00:00.000Z',
      until: '2026-11-22T10:00:00.000Z',
    })
    expect(bodyOfDeclaring({ ...TOLD, whole: true })).not.toHaveProperty('areas')
  })

  it('is none without a place', () => {
    expect(bodyOfDeclaring({ ...TOLD, areas: [] })).toBeNull()
    expect(bodyOfDeclaring({ ...TOLD, site: '', whole: true })).toBeNull()
  })

  it('never leaves out an end that somebody began to type', () => {
    expect(bodyOfDeclaring({ ...TOLD, ended: '2026-11-22 1' })).toBeNull()
    expect(bodyOfDeclaring({ ...TOLD, ended: '2026-11-22 15:00' })?.['ended']).toBe('2026-11-22T07:00:00.000Z')
  })
})
