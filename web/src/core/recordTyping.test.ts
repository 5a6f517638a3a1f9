import { describe, expect, it } from 'vitest'
import { FORMS } from '@/core/recordForms'
import { isNumber, lacking, opened, sent } from '@/core/recordTyping'

const POINT = { id: '1', area_id: 'a', code: 'V-1', name: '泵', equipment_id: null, lat: 31.2, lon: null, radius_m: 50, height_m: '1.5' }

describe('a form of a register', () => {
  it('opens a new row with what is usual, and lacks what must be', () => {
    const typed = opened(FORMS.areas, null)
    expect(typed['area_class']).toBe('unknown')
    expect(lacking(FORMS.areas, null, typed)).toEqual(['site_id', 'code', 'name'])
    expect(opened(FORMS.accounts, null)['is_active']).toBe(true)
    expect(lacking(FORMS.accounts, null, opened(FORMS.accounts, null))).toEqual(['username', 'password'])
  })

  it('sends all of a new row, and nothing where nobody typed a secret', () => {
    const typed = { ...opened(FORMS.people, null), name: ' 张工 ', hr_code: 'H1' }
    expect(sent(FORMS.people, null, typed)).toEqual({
      name: '张工', hr_code: 'H1', name_pinyin: '', firm_id: null, trade: '', phone: '', status: 'active',
    }) // prettier-ignore
  })

  it('sends of an older row only what was changed', () => {
    const typed = opened(FORMS.points, POINT)
    expect(sent(FORMS.points, POINT, typed)).toEqual({})
    expect(sent(FORMS.points, POINT, { ...typed, lat: '', lon: '121，5' })).toEqual({ lat: null, lon: 121.5 })
  })

  it('never changes what is entered once', () => {
    const row = { username: 'zhang', person_id: null, roles: ['admin'], is_active: true }
    const typed = { ...opened(FORMS.accounts, row), username: 'li', roles: ['admin', 'worker'] }
    expect(sent(FORMS.accounts, row, typed)).toEqual({ roles: ['admin', 'worker'] })
  })

  it('knows yes, no and that nobody knows', () => {
    const row = { area_id: 'a', code: 'E', name: '罐', kind: 'tank', medium: '', in_operation: null, volume_m3: null }
    const typed = opened(FORMS.equipment, row)
    expect(typed['in_operation']).toBe('')
    expect(sent(FORMS.equipment, row, { ...typed, in_operation: 'no', kind: '' })).toEqual({ in_operation: false, kind: '' })
  })

  it('holds what is no number', () => {
    expect(isNumber('31.23040')).toBe(true)
    expect(isNumber('北纬31')).toBe(false)
    const typed = { ...opened(FORMS.points, POINT), lat: '31°' }
    expect(lacking(FORMS.points, POINT, typed)).toEqual(['lat'])
  })
})
