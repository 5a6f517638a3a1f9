import { describe, expect, it } from 'vitest'
import { entrants, isEmpty, leaver, stillInside } from '@/core/entrants'
import type { Permit, Person } from '@/core/types'

const worker = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  duty: 'worker',
  status: 'active',
  certificate: 'valid',
  briefed: true,
  checked_in: { at: '2026-11-21T08:00:00.000Z', on_site: 'inside', distance_m: 2 },
  ...more,
})

const permit = (workers: readonly Person[], inside: readonly string[] = [], tools: readonly string[] = []): Permit =>
  ({ crew: { workers }, register: { people: inside.map((id) => ({ id, name: id })), tools } }) as unknown as Permit

const hindered = (more: Partial<Person>): string | null | undefined =>
  entrants(permit([worker('qian', more)]))[0]?.hindered

describe('the entry register', () => {
  it('lets in whoever is named, briefed, checked in on site and entitled', () => {
    expect(hindered({})).toBeNull()
    expect(hindered({ certificate: 'not_needed' })).toBeNull()
  })

  it('says what keeps somebody out', () => {
    expect(hindered({ status: 'frozen' })).toBe('status')
    expect(hindered({ status: null })).toBe('status')
    expect(hindered({ certificate: 'expired' })).toBe('paper')
    expect(hindered({ briefed: false })).toBe('briefing')
    expect(hindered({ checked_in: null })).toBe('check_in')
    expect(hindered({ checked_in: { at: '', on_site: 'unknown', distance_m: null } })).toBe('place')
  })

  it('shows everybody inside first, even one no longer named, and nothing keeps him there', () => {
    const found = entrants(permit([worker('qian', { certificate: 'expired' }), worker('zhou')], ['qian', 'sun']))
    expect(found.map(({ id, inside }) => [id, inside])).toEqual([
      ['qian', true],
      ['sun', true],
      ['zhou', false],
    ])
    expect(found.slice(0, 2).every((one) => one.hindered === null)).toBe(true)
  })

  it('counts people and tools', () => {
    expect(isEmpty(permit([], [], ['扳手']))).toBe(false)
    expect(isEmpty(permit([worker('qian')]))).toBe(true)
    expect(stillInside(permit([], ['qian', 'sun']))).toBe(2)
    expect(stillInside(permit([], ['qian', 'sun']), new Set(['sun']))).toBe(1)
  })

  it('reads from a waiting exit who left', () => {
    expect(leaver('{"body":{"person":"qian"}}')).toBe('qian')
    expect(leaver('{"body":{"tool":"扳手"}}')).toBe('扳手')
    expect(leaver('{}')).toBeNull()
  })
})
