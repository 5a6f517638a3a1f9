import { describe, expect, it } from 'vitest'
import { bodyOn, instantOf, serialIn, whereOf } from './outages'

describe('the serial of a sheet', () => {
  it('is read from what was typed and from its code', () => {
    for (const told of ['TP-000123-20', '00012320', '000123 20', 'https://davy.example/c/TP-000123-20'])
      expect(serialIn(told)).toBe('00012320')
  })
  it('is nothing while digits are missing', () => {
    expect(serialIn('0001232')).toBe('')
    expect(serialIn('https://davy.example/c/abcdef')).toBe('')
  })
})

describe('a step on a sheet', () => {
  it('names the sheet', () => {
    expect(bodyOn('account_unused', 'TP-000123-20', '')).toEqual({ serials: ['TP-000123-20'] })
  })
  it('waits for its reason', () => {
    expect(bodyOn('void_sheet', 'TP-000123-20', ' ')).toBeNull()
    expect(bodyOn('void_sheet', 'TP-000123-20', '湿了')).toEqual({ serial: 'TP-000123-20', reason: '湿了' })
  })
  it('is none where more must be told', () => {
    expect(bodyOn('close_sheet', 'TP-000123-20', 'x')).toBeNull()
  })
})

describe('a time typed at the desk', () => {
  it('is an instant of the plant, or nothing', () => {
    expect(instantOf('2026-11-21 22:00')).toBe('2026-11-21T14:00:00.000Z')
    expect(instantOf('gestern')).toBeNull()
  })
})

describe('where an outage counts', () => {
  it('is its areas, or the whole site', () => {
    const site = { id: 's', name: '主厂区' }
    expect(whereOf({ site, areas: [] }, '全厂')).toBe('主厂区 全厂')
    expect(whereOf({ site, areas: [{ id: 'a', name: '罐区' }, { id: 'b', name: '泵房' }] }, '全厂')).toBe('罐区、泵房')
  })
})
