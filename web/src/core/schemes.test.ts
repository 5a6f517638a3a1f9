import { describe, expect, it } from 'vitest'
import { filled, remarksOn, standingOf, unmet } from '@/core/schemes'
import type { SchemeAnnotation, SchemeSection, SchemeVersionLine } from '@/core/schemes'

const section = (kind: string, over: Partial<SchemeSection> = {}): SchemeSection => ({
  kind,
  compulsory: true,
  met: true,
  text: 'x',
  attachments: [],
  written: null,
  ...over,
})
const mark = { at: '2026-11-23T00:30:00Z', by: { id: 'p', name: '李工' } }
const remark = (id: string, closed: boolean, on = 'steps'): SchemeAnnotation => ({
  id,
  section: on,
  version: 1,
  text: 'x',
  opened: mark,
  answer: null,
  answered: null,
  closed: closed ? mark : null,
  commands: [],
})

describe('a work plan', () => {
  it('lacks only what is compulsory and not met', () => {
    const sections = [section('steps'), section('measures', { met: false }), section('drawings', { compulsory: false })]
    expect(unmet(sections)).toEqual(['measures'])
  })

  it('shows what holds something and what must be there', () => {
    const empty = { compulsory: false, text: '' }
    const sections = [section('steps', { text: '' }), section('basis', empty), section('drawings', { ...empty, attachments: ['a'] })]
    expect(filled(sections).map(({ kind }) => kind)).toEqual(['steps', 'drawings'])
  })

  it('puts open remarks first', () => {
    const all = [remark('a1', true), remark('a2', false), remark('a3', false, 'people')]
    expect(remarksOn('steps', all).map(({ id }) => id)).toEqual(['a2', 'a1'])
  })

  it('says how a version stands', () => {
    const version = (over: Partial<SchemeVersionLine>): SchemeVersionLine => ({
      n: 1, submitted: mark, approved: null, returned: null, reason: null, lasts_to: null, ...over,
    })
    expect(standingOf(version({ approved: mark }), 1)).toBe('standing')
    expect(standingOf(version({ approved: mark }), 2)).toBe('superseded')
    expect(standingOf(version({ returned: mark }), null)).toBe('returned')
    expect(standingOf(version({ n: 3 }), 2)).toBe('waiting')
  })
})
