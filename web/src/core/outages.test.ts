import { describe, expect, it } from 'vitest'
import { bandsOf, blockOf, bodyOn, instantOf, isWhole, printed, serialIn, stepOn, whereOf } from './outages'
import type { BlockRange, Sheet, Standing } from './outages'

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

const AT = Date.parse('2026-11-22T06:00:00Z')
const OPEN = {
  id: 'o',
  number: 'TJ-20261122-0001',
  site: { id: 's', name: '主厂区' },
  areas: [
    { id: 'a', name: '罐区' },
    { id: 'b', name: '泵房' },
  ],
  reason: 'power',
  starts_at: '2026-11-22T05:00:00Z',
  until: '2026-11-22T07:00:00Z',
  overdue: false,
  yours: false,
}
const standing = (over: Partial<typeof OPEN>): Standing => ({ open: [{ ...OPEN, ...over }], server_time: '' })

describe('the band', () => {
  it('tells what goes on by the clock and not yet what begins later', () => {
    expect(bandsOf(standing({}), AT)).toMatchObject([{ where: '罐区、泵房', over: false, act: false }])
    expect(bandsOf(standing({ starts_at: '2026-11-22T06:00:01Z' }), AT)).toEqual([])
    expect(bandsOf(standing({ starts_at: '2026-11-22T06:00:01Z' }), AT + 1000)).toHaveLength(1)
    expect(bandsOf(null, AT)).toEqual([])
  })
  it('is red for whoever must act alone, though everybody sees that its time is over', () => {
    const late = Date.parse('2026-11-22T07:00:01Z')
    expect(bandsOf(standing({}), late)).toMatchObject([{ over: true, act: false }])
    expect(bandsOf(standing({ yours: true }), late)).toMatchObject([{ over: true, act: true }])
  })
})

describe('a serial without the server', () => {
  const range: BlockRange = { id: 'b1', number: 'PB-0001', site: 's', title: { zh: '动火', en: 'Hot' }, first: 1, last: 123 }
  it('is caught when a digit slips', () => {
    expect(isWhole('00012320')).toBe(true)
    expect(isWhole('00012321')).toBe(false)
    expect(isWhole('00013220')).toBe(false)
    expect(printed('00012320')).toBe('TP-000123-20')
  })
  it('leads to its block, and to none that the phone does not know', () => {
    expect(blockOf('00012320', [range])).toBe(range)
    expect(blockOf('00012320', [{ ...range, last: 122 }])).toBeNull()
    expect(blockOf('00012321', [range])).toBeNull()
  })
})

describe('what is left to do about a sheet', () => {
  const mark = (id: string) => ({ at: '', by: { id, name: null } })
  const used = { registered: mark('sun'), reviewed: null, agrees: null, filled: null }
  const filled = { by: mark('li'), responsible: { id: 'chen', name: null }, guardian: null, workers: [{ id: 'wu', name: null }] }
  const sheet = (over: object): Sheet =>
    ({ commands: ['fill_in_sheet', 'review_sheet'], used: { ...used, ...over } }) as unknown as Sheet
  it('is filled in by anybody, then reviewed by somebody who does not stand on it', () => {
    expect(stepOn(sheet({}), 'feng')).toBe('fill')
    expect(stepOn(sheet({ filled }), 'feng')).toBe('review')
    for (const who of ['sun', 'li', 'chen', 'wu']) expect(stepOn(sheet({ filled }), who)).toBeNull()
    expect(stepOn(sheet({ filled }), null)).toBeNull()
  })
  it('is filled in again when it did not agree, and over when it did', () => {
    expect(stepOn(sheet({ filled, reviewed: mark('feng'), agrees: false }), 'li')).toBe('fill')
    expect(stepOn(sheet({ filled, reviewed: mark('feng'), agrees: true }), 'zheng')).toBeNull()
  })
})
