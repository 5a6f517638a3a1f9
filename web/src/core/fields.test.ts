import { describe, expect, it } from 'vitest'
import { given, open, prefill, spoken } from '@/core/fields'
import type { Field } from '@/core/template'

const label = { zh: '字段', en: 'Field' }
const mode: Field = {
  id: 'mode',
  kind: 'choice',
  label,
  required: true,
  choices: [
    { id: 'arc', zh: '电焊', en: 'Arc welding' },
    { id: 'grind', zh: '打磨', en: 'Grinding' },
  ],
}
const running: Field = { id: 'in_operation', kind: 'bool', label, required: true }
const outdoors: Field = { id: 'outdoors', kind: 'bool', label, required: true, default: true }
const also: Field = { ...mode, id: 'also', kind: 'choices', required: false, default: [] }
const fields = [mode, running, outdoors, also]

describe('the fields of a template', () => {
  it('take what was proposed, then the default, and invent nothing', () => {
    expect(prefill(fields, { mode: 'arc', outdoors: false, unheard: 1 })).toEqual({
      mode: 'arc',
      outdoors: false,
      also: [],
    })
  })

  it('stay open while nobody answered; no is an answer', () => {
    expect(open(fields, prefill(fields, {})).map(({ id }) => id)).toEqual(['mode', 'in_operation'])
    expect(open(fields, { mode: 'arc', in_operation: false, outdoors: true })).toEqual([])
    expect(open([mode], { mode: '' })).toEqual([mode])
  })

  it('send only what was answered', () => {
    expect(given({ mode: '', in_operation: false, also: [] })).toEqual({ in_operation: false })
  })

  it('read in the language of the person', () => {
    const truth = ['是', '否'] as const
    expect(spoken(mode, 'arc', 'zh-CN', truth)).toBe('电焊')
    expect(spoken(also, ['arc', 'grind'], 'en', truth)).toBe('Arc welding, Grinding')
    expect(spoken(running, false, 'zh-CN', truth)).toBe('否')
    expect(spoken(running, undefined, 'zh-CN', truth)).toBeNull()
    expect(spoken(also, [], 'en', truth)).toBeNull()
  })
})
