import { describe, expect, it } from 'vitest'
import { blank, bodyOf, isLocked, lacking } from '@/core/isolations'
import type { Taking } from '@/core/isolations'

const apply = (locked: boolean): Taking => ({ kind: 'apply_point', on: 'p1', target: { point: 'p1' }, locked })

describe('a step of an isolation', () => {
  it('asks for tag, photo, and a lock only where the point takes one', () => {
    expect(lacking(apply(true), blank())).toEqual(['tag', 'lock', 'photo'])
    const filled = { ...blank(), tag: ' T1 ', photo: 'a'.repeat(64) }
    expect(lacking(apply(true), filled)).toEqual(['lock'])
    expect(lacking(apply(false), filled)).toEqual([])
    expect(bodyOf(apply(false), filled)).toEqual({ point: 'p1', tag: 'T1', photo: 'a'.repeat(64) })
  })

  it('never says that energy is gone unless somebody ticked it', () => {
    const verify: Taking = { kind: 'verify_point', on: 'p1', target: { point: 'p1' } }
    expect(bodyOf(verify, { ...blank(), tag: 'T1', photo: 'x' })['zero_energy']).toBe(false)
  })

  it('reports a failed point without words, and forces no lock without them', () => {
    const doubt: Taking = { kind: 'doubt_point', on: 'p1', target: { point: 'p1' } }
    expect(lacking(doubt, blank())).toEqual([])
    expect(bodyOf(doubt, blank())).toEqual({ point: 'p1' })
    const force: Taking = { kind: 'request_force', on: 'Q1', target: { number: 'Q1' } }
    expect(lacking(force, blank())).toEqual(['lost', 'reason'])
  })

  it('counts people out by name, one by one, and knows which kinds take a lock', () => {
    const crew = [{ id: 'a', name: '钱焊工' }, { id: 'b', name: '王班' }]
    const count: Taking = { kind: 'count_out', on: 'DH-1', target: { permit: 'x' }, crew }
    expect(lacking(count, blank())).toEqual(['people'])
    expect(lacking(count, { ...blank(), out: ['a'] })).toEqual(['people'])
    expect(lacking({ ...count, crew: [] }, blank())).toEqual(['people'])
    const all = { ...blank(), out: ['b', 'a'] }
    expect(lacking(count, all)).toEqual([])
    expect(bodyOf(count, all)).toEqual({ permit: 'x', people: 2 })
    expect([isLocked({ kind: 'switch' }), isLocked({ kind: 'blind' })]).toEqual([true, false])
  })
})
